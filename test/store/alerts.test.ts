import { expect, test } from 'vitest';
import type { Alert } from '../../src/people/stars.ts';
import type { ToldTalks } from '../../src/store/alerts.ts';
import { database, store } from '../support/store.ts';

const JUNE = { workspace: 'T1', person: 'U0JUNE0001' };
const fog = { ...JUNE, conference: 'Lighthouse Days', words: 'fog' };

test('keeps the words that a person waits for, each once, with the talks that they know', async () => {
  const url = database();
  const { alerts } = store({ url });
  expect(await alerts.add(fog, ['a'], 2000)).toBe(true);
  expect(await alerts.add(fog, ['b'], 3000)).toBe(false);
  await alerts.add({ ...fog, words: 'beacons' }, [], 1000);
  await alerts.add({ ...fog, conference: 'Harbour' }, [], 1000);
  await alerts.add({ ...fog, workspace: 'T2' }, [], 1000);
  expect(await store({ url }).alerts.wordsOf(JUNE, 'Lighthouse Days')).toEqual(['beacons', 'fog']);
  const known = { ...fog, told: new Set(['a']) };
  const recorded: (readonly Alert[])[] = [];
  const record = (update: ToldTalks) =>
    alerts.recordTold([update], those => {
      recorded.push(those);
      return undefined;
    });
  expect(await record({ alert: known, told: ['a', 'c'] })).toBe(true);
  expect(await record({ alert: known, told: ['a', 'b'] })).toBe(false);
  expect(recorded).toEqual([[known], []]);
  expect(
    (await alerts.all('Lighthouse Days')).map(({ words, workspace, told }) => [workspace, words, [...told]]),
  ).toEqual([
    ['T1', 'beacons', []],
    ['T2', 'fog', []],
    ['T1', 'fog', ['a', 'c']],
  ]);
  expect([await alerts.remove(fog), await alerts.remove(fog)]).toEqual([true, false]);
  expect(await alerts.wordsOf(JUNE, 'Lighthouse Days')).toEqual(['beacons']);
});

test('an alert of a rehearsal is not known on the real day', async () => {
  const url = database();
  await store({ url, run: 'rehearsal' }).alerts.add(fog, [], 1000);
  expect(await store({ url }).alerts.all('Lighthouse Days')).toEqual([]);
});
