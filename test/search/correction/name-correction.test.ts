import { expect, test } from 'vitest';
import { findCandidates } from '../../../src/search/correction/candidates.ts';
import { findNearestNames } from '../../../src/search/correction/name-correction.ts';
import { indexSpellings } from '../../../src/search/index/spellings.ts';
import { buildVocabulary } from '../../../src/search/index/vocabulary.ts';

const PEOPLE = [
  'Krzysztof Wojciechowski',
  'Christopher Woods',
  'Ana Pérez',
  'Stefano Maffulli',
  'Aleksandra Nowak',
];

test.each([
  ['kristof voicechovski', 'Krzysztof Wojciechowski'],
  ['stefanomafuli', 'Stefano Maffulli'],
  ['alexandra novak', 'Aleksandra Nowak'],
])('finds who is meant by %s', (heard, name) => {
  expect(findNearestNames(PEOPLE, heard)[0]).toBe(name);
});

test('which the corrections of words alone would not', () => {
  const words = ['krzysztof', 'wojciechowski', 'stefano', 'maffulli', 'aleksandra', 'nowak'];
  const spellings = indexSpellings(buildVocabulary(words));
  const corrected = (word: string) =>
    findCandidates(spellings, word, { postings: 0, comparisons: 0 }).map(({ form }) => spellings.forms[form]);
  expect(['kristof', 'voicechovski', 'stefanomafuli', 'mafuli'].flatMap(corrected)).toEqual([]);
});

test('finds nobody where nobody is like it', () => {
  expect(findNearestNames(PEOPLE, 'qqqqq')).toEqual([]);
});

test('compares only names of nearly the same letters, of however many', () => {
  const many = Array.from({ length: 5000 }, (_, place) => `Person ${place}`);
  expect(findNearestNames([...many, 'Stefano Maffulli'], 'stefano mafuli')).toEqual(['Stefano Maffulli']);
});
