import { dateOf, findProgrammeDay, toMoment } from './moment.ts';
import type { Programme } from './programme.ts';
import type { Session } from './session.ts';

/**
 * The day that people mean by "today": the programme day, as long as it is one of the conference's. Before sunrise of
 * the first day it is that day, and not an evening on which nothing was.
 */
export function findToday(
  epochMs: number,
  { conference, days }: Pick<Programme, 'conference' | 'days'>,
): string {
  const day = findProgrammeDay(epochMs, conference);
  return days.includes(day) ? day : dateOf(toMoment(epochMs, conference.timeZone));
}

/** The sessions of a programme day, `2027-05-11`. */
export function filterByDay(day: string, sessions: readonly Session[]): readonly Session[] {
  return sessions.filter(({ slot }) => slot.day === day);
}

/** Sessions that run at an instant; none if the zone of the times is not known. */
export function findRunning(epochMs: number, sessions: readonly Session[]): readonly Session[] {
  return sessions
    .filter(takesPlace)
    .filter(({ startsAt, endsAt }) => startsAt !== undefined && startsAt <= epochMs && epochMs < endsAt);
}

/**
 * Sessions that begin next after an instant, all at the same time. Cancelled ones are among them, for those who
 * were on their way there.
 */
export function findNext(epochMs: number, sessions: readonly Session[]): readonly Session[] {
  const coming = sessions
    .filter(takesPlace)
    .flatMap(({ startsAt }) => (startsAt !== undefined && startsAt > epochMs ? startsAt : []));
  const first = Math.min(...coming);
  return sessions.filter(({ startsAt }) => startsAt === first);
}

function takesPlace({ talk }: Session): boolean {
  return talk.status === 'confirmed';
}
