import { type Sorting, sortingFor } from '../rank/in-order.ts';

/**
 * Where a query's sums are kept, by the talk's number. They are made once for an index and emptied for each query:
 * making them anew would cost a short query more than all the rest.
 */
export interface Tables {
  /** What the word that is being looked at says; the first of `talks` are the talks that have it. */
  readonly word: Sums & { readonly talks: Int32Array };
  /**
   * What all words say that were looked at, the share of the query, by rarity, that a talk has at all, and how many of
   * its words the names of a talk have.
   */
  readonly query: Sums & { readonly covered: Float32Array; readonly namedWords: Uint8Array };
  readonly scores: Float32Array;
  readonly sorting: Sorting;
}

interface Sums {
  /** What is said for a talk; 0 where it has nothing of what is asked. */
  readonly weight: Float32Array;
  /** How much of what is asked a talk has in its names, its title and its speakers; 1 for all. */
  readonly named: Float32Array;
}

export function tablesFor(talkCount: number): Tables {
  return {
    word: { ...sumsFor(talkCount), talks: new Int32Array(talkCount) },
    query: {
      ...sumsFor(talkCount),
      covered: new Float32Array(talkCount),
      namedWords: new Uint8Array(talkCount),
    },
    scores: new Float32Array(talkCount),
    sorting: sortingFor(talkCount),
  };
}

/** Takes out what a query left, also one that failed on its way. */
export function empty({ word, query }: Tables): void {
  for (const { weight, named } of [word, query]) {
    weight.fill(0);
    named.fill(0);
  }
  query.covered.fill(0);
  query.namedWords.fill(0);
}

function sumsFor(count: number): Sums {
  return { weight: new Float32Array(count), named: new Float32Array(count) };
}
