import { expect, test } from 'vitest';
import { conferenceKey } from '../../../src/programme/conference.ts';
import type { Talk } from '../../../src/programme/talk.ts';
import { type Desk, desk } from '../../support/desk.ts';
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
const conference = conferenceKey(lighthouse.conference);

async function waiting(words: string, told: readonly string[], url = database()): Promise<Desk> {
  const made = desk({ programme: lighthouse, at: '2027-05-10T18:00:00Z', store: store({ url }) });
  await made.store.alerts.add({ ...JUNE, conference, words }, told, made.now);
  await made.until('2027-05-10T18:00:10Z');
  return made;
}

/** What June is told within ten minutes after the programme has these talks. */
async function toldAfter(made: Desk, talks: readonly Talk[]): Promise<readonly string[]> {
  const process = made.process();
  await made.until(made.now + 120_000, { by: [process] });
  made.show(lighthouseDays(talks));
  await made.until(made.now + 600_000, { by: [process] });
  return made.in(JUNE.person).map(text => text.slice(9));
}

test('a new talk that matches is told, once, and one that matched before is not', async () => {
  const made = await waiting('fog', ['fog', 'foghorns']);
  const more = [...lighthouseTalks, session('Fog at dawn', '2027-05-12', '08:00')];
  expect(await toldAfter(made, more)).toEqual(['For fog: Fog at dawn']);
  const evenMore = [...more, session('Beacons', '2027-05-12', '12:00')];
  expect(await toldAfter(made, evenMore)).toEqual(['For fog: Fog at dawn']);
});

test('a talk whose text changes so that it matches is told', async () => {
  const made = await waiting('mirrors', []);
  const changed = lighthouseBut('Lamps', { abstract: 'How mirrors make a small lamp shine far.' });
  expect(await toldAfter(made, changed)).toEqual(['For mirrors: Lamps']);
});

test('a talk with another number is the same, and a cancelled one is none', async () => {
  const made = await waiting('fog', ['fog', 'foghorns']);
  const changed = [
    ...lighthouseBut('Fog', { id: 'fog-2' }),
    session('Fog at dawn', '2027-05-12', '08:00', { status: 'cancelled' }),
  ];
  expect(await toldAfter(made, changed)).toEqual([]);
});

test('a person who removed the alert is told nothing', async () => {
  const made = await waiting('fog', []);
  expect(await made.store.alerts.remove({ ...JUNE, conference, words: 'fog' })).toBe(true);
  expect(await toldAfter(made, [...lighthouseTalks, session('Fog at dawn', '2027-05-12', '08:00')])).toEqual(
    [],
  );
});

test('a talk that matches several alerts of a person is told once', async () => {
  const made = await waiting('fog', ['fog', 'foghorns']);
  await made.store.alerts.add({ ...JUNE, conference, words: 'dawn' }, [], made.now);
  const more = [...lighthouseTalks, session('Fog at dawn', '2027-05-12', '08:00')];
  expect(await toldAfter(made, more)).toEqual(['For dawn and fog: Fog at dawn']);
  const evenMore = [
    ...more,
    session('Dawn', '2027-05-12', '09:00'),
    session('Fogbanks', '2027-05-12', '10:00'),
  ];
  expect((await toldAfter(made, evenMore)).slice(1)).toEqual(['For dawn and fog: Dawn, Fogbanks']);
});

test('a starred talk that changed so that it matches is told once, as a change', async () => {
  const made = await waiting('mirrors', []);
  await made.store.stars.star({ ...JUNE, conference, talk: 'lamps' }, made.now);
  const changed = lighthouseBut('Lamps', {
    abstract: 'How mirrors make a small lamp shine far.',
    slots: [hour('2027-05-11', '13:00')],
  });
  expect(await toldAfter(made, changed)).toEqual(['Yours: Lamps: Tue 11 May 09:00 → 13:00']);
  const more = [...changed, session('Mirrors', '2027-05-12', '08:00')];
  expect((await toldAfter(made, more)).slice(1)).toEqual(['For mirrors: Mirrors']);
});

test('a starred talk is told as a match to those who want no word of changes', async () => {
  const made = await waiting('mirrors', []);
  await made.store.stars.star({ ...JUNE, conference, talk: 'lamps' }, made.now);
  await made.store.preferences.change(JUNE, { changes: false });
  const changed = lighthouseBut('Lamps', { abstract: 'Mirrors.', slots: [hour('2027-05-11', '13:00')] });
  expect(await toldAfter(made, changed)).toEqual(['For mirrors: Lamps']);
});

test('an alert that is removed while it is told is not named', async () => {
  const made = await waiting('fog', ['fog', 'foghorns']);
  const dawn = { ...JUNE, conference, words: 'dawn' };
  await made.store.alerts.add(dawn, [], made.now);
  const { alerts } = made.context.store;
  const all = alerts.all.bind(alerts);
  const removing = async (key: string) => {
    const read = await all(key);
    await alerts.remove(dawn);
    return read;
  };
  alerts.all = removing;
  const more = [...lighthouseTalks, session('Fog at dawn', '2027-05-12', '08:00')];
  expect(await toldAfter(made, more)).toEqual(['For fog: Fog at dawn']);
});

test('what another process tells meanwhile is not told again, and the rest is', async () => {
  const made = await waiting('fog', ['fog', 'foghorns']);
  const { alerts } = made.context.store;
  const all = alerts.all.bind(alerts);
  alerts.all = async key => {
    const read = await all(key);
    alerts.all = all;
    for (const alert of read)
      await alerts.recordTold([{ alert, told: [...alert.told, 'fog at dawn'] }], () => undefined);
    return read;
  };
  const more = ['Fog at dawn', 'Fog at dusk'].map(title => session(title, '2027-05-12', '08:00'));
  expect(await toldAfter(made, [...lighthouseTalks, ...more])).toEqual(['For fog: Fog at dusk']);
});

test('a process that ended between telling and remembering tells nobody twice', async () => {
  const url = database();
  const made = await waiting('fog', ['fog', 'foghorns'], url);
  const more = [...lighthouseTalks, session('Fog at dawn', '2027-05-12', '08:00')];
  made.context.store.snapshots.replace = () => Promise.reject(new Error('The process ended here.'));
  await toldAfter(made, more);
  const after = desk({
    programme: lighthouseDays(more),
    at: made.now,
    store: store({ url }),
    posted: made.posted,
  });
  await after.until(after.now + 20_000);
  expect(after.in(JUNE.person).map(text => text.slice(9))).toEqual(['For fog: Fog at dawn']);
});
