import { makeSortBuffers, type SortBuffers } from './sort-by-score.ts';
import { RERANKED_MAX } from './weights.ts';

/** To insert into a longer list costs more than to sort all. */
export const INSERTED_MAX = 64;

/**
 * A query's sums, by the number of the talk. They are allocated once for an index and cleared for each query: to allocate
 * them anew would cost a short query more than all the rest.
 */
export interface Accumulators {
  /** The sums of the term that is being read. */
  readonly term: Sums;
  /** The sums of all terms read so far. */
  readonly query: Sums & {
    /** How much of the query a talk has in any of its fields, its terms weighed by idf, from 0 to 1. */
    readonly coverage: Float32Array;
    /** How many of the terms its heading has. */
    readonly headingTerms: Uint8Array;
  };
  readonly scores: Float32Array;
  /** The same memory: positive floats order as their bits do. */
  readonly scoreBits: Int32Array;
  /** Room for the talks that are looked at word by word. */
  readonly best: Int32Array;
  /** Room for the bits of the scores of the best, of which selectBest finds at most INSERTED_MAX. */
  readonly bestBits: Int32Array;
  readonly sorting: SortBuffers;
  /** All 0 between two uses. */
  readonly marks: Uint8Array;
}

interface Sums {
  /** The first of them are the talks that have something, in the order in which they were met. */
  readonly talks: Int32Array;
  /** BM25; 0 if a talk has nothing of the query. */
  readonly weight: Float32Array;
  /** How much of the query a talk's heading has, from 0 to 1. */
  readonly heading: Float32Array;
}

export function makeAccumulators(talkCount: number): Accumulators {
  const scores = new Float32Array(talkCount);
  return {
    term: makeSums(talkCount),
    query: {
      ...makeSums(talkCount),
      coverage: new Float32Array(talkCount),
      headingTerms: new Uint8Array(talkCount),
    },
    scores,
    scoreBits: new Int32Array(scores.buffer),
    best: new Int32Array(RERANKED_MAX),
    bestBits: new Int32Array(INSERTED_MAX),
    sorting: makeSortBuffers(talkCount),
    marks: new Uint8Array(talkCount),
  };
}

/** Clears what a query left, even one that was broken off by an error. */
export function clear({ term, query }: Accumulators): void {
  term.weight.fill(0);
  term.heading.fill(0);
  query.weight.fill(0);
  query.heading.fill(0);
  query.coverage.fill(0);
  query.headingTerms.fill(0);
}

function makeSums(talkCount: number): Sums {
  return {
    talks: new Int32Array(talkCount),
    weight: new Float32Array(talkCount),
    heading: new Float32Array(talkCount),
  };
}
