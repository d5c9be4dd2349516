import { Temporal } from 'temporal-polyfill';
import type { Loaded } from '../../search/loaded.ts';
import type { Digest } from '../../store/digests.ts';
import { lastEndOf, sessionsByDay } from './sessions-by-day.ts';

/** A day that a digest tells of, and when that is posted. Instants are in milliseconds since 1970. */
export interface DueDay {
  readonly day: string;
  readonly dueAt: number;
  /** Later than this it is of no use any more. */
  readonly until: number;
}

/** How long after its time a digest is still worth a post. */
export const WORTH_MS = 3 * 60 * 60 * 1000;
/** Whoever orders a digest for a time when all is over gets it, but not much later. */
const GRACE_MS = 10 * 60 * 1000;

/** The day that a digest tells of on a date. */
export function dayToTell(today: string, { eve }: Digest): string {
  return eve ? Temporal.PlainDate.from(today).add({ days: 1 }).toString() : today;
}

/** The days that were chosen and have sessions, whose time has come since the order was given; oldest first. */
export function dueDays(digest: Digest, loaded: Loaded, now: number): readonly DueDay[] {
  return chosenDays(digest, loaded, now).filter(({ dueAt }) => dueAt >= digest.since && dueAt <= now);
}

/** What is posted next, for whoever wants to know; nothing where no more is to come. */
export function nextDueDay(digest: Digest, loaded: Loaded, now: number): DueDay | undefined {
  return chosenDays(digest, loaded, now).find(({ dueAt }) => dueAt > now);
}

/** A conference without times is due on each date, as long as there is something to tell. */
function chosenDays(digest: Digest, loaded: Loaded, now: number): readonly DueDay[] {
  if (loaded.programme.days.length === 0)
    return datesAround(now, digest).flatMap(day => dueDay(day, undefined, digest));
  const key = JSON.stringify([digest.timeOfDay, digest.timeZone, digest.eve, digest.days, digest.filters]);
  const ofProgramme = known.get(loaded) ?? new Map<string, readonly DueDay[]>();
  known.set(loaded, ofProgramme);
  const days = ofProgramme.get(key) ?? scheduledDays(digest, loaded);
  ofProgramme.set(key, days);
  return days;
}

/** They are asked for several times a second and change with the programme only. */
const known = new WeakMap<Loaded, Map<string, readonly DueDay[]>>();

function scheduledDays(digest: Digest, loaded: Loaded): readonly DueDay[] {
  return [...sessionsByDay(digest.filters, loaded)]
    .flatMap(([day, sessions]) => dueDay(day, lastEndOf(sessions), digest))
    .sort((a, b) => a.dueAt - b.dueAt);
}

function dueDay(day: string, lastEnd: number | undefined, digest: Digest): readonly DueDay[] {
  if (digest.days !== 'daily' && !digest.days.includes(day)) return [];
  const dueAt = dueInstant(day, digest);
  const worthUntil = Math.min(dueAt + WORTH_MS, lastEnd ?? Number.POSITIVE_INFINITY);
  return [{ day, dueAt, until: Math.max(worthUntil, dueAt + GRACE_MS) }];
}

/**
 * The instant of a local time: in the zone of the digest, whatever its clocks do that day. A time that a change of
 * clocks skips comes as much later as the clocks were put forward; one that comes twice counts the first time.
 */
export function dueInstant(day: string, { timeOfDay, timeZone, eve }: Digest): number {
  const date = Temporal.PlainDate.from(day).subtract({ days: eve ? 1 : 0 });
  return date.toZonedDateTime({ timeZone, plainTime: timeOfDay }).epochMilliseconds;
}

/** From yesterday's, of which it may still be late in the day, to that of the next post. */
function datesAround(now: number, { timeZone, eve }: Digest): readonly string[] {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone).toPlainDate();
  return [-1, 0, 1].map(days => today.add({ days: eve ? days + 1 : days }).toString());
}
