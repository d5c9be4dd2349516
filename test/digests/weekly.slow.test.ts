import { expect, test } from 'vitest';
import { LOBBY, withDigest } from '../support/desk.ts';
import { hour, lighthouseBut, lighthouseDays, session } from '../support/lighthouse-days.ts';

/** Tuesday 11 and Wednesday 12 May 2027, and Monday 17 and Tuesday 18. */
const twoWeeks = lighthouseDays([
  session('Lamps', '2027-05-11', '09:00'),
  session('Keepers', '2027-05-12', '09:00'),
  session('Ropes', '2027-05-17', '15:00'),
  session('Knots', '2027-05-18', '09:00'),
]);

const tuesdays = { weekdays: [2], reminders: true };

test('a weekly digest is posted and reminds on its weekdays alone', async () => {
  const made = await withDigest(tuesdays, { programme: twoWeeks });
  await made.until('2027-05-18T20:00Z');
  expect(made.in(LOBBY).map(text => text.split('\n')[0])).toEqual([
    '08:00:00 2027-05-11 by U0MIRA0001',
    '08:50:00 Soon: Lamps',
    '08:00:00 2027-05-18 by U0MIRA0001',
    '08:50:00 Soon: Knots',
  ]);
});

test('what Lectern missed is made up for on the same day, and not on the next', async () => {
  const mondays = { weekdays: [1] };
  const late = await withDigest(mondays, { programme: twoWeeks, at: '2027-05-17T10:30Z' });
  await late.until('2027-05-18T20:00Z');
  expect(late.in(LOBBY).map(text => text.split('\n')[0])).toEqual(['10:30:00 2027-05-17 by U0MIRA0001']);
  const tooLate = await withDigest(mondays, { programme: twoWeeks, at: '2027-05-18T07:00Z' });
  await tooLate.until('2027-05-18T20:00Z');
  expect(tooLate.in(LOBBY)).toEqual([]);
});

test('a talk that moves to another weekday leaves the digest', async () => {
  const made = await withDigest({ weekdays: [3] }, { programme: twoWeeks });
  made.show(
    lighthouseDays([
      ...lighthouseBut('Keepers', { slots: [hour('2027-05-13', '09:00')] }).filter(
        ({ title }) => title === 'Keepers',
      ),
      session('Lamps', '2027-05-12', '10:00'),
    ]),
  );
  await made.until('2027-05-14T00:00Z');
  expect(made.in(LOBBY)).toEqual([
    '08:00:00 2027-05-12 by U0MIRA0001\nLamps, Wed 12 May 10:00–11:00, Quay Hall',
  ]);
});

const everyMonday = { span: 'week', weekdays: [1], reminders: true } as const;

test('a digest of the week is posted once for its seven days, and reminds on each of them', async () => {
  const made = await withDigest(everyMonday, { programme: twoWeeks, at: '2027-05-09T00:00Z' });
  await made.until('2027-05-18T20:00Z');
  expect(made.in(LOBBY)).toEqual([
    '08:00:00 2027-05-10 by U0MIRA0001\nLamps, Tue 11 May 09:00–10:00, Quay Hall\nKeepers, Wed 12 May 09:00–10:00, Quay Hall',
    '08:50:00 Soon: Lamps',
    '08:50:00 Soon: Keepers',
    '08:00:00 2027-05-17 by U0MIRA0001\nRopes, Mon 17 May 15:00–16:00, Quay Hall\nKnots, Tue 18 May 09:00–10:00, Quay Hall',
    '14:50:00 Soon: Ropes',
    '08:50:00 Soon: Knots',
  ]);
});

test('a talk that moves later in the week is edited in its message, and is told of in the thread', async () => {
  const made = await withDigest(everyMonday, { programme: twoWeeks, at: '2027-05-09T00:00Z' });
  await made.until('2027-05-11T12:00Z');
  made.show(
    lighthouseDays(
      twoWeeks.talks.map(each =>
        each.title === 'Keepers' ? { ...each, slots: [hour('2027-05-13', '14:00')] } : each,
      ),
    ),
  );
  await made.until('2027-05-13T20:00Z');
  expect(made.in(LOBBY)).toEqual([
    '08:00:00 2027-05-10 by U0MIRA0001\nLamps, Tue 11 May 09:00–10:00, Quay Hall\nKeepers, Thu 13 May 14:00–15:00, Quay Hall',
    '08:50:00 Soon: Lamps',
    '12:00:00 Changed: Keepers: Wed 12 May 09:00 → Thu 13 May 14:00',
    '13:50:00 Soon: Keepers',
  ]);
});
