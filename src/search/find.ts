import { isPause } from '../programme/talk.ts';
import { defaultToday } from '../text/read-day.ts';
import { correctNames, findNearestForms } from './correction/name-correction.ts';
import { findAllowed } from './filter/allowed-talks.ts';
import type { TalkFilter } from './filter/compile-filters.ts';
import type { Index, Work } from './index/index-programme.ts';
import { formatFilter, quoteValue } from './query/filters.ts';
import { parseQuery, type Query } from './query/parse-query.ts';
import { lookUpTerms, type Term } from './query/terms.ts';
import { findNamedPeople } from './rank/people-named.ts';
import { type Ranked, rank } from './rank/rank.ts';
import { filterRanking, filterTalks, type Ranking } from './rank/ranking.ts';
import { readMatches } from './read-matches.ts';
import type { SearchResult } from './search-result.ts';
import { weighQueryWords } from './summary/query-words.ts';

/**
 * Answers a query; any text is one. `today` is the date on the conference's calendar, for `day:today`. The cost of the
 * answer is added to `work`.
 */
export function find(index: Index, typed: string, options: FindOptions = {}): SearchResult {
  return findFor(index, parseQuery(typed), options);
}

export interface FindOptions {
  readonly today?: string;
  /** How many of the best talks are needed, ALL unless it is said; their number is told in any case. */
  readonly limit?: number;
  /** Weak matches are needed only behind all others: if the others are fewer than the limit. */
  readonly areWeakLast?: boolean;
  /** If the query names people, talks with less than this share of the best score are left out. */
  readonly leastOfNamed?: number;
  readonly work?: Work;
}

/** A limit that leaves nothing out. */
export const ALL = Number.POSITIVE_INFINITY;

/** Answers a query that has been parsed. */
export function findFor(index: Index, query: Query, options: FindOptions = {}): SearchResult {
  const { today = defaultToday(index.programme), work = { postings: 0, comparisons: 0 } } = options;
  const allowed = findAllowed(index, query, today);
  const { terms, ranking } = rankTalks(index, { query, allowed: allowed.talks }, work);
  const speakers = findNamedPeople(index, terms);
  const matches = readMatches(
    index,
    { terms, ranking: dropPauses(index, ranking) },
    {
      limit: options.limit ?? ALL,
      areWeakLast: options.areWeakLast ?? false,
      least: speakers.length > 0 ? (options.leastOfNamed ?? 0) : 0,
    },
  );
  const { total, talks, scores, weak } = matches;
  return {
    query: query.text,
    total,
    talks,
    scores,
    weak,
    speakers,
    correction: matches.total > 0 ? correctQuery(query, terms, allowed.corrected) : undefined,
    nearest:
      matches.total + speakers.length > 0
        ? []
        : suggestQueries(index, query, { terms, allowed: allowed.talks }),
    notes: [...query.notes, ...allowed.notes],
    words: weighQueryWords(index, terms),
  };
}

/** A query of filters alone finds all that they allow, by time. */
function rankTalks(
  index: Index,
  { query, allowed }: { query: Query; allowed: Uint8Array | undefined },
  work: Work,
): Ranked {
  const terms = correctNames(index, lookUpTerms(index, query, work), work);
  if (terms.length > 0) return rank(index, { terms, allowed }, work);
  return { terms, ranking: allowed === undefined ? NOTHING : rankBySchedule(index, allowed) };
}

const NOTHING: Ranking = { best: new Int32Array(), all: new Int32Array() };

/** All allowed talks by when they begin. Without words nothing tells them apart, so all score 1. */
function rankBySchedule({ bySchedule, accumulators }: Index, allowed: Uint8Array): Ranking {
  accumulators.scores.fill(1);
  const all = filterTalks(bySchedule, number => allowed[number] === 1);
  return { best: all, all };
}

/** People search for talks: pauses and services are an answer only if nothing else is. */
function dropPauses({ programme, talks }: Index, ranking: Ranking): Ranking {
  if (programme.talkCount === talks.length) return ranking;
  const others = filterRanking(ranking, number => {
    const talk = talks[number];
    return talk !== undefined && !isPause(talk);
  });
  return others.all.length > 0 ? others : ranking;
}

/** The query as it was typed, with its words and names corrected. Returns undefined if nothing was. */
function correctQuery(
  { text, filters }: Query,
  terms: readonly Term[],
  names: TalkFilter['corrected'],
): string | undefined {
  const corrections: { start: number; end: number; right: string }[] = [];
  for (const { word, corrected: right } of terms)
    if (right !== undefined) corrections.push({ start: word.start, end: word.end, right });
  for (const filter of filters) {
    const name = names.get(filter);
    if (name !== undefined)
      corrections.push({ start: filter.start, end: filter.end, right: quoteValue(name) });
  }
  if (corrections.length === 0) return undefined;
  return corrections
    .sort((a, b) => b.start - a.start)
    .reduce((right, one) => right.slice(0, one.start) + one.right + right.slice(one.end), text);
}

/** An offer, not a list to read. */
const OFFERED_MAX = 3;

/**
 * Queries that find something after this one found nothing, nearest first: its known words without the filters, else the
 * filters without its words, else the words of names and titles that are spelt most like an unknown word.
 */
function suggestQueries(
  index: Index,
  { filters }: Query,
  { terms, allowed }: { terms: readonly Term[]; allowed: Uint8Array | undefined },
): readonly string[] {
  const known = terms.filter(term => term.variants.length > 0).map(term => term.corrected ?? term.form);
  if (known.length > 0) return [known.join(' ')];
  if (filters.length > 0 && allowed?.includes(1)) return [filters.map(formatFilter).join(' ')];
  const unknown = terms.find(term => !term.word.asTyped);
  if (unknown === undefined) return [];
  return findNearestForms(index.spellings, index.headings, unknown.form).slice(0, OFFERED_MAX);
}
