import { Temporal } from 'temporal-polyfill';

/** Days of one file that most likely were written wrongly, and between which days all its others are. */
export interface StrayDays {
  readonly isStray: (day: string) => boolean;
  readonly first: string;
  readonly last: string;
}

/** A conference is over within a week; a few days far from it come of a month and a day that changed places. */
export function strayDays(days: readonly string[]): StrayDays | undefined {
  const sorted = [...days].sort();
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) return undefined;
  const isStray = (day: string) => daysBetween(middle, day) > FAR_DAYS;
  const others = sorted.filter(day => !isStray(day));
  const [first, last] = [others[0], others.at(-1)];
  if (first === undefined || last === undefined || daysBetween(first, last) > WEEK_DAYS) return undefined;
  return others.length === sorted.length || others.length * 2 <= sorted.length
    ? undefined
    : { isStray, first, last };
}

const FAR_DAYS = 60;
const WEEK_DAYS = 7;

function daysBetween(one: string, other: string): number {
  return Math.abs(Temporal.PlainDate.from(one).until(other).days);
}
