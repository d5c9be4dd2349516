import { expect, test } from 'vitest';
import { backoffMs } from '../../../src/digests/deliver/send.ts';

test('waits twice as long after each attempt, up to a minute', () => {
  expect([1, 2, 3, 4, 5, 6, 7, 8, 99].map(attempts => backoffMs(attempts, () => 1))).toEqual([
    1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000, 60_000,
  ]);
});

test('waits by chance between half of that and all of it', () => {
  expect([0, 0.5, 1].map(chance => backoffMs(3, () => chance))).toEqual([2000, 3000, 4000]);
});
