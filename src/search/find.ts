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
  const query = readQuery(typed);
  const terms = termsOf(index, query);
  const ranked = rank(index, terms, () => true);
  return {
    query: typed,
    talks: ranked.flatMap(({ talk, score }) => {
      const found = index.talks[talk];
      return found === undefined ? [] : [{ talk: found, score }];
    }),
    speakers: [],
    correction: undefined,
    nearest: [],
    notes: query.notes,
    words: wordsOfQuery(terms),
  };
}

function wordsOfQuery(terms: readonly Term[]): QueryWords {
  const stems = new Set(terms.map(term => term.stem));
  return { weightOf: word => (formsOf(word).some(form => stems.has(stemOf(form))) ? 1 : 0) };
}
