import { makeSortBuffers, type SortBuffers } from './sort-by-score.ts';

/**
 * A query's sums, by the number of the talk. They are allocated once for an index and cleared for each query: to allocate
 * them anew would cost a short query more than all the rest.
 */
export interface Accumulators {
  /** The sums of the term that is being read. The first of `talks` are the talks that have it. */
  readonly term: Sums & { readonly talks: Int32Array };
  /** The sums of all terms read so far. */
  readonly query: Sums & {
    /** How much of the query a talk has in any of its fields, its terms weighed by idf, from 0 to 1. */
    readonly coverage: Float32Array;
    /** How many of the terms its heading has. */
    readonly headingTerms: Uint8Array;
  };
  readonly scores: Float32Array;
  readonly sorting: SortBuffers;
}

interface Sums {
  /** BM25; 0 if a talk has nothing of the query. */
  readonly weight: Float32Array;
  /** How much of the query a talk's heading has, from 0 to 1. */
  readonly heading: Float32Array;
}

export function makeAccumulators(talkCount: number): Accumulators {
  return {
    term: { ...makeSums(talkCount), talks: new Int32Array(talkCount) },
    query: {
      ...makeSums(talkCount),
      coverage: new Float32Array(talkCount),
      headingTerms: new Uint8Array(talkCount),
    },
    scores: new Float32Array(talkCount),
    sorting: makeSortBuffers(talkCount),
  };
}

/** Clears what a query left, even one that was broken off by an error. */
export function clear({ term, query }: Accumulators): void {
  for (const { weight, heading } of [term, query]) {
    weight.fill(0);
    heading.fill(0);
  }
  query.coverage.fill(0);
  query.headingTerms.fill(0);
}

function makeSums(talkCount: number): Sums {
  return { weight: new Float32Array(talkCount), heading: new Float32Array(talkCount) };
}
