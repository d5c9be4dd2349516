import { mayBeDay } from '../../text/read-day.ts';
import { countDayWords, type FilterName, filterNamed, isTight, TYPED_FILTER_NAMES } from './filters.ts';

/** Typed by Japanese and Chinese keyboards. */
const WIDE_COLON = /：/g;
/** `Wednesday, 12 May 2027` */
const DAY_WORDS_MAX = 4;

const NAMES = TYPED_FILTER_NAMES.join('|');
const VALUES = String.raw`(?:"[^"]*"?|[^\s",|]+)(?:[,|](?:"[^"]*"?|[^\s",|]+))*`;

/**
 * One part after the other: a minus, a name and colon, then values in quotes or without. A quote that is never closed
 * reaches to the end. Only the name of a filter may be followed by white space (`track: storage`): titles are full of
 * `Word: something`.
 */
const TERM = new RegExp(
  [
    String.raw`(?<not>(?<!\S)-(?=\S))?(?:(?<filter>${NAMES}):(?<gap>\s*)(?!(?<=\s)-|(?:${NAMES}):)(?<values>${VALUES})?`,
    String.raw`(?<unknown>\p{L}+:(?![/:\s]))(?<unknownValues>${VALUES})`,
    '"(?<phrase>[^"]*)"?',
    String.raw`(?<bare>[^\s"]+))`,
  ].join('|'),
  'giu',
);

/** A part of a query between spaces, with the meaning of its signs. */
export interface QueryPart {
  readonly kind: 'words' | 'phrase' | 'without' | FilterName;
  readonly text: string;
  /** The place of the text in the query. */
  readonly start: number;
  readonly not: boolean;
  /** The name of a filter with its colon and the space after it, as typed; empty for other parts. */
  readonly name: string;
  /** True if nothing is before it. */
  readonly isFirst: boolean;
}

/** Splits a query into its parts. */
export function splitQuery(text: string): readonly QueryPart[] {
  const plain = normalizeSigns(text);
  if (!SIGNS.test(plain)) return splitWords(plain);
  const found = [...plain.matchAll(TERM)].map(parsePart);
  return found.some(({ name }) => name !== '') ? joinDays(found).map(undoTitleFilter) : found;
}

/** Without any of these a text is words, as most are. */
const SIGNS = /[":]|(?<!\S)-(?=\S)/u;

function splitWords(text: string): readonly QueryPart[] {
  const parts: QueryPart[] = [];
  let start = 0;
  for (const word of text.split(/\s/u)) {
    if (word !== '')
      parts.push({ kind: 'words', text: word, start, not: false, name: '', isFirst: start === 0 });
    start += word.length + 1;
  }
  return parts;
}

/** The same text, sign for sign, with the quotes and colons that a query knows. */
export function normalizeSigns(text: string): string {
  // All other signs are outside ASCII.
  if (ASCII.test(text)) return text;
  return normalizeQuotes(text).replace(WIDE_COLON, ':');
}

function parsePart(term: RegExpExecArray): QueryPart {
  const { not, filter, gap, values = '', unknown, unknownValues, phrase, bare } = term.groups ?? {};
  const known = filter === undefined ? undefined : filterNamed(filter);
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

/** The words after a part that may belong to its day. */
function followingWords(parts: readonly QueryPart[], at: number): readonly string[] {
  const next = parts.slice(at + 1, at + DAY_WORDS_MAX);
  const end = next.findIndex(({ kind }) => kind !== 'words');
  return next.slice(0, end < 0 ? next.length : end).map(({ text }) => text);
}

/** Makes words again of what is no filter: `Keeping Sovereignty on Track: Kubernetes`, `Data Day: From VMs to pods`. */
function undoTitleFilter(part: QueryPart): QueryPart {
  const isApart = /\s$/.test(part.name) && part.text !== '';
  return isApart && (isInTitle(part) || isNotDay(part) || isTight(part.name.replace(/:\s*$/, '')))
    ? { ...part, kind: 'words', text: part.name + part.text, start: part.start - part.name.length, name: '' }
    : part;
}

function isInTitle({ name, isFirst }: QueryPart): boolean {
  return /^\p{Lu}/u.test(name) && !isFirst;
}

function isNotDay({ kind, text }: QueryPart): boolean {
  return kind === 'day' && !mayBeDay(text.replaceAll('"', ''));
}

const ASCII = /^[\0-\x7f]*$/;

/** Phones type quotation marks as books print them, and each country has its own. */
const QUOTES = /[“”„‟«»‹›「」『』″＂]/g;
/** Single quotes count only in pairs around whole words, because the closing one is an apostrophe, too. */
const SINGLE_QUOTES = /(?<!\S)[‘‚]([^‘’]+)[’‘](?!\S)/g;

function normalizeQuotes(text: string): string {
  return text.replace(QUOTES, '"').replace(SINGLE_QUOTES, '"$1"');
}
