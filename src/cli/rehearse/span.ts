import { type DueDay, isChosenDay, nextDueDay } from '../../digests/plan/due.ts';
import { REMINDERS } from '../../people/preferences.ts';
import { DAY_MS } from '../../programme/local-time.ts';
import { instantOf } from '../../programme/moment.ts';
import type { Programme } from '../../programme/programme.ts';
import type { Loaded } from '../../search/loaded.ts';
import type { Digest } from '../../store/digests.ts';

/** The time that is rehearsed, in milliseconds since 1970. */
export interface Span {
  readonly from: number;
  readonly to: number;
  /** From here on messages may come at any time; before, only digests that tell of a later day. */
  readonly busyFrom: number;
  /** True if it begins now, in the middle of what is rehearsed. */
  readonly isUnderWay: boolean;
}

/** A conference without times has digests for as long as it has talks. */
const UNTIMED_MS = 14 * DAY_MS;
const HOUR_MS = 60 * 60 * 1000;

const MINUTE_MS = 60_000;
/** While sessions run, Lectern looks this often; at other times by the hour, when quiet hours end. */
const STEP_MS = 5 * MINUTE_MS;
const LEADS_MS = [0, ...REMINDERS.flatMap(each => (each === 'off' ? [] : each * MINUTE_MS))];

/**
 * The whole conference, or one of its days, from the evening before on; from now on if it has begun. One that is over is
 * rehearsed as if it were ahead.
 */
export function spanOf(programme: Programme, day: string | undefined, now: number): Span {
  const [first, last] = [day ?? programme.days[0], day ?? programme.days.at(-1)];
  if (first === undefined || last === undefined)
    return { from: now, to: now + UNTIMED_MS, busyFrom: now, isUnderWay: false };
  const { timeZone, dayStart } = programme.conference;
  const midnight = (of: string) => instantOf({ day: of, time: '00:00' }, { timeZone, dayStart: '00:00' });
  const from = midnight(first) - DAY_MS;
  const ends = programme.sessions.flatMap(({ slot, endsAt }) =>
    endsAt !== undefined && slot.day >= first && slot.day <= last ? endsAt : [],
  );
  const dayEnd = instantOf({ day: last, time: dayStart }, { timeZone, dayStart: '00:00' }) + DAY_MS;
  const to = Math.max(dayEnd, ...ends.map(end => end + HOUR_MS));
  const busyFrom = midnight(first) - Math.max(...LEADS_MS);
  return now > from && now < to
    ? { from: now, to, busyFrom: Math.max(now, busyFrom), isUnderWay: true }
    : { from, to, busyFrom, isUnderWay: false };
}

/** The same, begun earlier if a digest of a week comes before; not earlier than now. */
export function withEarlyPosts(
  span: Span,
  {
    digests,
    loaded,
    now,
  }: { readonly digests: readonly Digest[]; readonly loaded: Loaded; readonly now: number },
): Span {
  if (span.isUnderWay || loaded.programme.days.length === 0) return span;
  const first = Math.min(...digests.flatMap(digest => allDueDays(digest, loaded).map(({ dueAt }) => dueAt)));
  const isPast = now > first && now < span.from;
  return { ...span, from: Math.min(span.from, isPast ? now : first) };
}

/** An order as it is for the one day that is rehearsed, if only one is. */
export function ofOneDay(digest: Digest, day: string | undefined): Digest {
  // A week's post tells of that day among others.
  if (day === undefined || digest.span === 'week') return digest;
  return { ...digest, days: isChosenDay(day, digest) ? [day] : [] };
}

/** Every post of a digest in a conference with times. */
export function allDueDays(digest: Digest, loaded: Loaded): readonly DueDay[] {
  return dueDaysIn({ from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY }, digest, loaded);
}

function dueDaysIn(
  { from, to }: Pick<Span, 'from' | 'to'>,
  digest: Digest,
  loaded: Loaded,
): readonly DueDay[] {
  const due: DueDay[] = [];
  let next = nextDueDay(digest, loaded, from - 1);
  while (next !== undefined && next.dueAt <= to) {
    due.push(next);
    next = nextDueDay(digest, loaded, next.dueAt);
  }
  return due;
}

/** The instants at which something may be due: the times of orders, those before each session, and steps in between. */
export function instantsOf(
  { from, to, busyFrom }: Span,
  digests: readonly Digest[],
  loaded: Loaded,
): readonly number[] {
  const instants = new Set([from]);
  for (const digest of digests) {
    const due =
      loaded.programme.days.length > 0 ? allDueDays(digest, loaded) : dueDaysIn({ from, to }, digest, loaded);
    for (const { dueAt } of due) instants.add(dueAt);
  }
  if (loaded.programme.days.length > 0) {
    addSteps(instants, { from: busyFrom, to, everyMs: HOUR_MS });
    for (const { startsAt, endsAt } of loaded.programme.sessions) {
      if (startsAt === undefined || startsAt < busyFrom) continue;
      for (const lead of LEADS_MS) instants.add(startsAt - lead);
      // One that lasts for days is no reason to look all night.
      addSteps(instants, { from: startsAt, to: Math.min(endsAt, startsAt + HOUR_MS), everyMs: STEP_MS });
    }
  }
  return [...instants].filter(at => at >= from && at <= to).sort((a, b) => a - b);
}

function addSteps(
  instants: Set<number>,
  { from, to, everyMs }: { readonly from: number; readonly to: number; readonly everyMs: number },
): void {
  for (let at = Math.ceil(from / everyMs) * everyMs; at <= to; at += everyMs) instants.add(at);
}
