import type { Typed } from '../../search/query/parse-query.ts';
import type { QueryPart } from '../../search/query/query-parts.ts';
import { isTime, plainTimes } from '../../text/clock-times.ts';
import { shorten } from '../../text/display.ts';
import { editDistance } from '../../text/edit-distance.ts';
import { type Calendar, isRelativeDay, readDay } from '../../text/read-day.ts';
import { plainFilters } from './filters.ts';
import { plainOrder } from './plain-order.ts';

/** A person's words about the digests of a channel. A time names one digest if there are several. */
export type DigestRequest =
  | { readonly kind: 'form' | 'list' | 'help' }
  | { readonly kind: 'order'; readonly order: Order }
  | { readonly kind: 'preview'; readonly day: string | undefined; readonly filters: string }
  | { readonly kind: 'now' | 'pause' | 'resume' | 'off'; readonly timeOfDay: string | undefined };

/** A digest as it is ordered. */
export interface Order {
  readonly timeOfDay: string;
  readonly days: 'daily' | readonly string[];
  readonly eve: boolean;
  readonly filters: string;
  readonly reminders: boolean;
}

/** The reason why words that were meant as an order are none. */
export type OrderMistake =
  | { readonly kind: 'unknown'; readonly words: readonly string[] }
  /** All but a time is there. */
  | { readonly kind: 'no time'; readonly order: string }
  /** Several times, or both daily and for some days. */
  | { readonly kind: 'unclear' };

/** An order, or the reason why the words are none. */
export type OrderRead =
  | { readonly request: DigestRequest; readonly mistake?: never }
  | { readonly request?: never; readonly mistake: OrderMistake };

/**
 * `digest` is a verb only if all that follows reads as its arguments. Returns undefined if the words were not meant as an
 * order; they are searched, as mistyped orders are.
 */
export function readDigestRequest({ parts }: Typed, calendar: Calendar): OrderRead | undefined {
  const [first, ...others] = parts;
  if (first?.kind !== 'words' || first.name !== '') return undefined;
  const verb = first.text.toLowerCase();
  if (editDistance(verb, VERB, 1) > 1) return undefined;
  const rest = restOf(others);
  if (verb === VERB) {
    const request = readRest(rest, calendar);
    if (request !== undefined) return { request };
  }
  if (others.length === 0) return undefined;
  const mistake = verb === VERB ? mistakeIn(rest, calendar) : nearMistake(first.text, rest, calendar);
  return mistake === undefined ? undefined : { mistake };
}

const VERB = 'digest';

/** Everything behind the verb. */
interface Rest {
  /** Words outside of quotes and filters. */
  readonly words: string;
  /** As they were typed, parted by a space. */
  readonly filters: string;
  /** Phrases, exclusions and unknown filters, none of which an order has. */
  readonly strange: readonly string[];
}

function restOf(parts: readonly QueryPart[]): Rest {
  const words: string[] = [];
  const filters: string[] = [];
  const strange: string[] = [];
  for (const { kind, text, name, not } of parts) {
    if (kind === 'phrase') strange.push(`"${text}"`);
    else if (kind === 'without') strange.push(`-${text}`);
    else if (kind !== 'words') filters.push(`${not ? '-' : ''}${kind}:${text}`);
    else if (name !== '') strange.push(text);
    else words.push(text);
  }
  return { words: plainFilters(words.join(' ')), filters: plainFilters(filters.join(' ')), strange };
}

function readRest({ words, filters, strange }: Rest, calendar: Calendar): DigestRequest | undefined {
  if (strange.length > 0) return undefined;
  const [first = '', ...others] = words.split(/\s+/);
  const verb = first.toLowerCase();
  const bare = filters === '' ? others.join(' ') : undefined;
  switch (verb) {
    case '':
      return filters === '' ? { kind: 'form' } : undefined;
    case 'list':
    case 'help':
      return bare === '' ? { kind: verb } : undefined;
    case 'now':
    case 'pause':
    case 'resume':
      return readScope(verb, bare);
    case 'off':
    case 'stop':
    case 'cancel':
    case 'remove':
    case 'delete':
      return readScope('off', bare);
    case 'preview':
      return readPreview(others.join(' '), filters, calendar);
    default:
      return readOrder({ words, filters }, calendar);
  }
}

/** All digests of the channel, or the one of a time. */
function readScope(
  kind: 'now' | 'pause' | 'resume' | 'off',
  words: string | undefined,
): DigestRequest | undefined {
  if (words === undefined) return undefined;
  if (/^(?:all)?$/i.test(words)) return { kind, timeOfDay: undefined };
  const timeOfDay = plainTimes(words);
  return isTime(timeOfDay) ? { kind, timeOfDay } : undefined;
}

/** Reads `tuesday track:storage`. */
function readPreview(named: string, filters: string, calendar: Calendar): DigestRequest | undefined {
  const day = named === '' ? undefined : readDay(named, calendar);
  return named !== '' && day === undefined ? undefined : { kind: 'preview', day, filters };
}

/** Reads `daily 08:00`, `18:00 eve track:storage`, `08:00 tue wed reminders`: in any order, only the time is needed. */
function readOrder({ words, filters }: Omit<Rest, 'strange'>, calendar: Calendar): DigestRequest | undefined {
  const terms = argumentsIn(plainOrder(words, calendar), calendar);
  if (!terms.every(term => isArgument(term, calendar))) return undefined;
  const [timeOfDay, ...otherTimes] = terms.filter(isTime);
  if (timeOfDay === undefined || otherTimes.length > 0) return undefined;
  const has = (word: string) => terms.some(term => term.toLowerCase() === word);
  const days = terms.flatMap(term => standingDay(term, calendar) ?? []);
  if (has('daily') && days.length > 0) return undefined;
  return {
    kind: 'order',
    order: {
      timeOfDay,
      days: days.length === 0 ? 'daily' : [...new Set(days)].sort(),
      eve: has('eve'),
      filters,
      reminders: has('reminders'),
    },
  };
}

const WORDS = new Set(['daily', 'eve', 'reminders', 'only', 'and']);

function isArgument(term: string, calendar: Calendar): boolean {
  return WORDS.has(term.toLowerCase()) || isTime(term) || standingDay(term, calendar) !== undefined;
}

/** A misspelt verb before a whole order, or before something that was meant as one. */
function nearMistake(verb: string, rest: Rest, calendar: Calendar): OrderMistake | undefined {
  const isMeant = readRest(rest, calendar) !== undefined || mistakeIn(rest, calendar) !== undefined;
  return isMeant ? { kind: 'unknown', words: [verb] } : undefined;
}

/** A time of day, well or badly typed, makes an order of it; else all the words must be words of an order. */
function mistakeIn({ words, filters, strange }: Rest, calendar: Calendar): OrderMistake | undefined {
  const plain = plainOrder(words, calendar);
  const terms = argumentsIn(plain, calendar);
  const isLikeOrder = (term: string) => isArgument(term, calendar) || LIKE_ORDER.test(term);
  const isMeant =
    LIKE_TIME.test(plain) || (terms.length > 0 && strange.length === 0 && terms.every(isLikeOrder));
  if (!isMeant) return undefined;
  const isKnown = (term: string, i: number) =>
    isArgument(term, calendar) || (i === 0 && LIKE_VERB.test(term));
  const unknown = [...terms.filter((term, i) => !isKnown(term, i)), ...strange];
  if (unknown.length > 0) return { kind: 'unknown', words: unknown };
  if (terms.some(isTime)) return { kind: 'unclear' };
  return { kind: 'no time', order: [...terms, filters].join(' ').trim() };
}

const LIKE_VERB = /^(?:list|help|now|pause|resume|off|stop|cancel|remove|delete|preview)$/i;
const LIKE_ORDER =
  /^(?:\d{1,4}|every|each|at|day|days|weekdays?|weekly|hourly|mornings?|evenings?|today|tomorrow)$/i;
const LIKE_TIME = /(?<!\S)(?:\d{1,2}[:.h]\d\d|\d{1,2}h|\d{1,2}\s*(?:[ap]\.?m\.?|uhr))(?![^\s,])/i;

/** A comma parts arguments. */
function argumentsIn(text: string, calendar: Calendar): readonly string[] {
  const terms = text.split(/\s+/).filter(term => term !== '');
  return terms.flatMap(term => {
    const several = term.split(',').filter(part => part !== '');
    return several.every(part => isArgument(part, calendar)) ? several : [term.replace(/,+$/, '')];
  });
}

/** The day that a standing order can name: it has no today. */
function standingDay(term: string, calendar: Calendar): string | undefined {
  return /^(?:\p{L}{3,9}|\d{4}-\d\d-\d\d)$/u.test(term) && !isRelativeDay(term)
    ? readDay(term, calendar)
    : undefined;
}

const TYPED_LENGTH = 200;

/** A sentence above the results for words that were meant as an order. */
export function orderMistakeNote(mistake: OrderMistake): string {
  return mistake.kind === 'no time'
    ? `At what time? No digest was set up yet. For eight in the morning, type /talk digest ${shorten(mistake.order, TYPED_LENGTH)} 08:00`
    : noOrder(reasonOf(mistake));
}

function noOrder(reason: string): string {
  return `No digest was set up or changed: ${reason}. To see what you can type: /talk digest help`;
}

/** The same for an order at a place that takes none. */
export const ORDER_ELSEWHERE = noOrder(
  'type it in the channel that should get it, without conference:, since a digest is about the current conference',
);

function reasonOf(mistake: Exclude<OrderMistake, { readonly kind: 'no time' }>): string {
  switch (mistake.kind) {
    case 'unknown':
      return `“${shorten(mistake.words.join(' '), TYPED_LENGTH)}” was not understood`;
    case 'unclear':
      return 'a digest has one time, and is either daily or for some days';
  }
}
