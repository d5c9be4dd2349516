import { describe, expect, test } from 'vitest';
import type { Deliverer } from '../../../src/digests/deliver/deliverer.ts';
import { conferenceKey } from '../../../src/programme/conference.ts';
import { type Desk, type DeskOptions, desk } from '../../support/desk.ts';
import {
  hour,
  lighthouse,
  lighthouseBut,
  lighthouseDays,
  lighthouseTalks,
  session,
} from '../../support/lighthouse-days.ts';
import { database, store } from '../../support/store.ts';

const JUNE = { workspace: 'T1', person: 'U0JUNE0001' };
const MIRA = { workspace: 'T1', person: 'U0MIRA0001' };
const conference = conferenceKey(lighthouse.conference);

/** The evening before, with these stars of June and Mira, and the programme told. */
async function starred(options: Partial<DeskOptions> = {}): Promise<Desk> {
  const made = desk({ programme: lighthouse, at: '2027-05-10T18:00:00Z', ...options });
  for (const talk of ['lamps', 'fog']) await made.store.stars.star({ ...JUNE, conference, talk }, made.now);
  await made.store.stars.star({ ...MIRA, conference, talk: 'lenses' }, made.now);
  await made.until('2027-05-10T18:00:10Z');
  return made;
}

test('those who starred a talk that moved are told what differs, once, and nobody else is', async () => {
  const made = await starred();
  const by = [made.process(), made.process()];
  await made.until('2027-05-10T18:02Z', { by });
  made.show(lighthouseDays(lighthouseBut('Fog', { slots: [hour('2027-05-11', '13:00', 'Net Loft')] })));
  await made.until('2027-05-10T18:10Z', { by });
  expect(made.posted.map(({ channel, text }) => [channel, text])).toEqual([
    [JUNE.person, 'Yours: Fog: Tue 11 May 11:00 → 13:00, Quay Hall → Net Loft'],
  ]);
});

test('what changes within a minute is one message', async () => {
  const made = await starred();
  const process = made.process();
  await made.until('2027-05-10T18:02Z', { by: [process] });
  made.show(lighthouseDays(lighthouseBut('Fog', { slots: [hour('2027-05-12', '11:00')] })));
  await made.until('2027-05-10T18:02:30Z', { by: [process] });
  const both = lighthouseBut('Fog', { slots: [hour('2027-05-12', '11:00')] }).map(talk =>
    talk.title === 'Lamps' ? { ...talk, status: 'cancelled' as const } : talk,
  );
  made.show(lighthouseDays(both));
  await made.until('2027-05-10T18:10Z', { by: [process] });
  expect(made.in(JUNE.person).map(text => text.slice(9))).toEqual([
    'Yours: Lamps: Cancelled (was Tue 11 May 09:00–10:00, Quay Hall); Fog: Tue 11 May 11:00 → Wed 12 May 11:00',
  ]);
});

test('a star goes with its talk when that gets another number', async () => {
  const made = await starred();
  const process = made.process();
  await made.until('2027-05-10T18:02Z', { by: [process] });
  made.show(
    lighthouseDays(
      lighthouseBut('Lenses', { id: 'lenses-2', slots: [hour('2027-05-11', '10:00', 'Net Loft')] }),
    ),
  );
  await made.until('2027-05-10T18:10Z', { by: [process] });
  expect(made.in(MIRA.person).map(text => text.slice(9))).toEqual(['Yours: Lenses: Quay Hall → Net Loft']);
  expect(await made.store.stars.starsOf(MIRA)).toEqual(new Map([[conference, new Set(['lenses-2'])]]));
});

test('nobody is told of what is new, nor who wants no such messages', async () => {
  const made = await starred();
  await made.store.preferences.change(JUNE, { changes: false });
  const process = made.process();
  await made.until('2027-05-10T18:02Z', { by: [process] });
  const more = [...lighthouseBut('Fog', 'gone'), session('Dawn', '2027-05-11', '08:00')];
  made.show(lighthouseDays(more));
  await made.until('2027-05-10T18:10Z', { by: [process] });
  expect(made.posted).toEqual([]);
});

test('who sleeps is told when the quiet hours end', async () => {
  const made = await starred();
  await made.store.preferences.change(JUNE, { quietHours: { from: '20:00', to: '07:00' } });
  const process = made.process();
  await made.until('2027-05-10T18:02Z', { by: [process] });
  made.show(lighthouseDays(lighthouseBut('Fog', 'gone')));
  await made.until('2027-05-11T05:30Z', { by: [process] });
  expect(made.in(JUNE.person)).toEqual([
    '05:00:00 Yours: Fog: Cancelled (was Tue 11 May 11:00–12:00, Quay Hall)',
  ]);
});

const DAWN = session('Dawn', '2027-05-12', '08:00');

/** Fog moves, and then Dawn comes in, for which June sets an alert before. Returns the process that looks. */
async function passEvening(made: Desk): Promise<readonly Deliverer[]> {
  await made.store.alerts.add({ ...JUNE, conference, words: 'dawn' }, [], made.now);
  const by = [made.process()];
  await made.until('2027-05-10T18:02Z', { by });
  const moved = lighthouseBut('Fog', { slots: [hour('2027-05-11', '13:00')] });
  made.show(lighthouseDays(moved));
  await made.until('2027-05-10T18:10Z', { by });
  made.show(lighthouseDays([...moved, DAWN]));
  await made.until('2027-05-10T18:20Z', { by });
  return by;
}

test('all that changes in one quiet night is one message, and reminders stay apart', async () => {
  const made = await starred();
  await made.store.preferences.change(JUNE, {
    quietHours: { from: '20:00', to: '10:55' },
    reminders: 10,
  });
  const by = await passEvening(made);
  const again = lighthouseBut('Fog', { slots: [hour('2027-05-11', '14:00')] });
  made.show(lighthouseDays([...again, DAWN]));
  await made.until('2027-05-10T18:30Z', { by });
  made.now = Date.parse('2027-05-11T08:48Z');
  await made.until('2027-05-11T08:58Z', { by });
  expect(
    made
      .in(JUNE.person)
      .map(text => text.slice(9))
      .sort(),
  ).toEqual([
    'Soon: Lamps',
    'Yours: Fog: Tue 11 May 11:00 → 13:00 + Yours: Fog: Tue 11 May 13:00 → 14:00 + For dawn: Dawn',
  ]);
});

/** The end of June's quiet night in which Fog moved and Dawn, for which she has an alert, came in. */
async function endOfQuietNight(isFindingFirst: boolean) {
  const made = await starred();
  let chance = 1;
  if (isFindingFirst) made.context.random = () => (chance *= 0.99);
  await made.store.preferences.change(JUNE, { quietHours: { from: '20:00', to: '07:00' } });
  const by = await passEvening(made);
  made.now = Date.parse('2027-05-11T05:00Z');
  const pass = async (instant: string) => {
    await made.until(instant, { by });
    return made.in(JUNE.person);
  };
  return { made, pass };
}

const BOTH = 'Yours: Fog: Tue 11 May 11:00 → 13:00 + For dawn: Dawn';

describe.each([
  ['the changes', false],
  ['the finding', true],
])('of messages that are joined to %s', (_, isFindingFirst) => {
  test('all come as one later if Slack refuses it', async () => {
    const { made, pass } = await endOfQuietNight(isFindingFirst);
    made.answers.push({ kind: 'refused', retryAfterMs: 60_000, reason: 'ratelimited' });
    expect(await pass('2027-05-11T05:00:05Z')).toEqual([]);
    expect(await pass('2027-05-11T05:10Z')).toEqual([`05:01:00 ${BOTH}`]);
    expect(await made.store.deliveries.countByState()).toEqual([{ state: 'posted', count: 2 }]);
  });

  test('only the finding comes later if Slack refuses it and the person stops changes meanwhile', async () => {
    const { made, pass } = await endOfQuietNight(isFindingFirst);
    made.answers.push({ kind: 'refused', retryAfterMs: 60_000, reason: 'ratelimited' });
    await pass('2027-05-11T05:00:05Z');
    await made.store.preferences.change(JUNE, { changes: false });
    expect((await pass('2027-05-11T05:10Z')).map(text => text.slice(9))).toEqual(['For dawn: Dawn']);
  });

  test('all come as one if the process ends while it is sent', async () => {
    const { made, pass } = await endOfQuietNight(isFindingFirst);
    const { post } = made.context;
    made.context.post = () => Promise.reject(new Error('The process ended here.'));
    expect(await pass('2027-05-11T05:00:05Z')).toEqual([]);
    made.context.post = post;
    expect((await pass('2027-05-11T05:10Z')).map(text => text.slice(9))).toEqual([BOTH]);
  });
});

test('what is too much for one message comes in several, each once', async () => {
  const made = await starred();
  await made.store.preferences.change(JUNE, { quietHours: { from: '20:00', to: '07:00' } });
  const by = [made.process()];
  await made.until('2027-05-10T18:02Z', { by });
  for (const at of [12, 13, 14, 15, 16]) {
    made.show(lighthouseDays(lighthouseBut('Fog', { slots: [hour('2027-05-11', `${at}:00`)] })));
    await made.until(made.now + 10 * 60_000, { by });
  }
  await made.until('2027-05-11T05:30Z', { by });
  const told = made.in(JUNE.person);
  expect(told).toHaveLength(2);
  expect(
    told
      .join(' ')
      .match(/→ \d\d/g)
      ?.sort(),
  ).toEqual(['→ 12', '→ 13', '→ 14', '→ 15', '→ 16']);
});

test('a process that ended between telling and remembering tells nobody twice, and forgets nobody', async () => {
  const url = database();
  const before = await starred({ store: store({ url }) });
  await before.until('2027-05-10T18:02Z', { by: [before.process()] });
  const changed = lighthouseDays(lighthouseBut('Fog', 'gone'));
  const ending = store({ url });
  ending.snapshots.replace = () => Promise.reject(new Error('The process ended here.'));
  const dying = desk({
    programme: changed,
    at: '2027-05-10T18:05Z',
    store: ending,
    posted: before.posted,
  });
  await dying.until('2027-05-10T18:05:10Z');
  const after = desk({
    programme: changed,
    at: '2027-05-10T18:06Z',
    store: store({ url }),
    posted: before.posted,
  });
  await after.until('2027-05-10T18:06:20Z');
  expect(after.in(JUNE.person).map(text => text.slice(9))).toEqual([
    'Yours: Fog: Cancelled (was Tue 11 May 11:00–12:00, Quay Hall)',
  ]);
});

test('many people who starred the same talk are told once each', async () => {
  const made = desk({ programme: lighthouseDays(lighthouseTalks), at: '2027-05-10T18:00:00Z' });
  const people = Array.from({ length: 120 }, (_, at) => `U${1000 + at}`);
  for (const person of people)
    await made.store.stars.star({ workspace: 'T1', person, conference, talk: 'fog' }, made.now);
  const process = made.process();
  await made.until('2027-05-10T18:00:10Z', { by: [process] });
  made.show(lighthouseDays(lighthouseBut('Fog', 'gone')));
  await made.until('2027-05-10T18:03Z', { by: [process] });
  expect(made.posted.map(({ channel }) => channel).sort()).toEqual(people);
});

test('a change that waits for the end of quiet hours is not told to those who stopped these meanwhile', async () => {
  const made = await starred();
  const process = made.process();
  await made.store.preferences.change(JUNE, { quietHours: { from: '19:00', to: '21:00' } });
  await made.until('2027-05-10T18:02Z', { by: [process] });
  made.show(lighthouseDays(lighthouseBut('Fog', { slots: [hour('2027-05-11', '13:00')] })));
  await made.until('2027-05-10T18:10Z', { by: [process] });
  await made.store.preferences.change(JUNE, { changes: false });
  await made.until('2027-05-10T19:10Z', { by: [process] });
  expect(made.posted).toEqual([]);
});
