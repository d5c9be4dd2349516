import { expect, test } from 'vitest';
import { median, quantile, spread } from '../../bench/statistics.ts';

test('takes a value that was measured, never one in between', () => {
  const values = [9, 1, 4, 2];
  expect([quantile(values, 0), median(values), quantile(values, 0.99), quantile(values, 1)]).toEqual([
    1, 4, 9, 9,
  ]);
  expect(values).toEqual([9, 1, 4, 2]);
});

test('tells the median of rounds with the least and the most', () => {
  expect(spread([0.25, 0.2, 0.31])).toBe('0.25 (0.20 to 0.31)');
});
