import { readDay } from '../programme/read-day.ts';
import { type Filter, readQuery } from '../search/read-query.ts';
import { QUERY_LENGTH } from './page.ts';

/** What a person asks for with the words after `/talk`, or in a mention or direct message. */
export type Request =
  | { readonly kind: 'help' }
  | { readonly kind: 'search'; readonly query: string }
  | { readonly kind: 'now' | 'next'; readonly filters: readonly Filter[]; readonly typed: string }
  | {
      readonly kind: 'day';
      readonly day: string;
      readonly filters: readonly Filter[];
      readonly typed: string;
    };

/** The days that a verb may mean. Short names of weekdays are none: people search for "Sun" and "Mon". */
const DAY =
  /^(today|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d{4}-\d\d-\d\d|\d{1,2}\.?\s+\p{L}{3,9}|\p{L}{3,9}\s+\d{1,2})(?=\s|$)/iu;

/**
 * A verb counts only where all that follows it reads as its arguments, which are filters: `today track:storage`.
 * Everything else is searched (`next generation storage`), and so is a quoted verb.
 */
export function readRequest(
  typed: string,
  calendar: { readonly today: string; readonly days: readonly string[] },
): Request {
  const words = fitting(typed.trim());
  if (words === '' || words.toLowerCase() === 'help') return { kind: 'help' };
  const verb = /^(?:now|next)(?=\s|$)/i.exec(words)?.[0] ?? DAY.exec(words)?.[0];
  const filters = verb === undefined ? undefined : onlyFilters(words.slice(verb.length));
  if (verb === undefined || filters === undefined) return { kind: 'search', query: words };
  const kind = verb.toLowerCase();
  if (kind === 'now' || kind === 'next') return { kind, filters, typed: words };
  const day = readDay(verb, calendar);
  return day === undefined
    ? { kind: 'search', query: words }
    : { kind: 'day', day, filters, typed: `${day}${words.slice(verb.length)}` };
}

/** What a page can carry of a query, to the last whole word. */
function fitting(words: string): string {
  if (words.length <= QUERY_LENGTH) return words;
  const cut = words.slice(0, QUERY_LENGTH);
  return cut.replace(/\S*$/, '').trim() || cut;
}

/** The filters that a text consists of; nothing where there is more in it. */
export function onlyFilters(text: string): readonly Filter[] | undefined {
  const { filters, words, phrases, without } = readQuery(text);
  return words.length + phrases.length + without.length === 0 ? filters : undefined;
}
