import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HEADING } from '../../../src/search/index/fields.ts';
import { type Index, indexProgramme } from '../../../src/search/index/index-programme.ts';
import { fieldsIn, talkIn } from '../../../src/search/index/postings.ts';
import { parseQuery } from '../../../src/search/query/parse-query.ts';
import { lookUpTerms, type Term } from '../../../src/search/query/terms.ts';
import { clear } from '../../../src/search/rank/accumulators.ts';
import { scoreTalks, sumTerms } from '../../../src/search/rank/scorer.ts';
import {
  EVEN_SHARE,
  HEADING_BOOST,
  SHORT_TITLE_BOOST,
  WHOLE_HEADING_BOOST,
} from '../../../src/search/rank/weights.ts';
import { programme, type Sketch } from '../build.ts';

const noWork = () => ({ postings: 0, comparisons: 0 });
const termsOf = (index: Index, query: string) => lookUpTerms(index, parseQuery(query), noWork());

/** The score of each talk, by its number; undefined if it has nothing of the query. */
function scored(index: Index, terms: readonly Term[], allowed?: Uint8Array) {
  const { accumulators } = index;
  clear(accumulators);
  const touched = sumTerms(accumulators, terms, noWork());
  const { talks, headingShare } = scoreTalks(index, { terms, allowed }, touched);
  const scores = index.talks.map((_, talk) => (talks.includes(talk) ? accumulators.scores[talk] : undefined));
  return { scores, headingShare };
}

/** What a talk has of one term: the weight of its best variant, and how sure its heading is. */
function matchOf({ variants }: Term, talk: number): { weight: number; heading: number } {
  let best = 0;
  let exact = 0;
  let heading = 0;
  for (const { postings, range, weight, certainty, adds } of variants) {
    for (let place = postings.starts[range.from] ?? 0; place < (postings.ends[range.to - 1] ?? 0); place++) {
      const code = postings.codes[2 * place] ?? 0;
      if (talkIn(code) !== talk) continue;
      const value = (postings.impacts[2 * place + 1] ?? 0) * weight;
      if (adds) exact += value;
      else best = Math.max(best, value);
      if ((fieldsIn(code) & HEADING) !== 0) heading = Math.max(heading, certainty);
    }
  }
  return { weight: best + exact, heading };
}

/** The formula of docs/search.md, talk by talk. */
function byTheBook({ titleLengths }: Index, terms: readonly Term[], talk: number): number | undefined {
  const idf = terms.reduce((sum, term) => sum + term.idf, 0);
  let sum = 0;
  let coverage = 0;
  let share = 0;
  for (const term of terms) {
    const { weight, heading } = matchOf(term, talk);
    if (weight === 0) continue;
    sum += weight * term.idf;
    coverage += term.idf / idf;
    share += heading * ((1 - EVEN_SHARE) * (term.idf / idf) + EVEN_SHARE / terms.length);
  }
  if (sum === 0) return undefined;
  const filled = Math.min(1, terms.length / (titleLengths[talk] ?? 1));
  const boost = HEADING_BOOST * share + share ** 6 * (WHOLE_HEADING_BOOST + SHORT_TITLE_BOOST * filled ** 2);
  return sum * coverage * (1 + boost);
}

describe('scores talks by the formula', () => {
  const words = fc
    .array(fc.constantFrom('ceph', 'sea', 'cloud', 'clouds', 'storage', 'store', 'tide'), { maxLength: 5 })
    .map(each => each.join(' '));
  const sketch: fc.Arbitrary<Sketch> = fc.record({
    title: words,
    abstract: words,
    speakers: fc.constantFrom([], ['Ana Sea'], ['Bo Cloud: Bo likes a tide.']),
  });
  const query = fc
    .array(fc.constantFrom('ceph', 'sea', 'cloud', 'clouds', 'storing', 'tides', 'clo'), {
      minLength: 1,
      maxLength: 4,
    })
    .map(each => each.join(' '));

  test('whatever they and the query are', () => {
    fc.assert(
      fc.property(fc.array(sketch, { minLength: 1, maxLength: 8 }), query, (sketches, typed) => {
        const index = indexProgramme(programme(...sketches));
        const terms = termsOf(index, typed);
        const { scores } = scored(index, terms);
        index.talks.forEach((_, talk) => {
          const expected = byTheBook(index, terms, talk);
          if (expected === undefined) expect(scores[talk]).toBeUndefined();
          else expect((scores[talk] ?? 0) / expected).toBeCloseTo(1, 4);
        });
      }),
    );
  });
});

describe('of the talks', () => {
  const index = indexProgramme(
    programme({ title: 'Ceph at sea' }, { title: 'Ceph tides' }, { title: 'Ropes' }),
  );

  test('scores only those that are allowed', () => {
    const terms = termsOf(index, 'ceph');
    const { scores } = scored(index, terms, Uint8Array.of(0, 1, 1));
    expect(scores.map(score => score !== undefined)).toEqual([false, true, false]);
  });

  test('tells the greatest share of the query that one heading has', () => {
    const shares = ['ceph sea', 'ceph', 'sea tides', 'xyzzy'].map(typed =>
      Number(scored(index, termsOf(index, typed)).headingShare.toFixed(3)),
    );
    expect(shares).toEqual([1, 1, 0.5, 0]);
  });

  test('counts the postings that it read', () => {
    const work = noWork();
    clear(index.accumulators);
    sumTerms(index.accumulators, termsOf(index, 'ceph .'), work);
    // Two talks have the form, and two its stem.
    expect(work).toEqual({ postings: 4, comparisons: 0 });
  });

  test('clears what an unfinished query left', () => {
    const terms = termsOf(index, 'ceph sea');
    const { scores } = scored(index, terms);
    sumTerms(index.accumulators, terms, noWork());
    expect(scored(index, terms).scores).toEqual(scores);
  });
});
