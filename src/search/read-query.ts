import { fold } from '../programme/fold.ts';
import { STOP_WORDS } from './stop-words.ts';
import { formsOf, type Word, wordsOf } from './words.ts';

/** A query as it was typed, taken apart. */
export interface Query {
  readonly text: string;
  /** Words that count, those of phrases among them, in the order they were typed. */
  readonly words: readonly Word[];
  /** What must stand in a talk word for word. */
  readonly phrases: readonly (readonly string[])[];
  /** What must not. */
  readonly without: readonly (readonly string[])[];
  readonly filters: readonly Filter[];
  readonly notes: readonly string[];
}

export type FilterName = 'speaker' | 'track' | 'room' | 'day' | 'lang';

export interface Filter {
  readonly name: FilterName;
  readonly value: string;
  /** True for `-track:storage`: all but these. */
  readonly not: boolean;
}

/** A query is typed by hand; what is longer was pasted, and its beginning tells enough. */
const LENGTH_MAX = 1000;

/** Phones type quotation marks as a book prints them. */
const QUOTES = /[“”„‟«»″＂]/g;

/**
 * One term after the other: a sign for "without", a name and colon, then values in quotes or without. A quote that is
 * never closed reaches to the end. Only the names that are filters may stand apart from their value (`track: storage`):
 * titles are full of `Word: something`.
 */
const TERM =
  /(?<not>(?<!\S)-(?=\S))?(?:(?<name>(?:speaker|track|room|day|lang):\s*|\p{L}+:(?![/:\s]))(?<values>(?:"[^"]*"?|[^\s",]+)(?:,(?:"[^"]*"?|[^\s",]+))*)|"(?<phrase>[^"]*)"?|(?<bare>[^\s"]+))/giu;

/** Any text can be read: what is no query language is words. */
export function readQuery(typed: string): Query {
  const text = typed.slice(0, LENGTH_MAX);
  const query = {
    text,
    words: [] as Word[],
    phrases: [] as string[][],
    without: [] as string[][],
    filters: [] as Filter[],
    notes: [] as string[],
  };
  if (typed.length > LENGTH_MAX) query.notes.push(`Only the first ${LENGTH_MAX} characters were read.`);
  for (const term of text.replace(QUOTES, '"').matchAll(TERM)) {
    const { not, name, values, phrase, bare } = term.groups ?? {};
    const words = (part: string) =>
      wordsOf(part).map(word => moved(word, term.index + term[0].lastIndexOf(part)));
    const known = filterName(name);
    if (known && values !== undefined) {
      for (const value of valuesOf(values))
        query.filters.push({ name: known, value, not: not !== undefined });
    } else if (not !== undefined) query.without.push(formsIn(phrase ?? bare ?? values ?? ''));
    else if (phrase !== undefined) {
      query.phrases.push(formsIn(phrase));
      query.words.push(...words(phrase));
    } else if (values !== undefined && name !== undefined) {
      query.notes.push(`There is no filter “${name}”; it was searched as words.`);
      query.words.push(...words(term[0]));
    } else query.words.push(...words(bare ?? ''));
  }
  return {
    ...query,
    phrases: query.phrases.filter(some),
    without: query.without.filter(some),
    words: telling(query.words),
  };
}

function filterName(name: string | undefined): FilterName | undefined {
  const plain = name?.trim().slice(0, -1).toLowerCase();
  return (['speaker', 'track', 'room', 'day', 'lang'] as const).find(known => known === plain);
}

function valuesOf(values: string): string[] {
  return [...values.matchAll(/"([^"]*)"?|([^\s",]+)/g)]
    .map(value => (value[1] ?? value[2] ?? '').trim())
    .filter(value => value !== '');
}

function formsIn(text: string): string[] {
  return wordsOf(text).flatMap(word => formsOf(word.text).slice(0, 1));
}

function telling(words: readonly Word[]): readonly Word[] {
  const rest = words.filter(word => !STOP_WORDS.has(fold(word.text)));
  return rest.length > 0 ? rest : words;
}

function moved(word: Word, by: number): Word {
  return { text: word.text, start: word.start + by, end: word.end + by };
}

function some(words: readonly string[]): boolean {
  return words.length > 0;
}
