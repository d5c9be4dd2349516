import { describe, expect, test } from 'vitest';
import {
  formatClock,
  formatDay,
  formatLocalTime,
  formatShortDay,
  parseLocalTime,
  readAppTime,
} from '../../../../src/local-slack/page/frame/app-time.ts';

const MORNING = Date.parse('2027-05-11T08:55+02:00');

test('an instant is shown on the clock as it ran then', () => {
  const runs = [
    { from: 1000, shows: 1000, speed: 1 },
    { from: 2000, shows: MORNING, speed: 1 },
    { from: 3000, shows: MORNING + 1000, speed: 60 },
  ];
  const shown = [500, 1500, 2500, 4000].map(real => readAppTime(runs, real));
  expect(shown).toEqual([500, 1500, MORNING + 500, MORNING + 61_000]);
  expect(readAppTime([], 4000)).toBe(4000);
});

describe('a time on the clocks of a zone', () => {
  test.each([
    ['Europe/Madrid', '2027-05-11T08:55', '2027-05-11T06:55Z'],
    ['America/Los_Angeles', '2027-05-11T08:55', '2027-05-11T15:55Z'],
    ['Asia/Kathmandu', '2027-05-11T08:55', '2027-05-11T03:10Z'],
    ['Europe/Madrid', '2027-03-28T03:30', '2027-03-28T01:30Z'],
    ['Europe/Madrid', '2027-10-31T03:30', '2027-10-31T02:30Z'],
  ])('%s %s', (zone, local, instant) => {
    expect(parseLocalTime(zone, local)).toBe(Date.parse(instant));
    expect(formatLocalTime(zone, Date.parse(instant))).toBe(local);
  });
});

test('is written as people read it', () => {
  const written = [formatClock, formatDay, formatShortDay].map(write => write('Europe/Madrid', MORNING));
  expect(written).toEqual(['08:55', 'Tuesday 11 May', 'Tue, 11 May 2027']);
});
