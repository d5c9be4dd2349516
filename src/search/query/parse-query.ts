import { fold } from '../../text/fold.ts';
import { STOP_WORDS } from '../text/stop-words.ts';
import { formsOf, tokenize, type Word } from '../text/tokenizer.ts';
import { FILTER_NAMES, guessFilterName, parseFilterValues, type TypedFilter } from './filters.ts';
import { type QueryPart, splitQuery } from './query-parts.ts';
import { stripQuestion } from './question.ts';

/** A query as it was typed, taken apart. */
export interface Query {
  /** As far as it was read. */
  readonly text: string;
  /** Words that count, those of phrases among them, in the order they were typed. */
  readonly words: readonly QueryWord[];
  /** True where the last word may be still being typed. */
  readonly unfinished: boolean;
  /** What must stand in a talk word for word. */
  readonly phrases: readonly (readonly string[])[];
  /** What must not. */
  readonly without: readonly (readonly string[])[];
  readonly filters: readonly TypedFilter[];
  readonly notes: readonly string[];
}

export interface QueryWord extends Word {
  /** A number, a code, of an address or an unknown filter, or the misspelt name of one: no other word was meant by it. */
  readonly asTyped?: true;
}

/** A query is typed by hand; what is longer was pasted, and its beginning tells enough. */
const LENGTH_MAX = 1000;

/** Without any sign that could have a meaning; most queries are so. */
const PLAIN = /^[\p{L}\p{M}\p{N}\s]*$/u;

/** A query of more words than this is a sentence or more: there a quotation mark quotes and a dash is a dash. */
const PROSE_WORDS = 12;

/** What nobody types and what comes along where a text was pasted. */
const INVISIBLE = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** What web and e-mail addresses have and words have not. */
const ADDRESS = /:\/\/|@[^@]*\./u;

/** `2027`, `k8s`, `S1.02`, `node.js`, `C#`: a letter that differs makes another of it. Hyphens and slashes join words. */
const CODE = /[0-9٠-٩０-９._+#]/;

/** Any text can be read: what is no query language is words. */
export function parseQuery(typed: string): Query {
  return PLAIN.test(typed) && typed.length <= LENGTH_MAX
    ? parsePlainQuery(typed)
    : buildQuery(splitTyped(typed));
}

/** A text in the pieces that a query is made of. */
export interface Typed {
  /** As far as it was read. */
  readonly text: string;
  readonly parts: readonly QueryPart[];
  /** True where the text was too long to be read whole. */
  readonly isCut: boolean;
}

/** Parts a text once, for everybody who reads it: the query here, a verb or an order elsewhere. */
export function splitTyped(typed: string): Typed {
  const text = typed.slice(0, LENGTH_MAX).replace(INVISIBLE, '');
  return { text, parts: splitQuery(text), isCut: typed.length > LENGTH_MAX };
}

/** The query that these pieces make. */
export function buildQuery({ text, parts: terms, isCut }: Typed): Query {
  const parts = terms.length > PROSE_WORDS ? terms.map(readAsProse) : terms;
  const phrases = parts.flatMap(part => (part.kind === 'phrase' ? [firstForms(part.text)] : []));
  const without = parts.flatMap(part => (part.kind === 'without' ? [firstForms(part.text)] : []));
  return {
    text,
    words: dropStopWords(parts.flatMap(parseWords)),
    unfinished: parts.at(-1)?.kind === 'words',
    phrases: phrases.filter(words => words.length > 0),
    without: without.filter(words => words.length > 0),
    filters: readFilters(parts),
    notes: [
      ...(isCut ? [`Only the first ${LENGTH_MAX} characters were read.`] : []),
      ...parts.flatMap(part => (part.kind === 'words' && part.name !== '' ? [unknownFilterNote(part)] : [])),
    ],
  };
}

/** The filters among these pieces, as they were typed. */
export function readFilters(parts: readonly QueryPart[]): readonly TypedFilter[] {
  return parts.flatMap(({ kind, text, start, not }) => {
    const name = FILTER_NAMES.find(filter => filter === kind);
    return name === undefined ? [] : parseFilterValues(text, { name, not, start });
  });
}

function parsePlainQuery(text: string): Query {
  const words = dropStopWords(CODE.test(text) ? tokenize(text).map(word => markCode(word)) : tokenize(text));
  return { text, words, unfinished: true, phrases: [], without: [], filters: [], notes: [] };
}

function readAsProse(part: QueryPart): QueryPart {
  return part.kind === 'phrase' || part.kind === 'without' ? { ...part, kind: 'words' } : part;
}

function parseWords({ kind, text, start, name }: QueryPart): QueryWord[] {
  if (kind !== 'words' && kind !== 'phrase') return [];
  const isMisspelt = guessFilterName(name) !== undefined;
  const asTyped = isMisspelt ? name.length : name !== '' || ADDRESS.test(text) ? text.length : 0;
  return tokenize(text).map(word => {
    const placed = { text: word.text, start: start + word.start, end: start + word.end };
    return markCode(placed, word.start < asTyped);
  });
}

function markCode(word: Word, asTyped = false): QueryWord {
  return asTyped || CODE.test(word.text) ? { ...word, asTyped: true } : word;
}

function firstForms(text: string): string[] {
  return tokenize(text).flatMap(word => formsOf(word.text).slice(0, 1));
}

/** Without the words of a question and stop words, unless nothing else was typed. */
function dropStopWords(words: readonly QueryWord[]): readonly QueryWord[] {
  const rest = stripQuestion(words).filter(word => !STOP_WORDS.has(fold(word.text)));
  return rest.length > 0 ? rest : words;
}

function unknownFilterNote({ name, text }: QueryPart): string {
  const near = guessFilterName(name);
  const meant = near === undefined ? '' : ` Did you mean ${near}:${text.slice(name.length)}?`;
  return `There is no filter “${name}”; it was searched as words.${meant}`;
}
