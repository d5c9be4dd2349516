import type { Speaker, Talk } from '../programme/talk.ts';

/** A person whom the query names. */
export interface SpeakerMatch {
  readonly speaker: Speaker;
  readonly score: number;
}

/** What a query finds. */
export interface SearchResult {
  /** As it was typed. */
  readonly query: string;
  /** All that match, best first. */
  readonly talks: readonly Talk[];
  /** Of each of these talks, in their order. Higher is better; only comparable within one answer. */
  readonly scores: readonly number[];
  /** Only where the query names a person, best first. */
  readonly speakers: readonly SpeakerMatch[];
  /** The query as it was understood, where words had to be mended: `ceph` for `cehp`. */
  readonly correction: string | undefined;
  /** Only where nothing was found: queries that would find something, nearest first. */
  readonly nearest: readonly string[];
  /** Whole sentences on what was read otherwise than it was meant, such as a filter that there is none of. */
  readonly notes: readonly string[];
  /** Tells the words that count in a text, for summaries and emphasis. */
  readonly words: QueryWords;
}

/** The words of a query as far as a text can be compared with them. */
export interface QueryWords {
  /** 0 where a word of a text has nothing to do with the query, else how much it says, up to 1. */
  weightOf(word: string): number;
}
