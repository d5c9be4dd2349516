import { expect, test } from 'vitest';
import type { Programme } from '../../src/programme/programme.ts';
import { digestMessages } from '../../src/wiring/digests.ts';
import { type Desk, desk } from '../support/desk.ts';
import { digest } from '../support/digests.ts';
import { lighthouse, lighthouseDays, lighthouseTalks, session } from '../support/lighthouse-days.ts';

const LOBBY = 'C0LOBBY001';
const OWNER = 'U0MIRA0001';
const more = ['Buoys', 'Tides'].map(title => session(title, '2027-05-12', '10:00'));

/** A desk that delivers in the words that people read. */
async function inWords(programme: Programme): Promise<Desk> {
  const made = desk({ programme, at: '2027-05-11T07:59:58Z' });
  made.context.messages = digestMessages;
  await made.store.digests.save(
    digest({ timeZone: 'UTC', reminders: true, since: Date.parse('2027-05-11T07:00Z') }),
  );
  return made;
}

test('a conference with times is told day by day, with what changes and what begins', async () => {
  const made = await inWords(lighthouse);
  const by = [made.process()];
  await made.until('2027-05-11T08:05Z', { by });
  made.show(lighthouseDays(lighthouseTalks.filter(({ title }) => title !== 'Fog')));
  await made.until('2027-05-11T09:00Z', { by });
  expect(made.in(LOBBY)).toEqual([
    `08:00:00 Lighthouse Days starts today
Tue 11 May · 4 sessions, 1 of them cancelled · times in UTC
09:00 Quay Hall: Lamps
10:00 Quay Hall: Lenses
11:00 Quay Hall: CANCELLED: Fog
15:00 Quay Hall: Foghorns`,
    `08:06:00 Changed since this was posted
Cancelled: Fog (was 11:00–12:00, Quay Hall)`,
    `08:50:00 Starting at 09:00
09:00 Quay Hall: Lamps`,
  ]);
  expect(made.in(OWNER)).toEqual([]);
});

test('a conference without times is told talk by talk, each once, and then ends', async () => {
  const made = await inWords(
    lighthouseDays([...lighthouseTalks, ...more].map(talk => ({ ...talk, slots: [] }))),
  );
  for (const day of ['2027-05-11', '2027-05-12', '2027-05-13']) {
    made.now = Date.parse(`${day}T07:59:59Z`);
    await made.until(`${day}T08:00:01Z`);
  }
  expect(made.in(LOBBY)).toEqual([
    `08:00:00 Lighthouse Days: talks to look forward to
Tue 11 May · 5 of the 7 talks still to come
Lamps
Lenses
Fog
Foghorns
Keepers`,
    `08:00:00 Lighthouse Days: talks to look forward to
Wed 12 May · the last 2 talks: every talk has now been featured
Buoys
Tides`,
  ]);
  expect(made.in(OWNER)).toEqual([
    '08:00:00 The digest in the channel has featured every talk, so it has ended. It posts nothing more.',
  ]);
});
