import type { DraftSlot } from '../../programme/joining/draft.ts';
import { isDate } from '../../programme/moment.ts';
import { fold } from '../../text/fold.ts';
import { readMinutes } from '../../text/read-length.ts';
import { readClock as readTimeOfDay } from '../reading/clock.ts';
import type { Report, Spot } from '../reading/report.ts';
import { addDay, daysBetween, placeClock, readDate, readSlot, readTime } from '../reading/times.ts';

export interface FrabDay {
  /** Empty if the file does not give it. */
  readonly date: string;
  /** `09:00`: an event that starts earlier and has no date of its own is after midnight. */
  readonly change: string;
}

/** Time and room of an event as frab and similar programs write them; a field is empty if the file does not give it. */
export interface FrabTime {
  /** Date, time and offset. */
  readonly date: string;
  /** The time of day. */
  readonly start: string;
  readonly duration: string;
  readonly end: string;
  readonly room: string;
  readonly day: FrabDay;
}

/**
 * Reads when a day changes: at the hour that the conference states, else at the end of the day, else at midnight. A day
 * that ends on its own date has no night after it. `end` has date and time.
 */
export function readDayChange(day: {
  readonly conferenceChange: string;
  readonly date: string;
  readonly end: string;
}): string {
  const end = day.end.slice(0, 10) === day.date ? '' : day.end.slice(11);
  const clock = [day.conferenceChange, end].find(text => /^\d\d:\d\d/.test(text));
  return clock?.slice(0, 5) ?? '00:00';
}

/** The room of an event: its own, or the one that it stands under. `k4201`, the slug of `K.4.201`, is on no door. */
export function chooseRoom(own: string, around: string): string {
  return own === '' || (around !== '' && slugOf(own) === slugOf(around)) ? around : own;
}

function slugOf(room: string): string {
  return fold(room).replace(/[^\p{L}\p{N}]/gu, '');
}

/** True if a file with these lengths writes `00:45` for short events: then `1:12:00` is a day and twelve hours. */
export function areDaysCounted(durations: readonly string[]): boolean {
  return durations.some(duration => /^\d\d?:\d\d$/.test(duration));
}

/** Reads the slot of an event; undefined if its time cannot be read, which is reported. */
export function readFrabSlot(
  time: FrabTime,
  { countsDays, spot, report }: SlotContext & { readonly countsDays: boolean },
): DraftSlot | undefined {
  const day = readDayAlone(time);
  if (day !== undefined) return readSlot({ start: day, end: '', rooms: [time.room] }, spot, report);
  const clock = readClock(time.start);
  const start = readStart(time, clock, { spot, report });
  if (start === undefined) return undefined;
  const days = readDays(time.duration, countsDays);
  const raw = {
    start,
    end: time.end,
    minutes: days ?? readDuration(time.duration, { spot, report }),
    lastsDays: days !== undefined,
    rooms: [time.room],
    day: checkDay(readDate(time.day.date), start, { spot, report }),
  };
  const slot = readSlot(raw, spot, report);
  return slot && clock !== undefined ? { clock, ...slot } : slot;
}

/** The day of an event whose hour is not known yet. */
function readDayAlone({ date, start, day }: FrabTime): string | undefined {
  return start === '' && (date === '' || isDate(date)) ? readDate(date || day.date) : undefined;
}

interface SlotContext {
  readonly spot: Spot;
  readonly report: Report;
}

/** Older schedules have no `<date>` in their events; then the day's date and the start are used. */
function readStart(
  { date, start, day }: FrabTime,
  clock: string | undefined,
  { spot, report }: SlotContext,
): string | undefined {
  const dated = readTime(date) ?? readTime(`${date} ${clock}`);
  if (dated !== undefined) return dated;
  const under = readDate(day.date);
  const placed = under && placeEvent(under, start, { clock, change: day.change });
  const wrong = `"${(date || start).slice(0, 40)}" is not a date and time;`;
  if (date === '' && start === '') report.warn(spot, 'It has no time; it is listed without one.');
  else if (!placed) report.fail(spot, `${wrong} it is listed without one.`);
  else if (date !== '') report.warn(spot, `${wrong} the day and start beside it were used instead.`);
  return placed || undefined;
}

/** A clock that goes on after midnight, `25:30`, belongs to the night of its day, as one before the change of days does. */
function placeEvent(
  under: string,
  start: string,
  { clock, change }: { readonly clock: string | undefined; readonly change: string },
): string | undefined {
  const written = readTimeOfDay(start);
  if (written !== undefined && written >= '24') return placeClock(under, written);
  return clock && `${clock < change ? addDay(under) : under}T${clock}:00`;
}

/**
 * Reads a length of more than a day in minutes, `D:HH:MM` as pretalx and EMF write it; undefined if it is not one.
 * Schedules also have `HH:MM:SS`, and Python writes an hour as `1:00:00`; but nobody plans seconds.
 */
function readDays(duration: string, countsDays: boolean): number | undefined {
  const [, days = '', hours, minutes] = /^(\d{1,4}):([01]\d|2[0-3]):([0-5]\d)$/.exec(duration) ?? [];
  const hasSeconds = days.startsWith('0') || (!countsDays && minutes === '00');
  if (hours === undefined || hasSeconds) return undefined;
  return (Number(days) * 24 + Number(hours)) * 60 + Number(minutes);
}

/** `00:00` means that the end is unknown. */
function readDuration(duration: string, { spot, report }: SlotContext): number | undefined {
  const minutes = readMinutes(duration);
  if (minutes === undefined && duration !== '')
    report.warn(
      spot,
      `"${duration.slice(0, 40)}" is not a length such as 00:45; the talk has no end unless the file gives one.`,
    );
  return minutes;
}

/** The programme day is the one that the event is listed under, unless that is more than a day off. */
function checkDay(day: string | undefined, start: string, { spot, report }: SlotContext): string | undefined {
  const date = start.slice(0, 10);
  if (day === undefined || day === date) return day;
  if (Math.abs(daysBetween(day, date)) <= 1) return day;
  report.warn(spot, `It is listed under ${day} but dated ${date}; its date was used.`);
  return undefined;
}

function readClock(start: string): string | undefined {
  const written = readTimeOfDay(start);
  if (written === undefined) return undefined;
  return String(Number(written.slice(0, 2)) % 24).padStart(2, '0') + written.slice(2, 5);
}
