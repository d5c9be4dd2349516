import type { Session } from './session.ts';

/** The sessions of a programme day, `2027-05-11`. */
export function sessionsOn(day: string, sessions: readonly Session[]): readonly Session[] {
  return sessions.filter(({ slot }) => slot.day === day);
}

/** What is under way at an instant; nothing where the zone of the times is not known. */
export function runningAt(epochMs: number, sessions: readonly Session[]): readonly Session[] {
  return sessions.filter(
    ({ startsAt, endsAt }) => startsAt !== undefined && startsAt <= epochMs && epochMs < endsAt,
  );
}

/** What begins next after an instant: all that begins at that same time. */
export function nextAfter(epochMs: number, sessions: readonly Session[]): readonly Session[] {
  const coming = sessions.flatMap(({ startsAt }) =>
    startsAt !== undefined && startsAt > epochMs ? startsAt : [],
  );
  const first = Math.min(...coming);
  return sessions.filter(({ startsAt }) => startsAt === first);
}
