import { expect, test } from 'vitest';
import { findNearestNames } from '../../../src/search/correction/name-correction.ts';
import { findCandidates } from '../../../src/search/correction/variants.ts';
import { find } from '../../../src/search/find.ts';
import { indexProgramme } from '../../../src/search/index/index-programme.ts';
import { indexSpellings } from '../../../src/search/index/spellings.ts';
import { buildVocabulary } from '../../../src/search/index/vocabulary.ts';
import { finish } from '../../../src/text/steps.ts';
import { programme } from '../build.ts';

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
  const spellings = finish(indexSpellings(finish(buildVocabulary(words))));
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

test.each([
  ['each person of the same first name', 'stefano voicechovski', 'stefano wojciechowski'],
  ['nobody who is called nothing like it', 'stefano violin', undefined],
])('takes the second word of a name for that of %s', (_whom, query, correction) => {
  const speakers = ['Stefano Maffulli', 'Stefano Wojciechowski', 'Ana Pérez'];
  const index = indexProgramme(programme({ title: 'Knots', speakers }));
  expect(find(index, query).correction).toBe(correction);
});

test.each([
  ['speaker:mafuli', 'Stefano Maffulli'],
  ['speaker:violin', undefined],
  ['speaker:stefan.rossini', undefined],
  ['track:storge', 'Storage'],
  ['track:strange', undefined],
])('reads %s as %s', (filter, name) => {
  const speakers = ['Stefano Maffulli', 'Ana Pérez'];
  const index = indexProgramme(programme({ title: 'Knots', speakers, track: 'Storage' }));
  const corrected = name === undefined ? undefined : filter.replace(/:.*/, `:"${name}"`);
  expect(find(index, filter).correction?.replace(/:(\w+)$/, ':"$1"')).toBe(corrected);
});
