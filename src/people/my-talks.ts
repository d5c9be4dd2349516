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
  /** The free time that follows it on the same day, if there is some. */
  readonly free: { readonly from: Moment; readonly to: Moment } | undefined;
}

/** A shorter time between two talks is the way to the other room. */
const FREE_MS = 30 * 60 * 1000;

/** `starred` holds ids of talks. Of some days, `2027-05-11`, it has only what is scheduled on them. */
export function arrangeMyTalks(
  starred: ReadonlySet<string>,
  programme: Programme,
  days: readonly string[] = [],
): MyTalks {
  const talks = [...starred].flatMap(id => programme.talk(id) ?? []);
  const isAll = days.length === 0;
  const sessions = programme.sessions.filter(
    ({ talk, slot }) => starred.has(talk.id) && (isAll || days.includes(slot.day)),
  );
  const overlaps = findOverlaps(sessions);
  const free = findFreeTimes(sessions);
  return {
    sessions: sessions.map(session => ({
      session,
      overlaps: overlaps.get(session) ?? [],
      free: free.get(session),
    })),
    unscheduled: isAll ? talks.filter(({ slots }) => slots.length === 0) : [],
    missing: isAll ? starred.size - talks.length : 0,
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
function timed(sessions: readonly Session[]): readonly TimedSession[] {
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

/** Between the last session that is on and the next one of the same day; unknown ends tell of no free time. */
function findFreeTimes(sessions: readonly Session[]): ReadonlyMap<Session, MySession['free']> {
  const found = new Map<Session, MySession['free']>();
  let last: TimedSession | undefined;
  for (const session of timed(sessions)) {
    const end = last?.slot.end;
    if (last !== undefined && end !== undefined && last.slot.day === session.slot.day) {
      const isFree = session.startsAt - (epochOf(end) ?? session.startsAt) >= FREE_MS;
      if (isFree) found.set(last, { from: end, to: session.slot.start });
    }
    if (last === undefined || session.endsAt >= last.endsAt) last = session;
  }
  return found;
}
