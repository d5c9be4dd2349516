import type { FilterName } from '../../search/query/filters.ts';
import type { Calendar } from '../../text/read-day.ts';
import type { Lexicon } from './lexicon.ts';
import type { TypedWord } from './typed-words.ts';

/** One thing that narrows an answer down. Days are dates, times are on the conference's clocks: `14:00`. */
export type Constraint =
  | { readonly kind: 'filter'; readonly name: FilterName; readonly value: string; readonly not?: true }
  | { readonly kind: 'day'; readonly day: string }
  /** Talks that begin in this time, `to` not included. */
  | { readonly kind: 'window'; readonly from: string | undefined; readonly to: string | undefined }
  /** An hour of a day, or of the day that comes next with it. */
  | { readonly kind: 'hour'; readonly time: string; readonly isHalf: boolean }
  /** So many minutes from now. */
  | { readonly kind: 'ahead'; readonly minutes: number; readonly isWindow: boolean }
  | { readonly kind: 'now' | 'next' | 'first' | 'last' }
  /** After, before or during the talk or break that is called so, or a speaker's talk. */
  | { readonly kind: 'around'; readonly side: 'after' | 'before' | 'during'; readonly title: string }
  /** People for whom talks are to be, where the programme does not say for whom they are. */
  | { readonly kind: 'audience' }
  /** A word, or a phrase, that is to be left out. */
  | { readonly kind: 'without'; readonly words: readonly TypedWord[] };

/** A constraint that was read from some of a person's words. */
export interface Reading {
  /** How many words it takes. */
  readonly count: number;
  readonly constraints: readonly Constraint[];
  /** False for words that are as likely a topic: `next`, `lighthouse`. They count only if no topic is left. */
  readonly isSure: boolean;
}

export interface ReadingContext {
  readonly calendar: Calendar;
  readonly lexicon: Lexicon;
}

/** Reads constraints of one kind. */
export interface ConstraintReader {
  /**
   * All words with which such a constraint may begin, folded. FIGURE stands for every word that begins with a figure, and
   * `@` and `#` for every word that begins with that mark.
   */
  begins(lexicon: Lexicon): Iterable<string>;
  /** Reads the constraint that begins with the word at this place; it is asked only where a word of `begins` stands. */
  read(words: readonly TypedWord[], at: number, context: ReadingContext): Reading | undefined;
}

export const FIGURE = '0';

/** The forms of so many words from a place on, in one text. */
export function formsFrom(words: readonly TypedWord[], at: number, count: number): string {
  return words
    .slice(at, at + count)
    .map(({ form }) => form)
    .join(' ');
}
