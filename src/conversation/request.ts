import type { TypedFilter } from '../search/query/filters.ts';
import { buildQuery, type Query, readFilters, splitTyped } from '../search/query/parse-query.ts';
import type { QueryPart } from '../search/query/query-parts.ts';
import { isTime, plainTimes } from '../text/clock-times.ts';
import { type Calendar, readDay } from '../text/read-day.ts';
import { type DigestRequest, type OrderMistake, readDigestRequest } from './digest/request.ts';
import { QUERY_LENGTH } from './paging.ts';
import { readVerb } from './verbs.ts';

/** A person's words after `/talk`, in a mention or a direct message, understood: a verb or words, and constraints. */
export type Request =
  | { readonly kind: 'help' }
  | { readonly kind: 'search'; readonly search: Search }
  | { readonly kind: 'agenda'; readonly when: When; readonly filters: readonly TypedFilter[] }
  /** The same words as a search, for places that take no orders. */
  | { readonly kind: 'digest'; readonly digest: DigestRequest; readonly search: Search };

export interface Search {
  /** As it was typed, to be shown and to be asked again. */
  readonly typed: string;
  readonly query: Query;
  /** All words outside of filters; undefined if some are quoted or excluded. */
  readonly bare: string | undefined;
  /** The words were meant as an order of a digest, but are none. */
  readonly mistake: OrderMistake | undefined;
}

/** The time that an agenda is about: days are dates, times are on the conference's clocks, `14:00`. */
export type When =
  | { readonly kind: 'now' | 'next' }
  | { readonly kind: 'day'; readonly day: string }
  | { readonly kind: 'moment'; readonly day: string; readonly time: string };

/**
 * A verb counts only if all that stands with it reads as its arguments, which are filters: `today track:storage`.
 * Everything else is searched (`next generation storage`), and so is a quoted verb.
 */
export function readRequest(typed: string, calendar: Calendar): Request {
  const words = cutToFit(typed.trim());
  const apart = splitTyped(words.replace(END_OF_SENTENCE, ''));
  if (apart.text === '') return { kind: 'help' };
  const bare = bareText(apart.parts);
  const filters = readFilters(apart.parts);
  const order = readDigestRequest(apart, calendar);
  const search = { typed: words, query: buildQuery(apart), bare, mistake: order?.mistake };
  if (order?.request !== undefined) return { kind: 'digest', digest: order.request, search };
  // Filters alone are a search.
  if (bare === undefined || (bare === '' && filters.length > 0)) return { kind: 'search', search };
  const asked = bare.replace(WHAT_IS_ON, '') || 'now';
  const verb = readVerb(asked);
  if (verb === 'help') return filters.length === 0 ? { kind: 'help' } : { kind: 'search', search };
  const when = verb === undefined ? readWhen(asked, calendar) : { kind: verb };
  return when === undefined ? { kind: 'search', search } : { kind: 'agenda', when, filters };
}

/** The words that ask for the same agenda again. */
export function whenText(when: When): string {
  switch (when.kind) {
    case 'day':
      return when.day;
    case 'moment':
      return `${when.day} ${when.time}`;
    default:
      return when.kind;
  }
}

/** A dot after a figure stays: `12.5.` is a date. */
const END_OF_SENTENCE = /(?:\s*[?!]|(?<=[\p{L}.…])[.…])+$/u;

const WHAT_IS_ON = /^what(?:['’]?s|\s+is)(?:\s+on(?:\s+|$)|\s+)/i;

/** Most short names of weekdays are no verbs: people search for "Sun", "Mon" and "SAT". */
const NO_VERB = /^(?!(?:tues?|weds?|thur?|fri)\b)\p{L}{1,4}\.?$/iu;

/** Reads `tuesday 14:00`, `10am tomorrow`, `at 3pm`, `thursday`, `12 May`: nothing else may stand there. */
function readWhen(words: string, calendar: Calendar): When | undefined {
  const terms = plainTimes(words).split(/\s+/);
  const [time, ...otherTimes] = terms.filter(isTime);
  if (time !== undefined && otherTimes.length === 0) {
    const others = terms.filter(term => !isTime(term)).join(' ');
    const day = others === '' && !NUMBER.test(words) ? dayOfHours(calendar) : readDay(others, calendar);
    if (day !== undefined) return { kind: 'moment', day, time };
  }
  const day = dayNamed(words, calendar);
  return day === undefined ? undefined : { kind: 'day', day };
}

/** Without a day, `3.11` is a version and `0800` a number. */
const NUMBER = /^\d+(?:\.\d+)?(?=\s|$)(?!\s*[ap]\.?m\b)/i;

/** An hour without a day is today's, or before the conference one of its first day. */
function dayOfHours({ today, days: [first = today] }: Calendar): string {
  return today < first ? first : today;
}

/** The day that a text names, if it could hardly be searched for instead. */
export function dayNamed(text: string, calendar: Calendar): string | undefined {
  return NO_VERB.test(text) ? undefined : readDay(text, calendar);
}

/** Returns the words outside of filters; undefined if something is quoted, excluded or an unknown filter. */
function bareText(parts: readonly QueryPart[]): string | undefined {
  const words: string[] = [];
  for (const { kind, text, name } of parts) {
    if (kind === 'phrase' || kind === 'without' || (kind === 'words' && name !== '')) return undefined;
    if (kind === 'words') words.push(text);
  }
  return words.join(' ');
}

/** Cuts a query to what a button can carry of it, at the last whole word. */
function cutToFit(words: string): string {
  if (words.length <= QUERY_LENGTH) return words;
  const cut = words.slice(0, QUERY_LENGTH);
  return cut.replace(/\S*$/, '').trim() || cut;
}
