import { mayBeDay } from '../../text/read-day.ts';
import { countDayWords, FILTER_NAMES, type FilterName } from './filters.ts';

/** Japanese and Chinese keyboards type this one. */
const WIDE_COLON = /：/g;
/** `Wednesday, 12 May 2027` */
const DAY_WORDS_MAX = 4;

const NAMES = FILTER_NAMES.join('|');
const VALUES = String.raw`(?:"[^"]*"?|[^\s",|]+)(?:[,|](?:"[^"]*"?|[^\s",|]+))*`;

/**
 * One term after the other: a sign for "without", a name and colon, then values in quotes or without. A quote that is
 * never closed reaches to the end. Only the names that are filters may stand apart from their values (`track: storage`):
 * titles are full of `Word: something`.
 */
const TERM = new RegExp(
  [
    String.raw`(?<not>(?<!\S)-(?=\S))?(?:(?<filter>${NAMES}):(?<gap>\s*)(?!-|(?:${NAMES}):)(?<values>${VALUES})?`,
    String.raw`(?<unknown>\p{L}+:(?![/:\s]))(?<unknownValues>${VALUES})`,
    '"(?<phrase>[^"]*)"?',
    String.raw`(?<bare>[^\s"]+))`,
  ].join('|'),
  'giu',
);

/** A piece of a query between spaces, with what its signs say. */
export interface QueryPart {
  readonly kind: 'words' | 'phrase' | 'without' | FilterName;
  readonly text: string;
  /** Where the text begins in the query. */
  readonly start: number;
  readonly not: boolean;
  /** The name of a filter and its colon, with the space behind them, as they were typed. */
  readonly name: string;
  /** Whether anything stands before it. */
  readonly isFirst: boolean;
}

/** Takes a query apart. */
export function splitQuery(text: string): readonly QueryPart[] {
  const found = [...normalizeSigns(text).matchAll(TERM)].map(parsePart);
  return found.some(({ name }) => name !== '') ? joinDays(found).map(undoTitleFilter) : found;
}

/** The same text, sign for sign, with those that the language of queries knows. */
export function normalizeSigns(text: string): string {
  return normalizeQuotes(text).replace(WIDE_COLON, ':');
}

function parsePart(term: RegExpExecArray): QueryPart {
  const { not, filter, gap, values = '', unknown, unknownValues, phrase, bare } = term.groups ?? {};
  const known = FILTER_NAMES.find(name => name === filter?.toLowerCase());
  const text = phrase ?? bare ?? (unknown === undefined ? values : unknown + unknownValues);
  const kind = known ?? (not === undefined ? (phrase === undefined ? 'words' : 'phrase') : 'without');
  const start = term.index + term[0].lastIndexOf(text);
  const name = unknown ?? (filter === undefined ? '' : `${filter}:${gap}`);
  return { kind, text, start, not: not !== undefined, name, isFirst: term.index === 0 };
}

/** A day without quotes may have several words: `day:12 may`. */
function joinDays(parts: readonly QueryPart[]): readonly QueryPart[] {
  const whole: QueryPart[] = [];
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at];
    if (part === undefined) continue;
    const words = part.kind === 'day' ? [part.text, ...followingWords(parts, at)] : [];
    const count = countDayWords(words);
    whole.push(count > 1 ? { ...part, text: `"${words.slice(0, count).join(' ')}"` } : part);
    at += count - 1;
  }
  return whole;
}

/** Those that stand behind a part and may be more of a day. */
function followingWords(parts: readonly QueryPart[], at: number): readonly string[] {
  const those = parts.slice(at + 1, at + DAY_WORDS_MAX);
  const end = those.findIndex(({ kind }) => kind !== 'words');
  return those.slice(0, end < 0 ? those.length : end).map(({ text }) => text);
}

/** In `Keeping Sovereignty on Track: Kubernetes` and `Data Day: From VMs to pods` no filter is meant. */
function undoTitleFilter(part: QueryPart): QueryPart {
  const isApart = /\s$/.test(part.name) && part.text !== '';
  return isApart && (isInTitle(part) || isNotDay(part))
    ? { ...part, kind: 'words', text: part.name + part.text, start: part.start - part.name.length, name: '' }
    : part;
}

function isInTitle({ name, isFirst }: QueryPart): boolean {
  return /^\p{Lu}/u.test(name) && !isFirst;
}

function isNotDay({ kind, text }: QueryPart): boolean {
  return kind === 'day' && !mayBeDay(text.replaceAll('"', ''));
}

/** Phones type quotation marks as a book prints them, and each country has its own. */
const QUOTES = /[“”„‟«»‹›「」『』″＂]/g;
/** Single ones only in pairs around whole words, since the closing one is an apostrophe, too. */
const SINGLE_QUOTES = /(?<!\S)[‘‚]([^‘’]+)[’‘](?!\S)/g;

/** The same text, sign for sign, with the quotes that the language of queries knows. */
export function normalizeQuotes(text: string): string {
  return text.replace(QUOTES, '"').replace(SINGLE_QUOTES, '"$1"');
}

/** What stands between spaces; those in quotes part nothing. */
export function typedTerms(text: string): readonly string[] {
  return text.match(/(?:[^\s"]|"[^"]*"?)+/g) ?? [];
}
