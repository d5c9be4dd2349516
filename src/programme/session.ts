import { compare } from '../text/compare.ts';
import { epochOf } from './moment.ts';
import type { Slot, Talk } from './talk.ts';

/**
 * A talk at one of its times. The instants are in milliseconds since 1970; undefined if the zone is not known or the slot
 * is untimed.
 */
export type Session = { readonly talk: Talk; readonly slot: Slot } & (
  | { readonly startsAt: number; readonly endsAt: number }
  | { readonly startsAt: undefined; readonly endsAt: undefined }
);

/** How long a talk is taken to last whose end nobody wrote down. */
const USUAL_LENGTH_MS = 60 * 60 * 1000;

/**
 * Every session of these talks by programme day, then by time, then by room in the order of `rooms`, then by title. A day
 * begins with what lasts all day and ends with what has no time yet. By the instant where it is known: when clocks go
 * back, 02:15 comes after 02:45.
 */
export function listSessions(talks: readonly Talk[], rooms: readonly string[]): readonly Session[] {
  const rank = new Map(rooms.map((room, index) => [room, index]));
  const place = ({ slot }: Session) => rank.get(slot.rooms[0] ?? '') ?? rooms.length;
  return talks
    .flatMap(talk => talk.slots.map(slot => createSession(talk, slot)))
    .sort((a, b) => compareTimes(a, b) || place(a) - place(b) || compare(a.talk.title, b.talk.title));
}

function createSession(talk: Talk, slot: Slot): Session {
  const startsAt = epochOf(slot.start);
  if (startsAt === undefined) return { talk, slot, startsAt, endsAt: undefined };
  const end = slot.end === undefined ? undefined : epochOf(slot.end);
  return { talk, slot, startsAt, endsAt: end ?? startsAt + USUAL_LENGTH_MS };
}

function compareTimes(a: Session, b: Session): number {
  const apart = compare(a.slot.day, b.slot.day) || rankInDay(a) - rankInDay(b);
  if (apart !== 0) return apart;
  return a.startsAt === undefined || b.startsAt === undefined
    ? compare(a.slot.start, b.slot.start)
    : a.startsAt - b.startsAt;
}

function rankInDay({ slot }: Session): number {
  if (slot.untimed === undefined) return 0;
  return slot.untimed === 'all day' ? -1 : 1;
}
