import type { Index } from '../index/index-programme.ts';
import { codesOf, talkIn } from '../index/postings.ts';
import type { Query } from '../query/parse-query.ts';
import { compileFilters, type TalkFilter } from './compile-filters.ts';
import { findPhrase } from './find-phrase.ts';

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
