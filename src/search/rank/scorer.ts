import type { Variant } from '../correction/variants.ts';
import { SPEAKERS, TITLE } from '../index/fields.ts';
import type { Work } from '../index/index-programme.ts';
import type { Term } from '../query/terms.ts';
import { makeSortBuffers, type SortBuffers } from './sort-by-score.ts';

const NAMES = (1 << TITLE) | (1 << SPEAKERS);

/**
 * In a name every word counts, also one as common as the conference's subject: one third of a word's share of a name
 * comes from its rarity, two thirds are the same for each word.
 */
const EVEN_SHARE = 2 / 3;

/** Writes into the tables what the words make of each talk; the tables must be empty. */
export function scoreTalks(tables: Accumulators, terms: readonly Term[], work: Work): void {
  const rarity = terms.reduce((sum, term) => sum + term.idf, 0);
  for (const term of terms) {
    let count = 0;
    for (const variant of term.variants) count = accumulateVariant(variant, tables, count, work);
    const share = term.idf / rarity;
    const named = share * (1 - EVEN_SHARE) + EVEN_SHARE / terms.length;
    accumulateTerm(tables, count, { rarity: term.idf, covered: share, named });
  }
}

/** Walks through the talks that have a variant and keeps for each talk the best of the word's variants. */
function accumulateVariant(
  { postings, range, weight, certainty, adds }: Variant,
  { word }: Accumulators,
  count: number,
  work: Work,
): number {
  const { offsets, talks, impacts, fields } = postings;
  const { weight: weights, named, talks: touched } = word;
  const start = offsets[range.from] ?? 0;
  const end = offsets[range.to] ?? 0;
  let found = count;
  for (let place = start; place < end; place++) {
    const talk = talks[place] ?? 0;
    const value = (impacts[place] ?? 0) * weight;
    const before = weights[talk] ?? 0;
    if (before === 0) touched[found++] = talk;
    if (adds) weights[talk] = before + value;
    else if (value > before) weights[talk] = value;
    if (((fields[place] ?? 0) & NAMES) !== 0 && certainty > (named[talk] ?? 0)) named[talk] = certainty;
  }
  work.postings += end - start;
  return found;
}

/** Adds what one word says to what all say, and leaves its table empty for the next word. */
function accumulateTerm(
  { word, query }: Accumulators,
  count: number,
  share: { rarity: number; covered: number; named: number },
): void {
  const { weight, named, talks } = word;
  const { weight: weights, covered, named: namedAll, namedWords } = query;
  for (let place = 0; place < count; place++) {
    const talk = talks[place] ?? 0;
    weights[talk] = (weights[talk] ?? 0) + (weight[talk] ?? 0) * share.rarity;
    covered[talk] = (covered[talk] ?? 0) + share.covered;
    weight[talk] = 0;
    const certainty = named[talk] ?? 0;
    if (certainty === 0) continue;
    namedAll[talk] = (namedAll[talk] ?? 0) + certainty * share.named;
    namedWords[talk] = (namedWords[talk] ?? 0) + 1;
    named[talk] = 0;
  }
}

/**
 * Where a query's sums are kept, by the talk's number. They are made once for an index and emptied for each query:
 * making them anew would cost a short query more than all the rest.
 */
export interface Accumulators {
  /** What the word that is being looked at says; the first of `talks` are the talks that have it. */
  readonly word: Sums & { readonly talks: Int32Array };
  /**
   * What all words say that were looked at, the share of the query, by rarity, that a talk has at all, and how many of
   * its words the names of a talk have.
   */
  readonly query: Sums & { readonly covered: Float32Array; readonly namedWords: Uint8Array };
  readonly scores: Float32Array;
  readonly sorting: SortBuffers;
}

interface Sums {
  /** What is said for a talk; 0 where it has nothing of what is asked. */
  readonly weight: Float32Array;
  /** How much of what is asked a talk has in its names, its title and its speakers; 1 for all. */
  readonly named: Float32Array;
}

export function makeAccumulators(talkCount: number): Accumulators {
  return {
    word: { ...makeSums(talkCount), talks: new Int32Array(talkCount) },
    query: {
      ...makeSums(talkCount),
      covered: new Float32Array(talkCount),
      namedWords: new Uint8Array(talkCount),
    },
    scores: new Float32Array(talkCount),
    sorting: makeSortBuffers(talkCount),
  };
}

/** Takes out what a query left, also one that failed on its way. */
export function clear({ word, query }: Accumulators): void {
  for (const { weight, named } of [word, query]) {
    weight.fill(0);
    named.fill(0);
  }
  query.covered.fill(0);
  query.namedWords.fill(0);
}

function makeSums(count: number): Sums {
  return { weight: new Float32Array(count), named: new Float32Array(count) };
}
