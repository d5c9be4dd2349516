import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeSortBuffers, sortByScore } from '../../../src/search/rank/sort-by-score.ts';

test('sorts by score, and equal scores as they stand, whatever they are', () => {
  const score = fc.float({ min: Math.fround(1e-6), max: Math.fround(1e6), noNaN: true });
  fc.assert(
    fc.property(fc.array(score, { maxLength: 300 }), given => {
      const scores = Float32Array.from(given);
      const places = Int32Array.from(given.keys());
      const order = [...sortByScore({ places, count: given.length }, scores, makeSortBuffers(given.length))];
      // The scores are rounded to what they were sorted by, so that the order is that of the scores one sees.
      const expected = [...places].sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
      expect(order).toEqual(expected);
      const highest = Math.max(...given);
      given.forEach((exact, place) => {
        expect(Math.abs((scores[place] ?? 0) - exact)).toBeLessThanOrEqual(
          Math.max(exact / 2000, highest / 30_000),
        );
      });
    }),
  );
});
