import { expect, test } from 'vitest';
import type { Change } from '../../src/programme/changes.ts';
import { type News, nextNews } from '../../src/programme/news.ts';
import { talk } from '../support/conference.ts';

const HOUR_MS = 3_600_000;
const NOW = 1000 * HOUR_MS;
const fog = talk({ id: 'fog', title: 'Fog', slots: [] });
const fresh: News = { talkId: 'fog', change: undefined, at: NOW - HOUR_MS };
const renamed: Change = { kind: 'retitled', talk: fog, before: { ...fog, title: 'Mist' } };

function after(known: readonly News[], changes: readonly Change[], ids: readonly [string, string][] = []) {
  return nextNews(known, { changes, newIds: new Map(ids), now: NOW, timeZone: 'UTC' });
}

test.each<[string, readonly News[], readonly Change[], string | undefined]>([
  ['a new talk', [], [{ kind: 'added', talk: fog }], undefined],
  ['a changed talk', [], [renamed], 'Was called “Mist”'],
  [
    'a talk with two changes',
    [],
    [renamed, { kind: 'speakers', talk: fog, before: { ...fog, speakers: [] } }],
    'Was called “Mist”; Speakers: nobody → Ada Lund',
  ],
  ['a cancelled talk that was new', [fresh], [{ kind: 'cancelled', talk: fog }], 'Cancelled'],
  [
    'a talk that changed earlier that day, the latest change first',
    [{ ...fresh, change: 'Net Loft → Quay Hall' }],
    [renamed],
    'Was called “Mist”; Net Loft → Quay Hall',
  ],
])('%s is news from now on', (_, known, changes, change) => {
  expect(after(known, changes)).toEqual([{ talkId: 'fog', change, at: NOW }]);
});

test.each([undefined, 'Net Loft → Quay Hall'])(
  'on another day, a change stands beside the news before it: %s',
  change => {
    const yesterday = { ...fresh, change, at: NOW - 20 * HOUR_MS };
    expect(after([yesterday], [renamed])).toEqual([
      yesterday,
      { talkId: 'fog', change: 'Was called “Mist”', at: NOW },
    ]);
  },
);

test('another way to write a title is no news', () => {
  expect(after([], [{ kind: 'retitled', talk: fog, before: { ...fog, title: 'FOG' } }])).toEqual([]);
});

test('a new talk that changes on its first day is as new as before', () => {
  expect(after([fresh], [renamed])).toEqual([fresh]);
});

test('news follow their talk to its new id, and end after a week', () => {
  const old = { talkId: 'old', change: 'Cancelled', at: NOW - 7 * 24 * HOUR_MS };
  expect(
    after(
      [fresh, old, { ...old, at: old.at + 1 }],
      [],
      [
        ['fog', '17'],
        ['17', 'fog'],
      ],
    ),
  ).toEqual([
    { ...fresh, talkId: '17' },
    { ...old, at: old.at + 1 },
  ]);
});

test('another zone of all talks is no news of each', () => {
  expect(after([], [{ kind: 'zone', talk: fog, before: fog }])).toEqual([]);
});
