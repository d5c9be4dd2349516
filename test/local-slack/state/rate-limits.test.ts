import { expect, it } from 'vitest';
import { RateLimits } from '../../../src/local-slack/state/rate-limits.ts';

it('takes 300 posts a minute in the whole workspace', () => {
  const limits = new RateLimits();
  const waits = Array.from({ length: 301 }, (_, index) => limits.take(`C${index}`, 1000 + index));
  expect(waits.findIndex(wait => wait !== undefined)).toBe(300);
  expect(waits[300]).toBe(60);
  expect(limits.take('C0', 61_001)).toBeUndefined();
});
