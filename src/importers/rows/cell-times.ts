import { Temporal } from 'temporal-polyfill';
import { type Clock, joinClocks, readClock, splitAtDashes } from '../reading/clock.ts';
import { readTime } from '../reading/times.ts';

/** Reads a day that a spreadsheet stores as days since 1900; only from 2009 to 2064. */
export function readSerialDay(text: string): string | undefined {
  const [, days] = /^([45]\d{4})(?:[.,]0+)?$/.exec(text) ?? [];
  return days === undefined ? undefined : DAY_0.add({ days: Number(days) }).toString();
}

const DAY_0 = Temporal.PlainDate.from('1899-12-30');

/** Reads a time that a spreadsheet stores as a fraction of a day: `0.375` is nine o'clock. */
export function readSerialTime(text: string): string | undefined {
  if (!/^0?[.,]\d{1,20}$/.test(text)) return undefined;
  const minutes = Math.round(Number(text.replace(',', '.')) * 24 * 60);
  return minutes < 24 * 60
    ? `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
    : undefined;
}

/** Reads seconds or milliseconds since 1970, as programs write an instant; only from 2001 to 2099. */
export function readEpoch(text: string): string | undefined {
  const [, seconds, milliseconds = ''] = /^([1-4]\d{9})(\d{3})?$/.exec(text) ?? [];
  if (seconds === undefined) return undefined;
  const date = new Date(Number(seconds + milliseconds) * (milliseconds === '' ? 1000 : 1));
  return date.getUTCFullYear() < 2100 ? `${date.toISOString().slice(0, 19)}Z` : undefined;
}

export interface DateTime {
  /** Empty if the text is a time alone. */
  readonly date: string;
  readonly clock: string;
}

/** Splits "5 October 2027, 9:00 am" into day and time. */
export function splitDateTime(text: string): DateTime {
  const [, date, clock = ''] = ISO_MINUTE.exec(text) ?? DATE_THEN_CLOCK.exec(text) ?? [];
  // "12 noon" is a time and not the noon of a twelfth.
  const isDated = date !== undefined && readClock(clock) !== undefined && readClock(text) === undefined;
  return isDated ? { date, clock } : { date: '', clock: text };
}

/** The usual form is read without the pattern of all others, which takes long to compile. */
const ISO_MINUTE = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)$/;
const DATE_THEN_CLOCK =
  /^(.{0,60}[^\s,])(?:,\s*|\s+|T)((?:(?:at|um|à|a\slas|alle|às)\s+)?(?:\d{1,2}(?:[:.h]\d\d.{0,12}|:?\s*[ap]\.?\s?m\.?|\s*(?:uhr|h)\.?(?:\s\d\d)?)|(?:12\s)?\p{L}{4,12}))$/iu;

/** Splits "5 October 2027, 9" too, which is nine o'clock if an end of "10am" follows. */
function splitDateHour(text: string): DateTime {
  const [, date, clock] = /^(.{1,60}?\d{4}|.{1,60}?(?=,))[,\s]\s*(\d{1,2})$/.exec(text) ?? [];
  return date === undefined || clock === undefined ? splitDateTime(text) : { date, clock };
}

/**
 * Splits `09:00-10:00` or `Sat 8 May 2027 10:00 - 10:45`, unless the end has a column of its own, into two times. They
 * explain each other: in `2:30-3:45pm` both are in the afternoon.
 */
export function splitTimes(start: string, end: string): readonly [from: string, to: string] {
  if (end !== '') return joinTimes(start, end) ?? [splitRange(start)?.[0] ?? start, end];
  return splitRange(start) ?? [start, ''];
}

function splitRange(text: string): readonly [from: string, to: string] | undefined {
  if (readTime(text) !== undefined && !isRangeLikeOffset(text)) return undefined;
  for (const [from, to] of splitAtDashes(text)) {
    const range = joinTimes(from, to);
    if (range !== undefined) return range;
  }
  return undefined;
}

/** `2027-05-11 09:00-10:00` has the form of a time with an offset, but it is nine to ten. */
function isRangeLikeOffset(text: string): boolean {
  const [, from = '', to = ''] = /^\S+ (\d\d:\d\d)-(\d\d:\d\d)$/.exec(text) ?? [];
  return from >= '06:00' && from < to;
}

/** Undefined if either is not a time. */
function joinTimes(from: string, to: string): readonly [from: string, to: string] | undefined {
  const [one, other] = [splitDateHour(from), splitDateTime(to)];
  const range = joinClocks(one.clock, other.clock);
  if (range !== undefined) return [withDate(one.date, range.start), withDate(other.date, range.end)];
  return hasTime(from) && hasTime(to) ? [from, to] : undefined;
}

function withDate(date: string, clock: Clock): string {
  return date === '' ? clock : `${date} ${clock}`;
}

function hasTime(text: string): boolean {
  return readTime(text) !== undefined || readClock(splitDateTime(text).clock) !== undefined;
}

/** Drops the time from a date that has one, `2027-05-11 09:00:00`. */
export function dropClock(date: string): string {
  return readTime(date) === undefined
    ? splitDateTime(date).date || date
    : date.slice(0, DATE_PART.exec(date)?.[0].length);
}

const DATE_PART = /^(?:\d{8}|\d{4}[-/.]\d{1,2}[-/.]\d{1,2})/;

/** True if a cell of dates holds a time, too. */
export function hasClock(text: string): boolean {
  return readTime(text) !== undefined || splitDateTime(text).date !== '';
}

/** Writes `2027年5月11日(火) 午後1時30分` as `2027-5-11 1:30 pm`; any other text stays. */
export function plainJapanese(text: string): string {
  if (!/[年月日时時点點午前後曜]|[(（][月火水木金土日][)）]/.test(text)) return text;
  return text
    .normalize('NFKC')
    .replace(/\s*\([月火水木金土日](?:曜日?)?\)|[月火水木金土日]曜日?/g, ' ')
    .replace(/(\d{4})年\s*(\d{1,2})月\s*(\d{1,2})日/g, '$1-$2-$3 ')
    .replace(
      /(\d{1,2})月\s*(\d{1,2})日/g,
      (_, month: string, day: string) => `${day} ${MONTHS[Number(month) - 1] ?? month} `,
    )
    .replace(
      /(\d{1,2})[时時点點]\s*(?:(\d{1,2})分?|(半))?/g,
      (_, hour: string, minute?: string, half?: string) =>
        `${hour}:${half === undefined ? (minute ?? '').padStart(2, '0') : '30'}`,
    )
    .replace(/(?:午前|上午)\s*(\d{1,2}:\d\d)/g, '$1 am')
    .replace(/(?:午後|下午)\s*(\d{1,2}:\d\d)/g, '$1 pm')
    .replace(/から/g, '-')
    .replace(/まで/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
