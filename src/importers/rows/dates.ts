import { Temporal } from 'temporal-polyfill';
import { months, weekdays } from '../../text/days/day-names.ts';
import { fold } from '../../text/fold.ts';
import { groupByEach } from '../../text/keys.ts';
import {
  DAY_WORDS,
  type DateOrder,
  dropWeekday,
  guessOrder,
  parseDateOrder,
  plainDay,
  readFullDate,
  readNamedMonth,
  toDate,
} from './date-order.ts';
import type { CsvMapping } from './mapping.ts';

/** Reads the days of a sheet. */
export interface DateReader {
  /** Returns `2027-05-11`; undefined if the text is not a day, or is ambiguous in this sheet. */
  read(text: string): string | undefined;
  /** The first day that is written with a year. */
  readonly first: string | undefined;
  /** A whole sentence if days can be read in two ways. */
  readonly doubt: string | undefined;
}

export interface DateHints extends Pick<CsvMapping, 'dateFormat' | 'firstDay'> {
  /** True if its times have am and pm, as in the United States, where the month is first. */
  readonly hasHalves?: boolean | undefined;
}

/**
 * Creates a reader for days in all their forms. It needs all `texts` of a sheet, since only they tell how `05/10/2027`
 * is meant and which day "Friday" is.
 */
export function createDateReader(
  texts: readonly string[],
  { dateFormat, firstDay, hasHalves = false }: DateHints,
): DateReader {
  const distinct = [...new Set(texts)];
  const stated = parseDateOrder(dateFormat ?? '');
  const { order, doubt } =
    stated === undefined ? guessOrder(distinct, hasHalves) : { order: stated, doubt: undefined };
  const days = [...new Set(distinct.flatMap(text => readFullDate(text, order) ?? []))].sort();
  const known = groupByEach(days, day => [weekdayOf(day)]);
  const years = new Set(days.map(yearOf));
  const [year] = firstDay === undefined ? (years.size === 1 ? years : []) : [yearOf(firstDay)];
  return {
    first: days[0],
    doubt,
    read: text =>
      readFullDate(text, order) ??
      readYearless(text, year, firstDay ?? days[0], order) ??
      readWeekday(text, { known, firstDay }) ??
      readDayNumber(text, firstDay),
  };
}

/** Says what "11 May", "Friday" or "Day 2" lacks to be a date. */
export function findLack(text: string): 'no year' | 'no first day' | undefined {
  if (readYearless(text, A_LEAP_YEAR, undefined, 'dmy') !== undefined) return 'no year';
  const isDay = createDateReader([], { firstDay: `${A_LEAP_YEAR}-01-01` }).read(text) !== undefined;
  return isDay ? 'no first day' : undefined;
}

const A_LEAP_YEAR = '2028';

/** True for the name of a day and nothing else, as sheets have it above the rows of that day. */
export function isDayHeading(text: string): boolean {
  const rest = (fold(plainDay(text)).match(/\p{L}+/gu) ?? []).filter(
    word => !weekdays().has(word) && !months().has(word) && !DAY_WORDS.has(word),
  );
  return rest.length === 0 && /\p{L}|\d[./-]\d/u.test(text);
}

/** Reads "27 September", "Sept 27th", `27.9.` or `9/27` in the year of the first day, else of all other dates. */
function readYearless(
  raw: string,
  year: string | undefined,
  near: string | undefined,
  order: DateOrder,
): string | undefined {
  if (year === undefined) return undefined;
  const text = dropWeekday(raw);
  const [, a, mark, b] = /^(\d{1,2})([./])(\d{1,2})\.?$/.exec(text) ?? [];
  if (a !== undefined) {
    const [dmy, mdy] = [toDate(year, b, a), mark === '.' ? undefined : toDate(year, a, b)];
    if (near === undefined || dmy === undefined || mdy === undefined)
      return order === 'mdy' ? (mdy ?? dmy) : (dmy ?? mdy);
    return daysApart(near, mdy) < daysApart(near, dmy) ? mdy : dmy;
  }
  const named = readNamedMonth(text);
  return named === undefined || named.year !== undefined ? undefined : toDate(year, named.month, named.day);
}

function daysApart(one: string, other: string): number {
  return Math.abs(Date.parse(one) - Date.parse(other));
}

/** 1 is Monday, as in ISO 8601. */
function weekdayOf(day: string): number {
  return new Date(`${day}T00:00Z`).getUTCDay() || 7;
}

function yearOf(day: string): string {
  return day.slice(0, 4);
}

function readWeekday(
  raw: string,
  {
    known,
    firstDay,
  }: { readonly known: ReadonlyMap<number, readonly string[]>; readonly firstDay: string | undefined },
): string | undefined {
  const [number, ...more] = new Set<number>(
    (fold(plainDay(raw)).match(/\p{L}+/gu) ?? []).flatMap(word => weekdays().get(word) ?? []),
  );
  if (number === undefined || more.length > 0 || !isDayHeading(raw) || isImpossibleDay(raw, firstDay))
    return undefined;
  const [day, ...others] = known.get(number) ?? [];
  if (day !== undefined && others.length === 0) return day;
  if (firstDay === undefined) return undefined;
  const first = Temporal.PlainDate.from(firstDay);
  return first.add({ days: (number - first.dayOfWeek + 7) % 7 }).toString();
}

/** "Friday 31 June" and "Fri 31.6.2027" are slips; the weekday does not tell which part is wrong. */
function isImpossibleDay(raw: string, firstDay = A_LEAP_YEAR): boolean {
  const text = dropWeekday(raw);
  const named = readNamedMonth(text);
  return named === undefined
    ? /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}$/.test(text)
    : toDate(named.year ?? firstDay.slice(0, 4), named.month, named.day) === undefined;
}

/** Reads "Day 2", "Tag 2", or just the number. */
function readDayNumber(text: string, firstDay: string | undefined): string | undefined {
  const [, number] = /^\p{L}*\s*(\d{1,2})$/u.exec(text.trim()) ?? [];
  if (firstDay === undefined) return undefined;
  if (text.trim() === '') return firstDay;
  return number === undefined || number === '0'
    ? undefined
    : Temporal.PlainDate.from(firstDay)
        .add({ days: Number(number) - 1 })
        .toString();
}
