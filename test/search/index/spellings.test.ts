import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  bitCount,
  findPrefix,
  findSuffix,
  indexSpellings,
  lettersOf,
} from '../../../src/search/index/spellings.ts';
import { buildVocabulary } from '../../../src/search/index/vocabulary.ts';
import { finish } from '../../../src/text/steps.ts';

const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'ß', '東'), maxLength: 5 });

test('finds the forms with a beginning or an end, whatever they are', () => {
  fc.assert(
    fc.property(fc.uniqueArray(letters, { maxLength: 20 }), letters, (words, part) => {
      const spellings = finish(indexSpellings(finish(buildVocabulary(words))));
      const { forms } = spellings;
      const start = findPrefix(spellings, part);
      expect(forms.slice(start.from, start.to)).toEqual(forms.filter(form => form.startsWith(part)));
      const end = findSuffix(spellings, part);
      const numbers = [...spellings.bySuffix.slice(end.from, end.to)].sort((a, b) => a - b);
      expect(numbers.map(number => forms[number])).toEqual(forms.filter(form => form.endsWith(part)));
    }),
  );
});

test('keeps the length and the letters of each form', () => {
  const {
    forms,
    lengths,
    letters: sets,
  } = finish(indexSpellings(finish(buildVocabulary(['sea', 'ease', 'ceph']))));
  expect(forms).toEqual(['ceph', 'ease', 'sea']);
  expect([...lengths]).toEqual([4, 4, 3]);
  expect(sets[1]).toBe(sets[2]);
  expect(sets[0]).not.toBe(sets[1]);
});

test.each([
  ['', 0],
  ['a', 0b10],
  ['aab', 0b110],
  ['abba', 0b110],
])('the letters of %j are a set of bits', (word, set) => {
  expect(lettersOf(word)).toBe(set);
});

test('counts the bits of any number', () => {
  fc.assert(
    fc.property(fc.integer(), number => {
      expect(bitCount(number)).toBe((number >>> 0).toString(2).replaceAll('0', '').length);
    }),
  );
});
