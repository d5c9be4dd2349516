import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findFor } from '../../src/search/find.ts';
import { indexProgramme } from '../../src/search/index/index-programme.ts';
import { parseQuery } from '../../src/search/query/parse-query.ts';
import type { SearchResult } from '../../src/search/search-result.ts';
import { cases } from '../support/cases.ts';
import { programme, type Sketch, slot } from './build.ts';

const WORDS = ['ceph', 'storage', 'tides', 'ropes', 'knots', 'sails', 'ada', 'lund', 'the'];

const someWords = fc.array(fc.constantFrom(...WORDS), { maxLength: 6 }).map(words => words.join(' '));

const sketch: fc.Arbitrary<Sketch> = fc.record({
  title: someWords,
  kind: fc.constantFrom('talk', 'talk', 'talk', 'break'),
  abstract: someWords,
  speakers: fc.constantFrom([], ['Ada Lund'], ['Ada Sails: Ropes.']),
  slots: fc.constantFrom([], [slot('2027-05-11T09:00', 'Quay')], [slot('2027-05-12T09:00', 'Hall')]),
});

const query = fc.oneof(
  someWords,
  fc
    .tuple(someWords, fc.constantFrom('day:2027-05-11', 'room:quay', '-ceph', 'cehp'))
    .map(parts => parts.join(' ')),
);

/** The lists that are shown one after the other: matches, then weak matches; with the scores of each. */
function listsOf({ talks, scores, weak }: SearchResult) {
  const all = talks.map(({ id }, place) => ({ id, score: scores[place], isWeak: weak?.places[place] === 1 }));
  return [all.filter(({ isWeak }) => !isWeak), all.filter(({ isWeak }) => isWeak)];
}

test('as many talks as are asked for are the first of all, and their number is that of all', () => {
  const options = { today: '2027-05-11', leastOfNamed: 0.3 };
  fc.assert(
    fc.property(
      fc.array(sketch, { minLength: 1, maxLength: 90 }).map(talks => indexProgramme(programme(...talks))),
      query,
      fc.integer({ min: 0, max: 90 }),
      (index, text, limit) => {
        const all = findFor(index, parseQuery(text), options);
        const some = findFor(index, parseQuery(text), { ...options, limit });
        expect(some.talks.slice(0, limit)).toEqual(all.talks.slice(0, limit));
        expect(listsOf(some)).toEqual(listsOf(all).map(list => list.slice(0, limit)));
        const apart = findFor(index, parseQuery(text), { ...options, limit, areWeakLast: true });
        expect(listsOf(apart).flat().slice(0, limit)).toEqual(listsOf(all).flat().slice(0, limit));
        expect([apart.total, apart.weak?.total]).toEqual([some.total, some.weak?.total]);
        expect([some.total, some.weak?.total, some.weak?.words]).toEqual([
          all.talks.length,
          all.weak?.places.reduce((sum, mark) => sum + mark, 0),
          all.weak?.words,
        ]);
        const { correction, nearest, notes, speakers } = all;
        expect(some).toMatchObject({ correction, nearest, notes, speakers });
      },
    ),
    { numRuns: cases(300) },
  );
});
