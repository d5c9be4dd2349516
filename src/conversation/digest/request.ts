import { typedTerms } from '../../search/query/query-parts.ts';
import { distance } from '../../text/distance.ts';
import { type Calendar, isFromToday, readDay } from '../../text/read-day.ts';
import { onlyFilters } from '../request.ts';
import { plainFilters } from './filters.ts';
import { plainOrder } from './plain-order.ts';
import { isTime, plainTimes } from './plain-times.ts';

/** What a person wants of the digests of a channel. A time names the one that is meant, where there are several. */
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

/** `digest` is a verb only where what follows reads as its arguments; nothing otherwise, and it is searched. */
export function readDigestRequest(typed: string, calendar: Calendar): DigestRequest | undefined {
  const { verb, rest } = takenApart(typed);
  return verb === VERB ? understood(rest, calendar) : undefined;
}

/** Why what is searched, but was meant as an order, is none. */
export type Mistake =
  | { readonly kind: 'unknown'; readonly words: readonly string[] }
  /** All but a time is there. */
  | { readonly kind: 'no time'; readonly order: string }
  /** Several times, or both daily and for some days. */
  | { readonly kind: 'unclear' }
  /** It reads as an order, but not in a place where one is given. */
  | { readonly kind: 'elsewhere' };

/** What is wrong with words that are searched, but were meant as an order; nothing where they were meant as none. */
export function mistypedOrder(typed: string, calendar: Calendar): Mistake | undefined {
  const { verb, rest } = takenApart(typed);
  if (rest === '' || distance(verb, VERB, 1) > 1) return undefined;
  const mistake = understood(rest, calendar) ? { kind: 'elsewhere' as const } : mistakeIn(rest, calendar);
  return verb === VERB || mistake === undefined ? mistake : { kind: 'unknown', words: [verb] };
}

const VERB = 'digest';

function takenApart(typed: string): { readonly verb: string; readonly rest: string } {
  const { verb = '', rest = '' } =
    /^(?<verb>\S+?)(?:\s+(?<rest>.*?))?[\s?!]*$/s.exec(typed.trim())?.groups ?? {};
  return { verb: verb.toLowerCase(), rest: plainFilters(rest) };
}

function understood(rest: string, calendar: Calendar): DigestRequest | undefined {
  const [verb = '', ...words] = rest.split(/\s+/);
  switch (verb.toLowerCase()) {
    case '':
      return { kind: 'form' };
    case 'list':
    case 'help':
      return words.length === 0 ? { kind: verb.toLowerCase() as 'list' | 'help' } : undefined;
    case 'now':
    case 'pause':
    case 'resume':
      return aboutSome(verb.toLowerCase() as 'now' | 'pause' | 'resume', words.join(' '));
    case 'off':
    case 'stop':
    case 'cancel':
    case 'remove':
    case 'delete':
      return aboutSome('off', words.join(' '));
    case 'preview':
      return preview(words.join(' '), calendar);
    default:
      return readOrder(rest, calendar);
  }
}

function aboutSome(kind: 'now' | 'pause' | 'resume' | 'off', words: string): DigestRequest | undefined {
  if (/^(?:all)?$/i.test(words)) return { kind, timeOfDay: undefined };
  const timeOfDay = plainTimes(words);
  return isTime(timeOfDay) ? { kind, timeOfDay } : undefined;
}

/** `tuesday track:storage` */
function preview(words: string, calendar: Calendar): DigestRequest | undefined {
  const terms = typedTerms(words);
  const filters = terms.filter(isFilter).join(' ');
  const named = terms.filter(term => !isFilter(term)).join(' ');
  const day = named === '' ? undefined : readDay(named, calendar);
  return named !== '' && day === undefined ? undefined : { kind: 'preview', day, filters };
}

/** `daily 08:00`, `18:00 eve track:storage`, `08:00 tue wed reminders`: in any order, and only the time is needed. */
function readOrder(text: string, calendar: Calendar): DigestRequest | undefined {
  const terms = argumentsOf(plainOrder(text, calendar), calendar);
  const [timeOfDay, ...otherTimes] = terms.filter(isTime);
  if (timeOfDay === undefined || otherTimes.length > 0) return undefined;
  const has = (word: string) => terms.some(term => term.toLowerCase() === word);
  const days = terms.flatMap(term => dayOf(term, calendar) ?? []);
  const filters = terms.filter(term => !isArgument(term, calendar)).join(' ');
  if (onlyFilters(filters) === undefined || (has('daily') && days.length > 0)) return undefined;
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
  return WORDS.has(term.toLowerCase()) || isTime(term) || dayOf(term, calendar) !== undefined;
}

/** A time of day, well or badly typed, makes an order of it; else all the words must be such as orders have. */
function mistakeIn(rest: string, calendar: Calendar): Mistake | undefined {
  const plain = plainOrder(rest, calendar);
  const terms = argumentsOf(plain, calendar);
  const isOfOrder = (term: string) => isArgument(term, calendar) || LIKE_ORDER.test(term);
  const isMeant =
    LIKE_TIME.test(plain.replace(/"[^"]*"?/g, '"')) ||
    (terms.some(isOfOrder) && terms.every(term => isOfOrder(term) || isFilter(term)));
  if (!isMeant) return undefined;
  const isKnown = (term: string, i: number) =>
    isArgument(term, calendar) || isFilter(term) || (i === 0 && LIKE_VERB.test(term));
  const words = terms.filter((term, i) => !isKnown(term, i));
  if (words.length > 0) return { kind: 'unknown', words };
  return terms.some(isTime) ? { kind: 'unclear' } : { kind: 'no time', order: terms.join(' ') };
}

const LIKE_VERB = /^(?:list|help|now|pause|resume|off|stop|cancel|remove|delete|preview)$/i;
const LIKE_ORDER =
  /^(?:\d{1,4}|every|each|at|day|days|weekdays?|weekly|hourly|mornings?|evenings?|today|tomorrow)$/i;
const LIKE_TIME = /(?<!\S)(?:\d{1,2}[:.h]\d\d|\d{1,2}h|\d{1,2}\s*(?:[ap]\.?m\.?|uhr))(?![^\s,])/i;

function isFilter(term: string): boolean {
  return onlyFilters(term) !== undefined;
}

/** A comma parts days, and in a filter its values. */
function argumentsOf(text: string, calendar: Calendar): readonly string[] {
  return typedTerms(text).flatMap(term => {
    const parts = term.split(',').filter(part => part !== '');
    return parts.every(part => isArgument(part, calendar)) ? parts : [term.replace(/,+$/, '')];
  });
}

/** A standing order has no today. */
function dayOf(term: string, calendar: Calendar): string | undefined {
  return /^(?:\p{L}{3,9}|\d{4}-\d\d-\d\d)$/u.test(term) && !isFromToday(term)
    ? readDay(term, calendar)
    : undefined;
}
