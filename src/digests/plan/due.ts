import { Temporal } from 'temporal-polyfill';
import { fromClocks, toClocks } from '../../programme/zone-rules.ts';
import type { Loaded } from '../../search/loaded.ts';
import type { Digest } from '../../store/digests.ts';
import { addDays } from '../../text/read-day.ts';
import { weekdayOf } from '../../text/weekdays.ts';
import { lastEndOf, sessionsByDay } from './sessions-by-day.ts';

/** A day that a digest tells of, and when it is posted. Instants are in milliseconds since 1970. */
export interface DueDay {
  readonly day: string;
  readonly dueAt: number;
  /** It is of no use after this. */
  readonly until: number;
}

/** How long after its time a digest is worth a post. */
export const WORTH_MS = 3 * 60 * 60 * 1000;
/** A digest that was ordered for a time after the last session is posted, but not much later. */
const GRACE_MS = 10 * 60 * 1000;

/** The day that a digest tells of if it is posted on this date. */
export function dayToTell(date: string, { eve }: Digest): string {
  return eve ? Temporal.PlainDate.from(date).add({ days: 1 }).toString() : date;
}

/** So many days a weekly digest tells of. */
export const WEEK = 7;

/** The days that a digest tells of in one post, which is known by the first of them. */
export function daysTold(day: string, { span }: Pick<Digest, 'span'>): readonly string[] {
  return span === 'day' ? [day] : Array.from({ length: WEEK }, (_, ahead) => addDays(day, ahead));
}

/** The chosen days with sessions whose time has come since the digest was ordered, oldest first. */
export function dueDays(digest: Digest, loaded: Loaded, now: number): readonly DueDay[] {
  return chosenDays(digest, loaded, now).filter(({ dueAt }) => dueAt >= digest.since && dueAt <= now);
}

/** The day that is posted next; undefined if nothing else is scheduled. */
export function nextDueDay(digest: Digest, loaded: Loaded, now: number): DueDay | undefined {
  return chosenDays(digest, loaded, now).find(({ dueAt }) => dueAt > now);
}

/**
 * A conference without times is due on each date, as long as there is something to tell. A digest of changes only is never
 * due: they come when something changes.
 */
function chosenDays(digest: Digest, loaded: Loaded, now: number): readonly DueDay[] {
  if (digest.onlyChanges) return [];
  if (loaded.programme.days.length === 0)
    return datesAround(now, digest).flatMap(day => dueDay(day, undefined, digest));
  const key = JSON.stringify([
    digest.timeOfDay,
    digest.timeZone,
    digest.eve,
    digest.days,
    digest.weekdays,
    digest.filters,
    digest.span,
  ]);
  const ofProgramme = known.get(loaded) ?? new Map<string, readonly DueDay[]>();
  known.set(loaded, ofProgramme);
  const days = ofProgramme.get(key) ?? scheduledDays(digest, loaded);
  ofProgramme.set(key, days);
  return days;
}

/** They are asked for each second, and change only with the programme. */
const known = new WeakMap<Loaded, Map<string, readonly DueDay[]>>();

function scheduledDays(digest: Digest, loaded: Loaded): readonly DueDay[] {
  const byDay = sessionsByDay(digest.filters, loaded);
  const firstDays = new Set([...byDay.keys()].flatMap(day => firstDaysTelling(day, digest)));
  return [...firstDays]
    .flatMap(day => {
      const sessions = daysTold(day, digest).flatMap(each => byDay.get(each) ?? []);
      return dueDay(day, lastEndOf(sessions), digest);
    })
    .sort((a, b) => a.dueAt - b.dueAt);
}

/** Each day by which a post that tells of a day may be known. */
function firstDaysTelling(day: string, { span }: Pick<Digest, 'span'>): readonly string[] {
  return span === 'day' ? [day] : Array.from({ length: WEEK }, (_, ago) => addDays(day, -ago));
}

function dueDay(day: string, lastEnd: number | undefined, digest: Digest): readonly DueDay[] {
  if (!isChosenDay(day, digest)) return [];
  const dueAt = dueInstant(day, digest);
  const worthUntil = Math.min(dueAt + WORTH_MS, lastEnd ?? Number.POSITIVE_INFINITY);
  return [{ day, dueAt, until: Math.max(worthUntil, dueAt + GRACE_MS) }];
}

/**
 * The instant of the digest's local time in its zone. A time that is skipped when clocks go forward comes as much later;
 * a time that comes twice counts the first time (Temporal's `compatible`).
 */
export function dueInstant(day: string, { timeOfDay, timeZone, eve }: Digest): number {
  const date = Temporal.PlainDate.from(day).subtract({ days: eve ? 1 : 0 });
  return fromClocks(date.toPlainDateTime(timeOfDay), timeZone).epochMilliseconds;
}

/** Whether a post is known by a day; one for the evening before is about the day that follows. */
export function isChosenDay(day: string, { days, weekdays }: Pick<Digest, 'days' | 'weekdays'>): boolean {
  const isNamed = days === 'daily' || days.includes(day);
  return isNamed && (weekdays.length === 0 || weekdays.includes(weekdayOf(day)));
}

/** Whether a digest tells of a day, in the post of that day or of one before it. */
export function tellsOf(day: string, digest: Pick<Digest, 'days' | 'weekdays' | 'span'>): boolean {
  return firstDaysTelling(day, digest).some(first => isChosenDay(first, digest));
}

/** From yesterday, whose digest may still be worth a post, to the date of the next one: one of weekdays is within a week. */
function datesAround(now: number, { timeZone, eve, weekdays }: Digest): readonly string[] {
  const today = toClocks(Temporal.Instant.fromEpochMilliseconds(now), timeZone).toPlainDate();
  const ahead = weekdays.length === 0 ? 1 : 7;
  return Array.from({ length: ahead + 2 }, (_, index) =>
    today.add({ days: eve ? index : index - 1 }).toString(),
  );
}
