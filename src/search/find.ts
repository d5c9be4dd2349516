import { isPause, type Talk } from '../programme/talk.ts';
import { compare } from '../text/keys.ts';
import { defaultToday } from '../text/read-day.ts';
import { correctNames, findNearestForms } from './correction/name-correction.ts';
import { findAllowed } from './filter/allowed-talks.ts';
import type { TalkFilter } from './filter/compile-filters.ts';
import type { Index, Work } from './index/index-programme.ts';
import { formatFilter, quoteValue } from './query/filters.ts';
import { parseQuery, type Query } from './query/parse-query.ts';
import { doubtRareTerms, lookUpTerms, type Term } from './query/terms.ts';
import { findNamedPeople } from './rank/people-named.ts';
import { rank } from './rank/rank.ts';
import { findWeakMatches } from './rank/weak-matches.ts';
import type { SearchResult } from './search-result.ts';
import { weighQueryWords } from './summary/highlight.ts';

/**
 * Answers a query; any text is one. `today` is the date on the conference's calendar, for `day:today`. The cost of the
 * answer is added to `work`.
 */
export function find(index: Index, typed: string, options: FindOptions = {}): SearchResult {
  return findFor(index, parseQuery(typed), options);
}

interface FindOptions {
  readonly today?: string;
  readonly work?: Work;
}

/** Answers a query that has been parsed. */
export function findFor(index: Index, query: Query, options: FindOptions = {}): SearchResult {
  const { today = defaultToday(index.programme), work = { postings: 0, comparisons: 0 } } = options;
  const allowed = findAllowed(index, query, today);
  const { terms, order } = rankTalks(index, { query, allowed: allowed.talks }, work);
  const shown = dropPauses(index, order);
  const { talks, scores } = readResults(index, shown);
  const speakers = findNamedPeople(index, terms);
  return {
    query: query.text,
    talks,
    scores,
    weak: findWeakMatches(index, terms, shown),
    speakers,
    correction: talks.length > 0 ? correctQuery(query, terms, allowed.corrected) : undefined,
    nearest:
      talks.length + speakers.length > 0
        ? []
        : suggestQueries(index, query, { terms, allowed: allowed.talks }),
    notes: [...query.notes, ...allowed.notes],
    words: weighQueryWords(index, terms),
  };
}

/** Ranks a second time, with corrections of rare words, if no talk's heading has the whole query. */
function rankTalks(
  index: Index,
  { query, allowed }: { query: Query; allowed: Uint8Array | undefined },
  work: Work,
): { terms: readonly Term[]; order: Int32Array } {
  const terms = correctNames(index, lookUpTerms(index, query, work), work);
  if (terms.length === 0)
    return { terms, order: allowed === undefined ? new Int32Array() : orderBySchedule(index, allowed) };
  const { order, isConfident } = rank(index, { terms, allowed }, work);
  const doubted = isConfident ? terms : doubtRareTerms(index, terms, work);
  return doubted === terms
    ? { terms, order }
    : { terms: doubted, order: rank(index, { terms: doubted, allowed }, work).order };
}

/**
 * The numbers of all allowed talks by when they begin, those without a time last. Without words nothing tells them apart,
 * so all score 1.
 */
function orderBySchedule({ talks, accumulators }: Index, allowed: Uint8Array): Int32Array {
  accumulators.scores.fill(1);
  const start = (number: number) => talks[number]?.slots[0]?.start ?? AFTER_ALL_DATES;
  return Int32Array.from(talks.keys())
    .filter(number => allowed[number] === 1)
    .sort((a, b) => compare(start(a), start(b)) || a - b);
}

const AFTER_ALL_DATES = '~';

/** People search for talks: pauses and services are an answer only if nothing else is. */
function dropPauses({ programme, talks }: Index, order: Int32Array): Int32Array {
  if (programme.talkCount === talks.length) return order;
  const others = order.filter(number => talks[number] !== undefined && !isPause(talks[number]));
  return others.length > 0 ? others : order;
}

/** The talks with these numbers, and their scores, copied because the next query overwrites them. */
function readResults(
  { talks, accumulators }: Index,
  order: Int32Array,
): Pick<SearchResult, 'talks' | 'scores'> {
  const found = new Array<Talk>(order.length);
  const scores = new Float32Array(order.length);
  for (let place = 0; place < order.length; place++) {
    const number = order[place] ?? 0;
    const talk = talks[number];
    if (talk !== undefined) found[place] = talk;
    scores[place] = accumulators.scores[number] ?? 0;
  }
  return { talks: found, scores };
}

/** The query as it was typed, with its words and names corrected. Returns undefined if nothing was. */
function correctQuery(
  { text, filters }: Query,
  terms: readonly Term[],
  names: TalkFilter['corrected'],
): string | undefined {
  const corrections: { start: number; end: number; right: string }[] = [];
  for (const { word, corrected: right } of terms)
    if (right !== undefined) corrections.push({ ...word, right });
  for (const filter of filters) {
    const name = names.get(filter);
    if (name !== undefined) corrections.push({ ...filter, right: quoteValue(name) });
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
