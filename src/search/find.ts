import { isPause } from '../programme/pauses.ts';
import type { Talk } from '../programme/talk.ts';
import { compare } from '../text/compare.ts';
import { standingToday } from '../text/read-day.ts';
import { mendNames } from './correction/name-correction.ts';
import { nearestQueries } from './correction/suggest.ts';
import { allowedBy } from './filter/allowed-talks.ts';
import type { Sieve } from './filter/compile-filters.ts';
import type { Index, Work } from './index/index-programme.ts';
import { asValue } from './query/filters.ts';
import { type Query, readQuery } from './query/parse-query.ts';
import { doubtRare, type Term, termsOf } from './query/terms.ts';
import { peopleNamed } from './rank/people-named.ts';
import { rank } from './rank/rank.ts';
import type { SearchResult } from './search-result.ts';
import { queryWords } from './summary/highlight.ts';

/**
 * Answers a query; any text is one. `today` is the date on the conference's calendar, for `day:today`. What the answer
 * cost is added to `work`.
 */
export function find(index: Index, typed: string, options: FindOptions = {}): SearchResult {
  return findFor(index, readQuery(typed), options);
}

interface FindOptions {
  readonly today?: string;
  readonly work?: Work;
}

/** The same for a query that has been read. */
export function findFor(index: Index, query: Query, options: FindOptions = {}): SearchResult {
  const { today = standingToday(index.programme), work = { postings: 0, comparisons: 0 } } = options;
  const allowed = allowedBy(index, query, today);
  const { terms, order } = ranked(index, { query, allowed: allowed.talks }, work);
  const { talks, scores } = talksIn(index, withoutPauses(index, order));
  const speakers = peopleNamed(index, terms);
  return {
    query: query.text,
    talks,
    scores,
    speakers,
    correction: talks.length > 0 ? corrected(query, terms, allowed.mended) : undefined,
    nearest:
      talks.length + speakers.length > 0
        ? []
        : nearestQueries(index, query, { terms, allowed: allowed.talks }),
    notes: [...query.notes, ...allowed.notes],
    words: queryWords(index, terms),
  };
}

/** The talks that a query finds; where none is named so, it may be that a slip has made one known word of another. */
function ranked(
  index: Index,
  { query, allowed }: { query: Query; allowed: Uint8Array | undefined },
  work: Work,
): { terms: readonly Term[]; order: Int32Array } {
  const terms = mendNames(index, termsOf(index, query, work), work);
  if (terms.length === 0)
    return { terms, order: allowed === undefined ? new Int32Array() : inSchedule(index, allowed) };
  const { order, isNamed } = rank(index, { terms, allowed }, work);
  const doubted = isNamed ? terms : doubtRare(index, terms, work);
  return doubted === terms
    ? { terms, order }
    : { terms: doubted, order: rank(index, { terms: doubted, allowed }, work).order };
}

/** The talks that have these numbers and what they were given in the tables, where the next query writes. */
function talksIn({ talks, tables }: Index, order: Int32Array): Pick<SearchResult, 'talks' | 'scores'> {
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
function corrected(
  { text, filters }: Query,
  terms: readonly Term[],
  names: Sieve['mended'],
): string | undefined {
  const mended: { start: number; end: number; right: string }[] = [];
  for (const { word, mended: right } of terms) if (right !== undefined) mended.push({ ...word, right });
  for (const filter of filters) {
    const name = names.get(filter);
    if (name !== undefined) mended.push({ ...filter, right: asValue(name) });
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
export function inSchedule({ talks, tables }: Index, allowed: Uint8Array): Int32Array {
  tables.scores.fill(1);
  const start = (number: number) => talks[number]?.slots[0]?.start ?? LAST;
  return Int32Array.from(talks.keys())
    .filter(number => allowed[number] === 1)
    .sort((a, b) => compare(start(a), start(b)) || a - b);
}

/** Behind every date. */
const LAST = '~';

/** Who searches means what is said: a pause, or what helps to run the event, is an answer only where nothing else is. */
export function withoutPauses({ hasPauses, talks }: Index, order: Int32Array): Int32Array {
  if (!hasPauses) return order;
  const said = order.filter(number => talks[number] !== undefined && !isPause(talks[number]));
  return said.length > 0 ? said : order;
}
