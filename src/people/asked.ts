import { compare } from '../text/keys.ts';

/** `none`: no talk matched. `no fact`: a question about the venue or the day to which the organisers gave no answer. */
export type AskedOutcome = 'found' | 'none' | 'no fact';

/** Words that somebody searched for or asked, without the person. */
export interface AskedWords {
  readonly outcome: AskedOutcome;
  /** Folded, so that the same words in other spellings count together; empty for words that are not kept. */
  readonly words: string;
}

/** How often words were asked at a conference by people of a workspace. */
export interface AskedCount extends AskedWords {
  readonly workspace: string;
  /** The key of the conference, as conferenceKey makes it. */
  readonly conference: string;
  readonly count: number;
}

/** Fewer askings may be one person's, and their words may tell who that is. */
export const TOLD_FROM = 3;

export interface RankedWords {
  /** How often anything was asked, also in words that are not told. */
  readonly total: number;
  /** Those that are told, most asked first. */
  readonly words: readonly { readonly words: string; readonly count: number }[];
}

/** How often words were asked that are not told. */
export function countUntold({ total, words }: RankedWords): number {
  return words.reduce((left, { count }) => left - count, total);
}

/** Sums up the words of these outcomes. */
export function rankAsked(
  counts: readonly Pick<AskedCount, 'outcome' | 'words' | 'count'>[],
  outcomes: readonly AskedOutcome[],
): RankedWords {
  const summed = new Map<string, number>();
  for (const { outcome, words, count } of counts)
    if (outcomes.includes(outcome)) summed.set(words, (summed.get(words) ?? 0) + count);
  const told = [...summed].filter(([words, count]) => words !== '' && count >= TOLD_FROM);
  return {
    total: [...summed.values()].reduce((sum, count) => sum + count, 0),
    words: told
      .map(([words, count]) => ({ words, count }))
      .sort((a, b) => b.count - a.count || compare(a.words, b.words)),
  };
}
