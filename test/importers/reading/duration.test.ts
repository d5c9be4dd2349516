import { describe, expect, it } from 'vitest';
import { dateAfter, readMinutes } from '../../../src/importers/reading/duration.ts';

describe('a length', () => {
  it.each([
    ['00:45', 45],
    ['1:05', 65],
    ['00:45:30', 45.5],
    ['6944:11:40', 416_651 + 40 / 60],
    ['', undefined],
    ['45', undefined],
    ['00:99', undefined],
    ['one hour', undefined],
    ['9'.repeat(100_000), undefined],
  ])('of %j is %j minutes', (text, minutes) => expect(readMinutes(text)).toBe(minutes));
});

it.each([
  ['2027-05-11', '2027-05-12'],
  ['2028-02-28', '2028-02-29'],
  ['2027-12-31', '2028-01-01'],
])('after %s comes %s', (date, after) => expect(dateAfter(date)).toBe(after));
