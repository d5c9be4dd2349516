import { editDistance } from '../../text/edit-distance.ts';
import { mayBeDay } from '../../text/read-day.ts';

export const FILTER_NAMES = ['speaker', 'track', 'room', 'day', 'lang'] as const;

export type FilterName = (typeof FILTER_NAMES)[number];

export interface Filter {
  readonly name: FilterName;
  /** Empty where nothing stands behind the name; such a filter narrows nothing down. */
  readonly value: string;
  /** True for `-track:storage`: all but these. */
  readonly not: boolean;
}

export interface TypedFilter extends Filter {
  /** Where its value stands in the query, with its quotes, from `start` to before `end`. */
  readonly start: number;
  readonly end: number;
}

/** The values behind the name of a filter, `storage,"quay room"`; they stand in the query from `start` on. */
export function parseFilterValues(
  values: string,
  { name, not, start }: Omit<TypedFilter, 'value' | 'end'>,
): TypedFilter[] {
  const filters = [...values.matchAll(/"([^"]*)"?|([^\s",|]+)/g)].map(
    ({ 0: typed, 1: quoted, 2: bare, index }) => ({
      name,
      value: (quoted ?? bare ?? '').trim(),
      not,
      start: start + index,
      end: start + index + typed.length,
    }),
  );
  const full = filters.filter(({ value }) => value !== '');
  return full.length > 0 ? full : [{ name, value: '', not, start, end: start + values.length }];
}

/** A filter as one types it; what is read of it is the same filter. */
export function formatFilter({ name, value, not }: Filter): string {
  return `${not ? '-' : ''}${name}:${quoteValue(value)}`;
}

/** What needs no quotes: nothing in it has a meaning in a query. */
const BARE = /^[\p{L}\p{M}\p{N}]+(?:[-_.][\p{L}\p{M}\p{N}]+)*$/u;

/** A name as one types it behind a filter. */
export function quoteValue(name: string): string {
  const value = removeQuotes(name).trim();
  return BARE.test(value) ? value : `"${value}"`;
}

/** The filter whose name is a slip away, or goes on: `trak:`, `tracks:`, `language:`. */
export function guessFilterName(typed: string): FilterName | undefined {
  const name = typed.replace(':', '').toLowerCase();
  return FILTER_NAMES.find(filter => editDistance(filter, name, 1) <= 1 || name.startsWith(filter));
}

/** How many of these words, from the first on, are one day: 2 of `12 may 2nd edition`. */
export function countDayWords(words: readonly string[]): number {
  for (let count = words.length; count > 1; count--)
    if (mayBeDay(words.slice(0, count).join(' '))) return count;
  return 1;
}

/** A name as it can stand between quotes, where another one would end it. */
export function removeQuotes(name: string): string {
  return name.replace(/["“”„‟«»‹›「」『』″＂‘‚]/g, '');
}
