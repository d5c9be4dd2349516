import { readDay } from '../programme/read-day.ts';
import { plainFilters } from './digest-filters.ts';
import { onlyFilters } from './request.ts';

/** What a person wants of the digests of a channel. A time names the one that is meant, where there are several. */
export type DigestRequest =
  | { readonly kind: 'form' | 'list' }
  | { readonly kind: 'order'; readonly order: Order }
  | { readonly kind: 'preview'; readonly day: string | undefined }
  | { readonly kind: 'now' | 'pause' | 'resume' | 'off'; readonly timeOfDay: string | undefined };

/** A digest as it is ordered. */
export interface Order {
  readonly timeOfDay: string;
  readonly days: 'daily' | readonly string[];
  readonly eve: boolean;
  readonly filters: string;
  readonly reminders: boolean;
}

interface Calendar {
  readonly today: string;
  readonly days: readonly string[];
}

/** `digest` is a verb only where what follows reads as its arguments; nothing otherwise, and it is searched. */
export function readDigestRequest(typed: string, calendar: Calendar): DigestRequest | undefined {
  const match = /^digest(?:\s+(?<rest>.*))?$/is.exec(typed.trim());
  if (match === null) return undefined;
  const rest = match.groups?.rest ?? '';
  const [verb = '', ...words] = rest.split(/\s+/);
  switch (verb.toLowerCase()) {
    case '':
      return { kind: 'form' };
    case 'list':
      return words.length === 0 ? { kind: 'list' } : undefined;
    case 'now':
    case 'pause':
    case 'resume':
    case 'off':
      return aboutSome(verb.toLowerCase() as 'now' | 'pause' | 'resume' | 'off', words);
    case 'preview':
      return preview(words.join(' '), calendar);
    default:
      return readOrder(plainFilters(rest), calendar);
  }
}

function aboutSome(
  kind: 'now' | 'pause' | 'resume' | 'off',
  [time, ...others]: readonly string[],
): DigestRequest | undefined {
  const timeOfDay = time === undefined ? undefined : readTime(time);
  return others.length > 0 || (time !== undefined && timeOfDay === undefined)
    ? undefined
    : { kind, timeOfDay };
}

function preview(words: string, calendar: Calendar): DigestRequest | undefined {
  if (words === '') return { kind: 'preview', day: undefined };
  const day = readDay(words, calendar);
  return day === undefined ? undefined : { kind: 'preview', day };
}

/** `daily 08:00`, `18:00 eve track:storage`, `08:00 tue wed reminders`: in any order, and only the time is needed. */
function readOrder(text: string, calendar: Calendar): DigestRequest | undefined {
  const terms = text.match(/(?:[^\s"]|"[^"]*"?)+/g) ?? [];
  const times = terms.flatMap(term => readTime(term) ?? []);
  const [timeOfDay, ...otherTimes] = times;
  if (timeOfDay === undefined || otherTimes.length > 0) return undefined;
  const has = (word: string) => terms.some(term => term.toLowerCase() === word);
  const days = terms.flatMap(term => dayOf(term, calendar) ?? []);
  const isArgument = (term: string) =>
    WORDS.has(term.toLowerCase()) || readTime(term) !== undefined || dayOf(term, calendar) !== undefined;
  const filters = terms.filter(term => !isArgument(term)).join(' ');
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

const WORDS = new Set(['daily', 'eve', 'reminders']);

/** `8:00` is `08:00`. */
function readTime(term: string): string | undefined {
  return /^(?:[01]?\d|2[0-3]):[0-5]\d$/.test(term) ? term.padStart(5, '0') : undefined;
}

/** A standing order has no today. */
function dayOf(term: string, calendar: Calendar): string | undefined {
  return /^(?:\p{L}{3,9}|\d{4}-\d\d-\d\d)$/u.test(term) && !/^(?:today|tomorrow)$/i.test(term)
    ? readDay(term, calendar)
    : undefined;
}
