import { epochOf } from '../programme/moment.ts';
import type { Programme } from '../programme/programme.ts';
import { findSimultaneous, type Session, type TimedSession } from '../programme/sessions.ts';
import { isHeld, type Moment, type Talk } from '../programme/talk.ts';

/** The talks that a person starred, as their own schedule. */
export interface MyTalks {
  /** By programme day, then by time. */
  readonly sessions: readonly MySession[];
  /** Those without a time. */
  readonly unscheduled: readonly Talk[];
  /** How many stars are on talks that the programme no longer has. */
  readonly missing: number;
}

/** A session of one of a person's talks. */
export interface MySession {
  readonly session: Session;
  /** The other sessions of theirs that are at the same time. */
  readonly overlaps: readonly Session[];
  /** The free time before the next one of the same day, if there is some; the last one before it has it. */
  readonly free: { readonly from: Moment; readonly to: Moment } | undefined;
}

/** A shorter time between two talks is the way to the other room. */
export const FREE_TIME_MS = 20 * 60 * 1000;

/** `starred` holds ids of talks. */
export function arrangeMyTalks(starred: ReadonlySet<string>, programme: Programme): MyTalks {
  const talks = [...starred].flatMap(id => programme.talk(id) ?? []);
  const sessions = programme.sessions.filter(({ talk }) => starred.has(talk.id));
  const overlaps = findOverlaps(sessions);
  const free = findFreeTimes(sessions);
  return {
    sessions: sessions.map(session => ({
      session,
      overlaps: overlaps.get(session) ?? [],
      free: free.get(session),
    })),
    unscheduled: talks.filter(({ slots }) => slots.length === 0),
    missing: starred.size - talks.length,
  };
}

/** The sessions of a person's other talks at the same time as a talk, those that begin nearest to it first. */
export function findClashes(
  talk: Talk,
  starred: ReadonlySet<string>,
  { sessions }: Programme,
): readonly Session[] {
  if (!isHeld(talk)) return [];
  return findSimultaneous(
    talk,
    sessions.filter(session => session.talk === talk || starred.has(session.talk.id)),
  );
}

/** Sessions that people can go to at a known time, by that. */
export function timed(sessions: readonly Session[]): readonly TimedSession[] {
  return sessions
    .filter((session): session is TimedSession => session.startsAt !== undefined && isHeld(session.talk))
    .sort((a, b) => a.startsAt - b.startsAt);
}

/** For each session the others at the same time, by start. */
function findOverlaps(sessions: readonly Session[]): ReadonlyMap<Session, readonly Session[]> {
  const inOrder = timed(sessions);
  const found = new Map<Session, Session[]>();
  const add = (session: Session, other: Session) => {
    const others = found.get(session);
    if (others === undefined) found.set(session, [other]);
    else others.push(other);
  };
  for (const [place, session] of inOrder.entries())
    for (const other of inOrder.slice(place + 1)) {
      if (other.startsAt >= session.endsAt) break;
      if (other.talk === session.talk) continue;
      add(session, other);
      add(other, session);
    }
  return found;
}

/**
 * From the end of all that is on to the next session of the same day. Unknown ends tell of no free time. It stands where it
 * is: behind the session that begins last before it, and not behind the one that ends last.
 */
function findFreeTimes(sessions: readonly Session[]): ReadonlyMap<Session, MySession['free']> {
  const found = new Map<Session, MySession['free']>();
  let [before, longest]: (TimedSession | undefined)[] = [];
  for (const session of timed(sessions)) {
    const end = longest?.slot.end;
    if (before !== undefined && end !== undefined && before.slot.day === session.slot.day) {
      const isFree = session.startsAt - (epochOf(end) ?? session.startsAt) >= FREE_TIME_MS;
      if (isFree) found.set(before, { from: end, to: session.slot.start });
    }
    before = session;
    if (longest === undefined || session.endsAt >= longest.endsAt) longest = session;
  }
  return found;
}
