import type { Index } from '../index/index-programme.ts';
import type { Term } from '../query/terms.ts';
import type { Ranking } from './ranking.ts';
import { LEAST_COVERAGE, SENTENCE_TERMS_MIN } from './weights.ts';

/** The talks that have little of a query of several words, as those with `data` alone for `ceph data`. */
export interface WeakMatches {
  /** 1 for such a talk, by its place among the talks of the result. */
  readonly places: Uint8Array;
  /** How many there are in all. */
  readonly total: number;
  /** The words that are too little by themselves, as they were typed or corrected. */
  readonly words: readonly string[];
}

/** Shares are sums of floats: two words that are equally rare are half of a query each. */
const ROUNDING = 1e-4;

/** How much of a query a talk must have to be no weak match, by idf, from 0 to 1; `ranking` was ranked last. */
export function leastCoverage({ accumulators }: Index, terms: readonly Term[], { all }: Ranking): number {
  if (terms.length < 2 || terms.length >= SENTENCE_TERMS_MIN) return 0;
  const { coverage } = accumulators.query;
  let most = 0;
  for (let place = 0; place < all.length; place++) {
    const share = coverage[all[place] ?? 0] ?? 0;
    if (share > most) most = share;
  }
  return most * LEAST_COVERAGE - ROUNDING;
}

/** The words of a query that are too little by themselves, if a talk needs this share of it. */
export function weakWords(terms: readonly Term[], least: number): readonly string[] {
  const idf = terms.reduce((sum, term) => sum + term.idf, 0);
  const weak = terms.filter(term => term.variants.length > 0 && term.idf / idf < least);
  return [...new Set(weak.map(term => term.corrected ?? term.word.text))];
}
