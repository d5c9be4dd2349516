import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  all,
  boolean,
  byType,
  type Check,
  integer,
  linkUrl,
  list,
  matches,
  oneOf,
  rule,
  shape,
  string,
  webUrl,
} from '../../../src/local-slack/block-kit/checks.ts';

const broken = (check: Check, value: unknown) =>
  check(value, '/at').map(({ path, rule }) => `${path} ${rule}`);

const names = shape({ required: { name: string({ max: 3 }) }, optional: { on: boolean } });
const either = byType({ a: shape({ required: { type: oneOf('a') } }), b: () => [] });

/** A name, a check, a value, and every rule that it breaks. */
const rows: readonly (readonly [string, Check, unknown, readonly string[]])[] = [
  ['an empty string', string({ max: 3 }), '', []],
  ['a string that may not be empty', string({ min: 1, max: 3 }), '', ['/at must be more than 0 characters']],
  ['the shortest string', string({ min: 1, max: 3 }), 'a', []],
  ['the longest string', string({ max: 3 }), 'abc', []],
  ['a longer string', string({ max: 3 }), 'abcd', ['/at must be less than 4 characters']],
  ['a character of two units', string({ max: 1 }), '👋', ['/at must be less than 2 characters']],
  ['a number as string', string({ max: 3 }), 1, ['/at must be a string']],

  ['a pattern', matches(/^\d+$/, 'must be digits'), '12', []],
  ['another pattern', matches(/^\d+$/, 'must be digits'), 'x', ['/at must be digits']],
  ['a number for a pattern', matches(/^\d+$/, 'must be digits'), 12, ['/at must be digits']],

  ['a boolean', boolean, false, []],
  ['a word as boolean', boolean, 'false', ['/at must be a boolean']],

  ['the least number', integer({ min: 1, max: 3 }), 1, []],
  ['the greatest number', integer({ min: 1, max: 3 }), 3, []],
  ['a smaller number', integer({ min: 1, max: 3 }), 0, ['/at must be a whole number from 1 to 3']],
  ['a greater number', integer({ min: 1, max: 3 }), 4, ['/at must be a whole number from 1 to 3']],
  ['a fraction', integer({ min: 1, max: 3 }), 1.5, ['/at must be a whole number from 1 to 3']],
  ['digits', integer({ min: 1, max: 3 }), '2', ['/at must be a whole number from 1 to 3']],

  ['one of some', oneOf('a', 1), 1, []],
  ['none of them', oneOf('a', 1), '1', ['/at must be one of a, 1']],

  ['a list', list(boolean, { min: 1, max: 2 }), [true, false], []],
  [
    'a list that is too short',
    list(boolean, { min: 2, max: 2 }),
    [true],
    ['/at must have more than 1 items'],
  ],
  [
    'a list that is too long, of wrong items',
    list(boolean, { min: 1, max: 2 }),
    [true, 1, 'x'],
    ['/at no more than 2 items allowed', '/at/1 must be a boolean', '/at/2 must be a boolean'],
  ],
  ['an object as list', list(boolean, { min: 0, max: 2 }), { length: 0 }, ['/at must be an array']],

  ['a shape', names, { name: 'Ada', on: true }, []],
  ['a shape without what is optional', names, { name: 'Ada', on: undefined }, []],
  ['a shape without what is required', names, { on: true }, ['/at/name missing required field']],
  ['null for what is required', names, { name: null }, ['/at/name must be a string']],
  [
    'a shape with wrong and unknown fields',
    names,
    { name: 'Edda', on: 'yes', age: 1 },
    [
      '/at/name must be less than 4 characters',
      '/at/on must be a boolean',
      '/at/age invalid additional property',
    ],
  ],
  [
    'a field that every object has',
    names,
    { name: 'Ada', valueOf: 1 },
    ['/at/valueOf invalid additional property'],
  ],
  ['an array as shape', names, [], ['/at must be an object']],

  ['one type', either, { type: 'a' }, []],
  ['another type', either, { type: 'b', more: 1 }, []],
  ['a type with a wrong field', either, { type: 'a', more: 1 }, ['/at/more invalid additional property']],
  ['an unknown type', either, { type: 'c' }, ['/at/type unsupported type: c']],
  ['a type that every object has', either, { type: 'toString' }, ['/at/type unsupported type: toString']],
  ['no type', either, {}, ['/at/type missing required field']],
  ['a text as object', either, 'a', ['/at must be an object']],

  ['all checks', all(boolean, oneOf('x')), 1, ['/at must be a boolean', '/at must be one of x']],
  ['a rule that holds', rule(value => value.a === 1, 'a must be 1', '/a'), { a: 1 }, []],
  [
    'a rule that does not',
    rule(value => value.a === 1, 'a must be 1', '/a'),
    { a: 2 },
    ['/at/a a must be 1'],
  ],
  ['a rule of objects, for a text', rule(() => false, 'never'), 'text', []],
];

describe('each check', () => {
  it.each(rows)('%s', (_name, check, value, expected) => {
    expect(broken(check, value)).toEqual(expected);
  });

  it('never throws, and breaks rules only at its own path or below', () => {
    const checks = [webUrl, linkUrl, names, either, ...rows.map(([, check]) => check)];
    fc.assert(
      fc.property(fc.anything(), fc.constantFrom(...checks), (value, check) => {
        expect(check(value, '/at').every(({ path }) => path === '/at' || path.startsWith('/at/'))).toBe(true);
      }),
    );
  });
});

describe('addresses', () => {
  const address = (path: string, length: number) => path + 'x'.repeat(length - path.length);

  it.each([
    ['https://example.org', true, true],
    ['http://example.org/a?b=c#d', true, true],
    ['https://exämple.org/ü', true, true],
    ['mailto:desk@example.org', false, true],
    ['javascript:alert(1)', false, false],
    ['file:///etc/passwd', false, false],
    ['data:text/html,x', false, false],
    ['example.org', false, false],
    ['/talks', false, false],
    ['https://', false, false],
    ['https://example.org/a b', false, false],
    ['https://example.org/\n', false, false],
    ['https://example.org/<a>', false, false],
    ['https://example.org/a|b', false, false],
    [address('https://example.org/', 3000), true, true],
  ])('%s', (url, inButtons, inTexts) => {
    expect([webUrl, linkUrl].map(check => broken(check, url).length === 0)).toEqual([inButtons, inTexts]);
  });

  it('have an end', () => {
    expect(broken(webUrl, address('https://example.org/', 3001))).toEqual([
      '/at must be less than 3001 characters',
    ]);
    expect(broken(webUrl, '')).toEqual(['/at must be more than 0 characters']);
  });

  it('are taken in Node 20 however often they are looked at', () => {
    for (let count = 0; count < 5000; count += 1) webUrl('https://exämple.org/ü', '/at');
    expect(broken(webUrl, 'https://exämple.org/ü')).toEqual([]);
  });
});
