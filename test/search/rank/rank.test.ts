import { describe, expect, test } from 'vitest';
import { find } from '../../../src/search/find.ts';
import { indexProgramme } from '../../../src/search/index/index-programme.ts';
import { parseQuery } from '../../../src/search/query/parse-query.ts';
import { lookUpTerms } from '../../../src/search/query/terms.ts';
import { clear } from '../../../src/search/rank/accumulators.ts';
import { rerank } from '../../../src/search/rank/rank.ts';
import { scoreTalks, sumTerms } from '../../../src/search/rank/scorer.ts';
import { PROXIMITY_BOOST, SAME_TITLE_BOOST } from '../../../src/search/rank/weights.ts';
import { programme, type Sketch } from '../build.ts';

const ids = (query: string, talks: readonly Sketch[]) =>
  find(indexProgramme(programme(...talks)), query).talks.map(({ id }) => id);

/** Twenty-five talks in the order of their titles; in one of them the words of the query stand together. */
function oneTogether(place: number): readonly Sketch[] {
  return Array.from({ length: 25 }, (_, at) => {
    const name = String.fromCharCode(97 + at).repeat(3);
    return {
      id: `${at + 1}`,
      title: at + 1 === place ? `${name} knots ceph tides` : `${name} ceph knots tides`,
    };
  });
}

test.each([
  ['and the last of these becomes the first', 20, '20'],
  ['and the next stays where it is', 21, '1'],
])('the twenty best are looked at word by word, %s', (_which, place, first) => {
  const found = ids('ceph tides', oneTogether(place));
  expect([found.length, found[0]]).toEqual([25, first]);
});

test.each([
  ['four fifths or more', 'ropes knots sails masts tides parts', ['named', 'abstract']],
  ['less', 'ropes knots tides parts', ['named', 'abstract', 'ports']],
])('a rare word may be a slip, unless names of a talk have %s of the query', (_share, query, expected) => {
  const title = query.replace(' parts', '');
  const talks = [
    { id: 'named', title },
    { id: 'abstract', title: 'Quiet harbour', abstract: 'Parts.' },
    { id: 'ports', title: 'Ports for crews' },
    ...Array.from({ length: 8 }, (_, at) => ({ id: `other${at}`, title: `Quiet harbour ${at}` })),
  ];
  expect(ids(query, talks).sort()).toEqual([...expected].sort());
});

/** By how much reranking raises the score of the only talk, which has this title. */
function raise(title: string, query: string, abstract = ''): number {
  const index = indexProgramme(programme({ title, abstract }));
  const work = { postings: 0, comparisons: 0 };
  const terms = lookUpTerms(index, parseQuery(query), work);
  clear(index.accumulators);
  const found = sumTerms(index.accumulators, terms, work);
  scoreTalks(index, { terms, allowed: undefined }, found);
  const before = index.accumulators.scores[0] ?? 0;
  rerank(index, terms, Int32Array.of(0));
  return Number(((index.accumulators.scores[0] ?? 0) / before - 1).toFixed(3));
}

describe('raises a title that has', () => {
  test.each([
    ['both words side by side', 'Ropes: ceph tides', 'ceph tides', 1],
    ['them over stop words', 'Ropes and ceph at the tides', 'ceph tides', 1],
    ['them in other forms', 'Ropes of storing clouds', 'store cloud', 1],
    ['the beginning of the last one', 'Ropes of ceph tides', 'ceph tid', 1],
    ['a misspelt one', 'Ropes of ceph tides', 'cehp tides', 1],
    ['both inside one compound', 'Ropes of SR-IOV', 'sr iov', 1],
    ['parts that no sign sets apart', 'Ropes of OpenStack', 'open stack', 0],
    ['one pair of two', 'Ropes of ceph tides, knots and sails', 'ceph tides sails', 1 / 2],
    ['them in another order', 'Ropes of tides, ceph', 'ceph tides', 0],
    ['another word between them', 'Ropes of ceph, knots, tides', 'ceph tides', 0],
    ['only one of them', 'Ropes of ceph', 'ceph tides', 0],
    ['a single word', 'Ropes of ceph', 'ceph', 0],
  ])('%s', (_what, title, query, pairs) => {
    expect(raise(title, query)).toBeCloseTo(PROXIMITY_BOOST * pairs, 3);
  });

  test('not an abstract that has them side by side', () => {
    expect(raise('Ropes', 'ceph tides', 'Ceph tides.')).toBe(0);
  });

  test.each([
    ['the query', 'Ceph tides', 'ceph tides', PROXIMITY_BOOST + SAME_TITLE_BOOST],
    [
      'the query with other signs and stop words',
      'Ceph: the tides!',
      'CEPH tides',
      PROXIMITY_BOOST + SAME_TITLE_BOOST,
    ],
    ['the one word of the query', 'Ceph', 'ceph', SAME_TITLE_BOOST],
    ['the query in another form', 'Ceph tide', 'ceph tides', PROXIMITY_BOOST],
  ])('only %s, even more', (_what, title, query, boost) => {
    expect(raise(title, query)).toBeCloseTo(boost, 3);
  });
});

test('puts the best in order again: by score, equal ones by number', () => {
  const titles = ['Ceph knots tides a', 'Ceph knots tides b', 'Ceph tides c', 'Ceph tides d'];
  const index = indexProgramme(programme(...titles.map(title => ({ title: `${title} ropes` }))));
  const work = { postings: 0, comparisons: 0 };
  const terms = lookUpTerms(index, parseQuery('ceph tides'), work);
  clear(index.accumulators);
  sumTerms(index.accumulators, terms, work);
  index.accumulators.scores.fill(1);
  const best = Int32Array.of(0, 1, 3, 2);
  rerank(index, terms, best);
  expect([...best].map(talk => index.talks[talk]?.title.slice(0, 12))).toEqual([
    'Ceph tides c',
    'Ceph tides d',
    'Ceph knots t',
    'Ceph knots t',
  ]);
  expect([...best]).toEqual([2, 3, 0, 1]);
});
