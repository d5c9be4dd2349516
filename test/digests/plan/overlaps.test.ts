import { expect, test } from 'vitest';
import { overlapsOf } from '../../../src/digests/plan/overlaps.ts';
import { programme, talk } from '../../support/conference.ts';
import { digest } from '../../support/digests.ts';
import { lighthouseDays, session } from '../../support/lighthouse-days.ts';
import { loadedWith } from '../../support/loaded.ts';

const loaded = loadedWith(
  lighthouseDays([
    session('Lamps', '2027-05-11', '09:00', { track: 'Storage' }),
    session('Fog', '2027-05-11', '10:00', { track: 'People' }),
    session('Keepers', '2027-05-12', '09:00', { track: 'Storage' }),
  ]),
);
const at = { loaded, now: Date.parse('2027-05-01T00:00Z'), before: undefined };

test.each<[string, Parameters<typeof digest>[0], Parameters<typeof digest>[0], boolean]>([
  ['of everything', {}, {}, true],
  ['of a track and of everything', { filters: 'track:storage' }, {}, true],
  ['of two tracks', { filters: 'track:storage' }, { filters: 'track:people' }, false],
  ['of other days', { days: ['2027-05-11'] }, { days: ['2027-05-12'] }, false],
  ['of a day and of its weekday', { days: ['2027-05-11'] }, { weekdays: [2] }, true],
  ['of other weekdays', { weekdays: [3] }, { weekdays: [2] }, false],
  ['of a track on a day on which it has nothing', { filters: 'track:people' }, { weekdays: [3] }, false],
  ['for the evening before and for the morning', { eve: true }, {}, false],
  ['of a week and of its days', { span: 'week' }, {}, false],
  ['of two weeks', { span: 'week', weekdays: [1] }, { span: 'week', weekdays: [2] }, true],
  ['of which one is paused', {}, { paused: true }, false],
  ['of which the other is paused', { paused: true }, {}, false],
  ['of which one has changes only', {}, { onlyChanges: true }, false],
  ['of which the other has changes only', { onlyChanges: true }, {}, false],
])('digests %s: %#', (_of, one, other, isOverlap) => {
  const there = digest({ id: 'there', ...other });
  expect(overlapsOf(digest(one), [digest(one), there], at)).toEqual(isOverlap ? [there] : []);
});

test('what is over overlaps nothing', () => {
  const there = digest({ id: 'there' });
  expect(overlapsOf(digest(), [there], { ...at, now: Date.parse('2027-06-01T00:00Z') })).toEqual([]);
});

test('a day on which the digest is no longer posted overlaps nothing', () => {
  const there = digest({ id: 'there' });
  const overlaps = (now: string) =>
    overlapsOf(digest({ filters: 'track:people' }), [there], { ...at, now: Date.parse(now) });
  expect([overlaps('2027-05-11T05:00Z'), overlaps('2027-05-11T07:00Z')]).toEqual([[there], []]);
});

test.each<[string, Parameters<typeof digest>[0], boolean]>([
  ['the same sessions', { timeOfDay: '07:00' }, false],
  ['none of them', { filters: 'track:people', weekdays: [3] }, true],
  ['fewer of them', { weekdays: [2] }, true],
  ['none, since it was paused', { paused: true }, true],
  ['none, since it came the evening before', { eve: true }, true],
  ['none, since it had changes only', { onlyChanges: true }, true],
  ['none there, since it was for another channel', { channel: 'C0CORRIDOR' }, true],
])('a digest that shared %s before a change overlaps: %#', (_what, given, isOverlap) => {
  const there = digest({ id: 'there' });
  const before = digest(given);
  expect(overlapsOf(digest(), [there], { ...at, before })).toEqual(isOverlap ? [there] : []);
});

test('digests of a conference without times overlap by their talks', () => {
  const timeless = { ...at, loaded: loadedWith(programme([talk({ track: 'Storage' })])) };
  const there = digest({ id: 'there' });
  expect(overlapsOf(digest({ filters: 'track:storage' }), [there], timeless)).toEqual([there]);
  expect(overlapsOf(digest({ filters: '-track:storage' }), [there], timeless)).toEqual([]);
});
