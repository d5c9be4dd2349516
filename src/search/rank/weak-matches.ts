import type { Index } from '../index/index-programme.ts';
import type { Term } from '../query/terms.ts';
import { LEAST_COVERAGE, SENTENCE_TERMS_MIN } from './weights.ts';

/** The talks that have little of a query of several words, as those with `data` alone for `ceph data`. */
export interface WeakMatches {
  /** 1 for such a talk, by its place in the result. */
  readonly places: Uint8Array;
  /** The words that are too little by themselves, as they were typed or corrected. */
  readonly words: readonly string[];
}

/** Shares are sums of floats: two words that are equally rare are half of a query each. */
const ROUNDING = 1e-4;

/** Finds the weak among the talks with these numbers, which were ranked last. Returns undefined if there are none. */
export function findWeakMatches(
  { accumulators }: Index,
  terms: readonly Term[],
  order: Int32Array,
): WeakMatches | undefined {
  if (terms.length < 2 || terms.length >= SENTENCE_TERMS_MIN) return undefined;
  const { coverage } = accumulators.query;
  let best = 0;
  for (let place = 0; place < order.length; place++) {
    const share = coverage[order[place] ?? 0] ?? 0;
    if (share > best) best = share;
  }
  const least = best * LEAST_COVERAGE - ROUNDING;
  const places = new Uint8Array(order.length);
  for (let place = 0; place < order.length; place++)
    if ((coverage[order[place] ?? 0] ?? 0) < least) places[place] = 1;
  if (!places.includes(1)) return undefined;
  const idf = terms.reduce((sum, term) => sum + term.idf, 0);
  const weak = terms.filter(term => term.variants.length > 0 && term.idf / idf < least);
  return { places, words: [...new Set(weak.map(term => term.corrected ?? term.word.text))] };
}
