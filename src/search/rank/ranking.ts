import type { Accumulators } from './accumulators.ts';
import { selectBest } from './select-best.ts';

/**
 * The numbers of the talks that match, of which only the best are in order: most answers show a page. Scores are in the
 * index's accumulators, which the next query overwrites.
 */
export interface Ranking {
  /** Best first. */
  readonly best: Int32Array;
  /** All others, none of them better, by number. */
  readonly rest: Int32Array;
}

export function countRanked({ best, rest }: Ranking): number {
  return best.length + rest.length;
}

/** Keeps the talks that pass a test, in their order. */
export function filterRanking({ best, rest }: Ranking, passes: (talk: number) => boolean): Ranking {
  return { best: filterTalks(best, passes), rest: filterTalks(rest, passes) };
}

/** Int32Array's own filter takes several times as long. */
export function filterTalks(talks: Int32Array, passes: (talk: number) => boolean): Int32Array {
  const kept = new Int32Array(talks.length);
  let count = 0;
  for (let place = 0; place < talks.length; place++) {
    const talk = talks[place] ?? 0;
    if (passes(talk)) kept[count++] = talk;
  }
  return kept.subarray(0, count);
}

/** Parts the talks that have less than `least` from the others; `values` has a value for each talk, by its number. */
export function partRanking(
  { best, rest }: Ranking,
  values: Float32Array,
  least: number,
): { readonly others: Ranking; readonly less: Ranking } {
  const [first, second] = [partTalks(best, values, least), partTalks(rest, values, least)];
  return {
    others: { best: first.others, rest: second.others },
    less: { best: first.less, rest: second.less },
  };
}

function partTalks(
  talks: Int32Array,
  values: Float32Array,
  least: number,
): { readonly others: Int32Array; readonly less: Int32Array } {
  const others = new Int32Array(talks.length);
  const less = new Int32Array(talks.length);
  let lessCount = 0;
  for (let place = 0; place < talks.length; place++) {
    const talk = talks[place] ?? 0;
    if ((values[talk] ?? 0) < least) less[lessCount++] = talk;
    else others[place - lessCount] = talk;
  }
  return { others: others.subarray(0, talks.length - lessCount), less: less.subarray(0, lessCount) };
}

/** The best `wanted` talks in order. */
export function takeBest({ best, rest }: Ranking, wanted: number, accumulators: Accumulators): Int32Array {
  if (wanted <= best.length || rest.length === 0) return best.subarray(0, wanted);
  const others = selectBest(rest, wanted - best.length, accumulators);
  const taken = new Int32Array(best.length + others.length);
  taken.set(best);
  taken.set(others, best.length);
  return taken;
}

/** Merges two lists that are in order: by score, equal ones by number. */
export function mergeByScore(some: Int32Array, others: Int32Array, scores: Float32Array): Int32Array {
  if (others.length === 0) return some;
  const merged = new Int32Array(some.length + others.length);
  let next = 0;
  for (let place = 0; place < merged.length; place++) {
    const talk = some[next];
    const other = others[place - next];
    const isNext = talk !== undefined && (other === undefined || isBefore(talk, other, scores));
    if (isNext) next++;
    merged[place] = (isNext ? talk : other) ?? 0;
  }
  return merged;
}

function isBefore(talk: number, other: number, scores: Float32Array): boolean {
  const difference = (scores[talk] ?? 0) - (scores[other] ?? 0);
  return difference > 0 || (difference === 0 && talk < other);
}
