import { describe, expect, test } from 'vitest';
import { readQuery } from '../../src/search/read-query.ts';

function check(typed: string, expected: Partial<ReturnType<typeof readQuery>>) {
  const { text: _text, ...read } = readQuery(typed);
  const nothing = { words: [], unfinished: false, phrases: [], without: [], filters: [], notes: [] };
  expect(read).toEqual({ ...nothing, ...expected });
}

const word = (text: string, start: number) => ({ text, start, end: start + text.length });
const filter = (name: 'speaker' | 'track' | 'room' | 'day' | 'lang', value: string, not = false) => ({
  name,
  value,
  not,
});

describe('reads', () => {
  test('words where they stand', () =>
    check('ceph at sea', { words: [word('ceph', 0), word('sea', 8)], unfinished: true }));
  test('only stop words, where there is nothing else', () =>
    check('to be', { words: [word('to', 0), word('be', 3)], unfinished: true }));
  test('a phrase, whose words count too', () =>
    check('"growing ceph"', {
      words: [word('growing', 1), word('ceph', 9)],
      phrases: [['growing', 'ceph']],
    }));
  test('quotes as they are printed', () =>
    check('“ceph” «sea»', { words: [word('ceph', 1), word('sea', 8)], phrases: [['ceph'], ['sea']] }));
  test('words and phrases to be without', () =>
    check('-ceph -"at sea"', { without: [['ceph'], ['at', 'sea']] }));
  test('a filter in any case', () => check('Track:Storage', { filters: [filter('track', 'Storage')] }));
  test('a filter apart from its value', () =>
    check('track: storage', { filters: [filter('track', 'storage')] }));
  test('a filter with a quoted value', () =>
    check('room:"Quay Room"', { filters: [filter('room', 'Quay Room')] }));
  test('several values', () =>
    check('day:tue,"12 May"', { filters: [filter('day', 'tue'), filter('day', '12 May')] }));
  test('a filter to be without', () => check('-lang:en', { filters: [filter('lang', 'en', true)] }));
  test('a filter that there is none of as words, and says so', () =>
    check('foo:bar', {
      words: [word('foo', 0), word('bar', 4)],
      unfinished: true,
      notes: ['There is no filter “foo:”; it was searched as words.'],
    }));
});

describe('takes for words', () => {
  test('a colon in a title', () =>
    check('Ceph: growing', { words: [word('Ceph', 0), word('growing', 6)], unfinished: true }));
  test('a web address', () =>
    check('https://ceph.io', { words: [word('https', 0), word('ceph.io', 8)], unfinished: true }));
  test('a filter without a value', () => check('track:', { words: [word('track', 0)], unfinished: true }));
  test('a hyphen inside a word', () => check('SR-IOV', { words: [word('SR-IOV', 0)], unfinished: true }));
  test('a dash alone', () =>
    check('ceph - sea', { words: [word('ceph', 0), word('sea', 7)], unfinished: true }));
  test('quotes and dashes in a whole sentence', () => {
    const { phrases, without } = readQuery(
      'how do you keep a "large" cluster -really- alive when nobody pays for it',
    );
    expect([phrases, without]).toEqual([[], []]);
  });
});
