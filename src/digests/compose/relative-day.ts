import { dateOf, toMoment } from '../../programme/moment.ts';
import { addDays } from '../../text/read-day.ts';
import type { RelativeDay } from '../../words/words.ts';

/** The instants between which a message is posted or read, in milliseconds since 1970. */
export interface PostTime {
  readonly from: number;
  readonly until: number;
}

/**
 * How a message may call a day that it tells of. A post may be late, and its channel on other clocks than the conference:
 * it says "today" only if it is that day in each of these zones as long as it may be posted.
 */
export function relativeDay(
  day: string,
  { from, until }: PostTime,
  zones: readonly (string | undefined)[],
): RelativeDay {
  const instants = [from, Math.max(from, until - 1)];
  const dates = zones.flatMap(zone => instants.map(instant => dateOf(toMoment(instant, zone))));
  if (dates.every(date => date === day)) return 'today';
  return dates.every(date => addDays(date, 1) === day) ? 'tomorrow' : 'another day';
}
