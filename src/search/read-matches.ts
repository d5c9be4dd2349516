import type { Talk } from '../programme/talk.ts';
import type { Index } from './index/index-programme.ts';
import type { Ranked } from './rank/rank.ts';
import { countRanked, mergeByScore, partRanking, type Ranking, takeBest } from './rank/ranking.ts';
import { leastCoverage, weakWords } from './rank/weak-matches.ts';
import type { SearchResult } from './search-result.ts';

/**
 * The number of the talks that were ranked last, and the best `limit` of them: a page needs a few of tens of thousands, so
 * only these are put in order. Talks with less than the share `least` of the best score are left out. All is copied,
 * because the next query overwrites it.
 */
export function readMatches(
  index: Index,
  { terms, ranking }: Ranked,
  { limit, least }: { readonly limit: number; readonly least: number },
): Pick<SearchResult, 'total' | 'talks' | 'scores' | 'weak'> {
  const { scores, query } = index.accumulators;
  const needed = leastCoverage(index, terms, ranking);
  const shown = dropFaint(ranking, least, scores);
  const total = countRanked(shown);
  const { others, less } = partRanking(shown, query.coverage, needed);
  const best = takeBest(others, limit, index.accumulators);
  if (countRanked(less) === 0) return { total, ...readTalks(index, best), weak: undefined };
  const taken = mergeByScore(best, takeBest(less, limit, index.accumulators), scores);
  const places = Uint8Array.from(taken, talk => ((query.coverage[talk] ?? 0) < needed ? 1 : 0));
  return {
    total,
    ...readTalks(index, taken),
    weak: { places, total: countRanked(less), words: weakWords(terms, needed) },
  };
}

function dropFaint(ranking: Ranking, least: number, scores: Float32Array): Ranking {
  const [first] = ranking.best;
  if (first === undefined || least === 0) return ranking;
  return partRanking(ranking, scores, (scores[first] ?? 0) * least).others;
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
