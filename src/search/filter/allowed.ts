import type { Index } from '../index/index-programme.ts';
import type { Query } from '../query/read-query.ts';
import { type Sieve, sieveOf } from './filter.ts';
import { talksWithPhrase } from './phrases.ts';

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
