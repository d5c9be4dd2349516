import type { Speaker, Talk } from '../programme/talk.ts';
import type { WeakMatches } from './rank/weak-matches.ts';
import type { Sentences } from './summary/read-sentences.ts';
import type { TextSpan } from './text/tokenizer.ts';

/** A person whom the query names. */
export interface SpeakerMatch {
  readonly speaker: Speaker;
  readonly score: number;
}

/** The answer to a query. */
export interface SearchResult {
  /** As it was typed. */
  readonly query: string;
  /** How many talks match. */
  readonly total: number;
  /**
   * The talks that match, best first: all, or at least as many as were asked for, of the weak matches and of the others
   * alike.
   */
  readonly talks: readonly Talk[];
  /** The score of each talk, in the same order. Scores are comparable only within one result. */
  readonly scores: Float32Array;
  /** Those that have little of the query; undefined if none has. */
  readonly weak: WeakMatches | undefined;
  /** The people whom the query names, best first. */
  readonly speakers: readonly SpeakerMatch[];
  /** The query as it was understood, if words were corrected: `ceph` for `cehp`. */
  readonly correction: string | undefined;
  /** Queries that find something, nearest first; only if this one found nothing. */
  readonly nearest: readonly string[];
  /** Whole sentences on what was read in another way than it was meant, such as an unknown filter. */
  readonly notes: readonly string[];
  /** The query's words, for summaries and emphasis. */
  readonly words: QueryWords;
}

/** A query's words, to be found in texts. */
export interface QueryWords {
  /** How much a word of a text says about the query, up to 1; 0 if nothing. */
  weightOf(word: string): number;
  /** The words of a text that say something about the query, in order. */
  wordsIn(text: string): readonly TextSpan[];
  /** The same for sentences, which are read once. */
  matchesIn(sentences: Sentences): readonly WordMatch[];
}

/** A word of the query where it stands in the text of sentences. */
export interface WordMatch extends TextSpan {
  /** The place of its sentence among them. */
  readonly sentence: number;
  /** How much it adds to what its sentence says: its weight, but nothing where it stands there again. */
  readonly adds: number;
}
