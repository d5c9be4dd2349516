import type { DraftSlot } from '../../programme/joining/draft.ts';
import { DAY_MS, formatLocal, parseLocal } from '../../programme/local-time.ts';
import { epochOf, isDate, listWholeDays, placeMoment } from '../../programme/moment.ts';
import { cleanLine } from './clean.ts';
import { maskEmails } from './contacts.ts';
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
  /** True if the file says that it lasts all day; `start` and `end` may then be dates, of which the end is excluded. */
  readonly allDay?: boolean | undefined;
}

/** Reads when and where a talk is; undefined if it has no time. A time that cannot be read is reported. */
export function readSlot(raw: RawSlot, spot: Spot, report: Report): DraftSlot | undefined {
  const text = cleanLine(raw.start);
  const start = readTime(text) ?? readDate(text);
  if (start === undefined) {
    const day = readDate(raw.day ?? '');
    const instead = day === undefined ? 'without a time' : 'on its day, with its time to come';
    if (text !== '')
      report.fail(spot, `"${text.slice(0, 40)}" is not a date and time; the talk is listed ${instead}.`);
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
  const room = cleanLine(raw);
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
      report.fail(
        spot,
        `"${text.slice(0, 40)}" is not a time after the start; the talk is listed without an end.`,
      );
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

const DATE_AND_TIME =
  /^(\d{4})-(\d{1,2})-(\d{1,2})[T ]+(\d{1,2}):(\d\d)(?::(\d\d)(?:\.\d+)?)? ?(Z|UTC|GMT|[+-]\d\d:?\d\d|(?<=:\d\d:[\d.]+ ?)[+-]\d\d)?(?:\[[^\]]{1,60}\])?$/i;
const TIME = /^(\d{1,2}):(\d\d)(?::(\d\d))?$/;

/** Reads a date and time as spreadsheets write it, `2027-05-11 9:00`, into ISO 8601; undefined if it is not one. */
export function readTime(text: string): string | undefined {
  const parts = DATE_AND_TIME.exec(text);
  if (parts === null) return undefined;
  const [, year, month = '', day = '', hour = '', minute, second = '00', offset = ''] = parts;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return keepExisting(`${date}T${hour.padStart(2, '0')}:${minute}:${second}${normalizeOffset(offset)}`);
}

function normalizeOffset(offset: string): string {
  if (/^[a-z]/i.test(offset)) return 'Z';
  return offset.length === 3 ? `${offset}:00` : offset;
}

/** Reads a date, `2027-05-11`; undefined if it is not one. */
export function readDate(text: string): string | undefined {
  return readTime(`${text} 00:00`)?.slice(0, 10);
}

/** A time of day before that of the start is the next morning, up to this many hours later; beyond, it is a mistake. */
const NIGHT_HOURS = 12;

/** Reads an end as `readTime` does, or as a time alone: the first such time after the start. */
export function readTimeAfter(text: string, start: string): string | undefined {
  const [, hour, minute, second = '00'] = TIME.exec(text) ?? [];
  if (hour === undefined) {
    const end = readTime(text);
    return end !== undefined && isAfter(end, start) ? end : undefined;
  }
  const time = `${hour.padStart(2, '0')}:${minute}:${second}`;
  const sameDay = keepExisting(`${start.slice(0, 10)}T${time}${start.slice(19)}`);
  if (sameDay === undefined || sameDay > start) return sameDay;
  const hours = 24 + Number(hour) - Number(start.slice(11, 13));
  return hours > NIGHT_HOURS
    ? undefined
    : keepExisting(`${addDay(start.slice(0, 10))}T${time}${start.slice(19)}`);
}

function keepExisting(time: string): string | undefined {
  return placeMoment(time, undefined) === undefined ? undefined : time;
}

/** If only one of the two has an offset, they cannot be compared, and the file is believed. */
function isAfter(end: string, start: string): boolean {
  const [from, to] = [epochOf(start), epochOf(end)];
  if (from === undefined && to === undefined) return end > start;
  return from === undefined || to === undefined || to > from;
}

/**
 * Reads `0:45`, `00:45` or `00:45:00` as minutes; undefined if the text is not a duration. EMF wrote `6944:11:40` for some
 * and meant days, hours and minutes; it is read as hours, and `readSlot` then reports that it is too long.
 */
export function readMinutes(duration: string): number | undefined {
  const [, hours, minutes, seconds = '0'] = /^(\d{1,6}):([0-5]?\d)(?::([0-5]?\d))?$/.exec(duration) ?? [];
  return hours === undefined ? undefined : Number(hours) * 60 + Number(minutes) + Number(seconds) / 60;
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
