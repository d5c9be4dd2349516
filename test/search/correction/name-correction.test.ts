import { expect, test } from 'vitest';
import { closeForms } from '../../../src/search/correction/candidates.ts';
import { nearestNames } from '../../../src/search/correction/name-correction.ts';
import { spellingsOf } from '../../../src/search/index/spellings.ts';
import { vocabularyOf } from '../../../src/search/index/vocabulary.ts';

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
  expect(nearestNames(PEOPLE, heard)[0]).toBe(name);
});

test('which the corrections of words alone would not', () => {
  const words = ['krzysztof', 'wojciechowski', 'stefano', 'maffulli', 'aleksandra', 'nowak'];
  const spellings = spellingsOf(vocabularyOf(words));
  const corrected = (word: string) =>
    closeForms(spellings, word, { postings: 0, comparisons: 0 }).map(({ form }) => spellings.forms[form]);
  expect(['kristof', 'voicechovski', 'stefanomafuli', 'mafuli'].flatMap(corrected)).toEqual([]);
});

test('finds nobody where nobody is like it', () => {
  expect(nearestNames(PEOPLE, 'qqqqq')).toEqual([]);
});

test('compares only names of nearly the same letters, of however many', () => {
  const many = Array.from({ length: 5000 }, (_, place) => `Person ${place}`);
  expect(nearestNames([...many, 'Stefano Maffulli'], 'stefano mafuli')).toEqual(['Stefano Maffulli']);
});
