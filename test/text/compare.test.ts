import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compare } from '../../src/text/compare.ts';
import { codePoint } from '../support/code-point.ts';

test('orders by code units, as sort does without it', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: codePoint })), texts => {
      expect([...texts].sort(compare)).toEqual([...texts].sort());
    }),
  );
});

test.each([
  ['a', 'b', -1],
  ['b', 'a', 1],
  ['a', 'a', 0],
  ['Z', 'a', -1],
  ['2027-05-11T09:00', '2027-05-11T10:00', -1],
  ['', 'a', -1],
])('%j to %j is %i', (a, b, order) => {
  expect(compare(a, b)).toBe(order);
});
