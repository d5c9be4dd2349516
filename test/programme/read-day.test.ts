import { expect, test } from 'vitest';
import { readDay } from '../../src/programme/read-day.ts';

const days = ['2027-05-11', '2027-05-12', '2027-05-13'];

test.each([
  ['today', '2027-05-12', '2027-05-12'],
  ['Tomorrow', '2027-05-31', '2027-06-01'],
  ['wednesday', '2027-05-12', '2027-05-12'],
  ['Thu', '2027-05-12', '2027-05-13'],
  ['tuesday', '2027-05-12', '2027-05-11'],
  ['tuesday', '2027-04-01', '2027-05-11'],
  ['sunday', '2027-05-12', '2027-05-16'],
  ['2027-05-13', '2027-01-01', '2027-05-13'],
  ['12 May', '2026-12-01', '2027-05-12'],
  ['may 12', '2026-12-01', '2027-05-12'],
  ['3. September', '2026-12-01', '2027-09-03'],
  ['31 June', '2027-05-12', undefined],
  ['2027-02-30', '2027-05-12', undefined],
  ['ceph', '2027-05-12', undefined],
  ['tu', '2027-05-12', undefined],
  ['', '2027-05-12', undefined],
])('%j, said on %s, is %s', (text, today, day) => {
  expect(readDay(text, { today, days })).toBe(day);
});

test('a weekday and a date are of the calendar where there are no days', () => {
  expect(['friday', '1 Jan'].map(text => readDay(text, { today: '2027-05-12', days: [] }))).toEqual([
    '2027-05-14',
    '2027-01-01',
  ]);
});
