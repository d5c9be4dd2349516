import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sortNaturally } from '../../src/sources/natural-order.ts';
import { compare } from '../../src/text/keys.ts';

const collator = new Intl.Collator('en', { numeric: true });

test('sorts numbers by their size, signs before digits and digits before letters', () => {
  const names = [
    'Talk',
    'talk-10.txt',
    'talk',
    'talk-9.txt',
    'talk_2',
    'talk.2',
    'talk2',
    'über',
    'talk-09.txt',
  ];
  expect(sorted(names)).toEqual([
    'talk',
    'Talk',
    'talk_2',
    'talk-09.txt',
    'talk-9.txt',
    'talk-10.txt',
    'talk.2',
    'talk2',
    'über',
  ]);
});

test('names of any characters are in the order of Unicode', () => {
  const character = fc.constantFrom(...'_-.0019aAbBzé (');
  const names = fc.array(fc.string({ unit: character, maxLength: 8 }), { maxLength: 20 });
  fc.assert(
    fc.property(names, some => {
      expect(sorted(some)).toEqual([...some].sort((a, b) => collator.compare(a, b) || compare(a, b)));
    }),
    { numRuns: 300 },
  );
});

function sorted(names: readonly string[]): string[] {
  return sortNaturally(names.map(name => ({ name }))).map(({ name }) => name);
}
