import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findJsonMistake, listFields, parseJson, pickLanguage } from '../../../src/importers/reading/json.ts';

const LEFT_OUT = 'This is JSON with a mistake in it or without its end; it was left out.';

describe('a text is read as JSON', () => {
  it('where it is an object or a list', () => {
    fc.assert(
      fc.property(fc.oneof(fc.array(fc.jsonValue()), fc.dictionary(fc.string(), fc.jsonValue())), value => {
        const text = JSON.stringify(value);
        expect(parseJson(` \n${text}\n`)).toEqual(JSON.parse(text));
      }),
    );
  });

  it.each(['', 'title,start', '7', '"x"', 'null', '{', '[1,', '{"a":1,}', '[link](https://example.org)'])(
    'but not where it is neither: %j',
    text => expect(parseJson(text)).toBeUndefined(),
  );

  it('but not where its levels are without end', () => {
    expect(parseJson('['.repeat(5_000_000))).toBeUndefined();
    expect(parseJson(`${'{"a":'.repeat(65)}1${'}'.repeat(65)}`)).toBeUndefined();
    expect(parseJson(`{"a":"${'['.repeat(100)}\\"${'{'.repeat(100)}"}`)).toEqual({
      a: `${'['.repeat(100)}"${'{'.repeat(100)}`,
    });
  });

  it('with names that mean something to objects', () => {
    const value = parseJson('{"__proto__": {"title": "Bad"}}');
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });
});

describe('a mistake in JSON', () => {
  it.each([
    ['{"a": 1}', undefined],
    ['[link](https://example.org)', undefined],
    ['{{ template }}', undefined],
    ['[{"a": 1},\n{"a": 2,}]', { line: 2, message: LEFT_OUT }],
    ['{"a": 1\n"b": 2}', { line: 2, message: LEFT_OUT }],
    ['{"a": tru}', { line: undefined, message: LEFT_OUT }],
    [
      '[['.repeat(40),
      { line: undefined, message: 'This is JSON with more than 64 levels; it was left out.' },
    ],
  ])('is told of %j', (text, expected) => expect(findJsonMistake(text)).toEqual(expected));
});

describe('a list of entries', () => {
  it.each([
    [
      [{ a: 1 }, null, 7, [], { b: 2 }],
      [{ a: 1 }, { b: 2 }],
    ],
    [{ a: 1 }, []],
    [undefined, []],
  ])('holds those that have fields: %j', (value, expected) => expect(listFields(value)).toEqual(expected));
});

it.each<[unknown, string]>([
  ['Lunch', 'Lunch'],
  [{ fr: 'Déjeuner', en: 'Lunch' }, 'Lunch'],
  [{ fr: 'Déjeuner', 'en-gb': 'Luncheon' }, 'Luncheon'],
  [{ fr: 'Déjeuner', de: 'Mittagessen' }, 'Déjeuner'],
  [{ fr: 'Déjeuner', en: ' ' }, 'Déjeuner'],
  [{ fr: null, es: 7, de: 'Mittagessen' }, 'Mittagessen'],
  [{ ends: 'No language', fr: 'Déjeuner' }, 'No language'],
  [7, '7'],
  [{}, ''],
  [['Lunch'], ''],
  [null, ''],
  [undefined, ''],
])('of %j the text is %j', (value, expected) => expect(pickLanguage(value)).toBe(expected));
