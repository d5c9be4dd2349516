import type { Accumulators } from './accumulators.ts';
import { sortByScore } from './sort-by-score.ts';

/** To insert into a longer list costs more than to sort all. */
const INSERTED_MAX = 64;

/**
 * The best `wanted` of some talks, which are given by number: highest score first, equal ones by number. A page needs a
 * few of tens of thousands, so that one comparison tells nearly each of them that it is not among them.
 */
export function selectBest(
  talks: Int32Array,
  wanted: number,
  { scores, sorting }: Pick<Accumulators, 'scores' | 'sorting'>,
): Int32Array {
  if (wanted >= talks.length || wanted > INSERTED_MAX)
    return sortByScore({ places: talks, count: talks.length }, scores, sorting).slice(0, wanted);
  const best = new Int32Array(wanted);
  let count = 0;
  let least = 0;
  for (let place = 0; place < talks.length; place++) {
    const talk = talks[place] ?? 0;
    const score = scores[talk] ?? 0;
    if (count === wanted && score <= least) continue;
    if (count < wanted) count++;
    insert(best.subarray(0, count), talk, scores);
    least = scores[best[count - 1] ?? 0] ?? 0;
  }
  return best;
}

/** Puts a talk behind all that are as good, and so pushes the last one out. */
function insert(best: Int32Array, talk: number, scores: Float32Array): void {
  const score = scores[talk] ?? 0;
  let to = best.length - 1;
  for (; to > 0; to--) {
    const before = best[to - 1] ?? 0;
    if ((scores[before] ?? 0) >= score) break;
    best[to] = before;
  }
  best[to] = talk;
}
