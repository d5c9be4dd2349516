import { fold } from '../../text/fold.ts';
import { STOP_WORDS } from '../text/stop-words.ts';
import { formsOf, tokenize, type Word } from '../text/tokenizer.ts';
import { guessFilterName, parseFilterValues, type TypedFilter } from './filters.ts';
import { type QueryPart, splitQuery } from './query-parts.ts';
import { stripQuestion } from './question.ts';

/** A query as it was typed, parsed. */
export interface Query {
  /** As far as it was read. */
  readonly text: string;
  /** The words to be searched, those of phrases among them, in the order they were typed. */
  readonly words: readonly QueryWord[];
  /** True if more of the last word may follow. */
  readonly unfinished: boolean;
  /** Words that must be in a talk's text side by side, as they are. */
  readonly phrases: readonly (readonly string[])[];
  /** Words that must not be in a talk. */
  readonly without: readonly (readonly string[])[];
  readonly filters: readonly TypedFilter[];
  readonly notes: readonly string[];
}

export interface QueryWord extends Word {
  /** True for a word that is never corrected: a number, a code, and a word of an address or an unknown filter. */
  readonly asTyped?: true;
}

/** People type shorter queries. A longer one was pasted, and its beginning says enough. */
const LENGTH_MAX = 1000;

/** A query without any sign that could have a meaning, as most are. */
const PLAIN = /^[\p{L}\p{M}\p{N}\s]*$/u;

/** A query of more parts is prose: its quotation marks quote, and its dashes are dashes. */
const PROSE_PARTS_MIN = 12;

/** Characters that nobody types and that come with pasted text. */
const INVISIBLE = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** Signs of a web or e-mail address. */
const ADDRESS = /:\/\/|@[^@]*\./u;

/** `2027`, `k8s`, `S1.02`, `node.js`, `C#`: with one letter changed it is another. Hyphens and slashes only join words. */
const CODE = /[0-9٠-٩０-９._+#]/;

/** Parses any text: anything that is not query language is words. */
export function parseQuery(typed: string): Query {
  return PLAIN.test(typed) && typed.length <= LENGTH_MAX
    ? parsePlainQuery(typed)
    : buildQuery(splitTyped(typed));
}

/** The same for a text of these words with a space between, if none of them is a stop word or may begin a question. */
export function queryOfWords(text: string, typed: readonly Word[]): Query {
  const words: QueryWord[] = [];
  for (const { text: word, start, end } of typed) words.push(markCode({ text: word, start, end }));
  return { text, words, unfinished: true, phrases: [], without: [], filters: [], notes: [] };
}

/** A typed text, split into the parts of a query. */
export interface Typed {
  /** As far as it was read. */
  readonly text: string;
  readonly parts: readonly QueryPart[];
  /** True if the text was too long to be read whole. */
  readonly isCut: boolean;
}

/** Splits a text once for all its readers: the query here, a verb or a digest's order elsewhere. */
export function splitTyped(typed: string): Typed {
  const text = typed.slice(0, LENGTH_MAX).replace(INVISIBLE, '');
  return { text, parts: splitQuery(text), isCut: typed.length > LENGTH_MAX };
}

/** Builds the query of these parts. */
export function buildQuery({ text, parts: typed, isCut }: Typed): Query {
  const parts = typed.length > PROSE_PARTS_MIN ? typed.map(readAsProse) : typed;
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

/** The filters among these parts, as they were typed. */
export function readFilters(parts: readonly QueryPart[]): readonly TypedFilter[] {
  return parts.flatMap(({ kind, text, start, not }) =>
    kind === 'words' || kind === 'phrase' || kind === 'without'
      ? []
      : parseFilterValues(text, { name: kind, not, start }),
  );
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
  const isMisspelt = name !== '' && guessFilterName(name) !== undefined;
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

/** Drops the words of a question and stop words, unless nothing else was typed. */
function dropStopWords(words: readonly QueryWord[]): readonly QueryWord[] {
  const rest = stripQuestion(words).filter(word => !STOP_WORDS.has(fold(word.text)));
  return rest.length > 0 ? rest : words;
}

function unknownFilterNote({ name, text }: QueryPart): string {
  const near = guessFilterName(name);
  const meant = near === undefined ? '' : ` Did you mean ${near}:${text.slice(name.length)}?`;
  return `There is no filter “${name}”; it was searched as words.${meant}`;
}
