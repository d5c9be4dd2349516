import { describe, expect, test } from 'vitest';
import { find } from '../../../src/search/find.ts';
import { FIELDS } from '../../../src/search/index/fields.ts';
import { indexProgramme } from '../../../src/search/index/index-programme.ts';
import { detectFormLanguages } from '../../../src/search/text/detect-languages.ts';
import { BEGINS, MARKS } from '../../../src/search/text/token-code.ts';
import { finish } from '../../../src/text/steps.ts';
import { programme, type Sketch } from '../build.ts';

test.each([
  ['three small words at the least, not two', 'Sturm und Flut nicht', ['t0']],
  ['three small words', 'Sturm und Flut nicht oder', []],
])('a text has German words with %s', (_how, abstract, ids) => {
  const talks = [{ title: 'Testing', abstract }, { title: 'Knots for the crews of that ship' }];
  // Only in English is "tests" another form of "testing".
  const index = indexProgramme(programme(...talks));
  expect(find(index, 'tests').talks.map(({ id }) => id)).toEqual(ids);
});

/** The language of each form of these talks; `` for a form that is not stemmed. */
function languagesOf(...sketches: readonly Sketch[]): Readonly<Record<string, string>> {
  const { talks } = programme(...sketches);
  const forms = new Map<string, number>();
  const codes: number[] = [];
  const starts = [0];
  for (const talk of talks)
    for (const field of FIELDS) {
      for (const form of field
        .textsOf(talk)
        .join(' ')
        .toLowerCase()
        .match(/\p{L}+/gu) ?? []) {
        const number = forms.get(form) ?? forms.size;
        forms.set(form, number);
        codes.push(number * MARKS + BEGINS);
      }
      starts.push(codes.length);
    }
  const texts = {
    codes: Int32Array.from(codes),
    starts: Int32Array.from(starts),
    ends: Int32Array.from(starts.slice(1)),
    forms: forms.keys(),
    formCount: forms.size,
  };
  const languages = finish(detectFormLanguages(talks, texts));
  return Object.fromEntries([...forms.keys()].map((form, number) => [form, languages[number] ?? '?']));
}

const ENGLISH = { title: 'Tides', abstract: 'how the water and the wind are' };
const GERMAN = { title: 'Fluten', abstract: 'wie die Flut und das Wetter nicht sind, wir raten' };

describe('the language of a form', () => {
  test('is English if no talk says more', () => {
    expect(languagesOf({ title: 'Tides' }, { title: 'Ports' })).toEqual({ tides: 'en', ports: 'en' });
  });

  test('is that of the talk in which it is written', () => {
    const { tides, fluten } = languagesOf(ENGLISH, GERMAN);
    expect([tides, fluten]).toEqual(['en', 'de']);
  });

  test.each([
    [['de'], 'de'],
    [['pt-br'], 'pt'],
    [['de', 'en'], 'de'],
    [['sv'], ''],
    [[], 'en'],
  ])('is the first of the tags %j of a talk with too few words, as %j', (languages, expected) => {
    expect(languagesOf(GERMAN, { title: 'Knots', languages }).knots).toBe(expected);
  });

  test('is that in which a talk is written, whatever its tag says', () => {
    expect(languagesOf(ENGLISH, { ...GERMAN, languages: ['en'] }).fluten).toBe('de');
  });

  test('is that of most talks that have it, each counted once', () => {
    const many = { ...GERMAN, abstract: `${GERMAN.abstract} ${'tides '.repeat(9)}` };
    expect(languagesOf(ENGLISH, { ...ENGLISH, title: 'More tides' }, many).tides).toBe('en');
  });

  test('is none for a form that is only in names', () => {
    const talks = [ENGLISH, { ...GERMAN, speakers: ['Costas Lund: Er rudert.'] }];
    const { costas, lund, rudert } = languagesOf(...talks);
    expect([costas, lund, rudert]).toEqual(['', '', 'de']);
  });

  test('is that of all talks even for names, if they have one', () => {
    expect(languagesOf(GERMAN, { ...GERMAN, speakers: ['Costas'] }).costas).toBe('de');
  });
});
