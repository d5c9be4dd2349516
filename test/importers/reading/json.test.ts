import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  cacheLast,
  findJsonMistake,
  flag,
  list,
  listFields,
  localised,
  minutes,
  parseJson,
  pickLanguage,
  readEntries,
  text,
} from '../../../src/importers/reading/json.ts';
import { createReport } from '../../../src/importers/reading/report.ts';

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

describe('a parser that keeps its last value', () => {
  it('parses a text once, until it gets another', () => {
    const texts: string[] = [];
    const parse = cacheLast(text => {
      texts.push(text);
      return { text };
    });
    const first = parse('a');
    expect(parse('a')).toBe(first);
    expect(parse('b')).toEqual({ text: 'b' });
    expect(parse('a')).toEqual({ text: 'a' });
    expect(texts).toEqual(['a', 'b', 'a']);
  });
});

describe('a field of the wrong type', () => {
  const Talk = z.object({ title: text, isBreak: flag, minutes, names: list(text), room: localised });

  it('counts as missing', () =>
    expect(Talk.parse({ title: [], isBreak: 'yes', minutes: 'long', names: 'Ada', room: 7 })).toEqual({
      title: '',
      isBreak: false,
      minutes: undefined,
      names: [],
      room: '7',
    }));

  it.each<[unknown, number | undefined]>([
    [45, 45],
    ['45', 45],
    ['00:45', 45],
    ['1h 30m', 90],
    ['PT45M', 45],
    ['1000000', undefined],
    ['', undefined],
    [null, undefined],
  ])('or is a length as text: %j is %j minutes', (value, expected) =>
    expect(minutes.parse(value)).toBe(expected),
  );

  it('costs a list no more than itself', () =>
    expect(list(z.object({ url: z.string() })).parse([{ url: 'a' }, { url: 1 }, null, { url: 'b' }])).toEqual(
      [{ url: 'a' }, { url: 'b' }],
    ));

  it('is cut from a list beyond 1,000, or the number that is given', () => {
    const many = Array.from({ length: 1001 }, (_, at) => `${at}`);
    expect(list(text).parse(many)).toEqual(many.slice(0, 1000));
    expect(list(text, 2).parse(many)).toEqual(['0', '1']);
  });
});

describe('the entries of a file', () => {
  function read(items: readonly unknown[]) {
    const report = createReport('a.json');
    const entries = readEntries(items, { entry: z.object({ id: text }), noun: 'session' }, report);
    return { entries, problems: report.problems.map(({ severity, message }) => `${severity}: ${message}`) };
  }

  it('are those that fit; the others are counted from 1', () =>
    expect(read([{ id: 'a' }, 'b', { id: 'c' }, null])).toEqual({
      entries: [{ id: 'a' }, { id: 'c' }],
      problems: [
        'error: Entry 2 is not a valid session; it was left out.',
        'error: Entry 4 is not a valid session; it was left out.',
      ],
    }));

  it('are 50,000 at most', () => {
    const items = Array.from({ length: 50_001 }, () => ({ id: 'a' }));
    expect(read(items.slice(1)).problems).toEqual([]);
    const { entries, problems } = read(items);
    expect(entries).toHaveLength(50_000);
    expect(problems).toEqual(['error: The file has more than 50,000 sessions; the rest were left out.']);
  });
});

it('a text may be written in lines', () =>
  expect([['Zinc', 'two'], [], [{}], 7].map(value => text.parse(value))).toEqual(['Zinc\ntwo', '', '', '7']));
