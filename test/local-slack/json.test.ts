import { describe, expect, it } from 'vitest';
import { asObjects, asString, isObject, parseJson } from '../../src/local-slack/json.ts';

const values = [{ a: 1 }, {}, [], [{ a: 1 }], null, undefined, 'text', '', 0, true] as const;

it('tells objects from arrays, null and everything else', () => {
  expect(values.map(isObject)).toEqual([true, true, false, false, false, false, false, false, false, false]);
});

it('takes the objects of an array, and none of anything else', () => {
  expect(asObjects([{ a: 1 }, 'text', null, [{ b: 2 }], {}])).toEqual([{ a: 1 }, {}]);
  expect([{ 0: { a: 1 }, length: 1 }, 'text', null, undefined].map(asObjects)).toEqual([[], [], [], []]);
});

it('takes a text, also an empty one', () => {
  expect(['text', '', 0, null, undefined, ['text']].map(asString)).toEqual([
    'text',
    '',
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

describe('parseJson', () => {
  it.each([
    ['{"a":[1]}', { a: [1] }],
    ['null', null],
    ['0', 0],
    ['', undefined],
    ['{', undefined],
    ["{'a':1}", undefined],
  ])('%j', (text, expected) => {
    expect(parseJson(text)).toEqual(expected);
  });
});
