import { expect, test } from 'vitest';
import { readClock } from '../../../src/importers/rows/clock.ts';

test.each([
  ['9:20', '09:20:00'],
  ['09:20:30', '09:20:30'],
  ['9.20', '09:20:00'],
  ['9.20 Uhr', '09:20:00'],
  ['9h20', '09:20:00'],
  ['14h', '14:00:00'],
  ['9 am', '09:00:00'],
  ['12 AM', '00:00:00'],
  ['12:30 p.m.', '12:30:00'],
  ['2:30 PM', '14:30:00'],
  ['9', undefined],
  ['24:00', undefined],
  ['9:60', undefined],
  ['13 pm', undefined],
  ['soon', undefined],
  ['', undefined],
])('reads %j as %j', (text, time) => expect(readClock(text)).toBe(time));
