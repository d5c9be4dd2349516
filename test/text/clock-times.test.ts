import { expect, test } from 'vitest';
import { addMinutes, isTime, plainTimes } from '../../src/text/clock-times.ts';

test.each([
  ['8am', '08:00'],
  ['8 a.m.', '08:00'],
  ['8:30pm', '20:30'],
  ['12am', '00:00'],
  ['12pm', '12:00'],
  ['13pm', '13pm'],
  ['0am', '0am'],
  ['8:00', '08:00'],
  ['8.15', '08:15'],
  ['8h', '08:00'],
  ['8h30', '08:30'],
  ['0800', '08:00'],
  ['1930', '19:30'],
  ['2027', '2027'],
  ['at 8', '08:00'],
  ['AT 20', '20:00'],
  ['8', '8'],
  ['24:00', '24:00'],
  ['23:59', '23:59'],
  ['8:60', '8:60'],
  ['x8:00', 'x8:00'],
  ['8:00x', '8:00x'],
  ['daily at 8, all', 'daily 08:00, all'],
  ['8:00 and 17:30', '08:00 and 17:30'],
  ['', ''],
])('the times of %j are %j', (typed, plain) => {
  expect(plainTimes(typed)).toBe(plain);
});

test.each([
  ['00:00', true],
  ['23:59', true],
  ['24:00', false],
  ['8:00', false],
  ['08:60', false],
  ['08:00 ', false],
])('%j is a time: %s', (text, expected) => {
  expect(isTime(text)).toBe(expected);
});

test.each([
  ['09:59', 1, '10:00'],
  ['10:30', 90, '12:00'],
  ['23:59', 1, '24:00'],
  ['23:00', 240, '24:00'],
])('%s and %i minutes are %s', (time, minutes, later) => {
  expect(addMinutes(time, minutes)).toBe(later);
});
