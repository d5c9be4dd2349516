import { epochOf } from './moment.ts';
import type { Programme } from './programme.ts';
import type { Slot, Talk } from './talk.ts';

/** A talk at one of its times. */
export interface Session {
  readonly talk: Talk;
  readonly slot: Slot;
}

/** How long a talk is taken to last whose end nobody wrote down. */
const USUAL_LENGTH_MS = 60 * 60 * 1000;

/** Every session of the programme by time, then by room in the order in which the schedule names the rooms. */
export function sessionsOf({ talks, rooms }: Programme): readonly Session[] {
  const rank = new Map(rooms.map((room, index) => [room, index]));
  const place = ({ slot }: Session) => rank.get(slot.rooms[0] ?? '') ?? rooms.length;
  return talks
    .flatMap(talk => talk.slots.map(slot => ({ talk, slot })))
    .sort(
      (a, b) =>
        compare(a.slot.start, b.slot.start) || place(a) - place(b) || compare(a.talk.title, b.talk.title),
    );
}

/** The sessions of a programme day, `2027-05-11`. */
export function sessionsOn(day: string, sessions: readonly Session[]): readonly Session[] {
  return sessions.filter(({ slot }) => slot.day === day);
}

/** What is under way at an instant; nothing where the zone of the times is not known. */
export function runningAt(epochMs: number, sessions: readonly Session[]): readonly Session[] {
  return sessions.filter(({ slot }) => {
    const start = epochOf(slot.start);
    return start !== undefined && start <= epochMs && epochMs < endOf(slot, start);
  });
}

/** What begins next after an instant: all that begins at that same time. */
export function nextAfter(epochMs: number, sessions: readonly Session[]): readonly Session[] {
  const coming = sessions.filter(({ slot }) => (epochOf(slot.start) ?? epochMs) > epochMs);
  const first = Math.min(...coming.map(({ slot }) => epochOf(slot.start) ?? Number.POSITIVE_INFINITY));
  return coming.filter(({ slot }) => epochOf(slot.start) === first);
}

function endOf(slot: Slot, start: number): number {
  return (slot.end === undefined ? undefined : epochOf(slot.end)) ?? start + USUAL_LENGTH_MS;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
