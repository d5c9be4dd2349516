import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findAllowed } from '../../../src/search/filter/allowed-talks.ts';
import { indexProgramme } from '../../../src/search/index/index-programme.ts';
import { parseQuery } from '../../../src/search/query/parse-query.ts';
import { programme, slot } from '../build.ts';

const TODAY = '2027-05-11';

const index = indexProgramme(
  programme(
    {
      id: 'a',
      title: 'Growing OpenStack clouds',
      abstract: 'At sea, at night. Fast ports.',
      track: 'Storage',
    },
    {
      id: 'b',
      title: 'Open the stack',
      abstract: 'Night at sea.',
      speakers: ['Ana Lund: At night she rows.'],
    },
    { id: 'c', title: 'Cloud', abstract: 'A sea of ports', speakers: ['Night Lund'], track: 'Night' },
    { id: 'd', title: 'SR-IOV ports', slots: [slot('2027-05-11T09:00', 'Quay')] },
  ),
);

/** The ids of the talks that a query allows; undefined if it allows all of them without looking. */
function allowed(typed: string) {
  const { talks } = findAllowed(index, parseQuery(typed), TODAY);
  return talks && index.talks.flatMap((talk, number) => (talks[number] === 1 ? [talk.id] : [])).sort();
}

describe('allows', () => {
  test.each([
    ['all talks without a filter, phrase or minus', 'sea ports', undefined],
    ['all talks for a filter without a value', 'sea track:', undefined],
    ['a phrase in its order', '"at night"', ['a', 'b']],
    ['a phrase over a comma', '"sea at"', ['a']],
    ['a phrase with its stop words', '"a sea of ports"', ['c']],
    ['a phrase in one field, not over two', '"night sea"', ['a', 'b', 'c', 'd']],
    ['a phrase that is the end of a text', '"fast ports"', ['a']],
    ['a word as it is, and no other form', '"cloud"', ['c']],
    ['a name as a phrase', '"night lund"', ['c']],
    ['a compound as a phrase', '"openstack clouds"', ['a']],
    ['the parts of a compound as a phrase', '"open stack"', ['a']],
    ['a compound with a sign as a phrase', '"sr-iov ports"', ['d']],
    ['the parts of a compound with a sign', '"sr iov ports"', ['d']],
    ['talks with both of two phrases', '"at night" "fast ports"', ['a']],
    ['no form of a word to be without', '-clouds', ['b', 'd']],
    ['all but the talks with a phrase', '-"at night"', ['c', 'd']],
    ['all for a word that no talk has', '-xyzzy', ['a', 'b', 'c', 'd']],
    ['a filter and a minus at once', 'track:storage,night -ports', []],
    ['a filter and a phrase at once', 'track:storage,night "at night"', ['a']],
    ['the talks of a filter', 'room:quay', ['d']],
  ])('%s: %s', (_what, typed, ids) => {
    expect(allowed(typed)).toEqual(ids);
  });

  test('any talk for a phrase that no talk has, and says so', () => {
    const { talks, notes } = findAllowed(index, parseQuery('"sea night" "lund at"'), TODAY);
    expect([...(talks ?? [])]).toEqual([1, 1, 1, 1]);
    expect(notes).toEqual([
      'No talk has “sea night” word for word; its words were searched.',
      'No talk has “lund at” word for word; its words were searched.',
    ]);
  });
});

test('passes on the notes and corrections of filters', () => {
  const { notes, corrected } = findAllowed(index, parseQuery('track:storge track:cooking'), TODAY);
  expect(notes).toEqual(['There is no track “cooking” in the programme.']);
  expect([...corrected].map(([{ value }, name]) => [value, name])).toEqual([['storge', 'Storage']]);
  expect(findAllowed(index, parseQuery('sea'), TODAY)).toEqual({
    talks: undefined,
    notes: [],
    corrected: new Map(),
  });
});

test('a phrase is allowed if its words follow each other in a text', () => {
  const words = fc.array(fc.constantFrom('ceph', 'sea', 'salt', 'port'), { minLength: 1, maxLength: 7 });
  fc.assert(
    fc.property(fc.array(words, { minLength: 1, maxLength: 5 }), words, (texts, phrase) => {
      fc.pre(phrase.length <= 3);
      const sketches = texts.map(text => ({ title: 'x', abstract: text.join(' ') }));
      const made = indexProgramme(programme(...sketches));
      const { talks, notes } = findAllowed(made, parseQuery(`"${phrase.join(' ')}"`), TODAY);
      const matches = made.talks.map(({ abstract }) =>
        ` ${abstract} `.includes(` ${phrase.join(' ')} `) ? 1 : 0,
      );
      const expected = matches.some(match => match === 1) ? matches : matches.map(() => 1);
      expect([[...(talks ?? [])], notes.length]).toEqual([expected, expected === matches ? 0 : 1]);
    }),
  );
});
