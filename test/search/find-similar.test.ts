import { expect, test } from 'vitest';
import { findSimilar } from '../../src/search/find-similar.ts';
import { programme, speaker, talk } from '../support/conference.ts';
import { loadedWith } from '../support/loaded.ts';

const about = (id: string, abstract: string, person = id) =>
  talk({ id, title: id, abstract, speakers: [speaker({ id: person, name: person })] });

const winches = about('winches', 'Winches, windlasses and capstans on deck.');
const others = [
  about('capstans', 'Capstans and windlasses, how they turn.'),
  about('windlass', 'A windlass is heavy.'),
  about('bread', 'Bread and soup on deck.'),
  about('again', 'Winches, windlasses and capstans on deck.', 'winches'),
  { ...about('gone', 'Winches, windlasses and capstans on deck.'), status: 'cancelled' as const },
  { ...about('pause', 'Winches, windlasses and capstans on deck.'), kind: 'break' as const },
  ...['soup', 'sails', 'tides', 'maps', 'lamps'].map(word => about(word, `All about ${word} on deck.`)),
];
const { index } = loadedWith(programme([winches, ...others]));

test('shares its rarest terms, is by other people and is held', () => {
  expect(findSimilar(winches, index, 3).map(({ id }) => id)).toEqual(['capstans']);
});

test('is none with one word in common, nor of a talk that is not there', () => {
  expect(findSimilar(others[1] ?? winches, index, 3)).toEqual([]);
  expect(findSimilar(about('new', 'Winches, windlasses and capstans.'), index, 3)).toEqual([]);
});

test('is each title once', () => {
  const [first, second] = ['Monday', 'Tuesday'].map(id => ({
    ...about(id, 'Capstans and windlasses, how they turn.'),
    title: 'Capstans',
  }));
  const twice = loadedWith(programme([winches, ...others, ...(first && second ? [first, second] : [])]));
  expect(findSimilar(winches, twice.index, 3)).toHaveLength(1);
});
