import { findToday } from '../programme/sessions.ts';
import { findFor } from '../search/find.ts';
import type { Loaded } from '../search/loaded.ts';
import { parseQuery, type Query } from '../search/query/parse-query.ts';
import type { SearchResult } from '../search/search-result.ts';
import { inConference } from './conference.ts';
import type { Answering } from './context.ts';
import { RESULTS_A_PAGE } from './paging.ts';
import type { Search } from './request.ts';
import { constraintsLine } from './understood.ts';
import { type Suggestion, searchWords, widerSearches } from './widening.ts';

/** The talks and speakers that match, and other searches that may have been meant. */
export interface Results {
  readonly search: Search;
  /** The words that ask for this answer again. */
  readonly asked: string;
  readonly found: SearchResult;
  /** The constraints that were read from words, in one line; undefined if there are none. */
  readonly understood: string | undefined;
  /** Sentences about the answer as a whole. */
  readonly notes: readonly string[];
  /** The same topic on all days, in all rooms: without one of the constraints that were understood. */
  readonly wider: readonly Suggestion[];
  /** The same words in other conferences, where they find something. */
  readonly elsewhere: readonly Suggestion[];
}

export function resultsFor(
  search: Search,
  notes: readonly string[],
  { context, current }: { readonly context: Answering; readonly current: Answering },
): Results {
  const { prefix, reader } = context;
  const found = { ...findMeant(search, context), query: search.typed };
  const isEmpty = found.talks.length + found.speakers.length === 0;
  // An answer that everyone reads has no buttons that would change it. If nothing was found, they are all there is.
  const suggests = isEmpty || reader.place !== 'thread';
  return {
    search,
    // As explicit filters: on the next page `today` is still this day.
    asked: prefix + (search.read.length === 0 ? search.typed : searchWords(search)),
    found,
    understood: search.read.length === 0 ? undefined : constraintsLine(search.read, search.topic),
    notes: [...notes, ...found.notes],
    wider: suggests ? searchWider(search, context) : [],
    elsewhere: suggests ? searchElsewhere(search, context, current) : [],
  };
}

/** Wider searches that find something, with the number of talks. */
function searchWider(search: Search, context: Answering): readonly Suggestion[] {
  return widerSearches(search).flatMap(({ label, query }) => {
    const { length } = findTalks(parseQuery(query), context).talks;
    return length === 0 ? [] : [{ label: `${label} (${length})`, query: context.prefix + query }];
  });
}

/** A whole title or a link finds its talk, and a page of others like it. A link that leads to none finds none. */
function findMeant({ query, named }: Search, context: Answering): SearchResult {
  const found = findTalks(query, context);
  if (named === undefined) return found;
  const first = new Set(named.flatMap(id => context.programme.talk(id) ?? []));
  const others = first.size === 0 ? [] : found.talks.filter(talk => !first.has(talk));
  const talks = [...first, ...others].slice(0, Math.max(first.size, RESULTS_A_PAGE));
  const scores = talks.map(talk => found.scores[found.talks.indexOf(talk)] ?? 0);
  return { ...found, talks, scores, speakers: [], correction: undefined };
}

/** Below this share of the best score, a talk has only something like a name: "wrong" for "Wrońska". */
const LEAST_SHARE = 0.01;

/**
 * The talks and speakers that match a query. A person's name finds their talks, and not those in which a word begins like
 * the name.
 */
export function findTalks(
  query: Query,
  { index, programme, now }: Pick<Answering, 'index' | 'programme' | 'now'>,
): SearchResult {
  const found = findFor(index, query, { today: findToday(now, programme) });
  if (found.speakers.length === 0) return found;
  const least = (found.scores[0] ?? 0) * LEAST_SHARE;
  const scores = found.scores.filter(score => score >= least);
  return { ...found, talks: found.talks.slice(0, scores.length), scores };
}

/** The other conferences in which the same words find something, with the number of talks. */
function searchElsewhere(
  { query, typed }: Search,
  answering: Answering,
  current: Answering,
): readonly Suggestion[] {
  const here = {
    name: current.programme.conference.name ?? 'The current one',
    prefix: '',
    open: (): Loaded => current,
  };
  const apart = current.others.filter(({ isAlong }) => !isAlong);
  const others = apart.map(({ name, open }) => ({ name, prefix: inConference(name), open }));
  return [here, ...others].flatMap(({ name, prefix, open }) => {
    const other = open();
    if (other.programme === answering.programme) return [];
    const { length } = findTalks(query, { ...other, now: answering.now }).talks;
    return length === 0 ? [] : [{ label: `${name} (${length})`, query: prefix + typed }];
  });
}
