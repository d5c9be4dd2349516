import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import {
  dateOf,
  epochOf,
  findProgrammeDay,
  formatDay,
  formatSlot,
  instantOf,
  placeMoment,
  programmeDay,
  timeOf,
  toMoment,
} from '../../src/programme/moment.ts';
import { cases } from '../support/cases.ts';

describe('placeMoment', () => {
  test.each([
    ['2027-05-11T09:00', 'Europe/Madrid', '2027-05-11T09:00:00+02:00'],
    ['2027-05-11 09:00', 'Europe/Madrid', '2027-05-11T09:00:00+02:00'],
    ['2027-05-11T07:00:00Z', 'Europe/Madrid', '2027-05-11T09:00:00+02:00'],
    ['2027-05-11T12:30:00+05:30', 'Europe/Madrid', '2027-05-11T09:00:00+02:00'],
    ['2027-05-11T09:00', undefined, '2027-05-11T09:00:00'],
    ['2027-05-11T09:00+02:00', undefined, '2027-05-11T09:00:00+02:00'],
    ['2027-05-11T09:00Z', undefined, '2027-05-11T09:00:00+00:00'],
    // The night the clocks go forward, and the one they go back.
    ['2027-03-28T02:30', 'Europe/Madrid', '2027-03-28T03:30:00+02:00'],
    ['2027-10-31T02:30', 'Europe/Madrid', '2027-10-31T02:30:00+02:00'],
    ['soon', 'Europe/Madrid', undefined],
    ['2027-02-30T09:00', 'Europe/Madrid', undefined],
    ['2027-05-11T25:00Z', undefined, undefined],
    ['', undefined, undefined],
  ])('reads %s in %s as %s', (text, zone, moment) => {
    expect(placeMoment(text, zone)).toBe(moment);
  });
});

test('tells date, time and instant of a moment', () => {
  const moment = '2027-05-11T09:05:00+02:00';
  expect([dateOf(moment), timeOf(moment), epochOf(moment)]).toEqual([
    '2027-05-11',
    '09:05',
    Date.UTC(2027, 4, 11, 7, 5),
  ]);
});

test('knows no instant where no zone is known', () => {
  expect(epochOf('2027-05-11T09:05:00')).toBe(undefined);
});

test('counts what begins after midnight to the evening before', () => {
  expect(programmeDay('2027-05-12T01:30:00+02:00', '05:00')).toBe('2027-05-11');
  expect(programmeDay('2027-05-12T05:00:00+02:00', '05:00')).toBe('2027-05-12');
  expect(programmeDay('2027-03-01T00:30:00+01:00', '05:00')).toBe('2027-02-28');
});

test('shows any instant as Temporal does, also on the days of a change of clocks', () => {
  const zones = ['Europe/Madrid', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'UTC'];
  const change = fc
    .integer({ min: -36, max: 36 })
    .map(hours => Date.UTC(2027, 9, 31, 1) + hours * 60 * 60 * 1000 - 1);
  const instant = fc.oneof(change, fc.integer({ min: 0, max: Date.UTC(2060, 0) }));
  fc.assert(
    fc.property(instant, fc.constantFrom(...zones), (epochMs, zone) => {
      const expected = Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(zone);
      expect(toMoment(epochMs, zone)).toBe(
        expected.toString({ smallestUnit: 'second', timeZoneName: 'never' }),
      );
    }),
    { numRuns: cases(500) },
  );
});

test('tells where on the clocks of a zone an instant is, and to which day it belongs', () => {
  const epochMs = Date.UTC(2027, 4, 11, 23, 30);
  expect(toMoment(epochMs, 'Europe/Madrid')).toBe('2027-05-12T01:30:00+02:00');
  expect(toMoment(epochMs, undefined)).toBe('2027-05-11T23:30:00+00:00');
  expect(findProgrammeDay(epochMs, { timeZone: 'Europe/Madrid', dayStart: '05:00' })).toBe('2027-05-11');
  expect(findProgrammeDay(epochMs, { timeZone: 'Europe/Madrid', dayStart: '00:00' })).toBe('2027-05-12');
});

test.each([
  ['09:00', 'Europe/Madrid', '2027-05-11T07:00:00Z'],
  ['09:00', 'Asia/Kathmandu', '2027-05-11T03:15:00Z'],
  ['09:00', undefined, '2027-05-11T09:00:00Z'],
  // A day begins at five; what is earlier belongs to the night after it.
  ['05:00', 'Europe/Madrid', '2027-05-11T03:00:00Z'],
  ['04:59', 'Europe/Madrid', '2027-05-12T02:59:00Z'],
])('finds the instant of %s on a programme day in %s', (time, timeZone, instant) => {
  const epochMs = instantOf({ day: '2027-05-11', time }, { timeZone, dayStart: '05:00' });
  expect(epochMs).toBe(Date.parse(instant));
});

test('says a day in words', () => {
  expect(['2027-05-11', '2024-02-29', '2027-09-01'].map(formatDay)).toEqual([
    'Tue 11 May',
    'Thu 29 Feb',
    'Wed 1 Sept',
  ]);
});

test('says when a slot is, on the clocks of the conference and to which night it belongs', () => {
  const slot = {
    start: '2027-05-12T01:30:00+02:00',
    end: '2027-05-12T02:00:00+02:00',
    rooms: [],
    day: '2027-05-11',
  };
  expect(formatSlot(slot)).toBe('Wed 12 May 01:30–02:00 (Tuesday night)');
  expect(formatSlot({ ...slot, end: undefined, day: '2027-05-12' })).toBe('Wed 12 May 01:30');
});

test.each([
  ['all day', 'Tue 11 May, all day'],
  ['to come', 'Tue 11 May, time to come'],
] as const)('says that a slot is %s', (untimed, words) =>
  expect(formatSlot({ start: '2027-05-11', end: undefined, rooms: [], day: '2027-05-11', untimed })).toBe(
    words,
  ),
);
