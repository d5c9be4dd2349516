import type { Answer, QueryWords } from './answer.ts';
import type { Index } from './index-programme.ts';
import { rank } from './rank.ts';
import { readQuery } from './read-query.ts';
import { stemOf } from './stem.ts';
import { type Term, termsOf } from './terms.ts';
import { formsOf } from './words.ts';

/** Answers a query. Any text is a query; `today` is the date in the conference's zone. */
export function find(index: Index, typed: string, options: { today?: string } = {}): Answer {
  void options;
  const work = { postings: 0, comparisons: 0 };
  const query = readQuery(typed);
  const terms = termsOf(index, query.words, work);
  return {
    query: typed,
    talks: rank(index, { terms, allowed: undefined }, work),
    speakers: [],
    correction: undefined,
    nearest: [],
    notes: query.notes,
    words: wordsOfQuery(terms),
  };
}

function wordsOfQuery(terms: readonly Term[]): QueryWords {
  const stems = new Set(terms.map(term => stemOf(term.form)));
  return { weightOf: word => (formsOf(word).some(form => stems.has(stemOf(form))) ? 1 : 0) };
}
