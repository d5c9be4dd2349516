import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalizeSigns, type QueryPart, splitQuery } from '../../../src/search/query/query-parts.ts';
import { cases } from '../../support/cases.ts';

/** Each part as `kind text`, with `-` for one that excludes. */
const parts = (typed: string) =>
  splitQuery(typed).map(({ kind, text, not }) => `${not ? '-' : ''}${kind} ${text}`);

describe('splits', () => {
  test.each([
    ['ceph at sea', ['words ceph', 'words at', 'words sea']],
    ['  ceph\n\tsea ', ['words ceph', 'words sea']],
    ['"at sea" ceph', ['phrase at sea', 'words ceph']],
    ['"at sea', ['phrase at sea']],
    ['""', ['phrase ']],
    ['-ceph -"at sea"', ['-without ceph', '-without at sea']],
    ['ceph-fs - sea', ['words ceph-fs', 'words -', 'words sea']],
    ['track:storage', ['track storage']],
    ['TRACK:storage,"quay room"|x', ['track storage,"quay room"|x']],
    ['-track:storage', ['-track storage']],
    ['track: storage sea', ['track storage', 'words sea']],
    ['track:', ['track ']],
    ['track: room:quay', ['track ', 'room quay']],
    ['track:-dev', ['track -dev']],
    ['track: -dev', ['track ', '-without dev']],
    ['foo:bar sea', ['words foo:bar', 'words sea']],
    ['https://ceph.io', ['words https://ceph.io']],
    ['Ceph: growing', ['words Ceph:', 'words growing']],
    ['day:12 may sea', ['day "12 may"', 'words sea']],
    ['day:wed 12 may 2027 sea', ['day "wed 12 may 2027"', 'words sea']],
    ['day:"12 may" sea', ['day "12 may"', 'words sea']],
    ['day:tue -sea', ['day tue', '-without sea']],
    ['sea Track: all', ['words sea', 'words Track: all']],
    ['Track: all', ['track all']],
    ['Day: From here', ['words Day: From', 'words here']],
    ['', []],
  ])('%j', (typed, expected) => {
    expect(parts(typed)).toEqual(expected);
  });
});

test('a part knows where its text is, and the name of a filter as it was typed', () => {
  const expected: readonly QueryPart[] = [
    { kind: 'words', text: 'sea', start: 0, not: false, name: '', isFirst: true },
    { kind: 'track', text: 'storage', start: 12, not: true, name: 'Track: ', isFirst: false },
    { kind: 'words', text: 'foo:bar', start: 20, not: false, name: 'foo:', isFirst: false },
  ];
  expect(splitQuery('sea -track: storage foo:bar').map(part => part.text)).toEqual([
    'sea',
    'storage',
    'foo:bar',
  ]);
  expect(splitQuery('sea -Track:storage  foo:bar')).toHaveLength(3);
  expect(splitQuery('sea -track: storage foo:bar')).toEqual(
    expected.map(part => ({ ...part, name: part.name.toLowerCase() })),
  );
});

test('the text of each word and phrase is in the query at its start, whatever it is', () => {
  const typed = fc
    .array(
      fc.constantFrom('ceph', ' ', '"', '-', 'track:', 'day:', '12', 'may', ',', '|', 'x:y', '：', '“', '”'),
      {
        maxLength: 14,
      },
    )
    .map(pieces => pieces.join(''));
  fc.assert(
    fc.property(typed, text => {
      for (const part of splitQuery(text))
        if (part.kind !== 'day') expect(normalizeSigns(text).startsWith(part.text, part.start)).toBe(true);
    }),
    { numRuns: cases(2000) },
  );
});

test.each([
  ['“at sea”', '"at sea"'],
  ['«at sea»', '"at sea"'],
  ['「at sea」', '"at sea"'],
  ['‘at sea’ crew', '"at sea" crew'],
  ['‚at sea‘', '"at sea"'],
  ['the crew’s sea', 'the crew’s sea'],
  ['‘tis', '‘tis'],
  ['track：storage', 'track:storage'],
])('makes plain signs of %s', (typed, plain) => {
  expect(normalizeSigns(typed)).toBe(plain);
});
