import { FIELDS } from '../index/fields.ts';
import type { Index } from '../index/index-programme.ts';
import { occurrences } from '../index/postings.ts';
import type { Query } from '../query/parse-query.ts';
import { beginsWord, formIn } from '../text/token-code.ts';
import { type Sieve, sieveOf } from './compile-filters.ts';

/** What a query leaves of a programme before its words are weighed. */
export interface Allowed {
  /** 1 for each talk, by its number, that may be in the answer; nothing where all may. */
  readonly talks: Uint8Array | undefined;
  readonly notes: readonly string[];
  /** The names that misspelt values of filters were taken for. */
  readonly mended: Sieve['mended'];
}

/** Holds the talks against a query's filters, its phrases, and what it wants to be without. */
export function allowedBy(index: Index, query: Query, today: string): Allowed {
  if (query.filters.length + query.phrases.length + query.without.length === 0)
    return { talks: undefined, notes: [], mended: new Map() };
  const sieve = sieveOf(query.filters, index.programme, today);
  const { mended } = sieve;
  if (!narrows(query)) return { talks: undefined, notes: sieve.notes, mended };
  const talks = Uint8Array.from(index.talks, talk => (sieve.accepts(talk) ? 1 : 0));
  const notes = [...sieve.notes];
  for (const phrase of query.phrases) {
    const having = new Set(talksWithPhrase(index, phrase));
    if (having.size === 0)
      notes.push(`No talk has “${phrase.join(' ')}” word for word; its words were searched.`);
    else keep(talks, having);
  }
  for (const words of query.without) for (const talk of talksWith(index, words)) talks[talk] = 0;
  return { talks, notes, mended };
}

/** A filter without a value is none. */
function narrows({ filters, phrases, without }: Query): boolean {
  return phrases.length + without.length > 0 || filters.some(({ value }) => value !== '');
}

function keep(allowed: Uint8Array, those: ReadonlySet<number>): void {
  for (let talk = 0; talk < allowed.length; talk++) if (!those.has(talk)) allowed[talk] = 0;
}

/** A word to be without is meant in all its forms, several words in quotes just as they are. */
function talksWith(index: Index, words: readonly string[]): Iterable<number> {
  const [word, ...others] = words;
  if (word === undefined || others.length > 0) return talksWithPhrase(index, words);
  const stem = index.vocabulary.stemNumber(index.vocabulary.stemFor(word));
  return stem === undefined
    ? []
    : index.stems.talks.subarray(index.stems.offsets[stem], index.stems.offsets[stem + 1]);
}

/** The numbers of the talks that have these words one behind the other, just as they are, in one of their texts. */
export function talksWithPhrase(index: Index, words: readonly string[]): readonly number[] {
  const forms: number[] = [];
  for (const word of words) {
    const form = index.vocabulary.formNumber(word);
    if (form === undefined) return [];
    forms.push(form);
  }
  const rarest = Math.min(...forms.map(form => occurrences(index.forms, form)));
  const start = forms.find(form => occurrences(index.forms, form) === rarest);
  return start === undefined ? [] : talksWithForm(index, start).filter(talk => hasPhrase(index, talk, forms));
}

function talksWithForm({ forms }: Index, form: number): number[] {
  return [...forms.talks.subarray(forms.offsets[form], forms.offsets[form + 1])];
}

function hasPhrase(index: Index, talk: number, forms: readonly number[]): boolean {
  if (forms.length === 1) return true;
  const { codes, starts } = index.tokens;
  return FIELDS.some((_, field) => {
    const from = starts[talk * FIELDS.length + field] ?? 0;
    const text = codes.subarray(from, starts[talk * FIELDS.length + field + 1]);
    return text.some((code, place) => formIn(code) === forms[0] && follows(text, place, forms.slice(1)));
  });
}

/** Whether these forms follow, each in the next word, or further on in a word that is put together. */
function follows(text: Int32Array, place: number, [form, ...others]: readonly number[]): boolean {
  if (form === undefined) return true;
  let words = 0;
  for (let next = place + 1; next < text.length; next++) {
    const code = text[next] ?? 0;
    if (beginsWord(code)) words++;
    if (words > 1) return false;
    if (formIn(code) === form && follows(text, next, others)) return true;
  }
  return false;
}
