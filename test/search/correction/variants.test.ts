import { expect, test } from 'vitest';
import { find } from '../../../src/search/find.ts';
import { indexProgramme } from '../../../src/search/index/index-programme.ts';
import { programme, type Sketch } from '../build.ts';

const ids = (query: string, talks: readonly Sketch[]) =>
  find(indexProgramme(programme(...talks)), query).talks.map(({ id }) => id);

test('a misspelt word is taken for the six nearest words, of equally near ones for those most often said', () => {
  const words = [...'abcdefgh'].map(letter => `lanter${letter}`);
  const talks = [
    ...words.map(word => ({ id: word, title: `Knots of ${word}` })),
    { id: 'again', title: 'Ropes', abstract: 'lanterh' },
  ];
  const found = ids('lanterz', talks).sort();
  expect(found).toEqual(['again', 'lantera', 'lanterb', 'lanterc', 'lanterd', 'lantere', 'lanterh']);
});
