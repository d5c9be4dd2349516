import type { Index, Work } from '../index/index-programme.ts';
import type { Term } from '../query/terms.ts';
import { rerank } from './reranker.ts';
import { clear, scoreTalks, sumTerms } from './scorer.ts';
import { sortByScore } from './sort-by-score.ts';
import { CONFIDENT_SHARE, RERANKED_MAX } from './weights.ts';

export interface Ranked {
  /**
   * The numbers of all talks that have any term of the query and are allowed, best first. Their scores are in the
   * index's accumulators; both are overwritten by the next ranking.
   */
  readonly order: Int32Array;
  /** True if the title and speakers of a talk have nearly all of the query, so that this talk must be meant. */
  readonly isConfident: boolean;
}

/** Ranks all talks by a query's terms. `allowed` has 1 for each talk, by its number, that may be found; all if undefined. */
export function rank(
  index: Index,
  query: { terms: readonly Term[]; allowed: Uint8Array | undefined },
  work: Work,
): Ranked {
  const { scores, term, sorting } = index.accumulators;
  clear(index.accumulators);
  sumTerms(index.accumulators, query.terms, work);
  const { count, headingShare } = scoreTalks(index, query);
  const order = sortByScore({ places: term.talks, count }, scores, sorting);
  rerank(index, query.terms, order.subarray(0, RERANKED_MAX));
  return { order, isConfident: headingShare >= CONFIDENT_SHARE };
}
