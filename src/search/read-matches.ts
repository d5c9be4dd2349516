import type { Talk } from '../programme/talk.ts';
import type { Index } from './index/index-programme.ts';
import type { Accumulators } from './rank/accumulators.ts';
import type { Ranked } from './rank/rank.ts';
import { filterRanking, filterTalks, mergeByScore, type Ranking, takeBest } from './rank/ranking.ts';
import { leastCoverage, weakWords } from './rank/weak-matches.ts';
import type { SearchResult } from './search-result.ts';

interface Wish {
  /** How many of the best talks are needed, of the weak matches and of the others alike. */
  readonly limit: number;
  /** True if weak matches are needed only behind all others. */
  readonly areWeakLast: boolean;
  /** Talks with less than this share of the best score are left out. */
  readonly least: number;
}

/**
 * The number of the talks that were ranked last, and the best of them: a page needs a few of tens of thousands, so only
 * these are put in order. All is copied, because the next query overwrites it.
 */
export function readMatches(
  index: Index,
  { terms, ranking }: Ranked,
  { limit, areWeakLast, least }: Wish,
): Pick<SearchResult, 'total' | 'talks' | 'scores' | 'weak'> {
  const { accumulators } = index;
  const { scores, query } = accumulators;
  const needed = leastCoverage(index, terms, ranking);
  const shown = dropFaint(ranking, least, scores);
  const total = shown.all.length;
  const isWeak = (talk: number) => (query.coverage[talk] ?? 0) < needed;
  const weakTotal = needed > 0 ? countLess(shown.all, query.coverage, needed) : 0;
  if (weakTotal === 0)
    return { total, ...readTalks(index, takeBest(shown, limit, accumulators)), weak: undefined };
  const othersTotal = total - weakTotal;
  const others = takePart(shown, Math.min(limit, othersTotal), talk => !isWeak(talk), accumulators);
  const weakLimit = areWeakLast ? Math.max(0, limit - othersTotal) : limit;
  const weak = takePart(shown, Math.min(weakLimit, weakTotal), isWeak, accumulators);
  const taken = mergeByScore(others, weak, scores);
  const places = Uint8Array.from(taken, talk => (isWeak(talk) ? 1 : 0));
  return {
    total,
    ...readTalks(index, taken),
    weak: { places, total: weakTotal, words: weakWords(terms, needed) },
  };
}

/** The best `wanted` of those that pass, which are not fewer. */
function takePart(
  ranking: Ranking,
  wanted: number,
  passes: (talk: number) => boolean,
  accumulators: Accumulators,
): Int32Array {
  const best = filterTalks(ranking.best, passes);
  if (best.length >= wanted) return best.subarray(0, wanted);
  return takeBest({ best, all: filterTalks(ranking.all, passes) }, wanted, accumulators);
}

function countLess(talks: Int32Array, values: Float32Array, least: number): number {
  let count = 0;
  for (let place = 0; place < talks.length; place++) if ((values[talks[place] ?? 0] ?? 0) < least) count++;
  return count;
}

function dropFaint(ranking: Ranking, least: number, scores: Float32Array): Ranking {
  const [first] = ranking.best;
  if (first === undefined || least === 0) return ranking;
  const lowest = (scores[first] ?? 0) * least;
  return filterRanking(ranking, talk => (scores[talk] ?? 0) >= lowest);
}

function readTalks(
  { talks, accumulators: { scores } }: Index,
  taken: Int32Array,
): Pick<SearchResult, 'talks' | 'scores'> {
  const found = new Array<Talk>(taken.length);
  const own = new Float32Array(taken.length);
  for (let place = 0; place < taken.length; place++) {
    const number = taken[place] ?? 0;
    const talk = talks[number];
    if (talk !== undefined) found[place] = talk;
    own[place] = scores[number] ?? 0;
  }
  return { talks: found, scores: own };
}
