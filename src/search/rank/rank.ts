import type { Index, Work } from '../index/index-programme.ts';
import type { Term } from '../query/terms.ts';
import { proximity } from './reranker.ts';
import { clear, scoreTalks } from './scorer.ts';
import { sortByScore } from './sort-by-score.ts';

/** What the names of a talk add, as multiples of what its words weigh. */
const NAMED = 0.5;
const ALL_NAMED = 1.5;
/** A title that is little more than the query is likelier meant than a long one that has its words too. */
const FILLED = 2;
const TOGETHER = 1;
const SAME_TITLE = 10;

/** So many of the best are looked at word by word; a talk behind them would not come to the first page. */
const LOOKED_AT = 20;

/** With so much of the query in its names, a talk is what was meant. */
const NAMED_ALL = 0.8;

export interface Ranked {
  /**
   * The numbers of all talks that have anything of the query, best first; those that are not allowed left out. Good until
   * the next ranking, as are the scores, which are in the tables of the index.
   */
  readonly order: Int32Array;
  /** Whether the title and the speakers of one have all words of the query. */
  readonly isNamed: boolean;
}

/** Ranks all talks by a query's words. */
export function rank(
  index: Index,
  query: { terms: readonly Term[]; allowed: Uint8Array | undefined },
  work: Work,
): Ranked {
  const { scores, word, sorting } = index.accumulators;
  clear(index.accumulators);
  scoreTalks(index.accumulators, query.terms, work);
  const { count, share } = boostNames(index, query);
  const order = sortByScore({ places: word.talks, count }, scores, sorting);
  rerank(index, query.terms, order.subarray(0, LOOKED_AT));
  return { order, isNamed: share >= NAMED_ALL };
}

/**
 * Scores each talk by what its words weigh and what its names have of the query. Tells how many have any score, whose
 * numbers are then in the table of words, and the greatest share that one's names have.
 */
function boostNames(
  { accumulators: tables, titleLengths }: Index,
  { terms, allowed }: { terms: readonly Term[]; allowed: Uint8Array | undefined },
): { count: number; share: number } {
  const { scores, word } = tables;
  const { weight, covered, named } = tables.query;
  const found = word.talks;
  const asked = terms.length;
  let count = 0;
  let most = 0;
  for (let talk = 0; talk < scores.length; talk++) {
    const value = weight[talk] ?? 0;
    if (value === 0 || (allowed !== undefined && allowed[talk] === 0)) continue;
    const share = named[talk] ?? 0;
    let names = 1;
    if (share > 0) {
      if (share > most) most = share;
      // Nearly all is not all: the sixth power lets only a complete name have the full addition.
      const cube = share * share * share;
      const filled = Math.min(1, asked / (titleLengths[talk] ?? 1));
      names += NAMED * share + cube * cube * (ALL_NAMED + FILLED * filled * filled);
    }
    scores[talk] = value * (covered[talk] ?? 0) * names;
    found[count++] = talk;
  }
  return { count, share: most };
}

/** Raises what has the words side by side, or is called just so, and puts the best in order again. */
function rerank(index: Index, terms: readonly Term[], best: Int32Array): void {
  const { scores, query } = index.accumulators;
  const title = terms.map(term => term.form).join(' ');
  for (const talk of best) {
    // Most have but one of the words in their names, which has no neighbour there.
    const together = (query.namedWords[talk] ?? 0) > 1 ? TOGETHER * proximity(index, talk, terms) : 0;
    const same = index.titleKeys[talk] === title ? SAME_TITLE : 0;
    scores[talk] = (scores[talk] ?? 0) * (1 + together + same);
  }
  sortFew(best, scores);
}

/** Puts a few places in order, highest score first and equal ones by place, where they are nearly so already. */
function sortFew(places: Int32Array, scores: Float32Array): void {
  for (let at = 1; at < places.length; at++) {
    const place = places[at] ?? 0;
    const score = scores[place] ?? 0;
    let to = at;
    for (; to > 0; to--) {
      const before = places[to - 1] ?? 0;
      const other = scores[before] ?? 0;
      if (other > score || (other === score && before < place)) break;
      places[to] = before;
    }
    places[to] = place;
  }
}
