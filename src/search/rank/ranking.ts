import type { Accumulators } from './accumulators.ts';
import { selectBest } from './select-best.ts';

/**
 * The numbers of the talks that match, of which only the best are in order: most answers show a page. Scores are in the
 * index's accumulators, which the next query overwrites.
 */
export interface Ranking {
  /** Best first; no other talk is better than the last of them. */
  readonly best: Int32Array;
  /** All of them, by number. */
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
export function takeBest({ best, all }: Ranking, wanted: number, accumulators: Accumulators): Int32Array {
  if (wanted <= best.length || best.length === all.length) return best.subarray(0, wanted);
  const others = selectBest(leaveOut(all, best), wanted - best.length, accumulators);
  const taken = new Int32Array(best.length + others.length);
  taken.set(best);
  taken.set(others, best.length);
  return taken;
}

/** The talks, which are by number, without some of them. */
function leaveOut(talks: Int32Array, some: Int32Array): Int32Array {
  const sorted = some.toSorted();
  let next = 0;
  return filterTalks(talks, talk => {
    if (talk !== sorted[next]) return true;
    next++;
    return false;
  });
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
