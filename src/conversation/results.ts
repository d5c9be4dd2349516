import { findToday } from '../programme/sessions.ts';
import type { Talk } from '../programme/talk.ts';
import { ALL, type FindOptions, findFor } from '../search/find.ts';
import type { Loaded } from '../search/loaded.ts';
import { parseQuery, type Query } from '../search/query/parse-query.ts';
import type { SearchResult } from '../search/search-result.ts';
import { shorten } from '../text/display.ts';
import { fold } from '../text/fold.ts';
import { inConference } from './conference.ts';
import { constraintsLine, understoodLine } from './constraints/constraints-line.ts';
import { isFiller } from './constraints/glue.ts';
import type { Answering } from './context.ts';
import { RESULTS_A_PAGE } from './paging.ts';
import type { Search } from './search.ts';
import { type Suggestion, searchWords, widerSearches } from './widening.ts';

/** The talks and speakers that match, and other searches that may have been meant. */
export interface Results {
  readonly search: Search;
  /** The words that ask for this answer again. */
  readonly asked: string;
  /** Its talks are the best that match, and `total` is the number of all; weak matches are apart. */
  readonly found: SearchResult;
  readonly also: Also | undefined;
  /** The constraints and the topic, in one line; undefined if there are no constraints. */
  readonly understood: string | undefined;
  /** Sentences about the answer as a whole. */
  readonly notes: readonly string[];
  /** The same topic on all days, in all rooms: without one of the constraints that were understood. */
  readonly wider: readonly Suggestion[];
  /** Queries that find something, if this one finds nothing, nearest first. */
  readonly nearest: readonly Suggestion[];
  /** The same words in other conferences, where they find something. */
  readonly elsewhere: readonly Suggestion[];
}

/** Talks that have only a weak word of several. */
export interface Also {
  /** At least one. */
  readonly total: number;
  /** Those of them that are needed, best first. */
  readonly talks: readonly Talk[];
  /** `with only “data”` */
  readonly which: string;
}

export function resultsFor(
  search: Search,
  notes: readonly string[],
  { context, current }: { readonly context: Answering; readonly current: Answering },
): Results {
  const { prefix, reader } = context;
  const { found: meant, also } = findMeant(search, context, context.resultsMax);
  const found = { ...meant, query: search.typed };
  const wider = searchWider(search, context);
  const isEmpty = found.total + found.speakers.length === 0;
  // An answer that everyone reads has no buttons that would change it. If nothing was found, they are all there is.
  const suggests = isEmpty || reader.place !== 'thread';
  return {
    search,
    // As explicit filters: on the next page `today` is still this day.
    asked: prefix + (search.read.length === 0 ? search.typed : searchWords(search)),
    found,
    also,
    understood: understoodLine(corrected(search, found), context.programme),
    notes: [...notes, ...found.notes],
    wider: suggests ? wider : [],
    nearest: nearestQueries(found, context).filter(({ query }) => !wider.some(one => one.query === query)),
    elsewhere: suggests ? searchElsewhere(search, context, current) : [],
  };
}

/** The search with corrected filters, and without a corrected topic, which the heading has. */
function corrected(search: Search, { correction }: SearchResult): Pick<Search, 'query' | 'topic'> {
  if (correction === undefined) return search;
  const read = search.read.map(filter => ({ ...filter, start: 0, end: 0 }));
  const filters = [...parseQuery(correction).filters, ...read];
  return { query: { ...search.query, filters }, topic: '' };
}

/** Wider searches that find something, with the number of talks. */
function searchWider(search: Search, context: Answering): readonly Suggestion[] {
  return widerSearches(search).flatMap(({ label, query }) => {
    const count = countMatches(parseQuery(query), context);
    return count === 0 ? [] : [{ label: `${label} (${count})`, query: context.prefix + query }];
  });
}

/** A query of filters alone is named as they are understood. */
function nearestQueries({ nearest }: SearchResult, { programme, prefix }: Answering): readonly Suggestion[] {
  return nearest.map(query => {
    const { words, filters } = parseQuery(query);
    const line = words.length === 0 ? constraintsLine(filters, programme) : undefined;
    return { label: line ?? query, query: prefix + query };
  });
}

type SearchedConference = Pick<Answering, 'index' | 'programme' | 'now'>;

function countMatches(query: Query, context: SearchedConference): number {
  return findApart(query, context, 0).found.total;
}

/**
 * The best `limit` talks that match, with weak matches if there are fewer. A whole title or a link finds its talk, and a
 * page of others like it. A link that leads to none finds none.
 */
export function findMeant(
  { query, named }: Pick<Search, 'query' | 'named'>,
  context: Answering,
  limit: number,
): Parted {
  if (named === undefined) return findApart(query, context, limit);
  const first = new Set(named.flatMap(id => context.programme.talk(id) ?? []));
  const { found } = findNamed(query, first, context);
  const others = first.size === 0 ? [] : found.talks.filter(talk => !first.has(talk));
  const talks = [...first, ...others].slice(0, Math.max(first.size, RESULTS_A_PAGE));
  const scores = Float32Array.from(talks, talk => found.scores[found.talks.indexOf(talk)] ?? 0);
  const shown = { ...found, total: talks.length, talks, scores, speakers: [], correction: undefined };
  return { found: shown, also: undefined };
}

/** A page besides the talks that are named; all only if one of these is not among the best, to know its score. */
function findNamed(query: Query, named: ReadonlySet<Talk>, context: Answering): Parted {
  const parted = findApart(query, context, named.size + RESULTS_A_PAGE);
  const found = new Set(parted.found.talks);
  return [...named].every(talk => found.has(talk)) ? parted : findApart(query, context, ALL);
}

type Parted = Pick<Results, 'found' | 'also'>;

/** Parts the talks that match from weak matches. Those with nothing but `is` or `who's` are no matches. */
function findApart(query: Query, context: SearchedConference, limit: number): Parted {
  const found = findTalks(query, context, { limit, areWeakLast: true });
  const { weak } = found;
  if (weak === undefined) return { found, also: undefined };
  const [talks, others]: [Talk[], Talk[]] = [[], []];
  const scores = new Float32Array(found.talks.length);
  for (let place = 0; place < found.talks.length; place++) {
    const talk = found.talks[place];
    if (talk === undefined) continue;
    if (weak.places[place] === 1) others.push(talk);
    else {
      scores[talks.length] = found.scores[place] ?? 0;
      talks.push(talk);
    }
  }
  const words = weak.words.filter(word => !isFiller(fold(word)));
  const total = found.total - weak.total;
  return {
    found: { ...found, total, talks, scores: scores.subarray(0, talks.length), weak: undefined },
    also: words.length === 0 ? undefined : { total: weak.total, talks: others, which: withOnly(words) },
  };
}

/** More words than these tell less than that they are few. */
const WORDS_NAMED_MAX = 2;
const WORD_LENGTH = 30;

function withOnly(words: readonly string[]): string {
  const quoted = words.map(word => `“${shorten(word, WORD_LENGTH)}”`);
  return quoted.length > WORDS_NAMED_MAX ? 'with fewer of the words' : `with only ${quoted.join(' or ')}`;
}

/** Below this share of the best score, a talk has only something like a name: "wrong" for "Wrońska". */
const LEAST_SHARE = 0.01;

/**
 * The best talks and the speakers that match a query. A person's name finds their talks, and not those in which a
 * word begins like the name.
 */
export function findTalks(
  query: Query,
  { index, programme, now }: SearchedConference,
  { limit, areWeakLast }: Required<Pick<FindOptions, 'limit' | 'areWeakLast'>>,
): SearchResult {
  return findFor(index, query, {
    today: findToday(now, programme),
    limit,
    areWeakLast,
    leastOfNamed: LEAST_SHARE,
  });
}

/** The other conferences in which the same words find something, with the number of talks. */
function searchElsewhere(
  { query, typed }: Search,
  answering: Answering,
  current: Answering,
): readonly Suggestion[] {
  if (current.others.length === 0 && current.programme === answering.programme) return [];
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
    const count = countMatches(query, { ...other, now: answering.now });
    return count === 0 ? [] : [{ label: `${name} (${count})`, query: prefix + typed }];
  });
}
