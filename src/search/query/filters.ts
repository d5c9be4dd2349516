import { editDistance } from '../../text/edit-distance.ts';
import { mayBeDay } from '../../text/read-day.ts';

export const FILTER_NAMES = [
  ...(['speaker', 'track', 'room', 'day', 'time', 'lang', 'level', 'type', 'length', 'company'] as const),
] as const;

export type FilterName = (typeof FILTER_NAMES)[number];

/** Other names of filters, as people type them. */
const ALIASES: Readonly<Record<string, FilterName>> = {
  by: 'speaker',
  in: 'room',
  from: 'company',
  language: 'lang',
  kind: 'type',
};

/** All that can stand before a colon. */
export const TYPED_FILTER_NAMES: readonly string[] = [...FILTER_NAMES, ...Object.keys(ALIASES)];

/** Filters whose name, a colon and a space are more often the words of a title: `In: `, `Time: `. */
const TIGHT: ReadonlySet<string> = new Set([...Object.keys(ALIASES), 'time', 'type', 'length', 'company']);

/** The filter that a name means, in any case. */
export function filterNamed(name: string): FilterName | undefined {
  const typed = name.toLowerCase();
  return FILTER_NAMES.find(filter => filter === typed) ?? ALIASES[typed];
}

/** True for a filter whose value must follow its colon without a space. */
export function isTight(name: string): boolean {
  return TIGHT.has(name.toLowerCase());
}

export interface Filter {
  readonly name: FilterName;
  /** Empty if nothing follows the name; such a filter narrows nothing down. */
  readonly value: string;
  /** True for `-track:storage`: all but these. */
  readonly not: boolean;
}

export interface TypedFilter extends Filter {
  /** The place of its value in the query, with its quotes, from `start` to before `end`. */
  readonly start: number;
  readonly end: number;
}

/** Parses the values of a filter, `storage,"quay room"`. `start` is their place in the query. */
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

/** A filter as people type it. Parsed, it is the same filter again. */
export function formatFilter({ name, value, not }: Filter): string {
  return `${not ? '-' : ''}${name}:${quoteValue(value)}`;
}

/** A value that needs no quotes, because no sign in it means anything in a query. */
const BARE = /^[\p{L}\p{M}\p{N}]+(?:[-_.][\p{L}\p{M}\p{N}]+)*$/u;
/** Most are of ASCII, and BARE takes long to compile. */
const BARE_ASCII = /^[a-z\d]+(?:[-_.][a-z\d]+)*$/i;

/** A name as people type it after a filter. */
export function quoteValue(name: string): string {
  const value = removeQuotes(name).trim();
  return BARE_ASCII.test(value) || BARE.test(value) ? value : `"${value}"`;
}

/** The filter that a misspelt or longer name means: `trak:`, `tracks:`, `language:`. Returns undefined if none. */
export function guessFilterName(typed: string): FilterName | undefined {
  const name = typed.replace(':', '').toLowerCase();
  return FILTER_NAMES.find(filter => editDistance(filter, name, 1) <= 1 || name.startsWith(filter));
}

/** How many of these words, from the first on, are one day: 2 of `12 may 2nd edition`. 1 if none is. */
export function countDayWords(words: readonly string[]): number {
  for (let count = words.length; count > 1; count--)
    if (mayBeDay(words.slice(0, count).join(' '))) return count;
  return 1;
}

/** A name without quotes, which would end a quoted value early. */
export function removeQuotes(name: string): string {
  return name.replace(/["“”„‟«»‹›「」『』″＂‘‚]/g, '');
}
