import type { Accumulators } from './accumulators.ts';

/** Talks that have less of the query than is needed, or those that have as much. */
export interface CoveragePart {
  readonly needed: number;
  readonly isWeak: boolean;
}

interface Selection {
  /** At least one. */
  readonly wanted: number;
  /** Has room for as many. */
  readonly into: Int32Array;
  /** All if undefined. */
  readonly part?: CoveragePart | undefined;
}

/**
 * The best of some talks, or of a part of them: highest score first, equal ones by number. A page needs a few of tens of
 * thousands, so that one comparison tells nearly each of them that it is not among them. For many, sortByScore is faster.
 */
export function selectBest(
  talks: Int32Array,
  { wanted, into: best, part }: Selection,
  { scoreBits, bestBits, query: { coverage } }: Pick<Accumulators, 'scoreBits' | 'bestBits' | 'query'>,
): Int32Array {
  let count = 0;
  let least = -1;
  let last = 0;
  for (let place = 0; place < talks.length; place++) {
    const talk = talks[place] ?? 0;
    const bits = scoreBits[talk] ?? 0;
    if (bits < least || (bits === least && talk > last)) continue;
    if (part !== undefined && (coverage[talk] ?? 0) < part.needed !== part.isWeak) continue;
    if (count < wanted) count++;
    let to = count - 1;
    for (; to > 0; to--) {
      const other = bestBits[to - 1] ?? 0;
      const before = best[to - 1] ?? 0;
      if (other > bits || (other === bits && before < talk)) break;
      bestBits[to] = other;
      best[to] = before;
    }
    bestBits[to] = bits;
    best[to] = talk;
    if (count < wanted) continue;
    least = bestBits[count - 1] ?? 0;
    last = best[count - 1] ?? 0;
  }
  return best.subarray(0, count);
}
