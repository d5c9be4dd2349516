import { expect, test } from 'vitest';
import type { Preferences } from '../../../src/people/preferences.ts';
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
