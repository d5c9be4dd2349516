import { describe, expect, test } from 'vitest';
import { parseQuery } from '../../../src/search/query/parse-query.ts';

function check(typed: string, expected: Partial<ReturnType<typeof parseQuery>>) {
  const { text: _text, ...read } = parseQuery(typed);
  const nothing = { words: [], unfinished: false, phrases: [], without: [], filters: [], notes: [] };
  expect(read).toEqual({ ...nothing, ...expected });
}

const word = (text: string, start: number) => ({ text, start, end: start + text.length });
const code = (text: string, start: number) => ({ ...word(text, start), asTyped: true as const });
type Name = 'speaker' | 'track' | 'room' | 'day' | 'lang';
/** `typed` is the value as it stands in the query. */
const filter = (name: Name, value: string, start: number, { not = false, typed = value } = {}) => ({
  name,
  value,
  not,
  start,
  end: start + typed.length,
});

describe('reads', () => {
  test('words where they stand', () =>
    check('ceph at sea', { words: [word('ceph', 0), word('sea', 8)], unfinished: true }));
  test('what a question asks for', () =>
    check('who talks about ceph at sea?', { words: [word('ceph', 16), word('sea', 24)], unfinished: true }));
  test('only stop words, where there is nothing else', () =>
    check('to be', { words: [word('to', 0), word('be', 3)], unfinished: true }));
  test('a phrase, whose words count too', () =>
    check('"growing ceph"', {
      words: [word('growing', 1), word('ceph', 9)],
      phrases: [['growing', 'ceph']],
    }));
  test('quotes as they are printed', () =>
    check('“ceph” «sea»', { words: [word('ceph', 1), word('sea', 8)], phrases: [['ceph'], ['sea']] }));
  test.each(['‘at sea’', '„at sea“', '「at sea」', '＂at sea＂'])('quotes of any country: %s', typed =>
    check(typed, { words: [word('sea', 4)], phrases: [['at', 'sea']] }),
  );
  test('an apostrophe as no quote', () =>
    check('‘tis the crew’s sea', {
      words: [word('tis', 1), word('crew’s', 9), word('sea', 16)],
      unfinished: true,
    }));
  test('a filter as a Japanese keyboard types it', () =>
    check('track：storage', { filters: [filter('track', 'storage', 6)] }));
  test('what came along unseen as nothing', () =>
    check('\u200btrack:\u2060sto\u00adrage', { filters: [filter('track', 'storage', 6)] }));
  test('words and phrases to be without', () =>
    check('-ceph -"at sea"', { without: [['ceph'], ['at', 'sea']] }));
  test.each([
    ['Track:Storage', [filter('track', 'Storage', 6)]],
    ['track: storage', [filter('track', 'storage', 7)]],
    ['room:"Quay Room"', [filter('room', 'Quay Room', 5, { typed: '"Quay Room"' })]],
    ['day:tue,"12 May"', [filter('day', 'tue', 4), filter('day', '12 May', 8, { typed: '"12 May"' })]],
    ['day:today|tomorrow', [filter('day', 'today', 4), filter('day', 'tomorrow', 10)]],
    ['-lang:en', [filter('lang', 'en', 6, { not: true })]],
    ['day:may 12 room:quay', [filter('day', 'may 12', 4, { typed: '"may 12"' }), filter('room', 'quay', 16)]],
    ['day:12. Mai 2027', [filter('day', '12. Mai 2027', 4, { typed: '"12. Mai 2027"' })]],
    ['day: wed 12 may', [filter('day', 'wed 12 may', 5, { typed: '"wed 12 may"' })]],
    ['track:-dev', [filter('track', '-dev', 6)]],
    ['track:', [filter('track', '', 6)]],
    ['track:""', [filter('track', '', 6, { typed: '""' })]],
    ['track: room:quay', [filter('track', '', 6), filter('room', 'quay', 12)]],
  ])('the filters of %s', (typed, filters) => check(typed, { filters }));
  test('a day up to where it ends', () =>
    check('day:may 12 factors', {
      filters: [filter('day', 'may 12', 4, { typed: '"may 12"' })],
      words: [word('factors', 11)],
      unfinished: true,
    }));
  test('a filter that there is none of as words, and says so', () =>
    check('foo:bar', {
      words: [code('foo', 0), code('bar', 4)],
      unfinished: true,
      notes: ['There is no filter “foo:”; it was searched as words.'],
    }));
});

describe('takes as it is typed', () => {
  test.each([
    ['k8s at 2027', [code('k8s', 0), code('2027', 7)]],
    ['S1.02', [code('S1.02', 0)]],
    ['ceph v19.2', [word('ceph', 0), code('v19.2', 5)]],
    ['ask ana@example.org', [word('ask', 0), code('ana', 4), code('example.org', 8)]],
    ['http://sea/cehp', [code('http', 0), code('sea/cehp', 7)]],
    ['@cehp ceph@sea', [word('cehp', 1), word('ceph', 6), word('sea', 11)]],
  ])('%s', (typed, words) => check(typed, { words, unfinished: true }));

  test.each([
    ['trak:storage', 'track:storage'],
    ['Tracks:storage', 'track:storage'],
    ['speker:"ana pérez"', 'speaker:"ana pérez"'],
    ['langage:de', 'lang:de'],
  ])('the misspelt filter of %s, and says what there is', (typed, meant) => {
    const { words, filters, notes } = parseQuery(typed);
    const name = typed.slice(0, typed.indexOf(':'));
    expect([words[0], filters, notes]).toEqual([
      code(name, 0),
      [],
      [`There is no filter “${name}:”; it was searched as words. Did you mean ${meant}?`],
    ]);
  });
});

describe('takes for words', () => {
  test('a colon in a title', () =>
    check('Ceph: growing', { words: [word('Ceph', 0), word('growing', 6)], unfinished: true }));
  test('a web address', () =>
    check('https://ceph.io', { words: [code('https', 0), code('ceph.io', 8)], unfinished: true }));
  test('the name of a filter in a title', () =>
    check('Ferry Day: Tides on Track: all aboard', {
      words: [word('Ferry', 0), word('Day', 6), word('Tides', 11), word('Track', 20), word('aboard', 31)],
      unfinished: true,
    }));
  test('a hyphen inside a word', () => check('SR-IOV', { words: [word('SR-IOV', 0)], unfinished: true }));
  test('a dash alone', () =>
    check('ceph - sea', { words: [word('ceph', 0), word('sea', 7)], unfinished: true }));
  test.each([
    ['twelve', ['ropes'], [['large', 'knots']]],
    ['thirteen', [], []],
  ])('quotes and dashes only in a query of more than twelve: of %s', (count, without, phrases) => {
    const others = Array.from({ length: count === 'twelve' ? 10 : 11 }, (_, at) => `ship${at}`);
    const query = parseQuery(`-ropes "large knots" ${others.join(' ')}`);
    expect([query.without.flat(), query.phrases]).toEqual([without, phrases]);
  });
  test('quotes and dashes in a whole sentence', () => {
    const { phrases, without } = parseQuery(
      'how do you keep a "large" cluster -really- alive when nobody pays for it',
    );
    expect([phrases, without]).toEqual([[], []]);
  });
});
