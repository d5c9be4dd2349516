import { expect, test } from 'vitest';
import type { Preferences } from '../../../src/people/preferences.ts';
import { conferenceKey } from '../../../src/programme/conference.ts';
import type { Talk } from '../../../src/programme/talk.ts';
import { type Desk, type DeskOptions, desk } from '../../support/desk.ts';
import {
  hour,
  lighthouse,
  lighthouseBut,
  lighthouseDays,
  lighthouseTalks,
  session,
} from '../../support/lighthouse-days.ts';
import { loadedWith } from '../../support/loaded.ts';
import { database, store } from '../../support/store.ts';

const JUNE = { workspace: 'T1', person: 'U0JUNE0001' };
const MIRA = { workspace: 'T1', person: 'U0MIRA0001' };
const conference = conferenceKey(lighthouse.conference);

/** June's desk at a quarter to nine, where she starred these talks and wants to be reminded ten minutes before. */
async function starred(
  talks: readonly string[],
  chosen: Partial<Preferences> = { reminders: 10 },
  options: Partial<DeskOptions> = {},
): Promise<Desk> {
  const made = desk({ programme: lighthouse, at: '2027-05-11T08:40:00Z', ...options });
  for (const talk of talks) await made.store.stars.star({ ...JUNE, conference, talk }, made.now);
  await made.store.preferences.change(JUNE, chosen);
  return made;
}

test.each([
  [5, '08:55:00 Soon: Lamps'],
  [10, '08:50:00 Soon: Lamps'],
  [15, '08:45:00 Soon: Lamps'],
] as const)('a person is reminded %d minutes before a talk, once', async (reminders, notice) => {
  const made = await starred(['lamps'], { reminders });
  await made.until('2027-05-11T09:10Z', { by: [made.process(), made.process()] });
  expect(made.in(JUNE.person)).toEqual([notice]);
});

test('nobody is reminded who did not choose it, or has not starred the talk', async () => {
  const made = await starred(['lamps'], { reminders: 'off' });
  await made.store.stars.star({ ...MIRA, conference, talk: 'lamps' }, made.now);
  await made.store.stars.star({ ...MIRA, workspace: 'T2', conference, talk: 'lenses' }, made.now);
  await made.store.preferences.change(MIRA, { reminders: undefined });
  await made.store.preferences.change({ ...MIRA, person: 'U0OTHER001' }, { reminders: 10 });
  await made.until('2027-05-11T12:10Z');
  expect(made.posted).toEqual([]);
});

test('talks that start together are one message', async () => {
  const made = await starred(['lamps', 'beacons'], undefined, {
    programme: lighthouseDays([...lighthouseTalks, session('Beacons', '2027-05-11', '09:00')]),
  });
  await made.until('2027-05-11T09:10Z');
  expect(made.in(JUNE.person)).toEqual(['08:50:00 Soon: Beacons, Lamps']);
});

test('a reminder moves with its talk, and one that was given holds for a talk that is late', async () => {
  const made = await starred(['lamps', 'lenses']);
  await made.store.preferences.change(JUNE, { changes: false });
  const process = made.process();
  await made.until('2027-05-11T08:52Z', { by: [process] });
  const late = lighthouseBut('Lamps', {
    slots: [{ ...hour('2027-05-11', '09:00'), start: '2027-05-11T09:20:00+00:00' }],
  }).map(talk => (talk.title === 'Lenses' ? { ...talk, slots: [hour('2027-05-11', '13:00')] } : talk));
  made.show(lighthouseDays(late));
  await made.until('2027-05-11T13:10Z', { by: [process] });
  expect(made.in(JUNE.person)).toEqual(['08:50:00 Soon: Lamps', '12:50:00 Soon: Lenses']);
});

test('a talk that is put off by an hour has its reminder again', async () => {
  const made = await starred(['lamps'], { reminders: 10, changes: false });
  const process = made.process();
  await made.until('2027-05-11T08:52Z', { by: [process] });
  made.show(lighthouseDays(lighthouseBut('Lamps', { slots: [hour('2027-05-11', '10:00')] })));
  await made.until('2027-05-11T10:10Z', { by: [process] });
  expect(made.in(JUNE.person)).toEqual(['08:50:00 Soon: Lamps', '09:50:00 Soon: Lamps']);
});

test('a talk that is put off until the afternoon has its reminder again', async () => {
  const made = await starred(['lamps'], { reminders: 10, changes: false });
  const process = made.process();
  await made.until('2027-05-11T08:52Z', { by: [process] });
  made.show(lighthouseDays(lighthouseBut('Lamps', { slots: [hour('2027-05-11', '16:00')] })));
  await made.until('2027-05-11T16:10Z', { by: [process] });
  expect(made.in(JUNE.person)).toEqual(['08:50:00 Soon: Lamps', '15:50:00 Soon: Lamps']);
});

test('what is cancelled has none, nor what was starred too late', async () => {
  const made = await starred(['fog']);
  const process = made.process();
  await made.until('2027-05-11T08:56Z', { by: [process] });
  await made.store.stars.star({ ...JUNE, conference, talk: 'lamps' }, made.now);
  made.show(lighthouseDays(lighthouseBut('Fog', { status: 'cancelled' })));
  await made.store.preferences.change(JUNE, { changes: false });
  await made.until('2027-05-11T11:10Z', { by: [process] });
  expect(made.in(JUNE.person)).toEqual([]);
});

test('quiet hours are quiet', async () => {
  const made = await starred(['lamps', 'lenses'], {
    reminders: 10,
    quietHours: { from: '22:00', to: '11:00' },
  });
  await made.until('2027-05-11T10:10Z');
  expect(made.in(JUNE.person)).toEqual(['09:50:00 Soon: Lenses']);
});

test('quiet hours that end before the talk begins put its reminder off until then', async () => {
  const made = await starred(['lamps'], { reminders: 10, quietHours: { from: '22:00', to: '10:57' } });
  await made.until('2027-05-11T09:10Z');
  expect(made.in(JUNE.person)).toEqual(['08:57:00 Soon: Lamps']);
});

test('a process that starts anew reminds nobody twice', async () => {
  const url = database();
  const before = await starred(['lamps'], undefined, { store: store({ url }) });
  await before.until('2027-05-11T08:51Z');
  const later = desk({
    programme: lighthouse,
    at: '2027-05-11T08:52Z',
    store: store({ url }),
    posted: before.posted,
  });
  await later.until('2027-05-11T09:10Z');
  expect(later.in(JUNE.person)).toEqual(['08:50:00 Soon: Lamps']);
});

test('talks of a conference that runs beside the one that answers have their reminders, too', async () => {
  const beside = {
    ...lighthouse,
    conference: { ...lighthouse.conference, name: 'Harbour Days', folder: 'harbour' },
  };
  const made = await starred(['lamps']);
  await made.store.stars.star({ ...JUNE, conference: 'Harbour Days', talk: 'lamps' }, made.now);
  await made.store.stars.star({ ...MIRA, conference: 'Harbour Days', talk: 'lenses' }, made.now);
  await made.store.preferences.change(MIRA, { reminders: 5 });
  const { current } = made.context;
  const open = () => loadedWith(beside);
  made.context.current = () => ({
    ...current(),
    others: [{ name: 'Harbour Days', programme: beside, open }],
  });
  const folders: string[] = [];
  const { starredSoon } = made.context.messages;
  made.context.messages.starredSoon = (sessions, context) => {
    folders.push(context.folder);
    return starredSoon(sessions, context);
  };
  await made.until('2027-05-11T10:10Z', { by: [made.process(), made.process()] });
  expect(made.in(JUNE.person).map(text => text.slice(9))).toEqual(['Soon: Lamps', 'Soon: Lamps']);
  expect(made.in(MIRA.person)).toEqual(['09:55:00 Soon: Lenses']);
  expect(new Set(folders)).toEqual(new Set(['', 'harbour']));
});

/** A reminder of two talks at nine that waits until three minutes before, as the person's quiet hours end then. */
async function waitingReminder() {
  const programme = lighthouseDays([...lighthouseTalks, session('Beacons', '2027-05-11', '09:00')]);
  const chosen = { reminders: 10, quietHours: { from: '22:00', to: '10:57' }, changes: false } as const;
  const made = await starred(['lamps', 'beacons'], chosen, { programme });
  const process = made.process();
  await made.until('2027-05-11T08:52Z', { by: [process] });
  const pass = (instant: string) => made.until(instant, { by: [process] });
  const showLamps = (change: Partial<Talk>) =>
    made.show(
      lighthouseDays(programme.talks.map(talk => (talk.id === 'lamps' ? { ...talk, ...change } : talk))),
    );
  return { made, pass, showLamps };
}

test('a reminder that waits says what holds when it is sent', async () => {
  const moved = await waitingReminder();
  moved.showLamps({ slots: [hour('2027-05-11', '10:00')] });
  await moved.pass('2027-05-11T10:10Z');
  expect(moved.made.in(JUNE.person)).toEqual(['08:57:00 Soon: Beacons', '09:50:00 Soon: Lamps']);
  const cancelled = await waitingReminder();
  cancelled.showLamps({ status: 'cancelled' });
  await cancelled.pass('2027-05-11T09:10Z');
  expect(cancelled.made.in(JUNE.person)).toEqual(['08:57:00 Soon: Beacons']);
});

test('a talk that is put off by some minutes while its reminder waits has one for the new time', async () => {
  const { made, pass, showLamps } = await waitingReminder();
  await made.store.stars.unstar({ ...JUNE, conference, talk: 'beacons' });
  showLamps({ slots: [{ ...hour('2027-05-11', '09:00'), start: '2027-05-11T09:05:00+00:00' }] });
  await pass('2027-05-11T09:10Z');
  expect(made.in(JUNE.person).map(text => text.slice(9))).toEqual(['Soon: Lamps']);
});

test('a reminder that waits is not sent to those who unstarred its talks, or want none any more', async () => {
  const unstarred = await waitingReminder();
  for (const talk of ['lamps', 'beacons'])
    await unstarred.made.store.stars.unstar({ ...JUNE, conference, talk });
  await unstarred.pass('2027-05-11T09:10Z');
  const unwanted = await waitingReminder();
  await unwanted.made.store.preferences.change(JUNE, { reminders: 'off' });
  await unwanted.pass('2027-05-11T09:10Z');
  expect([unstarred.made.posted, unwanted.made.posted]).toEqual([[], []]);
});

test('a reminder that Slack refuses for a while is not sent once its talk has moved', async () => {
  const made = await starred(['lamps']);
  await made.store.preferences.change(JUNE, { changes: false });
  const process = made.process();
  made.answers.push({ kind: 'refused', retryAfterMs: 300_000, reason: 'ratelimited' });
  await made.until('2027-05-11T08:52Z', { by: [process] });
  made.show(lighthouseDays(lighthouseBut('Lamps', { slots: [hour('2027-05-11', '13:00')] })));
  await made.until('2027-05-11T13:10Z', { by: [process] });
  expect(made.in(JUNE.person)).toEqual(['12:50:00 Soon: Lamps']);
});
