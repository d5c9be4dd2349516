import { fold } from '../programme/fold.ts';
import { STOP_WORDS } from './stop-words.ts';
import { formsOf, type Word, wordsOf } from './words.ts';

/** A query as it was typed, taken apart. */
export interface Query {
  /** As far as it was read. */
  readonly text: string;
  /** Words that count, those of phrases among them, in the order they were typed. */
  readonly words: readonly Word[];
  /** True where the last word may be still being typed. */
  readonly unfinished: boolean;
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

/** Without any sign that could have a meaning; most queries are so. */
const PLAIN = /^[\p{L}\p{M}\p{N}\s]*$/u;

/** A query of more words than this is a sentence or more: there a quotation mark quotes and a dash is a dash. */
const PROSE_WORDS = 12;

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
  if (PLAIN.test(typed) && typed.length <= LENGTH_MAX) return plainQuery(typed);
  const text = typed.slice(0, LENGTH_MAX);
  const terms = [...text.replace(QUOTES, '"').matchAll(TERM)].map(partOf);
  const parts = terms.length > PROSE_WORDS ? terms.map(asProse) : terms;
  const phrases = parts.flatMap(part => (part.kind === 'phrase' ? [formsIn(part.text)] : []));
  const without = parts.flatMap(part => (part.kind === 'without' ? [formsIn(part.text)] : []));
  return {
    text,
    words: telling(parts.flatMap(wordsIn)),
    unfinished: parts.at(-1)?.kind === 'words',
    phrases: phrases.filter(words => words.length > 0),
    without: without.filter(words => words.length > 0),
    filters: parts.flatMap(filtersIn),
    notes: [
      ...(typed.length > LENGTH_MAX ? [`Only the first ${LENGTH_MAX} characters were read.`] : []),
      ...parts.flatMap(({ unknown }) => (unknown === undefined ? [] : [unknownFilter(unknown)])),
    ],
  };
}

function plainQuery(text: string): Query {
  const words = telling(wordsOf(text));
  return { text, words, unfinished: true, phrases: [], without: [], filters: [], notes: [] };
}

interface Part {
  readonly kind: 'words' | 'phrase' | 'without' | FilterName;
  readonly text: string;
  /** Where the text begins in the query. */
  readonly start: number;
  readonly not: boolean;
  /** The name of a filter that there is none of. */
  readonly unknown: string | undefined;
}

function partOf(term: RegExpExecArray): Part {
  const { not, name, values, phrase, bare } = term.groups ?? {};
  const filter = FILTERS.find(known => known === name?.trimEnd().slice(0, -1).toLowerCase());
  const text = phrase ?? bare ?? (filter === undefined ? `${name}${values}` : values) ?? '';
  const kind = filter ?? (not === undefined ? (phrase === undefined ? 'words' : 'phrase') : 'without');
  const start = term.index + term[0].lastIndexOf(text);
  const unknown = name === undefined || filter !== undefined ? undefined : name;
  return { kind, text, start, not: not !== undefined, unknown };
}

function asProse(part: Part): Part {
  return part.kind === 'phrase' || part.kind === 'without' ? { ...part, kind: 'words' } : part;
}

const FILTERS: readonly FilterName[] = ['speaker', 'track', 'room', 'day', 'lang'];

function wordsIn({ kind, text, start }: Part): Word[] {
  if (kind !== 'words' && kind !== 'phrase') return [];
  return wordsOf(text).map(word => ({ text: word.text, start: start + word.start, end: start + word.end }));
}

function filtersIn({ kind, text, not }: Part): Filter[] {
  const name = FILTERS.find(filter => filter === kind);
  if (name === undefined) return [];
  return [...text.matchAll(/"([^"]*)"?|([^\s",]+)/g)]
    .map(([, quoted, bare]) => ({ name, value: (quoted ?? bare ?? '').trim(), not }))
    .filter(({ value }) => value !== '');
}

function formsIn(text: string): string[] {
  return wordsOf(text).flatMap(word => formsOf(word.text).slice(0, 1));
}

/** Without stop words, unless nothing else was typed. */
function telling(words: readonly Word[]): readonly Word[] {
  const rest = words.filter(word => !STOP_WORDS.has(fold(word.text)));
  return rest.length > 0 ? rest : words;
}

function unknownFilter(name: string): string {
  return `There is no filter “${name}”; it was searched as words.`;
}
