import { FIELDS } from '../index/fields.ts';
import type { Index } from '../index/index-programme.ts';
import { codesOf, documentFrequency, talkIn } from '../index/postings.ts';
import type { Query } from '../query/parse-query.ts';
import { beginsWord, formIn } from '../text/token-code.ts';
import { compileFilters, type TalkFilter } from './compile-filters.ts';

/** The talks that a query's filters, phrases and minus signs allow, whatever its other words are. */
export interface Allowed {
  /** 1 for each talk, by its number, that may be in the answer. Undefined if all may. */
  readonly talks: Uint8Array | undefined;
  readonly notes: readonly string[];
  /** The names that misspelt values were taken for. */
  readonly corrected: TalkFilter['corrected'];
}

/** A phrase that no talk has allows all talks, and a note says so. */
export function findAllowed(index: Index, query: Query, today: string): Allowed {
  if (query.filters.length + query.phrases.length + query.without.length === 0)
    return { talks: undefined, notes: [], corrected: new Map() };
  const filter = compileFilters(query.filters, index.programme, today);
  const { corrected } = filter;
  if (!narrows(query)) return { talks: undefined, notes: filter.notes, corrected };
  const talks = new Uint8Array(index.talks.length).fill(1);
  if (query.filters.length > 0) keepAccepted(talks, index, filter);
  const notes = [...filter.notes];
  for (const phrase of query.phrases) {
    if (!keepPhrase(talks, index, phrase))
      notes.push(`No talk has “${phrase.join(' ')}” word for word; its words were searched.`);
  }
  for (const words of query.without) for (const talk of findExcluded(index, words)) talks[talk] = 0;
  return { talks, notes, corrected };
}

/** A filter without a value does not count. */
function narrows({ filters, phrases, without }: Query): boolean {
  return phrases.length + without.length > 0 || filters.some(({ value }) => value !== '');
}

function keepAccepted(allowed: Uint8Array, { talks }: Index, filter: TalkFilter): void {
  for (const [number, talk] of talks.entries()) if (!filter.accepts(talk)) allowed[number] = 0;
}

/** Keeps the talks that have a phrase. Returns false if none has, allowed or not; then all stay. */
function keepPhrase(allowed: Uint8Array, index: Index, phrase: readonly string[]): boolean {
  const matches = new Uint8Array(allowed.length);
  for (const talk of findPhrase(index, phrase)) matches[talk] = 1;
  if (!matches.includes(1)) return false;
  for (let talk = 0; talk < allowed.length; talk++) if (matches[talk] === 0) allowed[talk] = 0;
  return true;
}

/** A single word excludes talks with any of its forms, a phrase only talks that have it word for word. */
function findExcluded(index: Index, words: readonly string[]): Iterable<number> {
  const [word, ...others] = words;
  if (word === undefined || others.length > 0) return findPhrase(index, words);
  const stem = index.vocabulary.stemNumber(index.vocabulary.lookUpStem(word));
  return stem === undefined ? [] : codesOf(index.stems, stem).map(talkIn);
}

/** The numbers of the talks that have these forms one after the other in one of these fields, found one by one. */
export function* findPhrase(
  index: Index,
  words: readonly string[],
  fields: readonly number[] = ALL_FIELDS,
): Iterable<number> {
  const forms: number[] = [];
  for (const word of words) {
    const form = index.vocabulary.formNumber(word);
    if (form === undefined) return;
    forms.push(form);
  }
  const rarest = Math.min(...forms.map(form => documentFrequency(index.forms, form)));
  const first = forms.find(form => documentFrequency(index.forms, form) === rarest);
  if (first === undefined) return;
  const { starts, ends, codes } = index.forms;
  for (let place = starts[first] ?? 0; place < (ends[first] ?? 0); place++) {
    const talk = talkIn(codes[2 * place] ?? 0);
    if (hasPhrase(index, talk, { forms, fields })) yield talk;
  }
}

const ALL_FIELDS: readonly number[] = FIELDS.map((_, field) => field);

function hasPhrase(
  { tokens: { codes, starts, ends } }: Index,
  talk: number,
  { forms, fields }: { readonly forms: readonly number[]; readonly fields: readonly number[] },
): boolean {
  if (forms.length === 1 && fields === ALL_FIELDS) return true;
  for (const field of fields) {
    const end = ends[talk * FIELDS.length + field] ?? 0;
    for (let place = starts[talk * FIELDS.length + field] ?? 0; place < end; place++)
      if (formIn(codes[place] ?? 0) === forms[0] && isFollowedBy({ codes, end }, place, forms)) return true;
  }
  return false;
}

/** True if the forms from `at` on follow, each in the next word or further on in the same compound. */
function isFollowedBy(
  text: { readonly codes: Int32Array; readonly end: number },
  place: number,
  forms: readonly number[],
  at = 1,
): boolean {
  if (at === forms.length) return true;
  let words = 0;
  for (let next = place + 1; next < text.end; next++) {
    const code = text.codes[next] ?? 0;
    if (beginsWord(code)) words++;
    if (words > 1) return false;
    if (formIn(code) === forms[at] && isFollowedBy(text, next, forms, at + 1)) return true;
  }
  return false;
}
