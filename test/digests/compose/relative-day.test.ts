import { expect, test } from 'vitest';
import { relativeDay } from '../../../src/digests/compose/relative-day.ts';

const DAY = '2027-05-11';

/** From an instant on, for so many hours. */
function posted(from: string, hours: number) {
  const start = Date.parse(from);
  return { from: start, until: start + hours * 3_600_000 };
}

test.each([
  ['in the morning', '2027-05-11T08:00+02:00', 3, 'today'],
  ['the evening before', '2027-05-10T18:00+02:00', 3, 'tomorrow'],
  ['the evening before, until midnight', '2027-05-10T21:00+02:00', 3, 'tomorrow'],
  ['late in the evening before, perhaps behind midnight', '2027-05-10T21:01+02:00', 3, 'another day'],
  ['late in the evening of the day', '2027-05-11T22:00+02:00', 3, 'another day'],
  ['two days before', '2027-05-09T08:00+02:00', 3, 'another day'],
  ['the day after', '2027-05-12T08:00+02:00', 0, 'another day'],
  ['in a preview at midnight', '2027-05-11T00:00+02:00', 0, 'today'],
])('posted %s', (_when, from, hours, words) => {
  expect(relativeDay(DAY, posted(from, hours), ['Europe/Madrid'])).toBe(words);
});

test('a day is called today only where it is today in both zones', () => {
  const zones = ['Europe/Madrid', 'America/Los_Angeles'];
  expect(relativeDay(DAY, posted('2027-05-11T08:00+02:00', 3), zones)).toBe('another day');
  expect(relativeDay(DAY, posted('2027-05-11T11:00+02:00', 3), zones)).toBe('today');
  expect(relativeDay(DAY, posted('2027-05-10T23:00+02:00', 0), zones)).toBe('tomorrow');
});
