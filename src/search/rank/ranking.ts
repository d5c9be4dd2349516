import { type Accumulators, INSERTED_MAX } from './accumulators.ts';
import { type CoveragePart, selectBest } from './select-best.ts';
import { sortByScore } from './sort-by-score.ts';

/**
 * The numbers of the talks that match, of which only the best are in order: most answers show a page. Scores are in the
 * index's accumulators, which the next query overwrites.
 */
export interface Ranking {
  /** Best first, equal ones by number; no other talk is better than the last of them. */
  readonly best: Int32Array;
  /** All of them, in no order. */
  readonly all: Int32Array;
}

/** Keeps the talks that pass a test, in their order. */
export function filterRanking({ best, all }: Ranking, passes: (talk: number) => boolean): Ranking {
  return { best: filterTalks(best, passes), all: filterTalks(all, passes) };
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

/** The best `wanted` talks in order. */
export function takeBest(ranking: Ranking, wanted: number, accumulators: Accumulators): Int32Array {
  const { best, all } = ranking;
  if (wanted <= best.length || best.length === all.length) return best.subarray(0, wanted);
  const count = Math.min(wanted, all.length);
  if (count > INSERTED_MAX) return sortAll(ranking, accumulators).subarray(0, count);
  return selectBest(all, { wanted: count, into: new Int32Array(count) }, accumulators);
}

/** The best `wanted` talks of a part, which has as many. */
export function takePart(
  { best, all }: Ranking,
  wanted: number,
  part: CoveragePart,
  accumulators: Accumulators,
): Int32Array {
  const { coverage } = accumulators.query;
  const isInPart = (talk: number) => (coverage[talk] ?? 0) < part.needed === part.isWeak;
  if (wanted > INSERTED_MAX) {
    const ranking = { best: filterTalks(best, isInPart), all: filterTalks(all, isInPart) };
    return takeBest(ranking, wanted, accumulators);
  }
  const taken = new Int32Array(wanted);
  let count = 0;
  for (let place = 0; place < best.length && count < wanted; place++) {
    const talk = best[place] ?? 0;
    if (isInPart(talk)) taken[count++] = talk;
  }
  return count === wanted ? taken : selectBest(all, { wanted, into: taken, part }, accumulators);
}

/** Only the others are sorted: their scores are rounded for it, and those of the best are not. */
function sortAll({ best, all }: Ranking, { scores, sorting, marks }: Accumulators): Int32Array {
  const sorted = new Int32Array(all.length);
  for (let place = 0; place < all.length; place++) marks[all[place] ?? 0] = 1;
  for (let place = 0; place < best.length; place++) marks[best[place] ?? 0] = 0;
  let count = 0;
  for (let talk = 0; talk < marks.length; talk++) {
    if (marks[talk] === 0) continue;
    sorted[count++] = talk;
    marks[talk] = 0;
  }
  const others = sortByScore({ places: sorted, count }, scores, sorting);
  sorted.set(best);
  sorted.set(others, best.length);
  return sorted;
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
