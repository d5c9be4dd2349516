import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildVocabulary, findPrefixRange } from '../../../src/search/index/vocabulary.ts';
import { finish } from '../../../src/text/steps.ts';

describe('a vocabulary', () => {
  const forms = ['storing', 'clouds', 'store', 'cloud', 'storage', 'k8s', 'sea'];
  const vocabulary = finish(buildVocabulary(forms));

  test('numbers forms and stems in sorted order', () => {
    expect(vocabulary.forms).toEqual([...forms].sort());
    expect(vocabulary.stems).toEqual(['cloud', 'k8s', 'sea', 'storag', 'store']);
    expect(vocabulary.forms.map(form => vocabulary.formNumber(form))).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(vocabulary.stems.map(stem => vocabulary.stemNumber(stem))).toEqual([0, 1, 2, 3, 4]);
    expect([vocabulary.formNumber('tide'), vocabulary.stemNumber('clouds')]).toEqual([undefined, undefined]);
  });

  test('has the stem of each form', () => {
    const stems = vocabulary.forms.map((_, form) => vocabulary.stems[vocabulary.stemOfForm[form] ?? -1]);
    expect(stems).toEqual(['cloud', 'cloud', 'k8s', 'sea', 'storag', 'store', 'store']);
  });

  test.each([
    ['storag', ['storag', 'store']],
    ['stor', ['storag', 'store']],
    ['cloud', ['cloud']],
    ['clou', ['cloud']],
    ['sea', []],
    ['tides', []],
  ])('has the family of %s: the stems with the same four letters', (stem, family) => {
    const { from, to } = vocabulary.family(stem);
    expect(vocabulary.stems.slice(from, to)).toEqual(family);
  });

  test('is empty without texts', () => {
    const empty = finish(buildVocabulary([]));
    expect([empty.forms, empty.stems, empty.lookUpStem('clouds')]).toEqual([[], [], 'cloud']);
  });
});

test('stems a form in its language, and one that no text has in that of its stem', () => {
  const vocabulary = finish(buildVocabulary(['clouds', 'datenbanken', 'leuchtturm'], ['en', 'de', '']));
  expect(vocabulary.stems).toEqual(['cloud', 'datenbank', 'leuchtturm']);
  expect(['clouds', 'cloud', 'datenbank', 'datenbanker', 'tides'].map(vocabulary.lookUpStem)).toEqual([
    'cloud',
    'cloud',
    'datenbank',
    'datenbank',
    'tide',
  ]);
});

describe('the range of a prefix', () => {
  const texts = fc
    .uniqueArray(fc.string({ unit: fc.constantFrom('a', 'b', '\ufffe'), maxLength: 4 }), { maxLength: 40 })
    .map(unsorted => unsorted.sort());

  test('has all texts that begin with it, and no other', () => {
    fc.assert(
      fc.property(texts, fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 3 }), (sorted, start) => {
        const { from, to } = findPrefixRange(sorted, start);
        expect(sorted.slice(from, to)).toEqual(sorted.filter(text => text.startsWith(start)));
      }),
    );
  });

  test('is the same if the number of the prefix itself is known', () => {
    fc.assert(
      fc.property(texts, sorted => {
        sorted.forEach((text, number) => {
          expect(findPrefixRange(sorted, text, number)).toEqual(findPrefixRange(sorted, text));
        });
      }),
    );
  });
});
