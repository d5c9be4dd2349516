import { compare, groupByEach } from '../text/keys.ts';
import type { Conference } from './conference.ts';
import { dateOf, epochOf, findProgrammeDay, toMoment } from './moment.ts';
import { slotNumber } from './slot-numbers.ts';
import { isHeld, type Slot, type Talk } from './talk.ts';

/**
 * A talk at one of its times. The instants are in milliseconds since 1970; undefined if the zone is not known or the slot
 * is untimed.
 */
export type Session = { readonly talk: Talk; readonly slot: Slot } & (
  | { readonly startsAt: number; readonly endsAt: number }
  | { readonly startsAt: undefined; readonly endsAt: undefined }
);

/** A session whose instants are known. */
export type TimedSession = Extract<Session, { readonly startsAt: number }>;

/** The talk and which of its slots: a session keeps its key if it is moved, and if other slots of the talk come or go. */
export function sessionKey({ talk, slot }: Session): string {
  return sessionKeyOf(talk, slotNumber(talk, slot));
}

/** The same by the number of its slot, which the talk may no longer have. */
export function sessionKeyOf({ id }: Talk, number: number): string {
  return `${id}#${number}`;
}

/** The sessions that begin after `now` and within so many milliseconds, without those that are cancelled and pauses. */
export function sessionsWithin(
  { sessions }: { readonly sessions: readonly Session[] },
  now: number,
  withinMs: number,
): readonly TimedSession[] {
  return sessions.filter(
    (session): session is TimedSession =>
      session.startsAt !== undefined &&
      session.startsAt > now &&
      session.startsAt <= now + withinMs &&
      isHeld(session.talk),
  );
}

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
  const byDay = groupByEach(talks.flatMap(sessionsOf), ({ slot }) => [slot.day]);
  return [...byDay.keys()]
    .sort(compare)
    .flatMap(day =>
      [...(byDay.get(day) ?? [])].sort(
        (a, b) => compareTimes(a, b) || place(a) - place(b) || compare(a.talk.title, b.talk.title),
      ),
    );
}

/** A talk at each of its times. */
export function sessionsOf(talk: Talk): readonly Session[] {
  return talk.slots.map(slot => createSession(talk, slot));
}

function createSession(talk: Talk, slot: Slot): Session {
  const startsAt = epochOf(slot.start);
  if (startsAt === undefined) return { talk, slot, startsAt, endsAt: undefined };
  const end = slot.end === undefined ? undefined : epochOf(slot.end);
  return { talk, slot, startsAt, endsAt: end ?? startsAt + USUAL_LENGTH_MS };
}

function compareTimes(a: Session, b: Session): number {
  const apart = rankInDay(a) - rankInDay(b);
  if (apart !== 0) return apart;
  return a.startsAt === undefined || b.startsAt === undefined
    ? compare(a.slot.start, b.slot.start)
    : a.startsAt - b.startsAt;
}

function rankInDay({ slot }: Session): number {
  if (slot.untimed === undefined) return 0;
  return slot.untimed === 'all day' ? -1 : 1;
}

/** Days that programmes had when they were last asked, and in which minute since 1970 that was. */
const todays = new WeakMap<object, { readonly minute: number; readonly today: string }>();

/**
 * The day that people mean by "today": the programme day, as long as it is one of the conference's. Before sunrise of
 * the first day it is that day, and not an evening on which nothing was.
 */
export function findToday(
  epochMs: number,
  programme: { readonly conference: Conference; readonly days: readonly string[] },
): string {
  // Each answer asks it several times, and the clocks of all zones turn to another day at a full minute.
  const minute = Math.floor(epochMs / 60_000);
  const known = todays.get(programme);
  if (known?.minute === minute) return known.today;
  const today = computeToday(epochMs, programme);
  todays.set(programme, { minute, today });
  return today;
}

function computeToday(
  epochMs: number,
  { conference, days }: { readonly conference: Conference; readonly days: readonly string[] },
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

/**
 * Sessions of other talks that are on while a talk is, each once: by the talk's slots, then those that begin nearest to it.
 * What nobody can go to is left out.
 */
export function findSimultaneous(talk: Talk, sessions: readonly Session[]): readonly Session[] {
  const own = sessions.filter(session => session.talk === talk);
  const others = sessions.filter(session => session.talk !== talk && isHeld(session.talk));
  return [
    ...new Set(
      own.flatMap(({ startsAt, endsAt }) => {
        if (startsAt === undefined) return [];
        const apart = (session: Session) => Math.abs((session.startsAt ?? 0) - startsAt);
        return others
          .filter(each => each.startsAt !== undefined && each.startsAt < endsAt && startsAt < each.endsAt)
          .sort((a, b) => apart(a) - apart(b));
      }),
    ),
  ];
}

function takesPlace({ talk }: Session): boolean {
  return talk.status === 'confirmed';
}
