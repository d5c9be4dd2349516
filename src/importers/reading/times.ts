import type { DraftSlot } from '../../programme/joining/draft.ts';
import { DAY_MS, formatLocal, parseLocal } from '../../programme/local-time.ts';
import { epochOf, isDate, listWholeDays, placeMoment } from '../../programme/moment.ts';
import { cleanLine } from './clean.ts';
import { type Clock, readClock, readEndClock } from './clock.ts';
import { maskEmails } from './contacts.ts';
import { toReadableText } from './readable-text.ts';
import type { Report, Spot } from './report.ts';

/** A slot as a file has it; a text is empty if the file does not give it. */
export interface RawSlot {
  readonly start: string;
  readonly end: string;
  /** Used if there is no end. */
  readonly minutes?: number | undefined;
  readonly rooms: readonly string[];
  /** The programme day, if the file states it. */
  readonly day?: string | undefined;
  /** True if the file counts the days that it lasts, so that an end after more than 24 hours is no slip. */
  readonly lastsDays?: boolean | undefined;
  /** The id of its time, which another file has; `start` is then empty. */
  readonly timeslot?: string | undefined;
  /** True if the file says that it lasts all day; `start` and `end` may then be dates, of which the end is excluded. */
  readonly allDay?: boolean | undefined;
}

/** Reads when and where a talk is; undefined if it has no time. A time that cannot be read is reported. */
export function readSlot(raw: RawSlot, spot: Spot, report: Report): DraftSlot | undefined {
  if (raw.timeslot !== undefined) return readNamedSlot(raw, raw.timeslot);
  const text = cleanLine(raw.start);
  const start = readTime(text) ?? readDate(text);
  if (start === undefined) {
    const day = readDate(raw.day ?? '');
    const instead = day === undefined ? 'without a time' : 'on its day, with its time to come';
    if (text !== '')
      report.fail(spot, `"${quote(text)}" is not a date and time; the talk is listed ${instead}.`);
    return day === undefined
      ? undefined
      : { start: day, end: undefined, rooms: raw.rooms.map(readRoom).filter(room => room !== '') };
  }
  const rooms = raw.rooms.map(readRoom).filter(room => room !== '');
  if (isDate(start))
    return raw.allDay
      ? { ...readWholeDays(start, raw.end, { spot, report }), rooms }
      : { start, end: undefined, rooms };
  return {
    start,
    end: readEnd(raw, start, { spot, report }),
    rooms,
    day: readDate(raw.day ?? ''),
  };
}

function readNamedSlot({ day = '', rooms }: RawSlot, timeslot: string): DraftSlot {
  const start = readDate(day) ?? '';
  return { start, end: undefined, rooms: rooms.map(readRoom).filter(room => room !== ''), timeslot };
}

/** A time of day that was read from a sheet has seconds, which the sheet has not. */
function quote(text: string): string {
  return text.replace(/((?:^|\s)\d\d:\d\d):00$/, '$1').slice(0, 40);
}

/** From midnight to that of the end, which is excluded, or of the next day if there is none. */
function readWholeDays(
  first: string,
  end: string,
  { spot, report }: { readonly spot: Spot; readonly report: Report },
): Pick<DraftSlot, 'start' | 'end'> {
  const stated = readDate(cleanLine(end).slice(0, 10));
  const last = stated === undefined || stated <= first ? addDay(first) : stated;
  const limit = addDays(first, WHOLE_DAYS_MAX);
  if (last > limit) report.warn(spot, 'It lasts longer than 31 days; only the first 31 are listed.');
  return { start: `${first}T00:00:00`, end: `${last > limit ? limit : last}T00:00:00` };
}

/** A page or a web address is no room: Mini-Conf's calendars have links under `location`. */
function readRoom(raw: string): string {
  const room = cleanLine(toReadableText(raw));
  return PAGE.test(room) ? '' : maskEmails(room).slice(0, ROOM_LENGTH_MAX);
}

const PAGE = /^(?:(?:https?:\/\/|www\.|\.{0,2}\/)\S*|\S+\.html?(?:[?#]\S*)?)$/i;

const ROOM_LENGTH_MAX = 200;

function readEnd(
  raw: RawSlot,
  start: string,
  { spot, report }: { readonly spot: Spot; readonly report: Report },
): string | undefined {
  const text = cleanLine(raw.end);
  const end = text === '' ? addMinutes(start, raw.minutes) : readTimeAfter(text, start);
  if (end === undefined) {
    if (text !== '')
      report.fail(spot, `"${quote(text)}" is not a time after the start; the talk is listed without an end.`);
    return undefined;
  }
  const [hours, words] = raw.lastsDays ? [WHOLE_DAYS_MAX * 24, '31 days'] : [24, '24 hours'];
  if (hoursBetween(start, end) <= hours || isWholeDays(start, end)) return end;
  report.warn(spot, `It would last longer than ${words}; it is listed without its end.`);
  return undefined;
}

/** Adds minutes on the same clocks, keeping the offset or its absence. */
function addMinutes(start: string, minutes = 0): string | undefined {
  if (!(minutes > 0)) return undefined;
  // The number is cut, because one day more is too long already.
  const seconds = Math.min(Math.round(minutes * 60), (WHOLE_DAYS_MAX + 1) * 86_400);
  const local = parseLocal(start.slice(0, 19));
  return local === undefined ? undefined : formatLocal(local + seconds * 1000) + start.slice(19);
}

/** If only one of the two has an offset, the clocks are compared, which is wrong by less than a day. */
function hoursBetween(start: string, end: string): number {
  const isBare = start.length === 19 || end.length === 19;
  const [from, to] = isBare
    ? [parseLocal(start.slice(0, 19)), parseLocal(end.slice(0, 19))]
    : [epochOf(start), epochOf(end)];
  return ((to ?? 0) - (from ?? 0)) / (DAY_MS / 24);
}

/** An exhibition lasts so many days; more is a mistake. */
const WHOLE_DAYS_MAX = 31;

function isWholeDays(start: string, end: string): boolean {
  const days = listWholeDays(start, end).length;
  return days > 0 && days <= WHOLE_DAYS_MAX;
}

/** Most files have this form, which needs no rewriting. */
const ISO_TIME = /^\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:Z|[+-]\d\d:\d\d)?$/;
const DATE_AND_TIME =
  /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T_, ]+|[-–](?=\d{4}(?!\d)))(\S.*?)(?:\[[^\]]{1,60}\])?$/i;
const COMPACT = /^(\d{4})(\d\d)(\d\d)(?:[T ](?=\d{4}))(\S.*?)(?:\[[^\]]{1,60}\])?$/i;
const ISO_CLOCK = /^(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?$/;
/** An offset of hours alone, as PostgreSQL writes it, needs seconds before it: `09:00-10` is a range. */
const OFFSET =
  /(?<=\d)(?:\s?(?:Z|UTC|GMT)|\s?([+-](?:0\d|1[0-4])):?([0-5]\d)|(?<=:\d\d:\d\d(?:\.\d{1,9})?)\s?([+-]\d\d))$/i;

/**
 * Reads a date and time as spreadsheets and programs write it, `2027-05-11 9:00`, `20270511T0900Z`, `2027-05-11-0900`,
 * into ISO 8601; undefined if it is not one. `24:00` and later is in the night after the date.
 */
export function readTime(text: string): string | undefined {
  if (ISO_TIME.test(text)) return keepExisting(text);
  const parts = text.length > 80 ? null : (DATE_AND_TIME.exec(text) ?? COMPACT.exec(text));
  if (parts === null) return undefined;
  const [, year = '', month = '', day = '', rest = ''] = parts;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const zoned = OFFSET.exec(rest);
  const clock = readIsoClock(rest.slice(0, zoned?.index ?? rest.length));
  return clock === undefined ? undefined : placeClock(date, clock, printOffset(zoned));
}

function readIsoClock(text: string): Clock | undefined {
  const [, hour, minute, second = '00'] = ISO_CLOCK.exec(text) ?? /^(\d\d)(\d\d)(\d\d)?$/.exec(text) ?? [];
  return readClock(hour === undefined ? text : `${hour}:${minute}:${second}`);
}

function printOffset(zoned: RegExpExecArray | null): string {
  if (zoned === null) return '';
  const [, hours, minutes = '00', hoursAlone = hours] = zoned;
  return hoursAlone === undefined ? 'Z' : `${hoursAlone}:${minutes}`;
}

/** Puts a time of day on a date; hours from 24 on are on the next date. Undefined if there is no such date. */
export function placeClock(date: string, clock: Clock, offset = ''): string | undefined {
  const hour = Number(clock.slice(0, 2));
  if (hour < 24) return keepExisting(`${date}T${clock}${offset}`);
  if (keepExisting(`${date}T00:00:00`) === undefined) return undefined;
  return `${addDay(date)}T${String(hour - 24).padStart(2, '0')}${clock.slice(2)}${offset}`;
}

/** Reads a date, `2027-05-11`; undefined if it is not one. */
export function readDate(text: string): string | undefined {
  return readTime(isDate(text) ? `${text}T00:00:00` : `${text} 00:00`)?.slice(0, 10);
}

/** A time of day before that of the start is the next morning, up to this many hours later; beyond, it is a mistake. */
const NIGHT_HOURS = 12;

/** Reads an end as `readTime` does, or as a time alone: the first such time after the start. */
export function readTimeAfter(text: string, start: string): string | undefined {
  const clock = readEndClock(text);
  if (clock === undefined) {
    const end = readTime(text);
    return end !== undefined && isAfter(end, start) ? end : undefined;
  }
  const [date, offset] = [start.slice(0, 10), start.slice(19)];
  // `24:30` after `24:00` is in the night in which the start is already.
  const isNight = clock >= '24' && start.slice(11, 13) < NIGHT_END;
  const hour = String(Number(clock.slice(0, 2)) % 24).padStart(2, '0');
  const sameDay = keepExisting(`${date}T${isNight ? hour : clock.slice(0, 2)}${clock.slice(2)}${offset}`);
  if (isNight && sameDay !== undefined && sameDay > start) return sameDay;
  if (clock >= '24') return placeClock(date, clock, offset);
  if (sameDay === undefined || sameDay > start) return sameDay;
  const hours = 24 + Number(clock.slice(0, 2)) - Number(start.slice(11, 13));
  return hours > NIGHT_HOURS ? undefined : keepExisting(`${addDay(date)}T${clock}${offset}`);
}

/** Nothing that ends at 24:00 or later begins on the same date before this hour. */
const NIGHT_END = '05';

function keepExisting(time: string): string | undefined {
  return placeMoment(time, undefined) === undefined ? undefined : time;
}

/** If only one of the two has an offset, they cannot be compared, and the file is believed. */
function isAfter(end: string, start: string): boolean {
  const [from, to] = [epochOf(start), epochOf(end)];
  if (from === undefined && to === undefined) return end > start;
  return from === undefined || to === undefined || to > from;
}

/** The next date: `2027-05-12` for `2027-05-11`. */
export function addDay(date: string): string {
  return addDays(date, 1);
}

function addDays(date: string, days: number): string {
  return formatLocal(Date.parse(date) + days * DAY_MS).slice(0, 10);
}

/** How many days the second date is after the first. */
export function daysBetween(first: string, second: string): number {
  return (Date.parse(second) - Date.parse(first)) / DAY_MS;
}
