import type { Talk } from '../programme/talk.ts';
import type { Index } from './index/index-programme.ts';
import type { Ranked } from './rank/rank.ts';
import { mergeByScore, type Ranking, takeBest, takePart } from './rank/ranking.ts';
import { leastCoverage, type WeakMatches, weakWords } from './rank/weak-matches.ts';
import type { SearchResult } from './search-result.ts';

interface Wish {
  /** How many of the best talks are needed, of the weak matches and of the others alike. */
  readonly limit: number;
  /** True if weak matches are needed only behind all others. */
  readonly areWeakLast: boolean;
  /** Talks with less than this share of the best score are left out. */
  readonly least: number;
}

export type Matches = Pick<SearchResult, 'total' | 'talks' | 'scores' | 'weak'>;

/**
 * The number of the talks that were ranked last, and the best of them: a page needs a few of tens of thousands, so only
 * these are put in order. All is copied, because the next query overwrites it.
 */
export function readMatches(
  index: Index,
  { terms, ranking }: Ranked,
  { limit, areWeakLast, least }: Wish,
): Matches {
  const { accumulators } = index;
  const { scores, query } = accumulators;
  const needed = leastCoverage(index, terms, ranking);
  const shown = least === 0 ? ranking : dropFaint(ranking, least, scores);
  const total = shown.all.length;
  const weakTotal = needed > 0 ? countLess(shown.all, query.coverage, needed) : 0;
  if (weakTotal === 0)
    return readTalks(index, takeBest(shown, limit, accumulators), { total, weak: undefined });
  const othersTotal = total - weakTotal;
  const wanted = Math.min(limit, othersTotal);
  const weakWanted = Math.min(areWeakLast ? limit - wanted : limit, weakTotal);
  const taken =
    wanted + weakWanted === total
      ? takeBest(shown, total, accumulators)
      : mergeByScore(
          takePart(shown, wanted, { needed, isWeak: false }, accumulators),
          takePart(shown, weakWanted, { needed, isWeak: true }, accumulators),
          scores,
        );
  const places = new Uint8Array(taken.length);
  for (let place = 0; place < taken.length; place++)
    if ((query.coverage[taken[place] ?? 0] ?? 0) < needed) places[place] = 1;
  return readTalks(index, taken, {
    total,
    weak: { places, total: weakTotal, words: weakWords(terms, needed) },
  });
}

function countLess(talks: Int32Array, values: Float32Array, least: number): number {
  let count = 0;
  for (let place = 0; place < talks.length; place++) if ((values[talks[place] ?? 0] ?? 0) < least) count++;
  return count;
}

/** Leaves out the talks with less than this share of the best score, where they stand: nobody else reads the lists. */
function dropFaint({ best, all }: Ranking, least: number, scores: Float32Array): Ranking {
  const lowest = (scores[best[0] ?? 0] ?? 0) * least;
  return { best: keepScored(best, lowest, scores), all: keepScored(all, lowest, scores) };
}

function keepScored(talks: Int32Array, lowest: number, scores: Float32Array): Int32Array {
  let kept = 0;
  for (let place = 0; place < talks.length; place++) {
    const talk = talks[place] ?? 0;
    if ((scores[talk] ?? 0) >= lowest) talks[kept++] = talk;
  }
  return talks.subarray(0, kept);
}

function readTalks(
  { talks, accumulators: { scores } }: Index,
  taken: Int32Array,
  { total, weak }: { readonly total: number; readonly weak: WeakMatches | undefined },
): Matches {
  const found = new Array<Talk>(taken.length);
  const own = new Float32Array(taken.length);
  for (let place = 0; place < taken.length; place++) {
    const number = taken[place] ?? 0;
    const talk = talks[number];
    if (talk !== undefined) found[place] = talk;
    own[place] = scores[number] ?? 0;
  }
  return { total, talks: found, scores: own, weak };
}
