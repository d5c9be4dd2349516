import { isPause } from '../programme/pauses.ts';
import type { Talk } from '../programme/talk.ts';
import { compare } from '../text/compare.ts';
import { defaultToday } from '../text/read-day.ts';
import { correctNames } from './correction/name-correction.ts';
import { suggestQueries } from './correction/suggest.ts';
import { findAllowed } from './filter/allowed-talks.ts';
import type { TalkFilter } from './filter/compile-filters.ts';
import type { Index, Work } from './index/index-programme.ts';
import { quoteValue } from './query/filters.ts';
import { parseQuery, type Query } from './query/parse-query.ts';
import { doubtRareTerms, lookUpTerms, type Term } from './query/terms.ts';
import { findNamedPeople } from './rank/people-named.ts';
import { rank } from './rank/rank.ts';
import type { SearchResult } from './search-result.ts';
import { weighQueryWords } from './summary/highlight.ts';

/**
 * Answers a query; any text is one. `today` is the date on the conference's calendar, for `day:today`. What the answer
 * cost is added to `work`.
 */
export function find(index: Index, typed: string, options: FindOptions = {}): SearchResult {
  return findFor(index, parseQuery(typed), options);
}

interface FindOptions {
  readonly today?: string;
  readonly work?: Work;
}

/** The same for a query that has been read. */
export function findFor(index: Index, query: Query, options: FindOptions = {}): SearchResult {
  const { today = defaultToday(index.programme), work = { postings: 0, comparisons: 0 } } = options;
  const allowed = findAllowed(index, query, today);
  const { terms, order } = rankTalks(index, { query, allowed: allowed.talks }, work);
  const { talks, scores } = readResults(index, dropPauses(index, order));
  const speakers = findNamedPeople(index, terms);
  return {
    query: query.text,
    talks,
    scores,
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

/** The talks that a query finds; where none is named so, it may be that a slip has made one known word of another. */
function rankTalks(
  index: Index,
  { query, allowed }: { query: Query; allowed: Uint8Array | undefined },
  work: Work,
): { terms: readonly Term[]; order: Int32Array } {
  const terms = correctNames(index, lookUpTerms(index, query, work), work);
  if (terms.length === 0)
    return { terms, order: allowed === undefined ? new Int32Array() : orderBySchedule(index, allowed) };
  const { order, isNamed } = rank(index, { terms, allowed }, work);
  const doubted = isNamed ? terms : doubtRareTerms(index, terms, work);
  return doubted === terms
    ? { terms, order }
    : { terms: doubted, order: rank(index, { terms: doubted, allowed }, work).order };
}

/** The talks that have these numbers and what they were given in the tables, where the next query writes. */
function readResults(
  { talks, accumulators: tables }: Index,
  order: Int32Array,
): Pick<SearchResult, 'talks' | 'scores'> {
  const found = new Array<Talk>(order.length);
  const scores = new Array<number>(order.length);
  for (let place = 0; place < order.length; place++) {
    const number = order[place] ?? 0;
    const talk = talks[number];
    if (talk !== undefined) found[place] = talk;
    scores[place] = tables.scores[number] ?? 0;
  }
  return { talks: found, scores };
}

/** The query as it was typed but for the words and names that had to be mended; nothing where none had. */
function correctQuery(
  { text, filters }: Query,
  terms: readonly Term[],
  names: TalkFilter['corrected'],
): string | undefined {
  const mended: { start: number; end: number; right: string }[] = [];
  for (const { word, corrected: right } of terms) if (right !== undefined) mended.push({ ...word, right });
  for (const filter of filters) {
    const name = names.get(filter);
    if (name !== undefined) mended.push({ ...filter, right: quoteValue(name) });
  }
  if (mended.length === 0) return undefined;
  return mended
    .sort((a, b) => b.start - a.start)
    .reduce((right, one) => right.slice(0, one.start) + one.right + right.slice(one.end), text);
}

/**
 * The numbers of all talks that a filter leaves, by when they begin; those without a time come last. Nothing tells them
 * apart, so all score 1.
 */
export function orderBySchedule({ talks, accumulators: tables }: Index, allowed: Uint8Array): Int32Array {
  tables.scores.fill(1);
  const start = (number: number) => talks[number]?.slots[0]?.start ?? LAST;
  return Int32Array.from(talks.keys())
    .filter(number => allowed[number] === 1)
    .sort((a, b) => compare(start(a), start(b)) || a - b);
}

/** Behind every date. */
const LAST = '~';

/** Who searches means what is said: a pause, or what helps to run the event, is an answer only where nothing else is. */
export function dropPauses({ hasPauses, talks }: Index, order: Int32Array): Int32Array {
  if (!hasPauses) return order;
  const said = order.filter(number => talks[number] !== undefined && !isPause(talks[number]));
  return said.length > 0 ? said : order;
}
