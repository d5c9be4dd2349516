import { expect, it } from 'vitest';
import { isTimeZone, offsetSecondsOf } from '../../src/local-slack/time-zone.ts';

it.each([
  ['Europe/Madrid', Date.UTC(2027, 0, 1), 3600],
  ['Europe/Madrid', Date.UTC(2027, 6, 1, 0, 0, 0, 999), 7200],
  ['Asia/Kathmandu', Date.UTC(2027, 0, 1), 20_700],
  ['America/Los_Angeles', Date.UTC(2027, 0, 1), -28_800],
  ['UTC', Date.UTC(2027, 0, 1), 0],
])('knows how far %s is from Greenwich', (zone, instant, expected) => {
  expect(offsetSecondsOf(zone, instant)).toBe(expected);
});

it('knows a zone from a town', () => {
  expect(['Europe/Madrid', 'Madrid', ''].map(isTimeZone)).toEqual([true, false, false]);
});
