import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editDistance } from '../../src/text/edit-distance.ts';
import { cases } from '../support/cases.ts';

test.each([
  ['ceph', 'ceph', 0],
  ['ceph', 'cehp', 1],
  ['ceph', 'cep', 1],
  ['ceph', 'cephs', 1],
  ['ceph', 'cept', 1],
  ['maffulli', 'mafuli', 2],
  ['storage', 'sotrgae', 2],
  ['storage', 'network', 3],
  ['', 'ab', 2],
])('%s and %s differ in %d places', (a, b, places) => {
  expect(editDistance(a, b, 2)).toBe(places);
});

test('is that of the whole table, up to the limit', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
  fc.assert(
    fc.property(letters, letters, fc.constantFrom(1, 2), (a, b, limit) => {
      expect(editDistance(a, b, limit)).toBe(Math.min(byTable(a, b), limit + 1));
    }),
    { numRuns: cases(5000) },
  );
});

/** The textbook's way, cell by cell. */
function byTable(a: string, b: string): number {
  const table = [...Array(a.length + 1)].map((_, row) =>
    [...Array(b.length + 1)].map((_, column) => row + column),
  );
  const cell = (row: number, column: number) => table[row]?.[column] ?? Number.POSITIVE_INFINITY;
  for (let row = 1; row <= a.length; row++) {
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1] ? 0 : 1;
      const isSwapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      const least = Math.min(
        cell(row - 1, column) + 1,
        cell(row, column - 1) + 1,
        cell(row - 1, column - 1) + same,
        isSwapped ? cell(row - 2, column - 2) + 1 : Number.POSITIVE_INFINITY,
      );
      table[row]?.splice(column, 1, least);
    }
  }
  return cell(a.length, b.length);
}
