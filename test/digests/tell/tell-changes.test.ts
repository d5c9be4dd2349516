import { describe, expect, test } from 'vitest';
import { conferenceKey } from '../../../src/programme/conference.ts';
import type { Talk } from '../../../src/programme/talk.ts';
import { programme } from '../../support/conference.ts';
import { desk, LOBBY, posted, withDigest } from '../../support/desk.ts';
import { digest } from '../../support/digests.ts';
import {
  hour,
  lighthouseBut,
  lighthouseDays,
  lighthouseTalks,
  session,
} from '../../support/lighthouse-days.ts';
import { database, store } from '../../support/store.ts';

function lines(texts: readonly string[]): readonly (readonly string[])[] {
  return texts.map(text => text.slice(9).split('\n'));
}

describe('of a day that was posted', () => {
  test('a talk that changes its room is edited in place, and told in the thread', async () => {
    const made = await posted();
    const process = made.process();
    await made.until('2027-05-11T08:06Z', { by: [process] });
    made.show(lighthouseDays(lighthouseBut('Fog', { slots: [hour('2027-05-11', '11:00', 'Net Loft')] })));
    await made.until('2027-05-11T08:08Z', { by: [process] });
    expect(lines(made.in(LOBBY))).toEqual([
      [
        '2027-05-11 by U0MIRA0001',
        'Lamps, Tue 11 May 09:00–10:00, Quay Hall',
        'Lenses, Tue 11 May 10:00–11:00, Quay Hall',
        'Fog, Tue 11 May 11:00–12:00, Net Loft',
      ],
      ['part 1', 'Foghorns, Tue 11 May 15:00–16:00, Quay Hall'],
      ['Changed: Fog: Quay Hall → Net Loft'],
    ]);
    expect(made.posted.map(({ threadTs }) => threadTs)).toEqual([undefined, '1.0', '1.0']);
  });

  test('what cannot be told in one channel is told in the others', async () => {
    const made = await posted();
    await made.store.digests.save(digest({ id: 'broken', channel: 'C2', timeZone: 'UTC' }));
    const process = made.process();
    await made.until('2027-05-11T08:06Z', { by: [process] });
    const { compose } = made.context.messages;
    const breaking: typeof compose = (order, ...rest) => {
      if (order.id === 'broken') throw new Error('A mistake of ours.');
      return compose(order, ...rest);
    };
    made.context.messages.compose = breaking;
    made.show(lighthouseDays(lighthouseBut('Lamps', 'gone')));
    await made.until('2027-05-11T08:08Z', { by: [process] });
    expect(
      made.posted.filter(({ text }) => text.startsWith('Changed')).map(({ channel }) => channel),
    ).toEqual([LOBBY]);
    expect(made.log.filter(({ level }) => level === 'error')).toMatchObject([{ digest: 'broken' }]);
  });

  test('what changes within a minute is one reply', async () => {
    const made = await posted();
    const process = made.process();
    await made.until('2027-05-11T08:06Z', { by: [process] });
    made.show(lighthouseDays(lighthouseBut('Fog', { slots: [hour('2027-05-12', '11:00')] })));
    await made.until('2027-05-11T08:06:30Z', { by: [process] });
    made.show(lighthouseDays(lighthouseBut('Lamps', 'gone')));
    await made.until('2027-05-11T08:20Z', { by: [process] });
    expect(made.in(LOBBY).map(text => text.split('\n')[0])).toEqual([
      '08:00:00 2027-05-11 by U0MIRA0001',
      '08:00:02 part 1',
      '08:07:00 Changed: Cancelled: Lamps (was Tue 11 May 09:00–10:00, Quay Hall)',
    ]);
  });

  test('what three processes see change is told once', async () => {
    const made = await posted();
    const by = [made.process(), made.process(), made.process()];
    await made.until('2027-05-11T08:06Z', { by });
    made.show(lighthouseDays(lighthouseBut('Lamps', { status: 'cancelled' })));
    await made.until('2027-05-11T08:10Z', { by });
    expect(made.in(LOBBY).filter(text => text.includes('Changed'))).toEqual([
      '08:07:00 Changed: Cancelled: Lamps (was Tue 11 May 09:00–10:00, Quay Hall)',
    ]);
  });

  test('what changed while no process was there is told at the start', async () => {
    const url = database();
    const before = await posted({}, { store: store({ url }) });
    const channels = before.posted;
    const changed = lighthouseDays(lighthouseBut('Lamps', 'gone'));
    const later = desk({
      programme: changed,
      at: '2027-05-11T08:30Z',
      store: store({ url }),
      posted: channels,
    });
    await later.until('2027-05-11T08:30:10Z');
    const told = '08:30:00 Changed: Cancelled: Lamps (was Tue 11 May 09:00–10:00, Quay Hall)';
    expect(later.in(LOBBY).slice(2)).toEqual([told]);
    const evenLater = desk({
      programme: changed,
      at: '2027-05-11T08:40Z',
      store: store({ url }),
      posted: channels,
    });
    await evenLater.until('2027-05-11T08:40:10Z');
    expect(evenLater.in(LOBBY).slice(2)).toEqual([told]);
  });

  test('a talk that comes in is told, and what it pushes out is a further part', async () => {
    const made = await posted({}, { sessionsAPart: 2 });
    const process = made.process();
    await made.until('2027-05-11T08:06Z', { by: [process] });
    made.show(lighthouseDays([...lighthouseTalks, session('Dawn', '2027-05-11', '08:30')]));
    await made.until('2027-05-11T08:10Z', { by: [process] });
    expect(lines(made.in(LOBBY))).toEqual([
      [
        '2027-05-11 by U0MIRA0001',
        'Dawn, Tue 11 May 08:30–09:00, Quay Hall',
        'Lamps, Tue 11 May 09:00–10:00, Quay Hall',
      ],
      ['part 1', 'Lenses, Tue 11 May 10:00–11:00, Quay Hall', 'Fog, Tue 11 May 11:00–12:00, Quay Hall'],
      ['part 2', 'Foghorns, Tue 11 May 15:00–16:00, Quay Hall'],
      ['Changed: New: Dawn, Tue 11 May 08:30–09:00, Quay Hall'],
    ]);
  });

  test('a part for which nothing is left says so', async () => {
    const made = await posted();
    const process = made.process();
    await made.until('2027-05-11T08:06Z', { by: [process] });
    made.show(lighthouseDays(lighthouseBut('Fog', { slots: [hour('2027-05-12', '11:00')] })));
    await made.until('2027-05-11T08:10Z', { by: [process] });
    expect(made.in(LOBBY)[1]).toBe('08:00:02 (moved)');
  });

  test('a part keeps to its talks where one before it never arrived', async () => {
    const made = await withDigest({}, { sessionsAPart: 1 });
    made.answers.push('taken', { kind: 'unknown', reason: 'reset' }, 'taken', 'taken');
    const process = made.process();
    await made.until('2027-05-11T08:29Z', { by: [process] });
    made.answers.push({ kind: 'refused', retryAfterMs: 2_000_000, reason: 'ratelimited' });
    await made.until('2027-05-11T09:15Z', { by: [process] });
    const fog = '08:00:04 part 2\nFog, Tue 11 May 11:00–12:00, Quay Hall';
    expect(made.in(LOBBY)[1]).toBe(fog);
    made.show(lighthouseDays(lighthouseBut('Fog', { slots: [hour('2027-05-11', '11:00', 'Net Loft')] })));
    await made.until('2027-05-11T09:20Z', { by: [process] });
    expect(made.in(LOBBY)[1]).toBe(fog.replace('Quay Hall', 'Net Loft'));
  });

  test('a talk that is gone and comes back is on again', async () => {
    const made = await posted();
    const process = made.process();
    await made.until('2027-05-11T08:06Z', { by: [process] });
    made.show(lighthouseDays(lighthouseBut('Lamps', 'gone')));
    await made.until('2027-05-11T08:10Z', { by: [process] });
    made.show(lighthouseDays(lighthouseBut('Lamps', { id: 'restored' })));
    await made.until('2027-05-11T08:20Z', { by: [process] });
    expect(lines(made.in(LOBBY)).slice(2)).toEqual([
      ['Changed: Cancelled: Lamps (was Tue 11 May 09:00–10:00, Quay Hall)'],
      ['Changed: On again: Lamps, Tue 11 May 09:00–10:00, Quay Hall'],
    ]);
  });

  test('a title is edited and told, another way to write it edited alone', async () => {
    const made = await posted();
    const process = made.process();
    await made.until('2027-05-11T08:06Z', { by: [process] });
    made.show(lighthouseDays(lighthouseBut('Foghorns', { title: 'Foghorns by night' })));
    await made.until('2027-05-11T08:10Z', { by: [process] });
    expect(lines(made.in(LOBBY)).slice(1)).toEqual([
      ['part 1', 'Foghorns by night, Tue 11 May 15:00–16:00, Quay Hall'],
      ['Changed: “Foghorns” is now called “Foghorns by night”'],
    ]);
    made.show(lighthouseDays(lighthouseBut('Foghorns', { title: 'Foghorns by Night' })));
    await made.until('2027-05-11T08:14Z', { by: [process] });
    expect(lines(made.in(LOBBY)).slice(1)).toEqual([
      ['part 1', 'Foghorns by Night, Tue 11 May 15:00–16:00, Quay Hall'],
      ['Changed: “Foghorns” is now called “Foghorns by night”'],
    ]);
  });

  test('what is none of its day or its filters does not concern it', async () => {
    const made = await posted({ filters: 'track:storage' });
    const process = made.process();
    await made.until('2027-05-11T08:06Z', { by: [process] });
    made.show(
      lighthouseDays([
        ...lighthouseBut('Keepers', 'gone'),
        session('Elsewhere', '2027-05-11', '12:00', { track: 'People' }),
      ]),
    );
    await made.until('2027-05-11T08:10Z', { by: [process] });
    expect(made.posted.length).toBe(2);
  });
});

test('a change while the post waits to be sent again is in the post, and not told', async () => {
  const made = await withDigest();
  const process = made.process();
  made.answers.push({ kind: 'refused', retryAfterMs: 10 * 60_000, reason: 'ratelimited' });
  await made.until('2027-05-11T08:02Z', { by: [process] });
  made.show(lighthouseDays(lighthouseBut('Fog', { slots: [hour('2027-05-11', '11:00', 'Net Loft')] })));
  await made.until('2027-05-11T08:15Z', { by: [process] });
  expect(lines(made.in(LOBBY))).toEqual([
    [
      '2027-05-11 by U0MIRA0001',
      'Lamps, Tue 11 May 09:00–10:00, Quay Hall',
      'Lenses, Tue 11 May 10:00–11:00, Quay Hall',
      'Fog, Tue 11 May 11:00–12:00, Net Loft',
    ],
    ['part 1', 'Foghorns, Tue 11 May 15:00–16:00, Quay Hall'],
  ]);
});

test('what changes of a day that is over on the clocks of the conference is not told', async () => {
  const inAuckland = (room: string) =>
    programme(
      ['2027-05-11', '2027-05-12'].map(day =>
        session(`Lamps of ${day}`, day, '18:00', {
          slots: [{ start: `${day}T18:00:00+12:00`, end: `${day}T19:00:00+12:00`, rooms: [room], day }],
        }),
      ),
      { timeZone: 'Pacific/Auckland' },
    );
  const made = desk({ programme: inAuckland('Quay Hall'), at: '2027-05-10T19:59:58Z' });
  await made.store.digests.save(digest({ timeZone: 'Pacific/Auckland' }));
  const process = made.process();
  await made.until('2027-05-11T11:50Z', { by: [process] });
  const before = made.in(LOBBY);
  await made.until('2027-05-11T12:05Z', { by: [process] });
  made.show(inAuckland('Net Loft'));
  await made.until('2027-05-11T12:10Z', { by: [process] });
  expect(before.length).toBe(1);
  expect(made.in(LOBBY)).toEqual(before);
});

test('a change before the post is in the post, and not told', async () => {
  const made = await withDigest({}, { at: '2027-05-11T07:59:30Z' });
  const process = made.process();
  await made.until('2027-05-11T07:59:50Z', { by: [process] });
  made.show(lighthouseDays(lighthouseBut('Lamps', { slots: [hour('2027-05-11', '09:00', 'Net Loft')] })));
  await made.until('2027-05-11T08:10Z', { by: [process] });
  expect(made.in(LOBBY).length).toBe(2);
  expect(made.in(LOBBY)[0]).toContain('Lamps, Tue 11 May 09:00–10:00, Net Loft');
});

test('another event in the place of the first cancels nothing', async () => {
  const made = await posted();
  const process = made.process();
  await made.until('2027-05-11T08:06Z', { by: [process] });
  made.show(lighthouseDays([session('Something else', '2027-05-11', '12:00')]));
  await made.until('2027-05-11T08:10Z', { by: [process] });
  expect(made.posted.length).toBe(2);
});

test('changes of another event that took the place of the first are told', async () => {
  const made = await posted();
  const process = made.process();
  await made.until('2027-05-11T08:06Z', { by: [process] });
  const others = ['Ropes', 'Knots'].map(title => session(title, '2027-05-11', '12:00'));
  made.show(lighthouseDays(others));
  await made.until('2027-05-11T08:10Z', { by: [process] });
  made.show(lighthouseDays(others.slice(0, 1)));
  await made.until('2027-05-11T08:20Z', { by: [process] });
  expect(made.in(LOBBY).slice(2)).toEqual([
    '08:11:00 Changed: Cancelled: Knots (was Tue 11 May 12:00–13:00, Quay Hall)',
  ]);
});

describe('of a slot in calendars', () => {
  const entries = async ({ store: { calendarEntries } }: Awaited<ReturnType<typeof posted>>) =>
    (await calendarEntries.of('Lighthouse Days')).map(({ uid: _, ...entry }) => entry);

  test('what changes is kept once, whichever of three processes sees it', async () => {
    const made = await posted();
    const by = [made.process(), made.process(), made.process()];
    await made.until('2027-05-11T08:06Z', { by });
    expect(await entries(made)).toEqual([]);
    made.show(lighthouseDays(lighthouseBut('Fog', { slots: [hour('2027-05-12', '11:00')] })));
    await made.until('2027-05-11T08:10Z', { by });
    const modifiedAt = Date.parse('2027-05-11T08:07Z');
    expect(await entries(made)).toEqual([{ talkId: 'fog', sequence: 1, modifiedAt, slot: 0 }]);
  });

  test('another abstract is kept too, of which nobody is told', async () => {
    const made = await posted();
    const process = made.process();
    await made.until('2027-05-11T08:06Z', { by: [process] });
    made.show(lighthouseDays(lighthouseBut('Fog', { abstract: 'It is thick.' })));
    await made.until('2027-05-11T08:10Z', { by: [process] });
    expect((await entries(made)).map(({ talkId, sequence }) => [talkId, sequence])).toEqual([['fog', 1]]);
    expect(made.in(LOBBY).filter(text => text.includes('Changed'))).toEqual([]);
  });
});

describe('a star', () => {
  const JUNE = { workspace: 'T1', person: 'U0JUNE0001' };
  const conference = 'Lighthouse Days';
  const numbered = (talks: readonly Talk[]) => talks.map((talk, at) => ({ ...talk, id: `${at + 1}` }));

  test('goes with its talk to another number, and stays with one that is cancelled', async () => {
    const made = await withDigest({}, { programme: lighthouseDays(numbered(lighthouseTalks)) });
    await made.until('2027-05-11T08:05Z');
    const { stars } = made.store;
    for (const talk of ['2', '4', '5']) await stars.star({ ...JUNE, conference, talk }, made.now);
    const dawn = session('Dawn', '2027-05-11', '08:30');
    const now = [dawn, ...lighthouseBut('Lenses', 'gone')];
    made.show(lighthouseDays(numbered(now)));
    await made.until('2027-05-11T08:10Z');
    const { programme } = made.context.current();
    const mine = [...((await stars.starsOf(JUNE)).get(conference) ?? [])].map(id => programme.talk(id));
    expect(mine.map(talk => `${talk?.title}, ${talk?.status}`).sort()).toEqual([
      'Foghorns, confirmed',
      'Keepers, confirmed',
      'Lenses, cancelled',
    ]);
  });

  test('goes with a talk that was renamed and moved while Lectern was down', async () => {
    const url = database();
    await posted({}, { store: store({ url }) });
    const before = store({ url });
    await before.stars.star({ ...JUNE, conference, talk: 'fog' }, 0);
    const programme = lighthouseDays(
      lighthouseBut('Fog', { id: 'mist', slots: [hour('2027-05-12', '11:00', 'Net Loft')] }),
    );
    const later = desk({ programme, at: '2027-05-11T08:30Z', store: store({ url }) });
    await later.until('2027-05-11T08:30:10Z');
    expect(await before.stars.starsOf(JUNE)).toEqual(new Map([[conference, new Set(['mist'])]]));
  });

  test('goes at once where talks exchange their numbers, and within a minute elsewhere', async () => {
    const made = await withDigest({}, { programme: lighthouseDays(numbered(lighthouseTalks)) });
    const by = [made.process()];
    await made.until('2027-05-11T08:05Z', { by });
    const { stars } = made.store;
    await stars.star({ ...JUNE, conference, talk: '5' }, made.now);
    const grown = [session('Dawn', '2027-05-11', '08:30'), ...lighthouseTalks];
    made.show(lighthouseDays(numbered(grown)));
    await made.until(made.now + 2000, { by });
    expect(await stars.starsOf(JUNE)).toEqual(new Map([[conference, new Set(['6'])]]));
    const renamed = numbered(grown).map(talk => (talk.id === '6' ? { ...talk, id: 'keepers' } : talk));
    made.show(lighthouseDays(renamed));
    await made.until(made.now + 10_000, { by });
    expect(await stars.starsOf(JUNE)).toEqual(new Map([[conference, new Set(['6'])]]));
    await made.until(made.now + 60_000, { by });
    expect(await stars.starsOf(JUNE)).toEqual(new Map([[conference, new Set(['keepers'])]]));
  });

  test('is moved once, however many processes see the change', async () => {
    const talks = numbered(lighthouseTalks);
    const made = await withDigest({}, { programme: lighthouseDays(talks) });
    const by = [made.process(), made.process(), made.process()];
    await made.until('2027-05-11T08:05Z', { by });
    await made.store.stars.star({ ...JUNE, conference, talk: '1' }, made.now);
    made.show(lighthouseDays(numbered([session('Dawn', '2027-05-11', '08:30'), ...lighthouseTalks])));
    await made.until('2027-05-11T08:10Z', { by });
    expect(await made.store.stars.starsOf(JUNE)).toEqual(new Map([[conference, new Set(['2'])]]));
  });
});

test('talks that came in or changed are news, and those of another event are not', async () => {
  const made = desk({ programme: lighthouseDays(lighthouseTalks), at: '2027-05-01T08:00Z' });
  const process = made.process();
  await made.until('2027-05-01T08:02Z', { by: [process] });
  const { conference } = lighthouseDays([]);
  const news = () => made.store.news.of(conferenceKey(conference));
  expect(await news()).toEqual([]);
  const moved = lighthouseBut('Fog', { slots: [hour('2027-05-11', '12:00')] });
  made.show(lighthouseDays([...moved, session('Beacons', '2027-05-12', '12:00')]));
  await made.until('2027-05-01T08:05Z', { by: [process] });
  expect(await news()).toMatchObject([
    { talkId: 'beacons', change: undefined },
    { talkId: 'fog', change: 'Tue 11 May 11:00 → 12:00' },
  ]);
  made.show(lighthouseDays([session('Tides', '2028-05-11', '12:00'), session('Ebb', '2028-05-11', '13:00')]));
  await made.until('2027-05-01T08:09Z', { by: [process] });
  expect(await news()).toEqual([]);
});
