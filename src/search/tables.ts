/**
 * Where a query's sums are kept, by the talk's number. They are made once for an index and handed from query to query,
 * each of which leaves them empty: making them anew would cost a short query more than all the rest.
 */
export interface Tables {
  /** What the word that is being looked at says; the first of `talks` are the talks that have it. */
  readonly word: Sums & { readonly talks: Int32Array };
  /** What all words say that were looked at. */
  readonly query: Sums;
  readonly scores: Float32Array;
}

export interface Sums {
  /** What the words weigh in a talk; 0 where it has none of them. */
  readonly weight: Float64Array;
  /** The share of the query that a talk has at all, by rarity and certainty. */
  readonly covered: Float64Array;
  /** The share that a talk's names have: its title and its speakers. */
  readonly named: Float64Array;
}

export function tablesFor(talkCount: number): Tables {
  return {
    word: { ...sumsFor(talkCount), talks: new Int32Array(talkCount) },
    query: sumsFor(talkCount),
    scores: new Float32Array(talkCount),
  };
}

export function empty({ weight, covered, named }: Sums): void {
  weight.fill(0);
  covered.fill(0);
  named.fill(0);
}

function sumsFor(count: number): Sums {
  return {
    weight: new Float64Array(count),
    covered: new Float64Array(count),
    named: new Float64Array(count),
  };
}
