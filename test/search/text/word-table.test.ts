import fc from 'fast-check';
import { expect, test } from 'vitest';
import { WordTable } from '../../../src/search/text/word-table.ts';
import { cases } from '../../support/cases.ts';

const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'é', '東'), maxLength: 4 });

test('numbers the different parts of texts as they come, however often they come again', () => {
  const place = fc.nat({ max: 30 });
  fc.assert(
    fc.property(
      fc.string({ unit: letters, minLength: 1 }),
      fc.array(fc.tuple(place, place)),
      (text, parts) => {
        const table = new WordTable();
        const words = parts.map(([from, length]) => text.slice(from, from + length));
        const numbers = parts.map(([from, length]) =>
          table.numberOf(text, Math.min(from, text.length), Math.min(from + length, text.length)),
        );
        const different = [...new Set(words)];
        expect(numbers).toEqual(words.map(word => different.indexOf(word)));
      },
    ),
    { numRuns: cases(500) },
  );
});

test('keeps the numbers of its words when it grows', () => {
  const table = new WordTable();
  const words = Array.from({ length: 5000 }, (_, number) => `word${number}`);
  const number = () => words.map(word => table.numberOf(word, 0, word.length));
  expect([number(), number()]).toEqual([[...words.keys()], [...words.keys()]]);
});
