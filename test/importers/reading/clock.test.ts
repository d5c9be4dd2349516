import { expect, test } from 'vitest';
import { joinClocks, readBareClock, readClock, readEndClock } from '../../../src/importers/reading/clock.ts';

test.each([
  ['9:20', '09:20:00'],
  ['09:20:30', '09:20:30'],
  ['9.20', '09:20:00'],
  ['9.20 Uhr', '09:20:00'],
  ['14 Uhr 30', '14:30:00'],
  ['um 9 Uhr', '09:00:00'],
  ['9h20', '09:20:00'],
  ['14h', '14:00:00'],
  ['à 14 h', '14:00:00'],
  ['a las 9:30', '09:30:00'],
  ['1430h', '14:30:00'],
  ['9 am', '09:00:00'],
  ['9:00: AM', '09:00:00'],
  ['12 AM', '00:00:00'],
  ['12:30 p.m.', '12:30:00'],
  ['2:30 p. m.', '14:30:00'],
  ['13:30 PM', '13:30:00'],
  ['\uff19\uff1a\uff13\uff10', '09:30:00'],
  ['9.30 uur', '09:30:00'],
  ['9u30', '09:30:00'],
  ['vanaf 9 uur', '09:00:00'],
  ['9h30min', '09:30:00'],
  ['ore 9.30', '09:30:00'],
  ['ca. 9:30', '09:30:00'],
  ['~9:30', '09:30:00'],
  ['2 Uhr nachmittags', '14:00:00'],
  ['9 Uhr morgens', '09:00:00'],
  ['3 de la tarde', '15:00:00'],
  ['9h30 du matin', '09:30:00'],
  ['9 in the evening', '21:00:00'],
  ['9:30 (45 min)', '09:30:00'],
  ['9:30 (UTC)', undefined],
  ['noon', '12:00:00'],
  ['12 noon', '12:00:00'],
  ['Mediodía', '12:00:00'],
  ['midnight', '00:00:00'],
  ['24:00', '24:00:00'],
  ['25:30', '25:30:00'],
  ['30:00', undefined],
  ['9', undefined],
  ['0900', undefined],
  ['9:60', undefined],
  ['14 am', undefined],
  ['24 pm', undefined],
  ['soon', undefined],
  ['', undefined],
  ['9'.repeat(100_000), undefined],
])('reads %.40j as %j', (text, time) => expect(readClock(text)).toBe(time));

test('takes midnight for the end of a day where something ends', () =>
  expect(['midnight', '12 Mitternacht', '00:00', 'noon'].map(readEndClock)).toEqual([
    '24:00:00',
    '24:00:00',
    '00:00:00',
    '12:00:00',
  ]));

test('takes four digits for a time where asked to', () =>
  expect(['0900', '1430', '900', '2460'].map(readBareClock)).toEqual([
    '09:00:00',
    '14:30:00',
    undefined,
    undefined,
  ]));

test.each([
  ['2:30', '3:45pm', '14:30:00', '15:45:00'],
  ['9', '10am', '09:00:00', '10:00:00'],
  ['11:30', '12:45pm', '11:30:00', '12:45:00'],
  ['10', '12 pm', '10:00:00', '12:00:00'],
  ['10', '12am', '22:00:00', '00:00:00'],
  ['11am', '12:30', '11:00:00', '12:30:00'],
  ['9pm', '1', '21:00:00', '01:00:00'],
  ['9am', '14:00', '09:00:00', '14:00:00'],
  ['10', '10:45', '10:00:00', '10:45:00'],
  ['22', '24 Uhr', '22:00:00', '24:00:00'],
  ['noon', '1', '12:00:00', '13:00:00'],
  ['van 9:30', '10:15 uur', '09:30:00', '10:15:00'],
  ['dalle ore 9:30', 'ore 10:15', '09:30:00', '10:15:00'],
  ['8', 'midnight', '20:00:00', '24:00:00'],
  ['0900', '1030h', '09:00:00', '10:30:00'],
  ['22:00', 'midnight', '22:00:00', '24:00:00'],
])('reads from %s to %s as %s to %s', (from, to, start, end) =>
  expect(joinClocks(from, to)).toEqual({ start, end }),
);

test.each([
  ['9', '10'],
  ['2026', '2027'],
  ['2027', '9:00'],
])('takes %s and %s for no times', (from, to) => expect(joinClocks(from, to)).toBeUndefined());
