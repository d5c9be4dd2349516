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

/** An instant in milliseconds since 1970, and the day that people mean by "today" then. */
export interface Now {
  readonly epochMs: number;
  readonly today: string;
}

/**
 * Sessions that run at an instant, then those that last that whole day. Without a zone nobody knows which times are at
 * that instant.
 */
export function findRunning({ epochMs, today }: Now, sessions: readonly Session[]): readonly Session[] {
  const held = sessions.filter(takesPlace);
  return [
    ...held.filter(
      ({ startsAt, endsAt }) => startsAt !== undefined && startsAt <= epochMs && epochMs < endsAt,
    ),
    ...held.filter(({ slot }) => slot.untimed === 'all day' && slot.day === today),
  ];
}

/**
 * Sessions that begin next after an instant, all at the same time. Cancelled ones are among them, for those who
 * were on their way there. If no times are left, those of the next day that have none yet or last all day.
 */
export function findNext({ epochMs, today }: Now, sessions: readonly Session[]): readonly Session[] {
  const held = sessions.filter(takesPlace);
  const coming = held.flatMap(({ startsAt }) =>
    startsAt !== undefined && startsAt > epochMs ? startsAt : [],
  );
  const first = Math.min(...coming);
  if (coming.length > 0) return sessions.filter(({ startsAt }) => startsAt === first);
  const isAhead = ({ slot: { untimed, day } }: Session) =>
    (untimed === 'to come' && day >= today) || (untimed === 'all day' && day > today);
  const day = held.find(isAhead)?.slot.day;
  return sessions.filter(session => session.slot.day === day && isAhead(session));
}

function takesPlace({ talk }: Session): boolean {
  return talk.status === 'confirmed';
}
