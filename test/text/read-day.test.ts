import { describe, expect, test } from 'vitest';
import { daysFromToday, months, readDay, weekdays } from '../../src/text/read-day.ts';

const days = ['2027-05-11', '2027-05-12', '2027-05-13'];

test.each([
  ['today', '2027-05-12', '2027-05-12'],
  ['Tomorrow', '2027-05-31', '2027-06-01'],
  ['yesterday', '2027-05-12', '2027-05-11'],
  ['gestern', '2027-05-12', '2027-05-11'],
  ['tonight', '2027-05-12', '2027-05-12'],
  ['wednesday', '2027-05-12', '2027-05-12'],
  ['Weds', '2027-05-12', '2027-05-12'],
  ['Thu', '2027-05-12', '2027-05-13'],
  ['tuesday', '2027-05-12', '2027-05-11'],
  ['tuesday', '2027-04-01', '2027-05-11'],
  ['sunday', '2027-05-12', '2027-05-16'],
  ['2027-05-13', '2027-01-01', '2027-05-13'],
  ['12 May', '2026-12-01', '2027-05-12'],
  ['may 12', '2026-12-01', '2027-05-12'],
  ['3. September', '2026-12-01', '2027-09-03'],
  ['12 May 2027', '2026-12-01', '2027-05-12'],
  ['12th May', '2026-12-01', '2027-05-12'],
  ['May 12th, 2028', '2026-12-01', '2028-05-12'],
  ['Wed 12 May', '2026-12-01', '2027-05-12'],
  ['Wednesday, 12 May 2027', '2026-12-01', '2027-05-12'],
  ['12.5.', '2026-12-01', '2027-05-12'],
  ['3.9.', '2026-12-01', '2027-09-03'],
  ['12.05.2028', '2026-12-01', '2028-05-12'],
  ['12.5', '2026-12-01', '2027-05-12'],
  ['3.9', '2026-12-01', undefined],
  ['12/5', '2026-12-01', '2027-05-12'],
  ['5/12', '2026-12-01', '2027-05-12'],
  ['24/7', '2026-12-01', undefined],
  ['31.6.', '2026-12-01', undefined],
  ['10 marvels', '2027-05-12', undefined],
  ['5 decisions', '2027-05-12', undefined],
  ['31 June', '2027-05-12', undefined],
  ['2027-02-30', '2027-05-12', undefined],
  ['ceph', '2027-05-12', undefined],
  ['tu', '2027-05-12', undefined],
  ['', '2027-05-12', undefined],
  ['mañana', '2027-05-11', '2027-05-12'],
  ['aujourd’hui', '2027-05-11', '2027-05-11'],
  ['Mittwoch', '2027-05-12', '2027-05-12'],
  ['miércoles', '2027-05-12', '2027-05-12'],
  ['mi', '2027-05-12', '2027-05-12'],
  ['sa', '2027-05-12', undefined],
  ['12. Mai', '2026-12-01', '2027-05-12'],
  ['12 de mayo', '2026-12-01', '2027-05-12'],
  ['12 de maio de 2027', '2026-12-01', '2027-05-12'],
  ['mardi 11 mai', '2026-12-01', '2027-05-11'],
  ['1er septembre', '2026-12-01', '2027-09-01'],
  ['gen 2', '2026-12-01', undefined],
  ['set 5', '2026-12-01', undefined],
])('%j, said on %s, is %s', (text, today, day) => {
  expect(readDay(text, { today, days })).toBe(day);
});

test('a weekday and a date are of the calendar where there are no days', () => {
  expect(['friday', '1 Jan'].map(text => readDay(text, { today: '2027-05-12', days: [] }))).toEqual([
    '2027-05-14',
    '2027-01-01',
  ]);
});

test('a date without a year is the nearest to any day of the conference', () =>
  expect(readDay('31 oct', { today: '2026-11-29', days: ['2027-03-28', '2027-10-30'] })).toBe('2027-10-31'));

test('a date without a year is the nearest to the conference, also over New Year', () => {
  const overNewYear = { today: '2028-01-01', days: ['2027-12-30', '2027-12-31', '2028-01-01', '2028-01-02'] };
  expect(['31 Dec', '1 Jan', '2.1.', '2/1'].map(text => readDay(text, overNewYear))).toEqual([
    '2027-12-31',
    '2028-01-01',
    '2028-01-02',
    '2028-01-02',
  ]);
});

describe('months', () => {
  test.each([
    ['may', 5],
    ['sept', 9],
    ['sep', 9],
    ['dezember', 12],
    ['marz', 3],
    ['fevrier', 2],
    ['mayo', 5],
    ['marco', 3],
    ['gennaio', 1],
    ['mar', 3],
    ['set', 9],
  ])('%s is %i', (name, number) => {
    expect(months().get(name)).toBe(number);
  });

  test('have every number, and no other', () => {
    expect([...new Set(months().values())].sort((a, b) => a - b)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12,
    ]);
  });
});

describe('weekdays', () => {
  test.each([
    ['monday', 1],
    ['weds', 3],
    ['donnerstag', 4],
    ['samedi', 6],
    ['miercoles', 3],
    ['sabato', 6],
    ['domingo', 7],
    ['mar', undefined],
  ])('%s is %s', (name, number) => {
    expect(weekdays().get(name)).toBe(number);
  });

  test('have every number, and no name of a month', () => {
    expect([...new Set(weekdays().values())].sort()).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect([...weekdays().keys()].filter(name => months().has(name))).toEqual([]);
  });
});

test.each([
  ['yesterday', -1],
  ['today', 0],
  ['tonight', 0],
  ['tomorrow', 1],
  ['heute', 0],
  ['morgen', 1],
  ["aujourd'hui", 0],
  ['manana', 1],
  ['ontem', -1],
  ['oggi', 0],
  ['friday', undefined],
])('%s is %s days from today', (name, days) => {
  expect(daysFromToday().get(name)).toBe(days);
});
