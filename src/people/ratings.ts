import type { Programme } from '../programme/programme.ts';
import { findToday, sessionsOf } from '../programme/sessions.ts';
import { isHeld, type Talk } from '../programme/talk.ts';
import { compare } from '../text/keys.ts';
import type { Star } from './stars.ts';

export const RATINGS = [1, 2, 3, 4, 5] as const;

export type RatingValue = (typeof RATINGS)[number];

/** How a person liked a talk that they starred. */
export interface Rating extends Star, RatingOfTalk {}

/** The same without the person. */
export interface RatingOfTalk {
  readonly rating: RatingValue;
  /** One line for the organisers; empty if there is none. */
  readonly line: string;
}

/** A line for the organisers has so many characters. */
export const LINE_LENGTH = 300;

export function readRating(text: string | undefined): RatingValue | undefined {
  return RATINGS.find(each => String(each) === text);
}

/** A line as it is kept: without line breaks, so that no line looks like two, and without NUL, which PostgreSQL refuses. */
export function readLine(text: string | null | undefined): string {
  return (text ?? '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, LINE_LENGTH);
}

/**
 * When the talk was over for the first time, in milliseconds since 1970, or its day of the programme if it has no times;
 * undefined if it is not over yet or was cancelled. One that is given twice may be rated after the first time.
 */
export function endOf(
  talk: Talk,
  programme: Pick<Programme, 'conference' | 'days'>,
  now: number,
): number | undefined {
  if (!isHeld(talk)) return undefined;
  const ends = sessionsOf(talk).flatMap(({ slot, endsAt }) => {
    if (endsAt !== undefined) return endsAt <= now ? [endsAt] : [];
    return slot.day < findToday(now, programme) ? [Date.parse(slot.day)] : [];
  });
  return ends.length === 0 ? undefined : Math.min(...ends);
}

/** A talk with its ratings as organisers see them. */
export interface RatedTalk {
  readonly talk: Talk;
  /** The name of its conference; empty if it has none. */
  readonly conference: string;
  readonly told: ToldRatings;
}

export interface ToldRatings {
  readonly count: number;
  readonly mean: number;
  /** How many there are of each, from 1 to 5. */
  readonly distribution: readonly number[];
  /** By the alphabet, so that their order tells nothing. */
  readonly lines: readonly string[];
}

/** With fewer, somebody who knows one of them knows the others. */
export const RATINGS_TOLD_FROM = 3;

/** Undefined if there are too few for anybody to hide among: then organisers do not learn that there are any. */
export function summariseRatings(ratings: readonly RatingOfTalk[]): ToldRatings | undefined {
  const count = ratings.length;
  if (count < RATINGS_TOLD_FROM) return undefined;
  return {
    count,
    mean: ratings.reduce((sum, { rating }) => sum + rating, 0) / count,
    distribution: RATINGS.map(value => ratings.filter(({ rating }) => rating === value).length),
    lines: ratings.flatMap(({ line }) => (line === '' ? [] : [line])).sort(compare),
  };
}
