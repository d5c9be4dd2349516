import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findCandidates } from '../../../src/search/correction/variants.ts';
import { find } from '../../../src/search/find.ts';
import { indexProgramme } from '../../../src/search/index/index-programme.ts';
import { indexSpellings } from '../../../src/search/index/spellings.ts';
import { buildVocabulary } from '../../../src/search/index/vocabulary.ts';
import { editDistance } from '../../../src/text/edit-distance.ts';
import { finish } from '../../../src/text/steps.ts';
import { cases } from '../../support/cases.ts';
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

test('a name is not taken for a word that says nothing', () => {
  const index = indexProgramme(
    programme({ id: 'ropes', title: 'The good ones, used well', abstract: 'Ropes.' }),
  );
  const asked = ['ines', 'usde', 'wall', 'ropse'].map(typed => find(index, typed).correction);
  expect(asked).toEqual([undefined, undefined, undefined, 'ropes']);
});

/** The candidates for a word among others, by name, and how many were compared with it. */
function candidates(words: readonly string[], word: string) {
  const spellings = finish(indexSpellings(finish(buildVocabulary(words))));
  const work = { postings: 0, comparisons: 0 };
  const found = findCandidates(spellings, word, work).map(
    ({ form, similarity }) => [spellings.forms[form] ?? '', similarity] as const,
  );
  return { found: new Map(found), comparisons: work.comparisons };
}

describe('the candidates for a word', () => {
  test.each([
    ['cehp', 'ceph', 3 / 4],
    ['cph', 'ceph', undefined],
    ['cepph', 'ceph', 4 / 5],
    ['cebh', 'ceph', 3 / 4],
    ['dsn', 'dns', 1 - 1 / 3],
    ['wed', 'led', undefined],
    ['hc', 'ch', undefined],
    ['lantorm', 'lantern', undefined],
    ['lantorms', 'lanterns', 6 / 8],
    ['lanetrnsx', 'lanterns', 7 / 9],
  ])('%s and %s', (typed, form, similarity) => {
    expect(candidates([form], typed).found.get(form)).toBe(similarity);
  });

  test('are those of swapped middle letters, too, beside one that shares a half', () => {
    expect(candidates(['ceph', 'cpex'], 'cpeh').found).toEqual(
      new Map([
        ['ceph', 3 / 4],
        ['cpex', 3 / 4],
      ]),
    );
  });

  test('are all forms one edit away, for words of four to seven letters', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 4, maxLength: 7 });
    fc.assert(
      fc.property(fc.uniqueArray(letters, { maxLength: 30 }), letters, (words, word) => {
        const near = words.filter(form => editDistance(form, word, 1) <= 1);
        expect(new Set(candidates(words, word).found.keys())).toEqual(new Set(near));
      }),
      { numRuns: cases(2000) },
    );
  });

  test('of a long word are within two edits, and none is missed if there is no nearer one', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 7, maxLength: 10 });
    fc.assert(
      fc.property(fc.uniqueArray(letters, { maxLength: 10 }), letters, (words, word) => {
        fc.pre(word.length >= 8);
        const distances = new Map(words.map(form => [form, editDistance(form, word, 2)]));
        const { found } = candidates(words, word);
        for (const [form, similarity] of found) {
          const edits = distances.get(form) ?? 3;
          expect(edits).toBeLessThanOrEqual(2);
          expect(similarity).toBe(1 - edits / Math.max(form.length, word.length));
        }
        const within = (edits: number) => words.filter(form => (distances.get(form) ?? 3) <= edits);
        expect(within(1).filter(form => !found.has(form))).toEqual([]);
        expect(found.size > 0).toBe(within(2).length > 0);
      }),
      { numRuns: cases(2000) },
    );
  });

  test('are not looked for among all forms if the halves of the word have some', () => {
    const others = Array.from({ length: 200 }, (_, at) => `zeph${String.fromCharCode(97 + (at % 26))}${at}`);
    expect(candidates(['harbour', ...others], 'harbuor').comparisons).toBeLessThanOrEqual(2);
  });
});
