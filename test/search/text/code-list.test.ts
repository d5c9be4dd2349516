import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CodeList } from '../../../src/search/text/code-list.ts';

test('keeps codes in their order, however many there are and wherever they come from', () => {
  const step = fc.oneof(fc.integer({ min: 0, max: 2 ** 31 - 1 }), fc.tuple(fc.nat(200), fc.nat(200)));
  fc.assert(
    fc.property(fc.nat(20), fc.array(step, { maxLength: 60 }), (room, steps) => {
      const list = new CodeList(room);
      const expected: number[] = [];
      for (const each of steps) {
        if (typeof each === 'number') {
          list.append(each);
          expected.push(each);
        } else {
          const from = Math.min(...each, expected.length);
          const to = Math.min(Math.max(...each), expected.length);
          list.repeat({ from, to });
          expected.push(...expected.slice(from, to));
        }
      }
      expect(list.length).toBe(expected.length);
      expect([...list.codes()]).toEqual(expected);
    }),
    { numRuns: 200 },
  );
});
