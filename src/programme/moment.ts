import { Temporal } from 'temporal-polyfill';
import { weekdayOf } from '../text/weekdays.ts';
import { ENGLISH } from '../words/en.ts';
import type { Words } from '../words/words.ts';
import {
  DAY_MS,
  findSteadyOffset,
  formatLocal,
  formatOffset,
  parseLocal,
  parseOffset,
} from './local-time.ts';
import type { Moment, Slot } from './talk.ts';
import { fromClocks, toClocks } from './zone-rules.ts';

/**
 * Puts a time as a file writes it on the clocks of a zone. A time with an offset or `Z` is an instant and is shown as
 * that zone's clocks show it; a bare one already is on those clocks. Without a zone it stays as it was written.
 * Returns nothing where the text is no time.
 *
 * A bare time that a change of clocks skips or repeats is read as iCalendar and JavaScript read it ("compatible").
 */
export function placeMoment(text: string, timeZone: string | undefined): Moment | undefined {
  try {
    const usual = placeUsual(text, timeZone);
    if (usual !== undefined) return usual;
    const offset = /(Z|[+-]\d\d:?\d\d)$/i.exec(text)?.[0];
    if (offset !== undefined) {
      const zone = timeZone ?? (offset.toUpperCase() === 'Z' ? 'UTC' : offset);
      return formatMoment(toClocks(Temporal.Instant.from(text), zone));
    }
    const local = Temporal.PlainDateTime.from(text);
    return timeZone === undefined
      ? local.toString({ smallestUnit: 'second' })
      : formatMoment(fromClocks(local, timeZone));
  } catch {
    // Temporal says by RangeError that a text is no time; to our callers that is an answer.
    return undefined;
  }
}

/** The same for the form that most files have, away from changes of clocks; undefined for any other. */
function placeUsual(text: string, timeZone: string | undefined): Moment | undefined {
  const local = parseLocal(text.slice(0, 19));
  if (local === undefined) return undefined;
  if (text.length === 19) {
    if (timeZone === undefined) return text;
    const offset = findSteadyOffset(timeZone, local);
    return offset === undefined ? undefined : `${text}${formatOffset(offset)}`;
  }
  const own = parseOffset(text.slice(19));
  if (own === undefined) return undefined;
  const epoch = local - own * MINUTE_MS;
  const offset = timeZone === undefined ? own : findSteadyOffset(timeZone, epoch);
  // Most times are written as they are shown, `+02:00`.
  if (offset === own && own !== 0 && text.length === 25) return text;
  return offset === undefined
    ? undefined
    : `${formatLocal(epoch + offset * MINUTE_MS)}${formatOffset(offset)}`;
}

const MINUTE_MS = 60_000;

function formatMoment(time: Temporal.ZonedDateTime): Moment {
  return time.toString({ smallestUnit: 'second', timeZoneName: 'never' });
}

/** `2027-05-11` */
export function dateOf(moment: Moment): string {
  return moment.slice(0, 10);
}

/** `09:00`; empty for a date alone. */
export function timeOf(moment: Moment): string {
  return moment.slice(11, 16);
}

/** Whether a text is a date alone, `2027-05-11`. */
export function isDate(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text);
}

/**
 * The days that a time from midnight to a later midnight covers, as calendars write what lasts all day; none if it is not
 * one. Some write its last minute, 23:59, as the end.
 */
export function listWholeDays(start: Moment, end: Moment | undefined): readonly string[] {
  if (end === undefined || timeOf(start) !== '00:00') return [];
  const isMidnight = timeOf(end) === '00:00' || epochOf(end) === (epochOf(start) ?? 0) + DAY_MS;
  if (!isMidnight && timeOf(end) !== '23:59') return [];
  const first = Temporal.PlainDate.from(dateOf(start));
  const count = first.until(dateOf(end)).days + (timeOf(end) === '00:00' ? 0 : 1);
  return Array.from({ length: Math.max(0, count) }, (_, days) => first.add({ days }).toString());
}

/** Milliseconds since 1970 in UTC; undefined for a date alone, and if the moment's zone is not known. */
export function epochOf(moment: Moment): number | undefined {
  if (moment.length <= 19) return undefined;
  const [local, offset] = [parseLocal(moment.slice(0, 19)), parseOffset(moment.slice(19))];
  return local === undefined || offset === undefined
    ? Temporal.Instant.from(moment).epochMilliseconds
    : local - offset * MINUTE_MS;
}

/** The programme day of what begins at this moment, where days begin at `dayStart` (`05:00`). */
export function programmeDay(start: Moment, dayStart: string): string {
  const date = dateOf(start);
  return timeOf(start) < dayStart ? dateOf(formatLocal(Date.parse(date) - DAY_MS)) : date;
}

/** An instant on the clocks of a zone; UTC's where no zone is known. */
export function toMoment(epochMs: number, timeZone = 'UTC'): Moment {
  // Each answer asks several times what time it is, at one instant.
  if (epochMs !== latest.epochMs || timeZone !== latest.timeZone)
    latest = { epochMs, timeZone, moment: computeMoment(epochMs, timeZone) };
  return latest.moment;
}

let latest = { epochMs: Number.NaN, timeZone: '', moment: '' };

function computeMoment(epochMs: number, timeZone: string): Moment {
  // The usual day is computed without Temporal.
  const offset = findSteadyOffset(timeZone, epochMs);
  return offset === undefined
    ? formatMoment(toClocks(Temporal.Instant.fromEpochMilliseconds(epochMs), timeZone))
    : `${formatLocal(epochMs + offset * MINUTE_MS)}${formatOffset(offset)}`;
}

/** The programme day that an instant belongs to. */
export function findProgrammeDay(
  epochMs: number,
  of: { readonly timeZone: string | undefined; readonly dayStart: string },
): string {
  return programmeDay(toMoment(epochMs, of.timeZone), of.dayStart);
}

/** The instant of a time on a programme day, on the conference's clocks: an hour after midnight is of the night after. */
export function instantOf(
  { day, time }: { readonly day: string; readonly time: string },
  of: { readonly timeZone: string | undefined; readonly dayStart: string },
): number {
  const date = Temporal.PlainDate.from(day).add({ days: time < of.dayStart ? 1 : 0 });
  return fromClocks(date.toPlainDateTime(time), of.timeZone ?? 'UTC').epochMilliseconds;
}

/** Reads an instant with its offset (ISO 8601), in milliseconds since 1970. Returns undefined if the text is none. */
export function parseInstant(text: string): number | undefined {
  try {
    return Temporal.Instant.from(text).epochMilliseconds;
  } catch {
    // Temporal throws a RangeError for a text that is no instant; to our callers that is an answer.
    return undefined;
  }
}

/** `Tue 11 May` */
export function formatDay(day: string): string {
  return ENGLISH.day(day);
}

/** `09:00`, `all day` or `time to come` */
export function formatStart({ start, untimed }: Slot, words: Words = ENGLISH): string {
  if (untimed === undefined) return timeOf(start);
  return untimed === 'to come' ? words.times.toCome : words.times.allDay;
}

/** The same for slots that stand under one heading. */
export function startKey({ start, untimed }: Slot): string {
  return `${start}${untimed ?? ''}`;
}

/** `09:00–09:40`, `all day` or `time to come` */
export function formatTimes(slot: Slot, words: Words = ENGLISH): string {
  return slot.end === undefined
    ? formatStart(slot, words)
    : `${formatStart(slot, words)}–${timeOf(slot.end)}`;
}

/**
 * `Tue 11 May 09:00–09:40`, on the conference's clocks, or `Tue 11 May, all day`. What belongs to the evening before, as
 * a talk at 01:30 does, says so: `Wed 12 May 01:30–02:00 (Tuesday night)`.
 */
export function formatSlot(slot: Slot, words: Words = ENGLISH): string {
  const date = dateOf(slot.start);
  const night = date === slot.day ? '' : ` (${words.times.night(words.weekday(weekdayOf(slot.day)))})`;
  return `${words.day(date)}${slot.untimed === undefined ? '' : ','} ${formatTimes(slot, words)}${night}`;
}
