import { FIELDS, TITLE } from '../index/fields.ts';
import type { Index, Work } from '../index/index-programme.ts';
import { bitCount } from '../index/spellings.ts';
import { doubtRareTerms, type Term } from '../query/terms.ts';
import { beginsWord, formIn } from '../text/token-code.ts';
import { clear } from './accumulators.ts';
import type { Ranking } from './ranking.ts';
import { type Scored, scoreTalks, sumTerms } from './scorer.ts';
import { selectBest } from './select-best.ts';
import { roundScores } from './sort-by-score.ts';
import { CONFIDENT_SHARE, PROXIMITY_BOOST, RERANKED_MAX, SAME_TITLE_BOOST } from './weights.ts';

export interface Ranked {
  /** The terms that were ranked by: those of the query, perhaps with corrections of rare words besides. */
  readonly terms: readonly Term[];
  readonly ranking: Ranking;
}

/** Ranks all talks by a query's terms. `allowed` has 1 for each talk, by its number, that may be found; all if undefined. */
export function rank(
  index: Index,
  { terms, allowed }: { readonly terms: readonly Term[]; readonly allowed: Uint8Array | undefined },
  work: Work,
): Ranked {
  const first = scoreTerms(index, { terms, allowed }, work);
  if (first.headingShare >= CONFIDENT_SHARE) return { terms, ranking: rankScored(index, terms, first) };
  // The title and speakers of no talk have nearly all of the query, so a rare word of it may be a slip.
  const doubted = doubtRareTerms(index, terms, work);
  const scored = doubted === terms ? first : scoreTerms(index, { terms: doubted, allowed }, work);
  return { terms: doubted, ranking: rankScored(index, doubted, scored) };
}

function scoreTerms(
  index: Index,
  query: { readonly terms: readonly Term[]; readonly allowed: Uint8Array | undefined },
  work: Work,
): Scored {
  clear(index.accumulators);
  const found = sumTerms(index.accumulators, query.terms, work);
  return scoreTalks(index, query, found);
}

/** Puts the best of the talks that were scored in order. */
function rankScored(index: Index, terms: readonly Term[], { talks: all, highest }: Scored): Ranking {
  const { scoreBits, best: into } = index.accumulators;
  roundScores({ places: all, count: all.length }, scoreBits, highest);
  const best = selectBest(all, { wanted: RERANKED_MAX, into }, index.accumulators);
  rerank(index, terms, best);
  return { best, all };
}

/**
 * Looks at the best talks word by word: raises those with the terms side by side in their title, and those whose title
 * is the query, and sorts `best` in place by the new scores.
 */
export function rerank(index: Index, terms: readonly Term[], best: Int32Array): void {
  const { scores, query } = index.accumulators;
  const title = terms.map(term => term.form).join(' ');
  for (let place = 0; place < best.length; place++) {
    const talk = best[place] ?? 0;
    // Most headings have only one of the terms, which has no neighbour there.
    const near = (query.headingTerms[talk] ?? 0) > 1 ? PROXIMITY_BOOST * proximity(index, talk, terms) : 0;
    const isSame = index.titleLengths[talk] === terms.length && index.titleKeys[talk] === title;
    const same = isSame ? SAME_TITLE_BOOST : 0;
    scores[talk] = (scores[talk] ?? 0) * (1 + near + same);
  }
  insertionSort(best, scores);
}

/**
 * The share of the query's neighbouring terms that stand together in a talk's title, in their order and with nothing but
 * stop words between them.
 */
function proximity(index: Index, talk: number, terms: readonly Term[]): number {
  const { codes, starts, ends } = index.tokens;
  const end = ends[talk * FIELDS.length + TITLE] ?? 0;
  let pairs = 0;
  let previous = 0;
  let current = 0;
  for (let token = starts[talk * FIELDS.length + TITLE] ?? 0; token < end; token++) {
    const code = codes[token] ?? 0;
    const form = formIn(code);
    const matched = matchTerms(index, form, terms);
    if (matched === 0 && index.isStopWord[form] === 1) continue;
    if (beginsWord(code)) {
      previous = current;
      current = 0;
    }
    // Term i follows term i - 1 in the next word, or inside the same compound.
    pairs |= ((previous | current) << 1) & matched;
    current |= matched;
  }
  return bitCount(pairs) / (terms.length - 1);
}

/** The terms that a form of a title matches: bit i is set for term i. */
function matchTerms(index: Index, form: number, terms: readonly Term[]): number {
  const stem = index.vocabulary.stemOfForm[form];
  let matched = 0;
  for (let place = 0; place < terms.length; place++) {
    const term = terms[place];
    if (term === undefined) continue;
    if (stem === term.stem || (form >= term.completions.from && form < term.completions.to))
      matched |= 1 << place;
  }
  return matched;
}

/** Sorts a few numbers of talks that are nearly in order: highest score first, equal ones by number. */
function insertionSort(talks: Int32Array, scores: Float32Array): void {
  for (let at = 1; at < talks.length; at++) {
    const talk = talks[at] ?? 0;
    const score = scores[talk] ?? 0;
    let to = at;
    for (; to > 0; to--) {
      const before = talks[to - 1] ?? 0;
      const other = scores[before] ?? 0;
      if (other > score || (other === score && before < talk)) break;
      talks[to] = before;
    }
    talks[to] = talk;
  }
}
