import { expect, test } from 'vitest';
import { readDayRange } from '../../../src/text/days/day-range.ts';

const calendar = { today: '2027-05-10', days: ['2027-05-30', '2027-05-31', '2027-06-01'] };

test.each([
  ['30 may to 1 june rust', { days: calendar.days, count: 5, isDated: true }],
  ['30 - 1 june', { days: calendar.days, count: 4, isDated: true }],
  ['sun-tue', { days: calendar.days, count: 1, isDated: false }],
  // Outside of the conference
  ['11 july to 13 july', { days: ['2027-07-11', '2027-07-13'], count: 5, isDated: true }],
  ['11 to 13 july', undefined],
  ['tuesday to sunday', undefined],
  ['11 to 13', undefined],
  ['may to june', undefined],
  ['to', undefined],
  ['', undefined],
])('%s', (typed, range) => {
  expect(readDayRange(typed.split(' '), calendar)).toEqual(range);
});
