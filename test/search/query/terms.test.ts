import { expect, test } from 'vitest';
import { find } from '../../../src/search/find.ts';
import { indexProgramme } from '../../../src/search/index/index-programme.ts';
import { programme, type Sketch } from '../build.ts';

const ids = (query: string, ...talks: readonly Sketch[]) =>
  find(indexProgramme(programme(...talks)), query).talks.map(({ id }) => id);

test('the first thirty-two words of a query are looked up', () => {
  // Codes are taken as they are typed, so that none is corrected to another.
  const words = Array.from({ length: 33 }, (_, at) => `w${at}xyz`);
  const talks = [31, 32].map(at => ({ id: `${at + 1}`, title: `Knots of ${words[at]}` }));
  expect(ids(`${words.join(' ')}`, ...talks)).toEqual(['32']);
});

test.each([
  ['two letters is as it was typed', 'xk', []],
  ['three letters may have two of them swapped', 'xau', ['three']],
  ['three letters has no other letter', 'xub', []],
  ['seven letters may have one wrong', 'lantorm', ['seven']],
  ['seven letters has not two wrong', 'lantorn', []],
  ['eight letters may have two wrong', 'barnokle', ['eight']],
])('a word of %s: %s', (_what, query, found) => {
  const talks = [
    { id: 'two', title: 'Xo' },
    { id: 'three', title: 'Xua' },
    { id: 'seven', title: 'Lanterm' },
    { id: 'eight', title: 'Barnacle' },
  ];
  expect(ids(query, ...talks)).toEqual(found);
});
