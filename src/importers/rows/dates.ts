import { Temporal } from 'temporal-polyfill';
import { parseLocal } from '../../programme/local-time.ts';
import { isDate } from '../../programme/moment.ts';
import { fold } from '../../text/fold.ts';
import { groupByEach } from '../../text/keys.ts';
import { months, weekdays } from '../../text/read-day.ts';
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

type DateOrder = 'dmy' | 'mdy' | 'ymd';

/**
 * Creates a reader for days in all their forms. It needs all `texts` of a sheet, since only they tell how `05/10/2027`
 * is meant and which day "Friday" is.
 */
export function createDateReader(texts: readonly string[], { dateFormat, firstDay }: CsvMapping): DateReader {
  const distinct = [...new Set(texts)];
  const stated = parseDateOrder(dateFormat ?? '');
  const { order, doubt } = stated === undefined ? guessOrder(distinct) : { order: stated, doubt: undefined };
  const days = [...new Set(distinct.flatMap(text => readFullDate(text, order) ?? []))].sort();
  const known = groupByEach(days, day => [weekdayOf(day)]);
  const years = new Set(days.map(yearOf));
  const [year] = firstDay === undefined ? (years.size === 1 ? years : []) : [yearOf(firstDay)];
  return {
    first: days[0],
    doubt,
    read: text =>
      readFullDate(text, order) ??
      readYearless(text, year) ??
      readWeekday(text, { known, firstDay }) ??
      readDayNumber(text, firstDay),
  };
}

/** Says what "11 May", "Friday" or "Day 2" lacks to be a date. */
export function findLack(text: string): 'no year' | 'no first day' | undefined {
  if (readYearless(text, A_LEAP_YEAR) !== undefined) return 'no year';
  const isDay = createDateReader([], { firstDay: `${A_LEAP_YEAR}-01-01` }).read(text) !== undefined;
  return isDay ? 'no first day' : undefined;
}

const A_LEAP_YEAR = '2028';

/** True for the name of a day and nothing else, as sheets have it above the rows of that day. */
export function isDayHeading(text: string): boolean {
  const rest = (fold(text).match(/\p{L}+/gu) ?? []).filter(
    word => !weekdays().has(word) && !months().has(word) && !DAY_WORDS.has(word),
  );
  return rest.length === 0 && /\p{L}|\d[./-]\d/u.test(text);
}

const DAY_WORDS = new Set(
  'day tag dia jour giorno morning afternoon evening night am pm vormittag nachmittag abend manana tarde noche matin soir de of th st nd rd'.split(
    ' ',
  ),
);

/** Parses an order such as `dd/MM/yyyy`; undefined if it is not one. */
export function parseDateOrder(format: string): DateOrder | undefined {
  const order = format
    .toLowerCase()
    .replace(/[^dmy]/g, '')
    .replace(/(.)\1+/g, '$1');
  return order === 'dmy' || order === 'mdy' || order === 'ymd' ? order : undefined;
}

/**
 * Guesses the order. A number above twelve settles it. Else the days of one conference are close together: `05/10`,
 * `06/10` and `07/10` are three days of October, not one each of May, June and July.
 */
function guessOrder(texts: readonly string[]): {
  readonly order: DateOrder;
  readonly doubt: string | undefined;
} {
  if (texts.every(isDate)) return { order: 'dmy', doubt: undefined };
  const spans = (['dmy', 'mdy'] as const).map(order => ({ order, days: countDays(texts, order) }));
  const [dmy, mdy] = spans;
  if (dmy === undefined || mdy === undefined || dmy.days === mdy.days) {
    const isOpen =
      dmy?.days !== undefined && texts.some(text => readFullDate(text, 'dmy') !== readFullDate(text, 'mdy'));
    return {
      order: 'dmy',
      doubt: isOpen
        ? 'Its dates were read as day, month, year; if that is wrong, set csv: { dateFormat: "MM/dd/yyyy" } in conference.yml.'
        : undefined,
    };
  }
  const isMonthFirst = mdy.days !== undefined && (dmy.days === undefined || mdy.days < dmy.days);
  return { order: isMonthFirst ? 'mdy' : 'dmy', doubt: undefined };
}

/** Counts the days from first to last; undefined if a text is a date only in the other order. */
function countDays(texts: readonly string[], order: DateOrder): number | undefined {
  const other = order === 'dmy' ? 'mdy' : 'dmy';
  const dates = texts.map(text => readFullDate(text, order));
  if (texts.some((text, at) => dates[at] === undefined && readFullDate(text, other) !== undefined))
    return undefined;
  const [first, ...rest] = dates.filter(date => date !== undefined).sort();
  const last = rest.at(-1) ?? first;
  return first === undefined || last === undefined
    ? undefined
    : Temporal.PlainDate.from(first).until(last).days;
}

function readFullDate(raw: string, order: DateOrder): string | undefined {
  const text = dropWeekday(raw);
  const [, y, m, d] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text) ?? [];
  if (y !== undefined) return toDate(y, m, d);
  const [, a, mark, b, c] = /^(\d{1,2})([-/.])(\d{1,2})[-/.](\d{4}|\d\d)$/.exec(text) ?? [];
  if (a !== undefined) {
    if (order === 'ymd' && c?.length === 2) return toDate(`20${a.padStart(2, '0')}`, b, c);
    const isMonthFirst = order === 'mdy' && mark !== '.';
    return toDate(`20${c}`.slice(-4), isMonthFirst ? a : b, isMonthFirst ? b : a);
  }
  const named = readNamedMonth(text);
  return named?.year === undefined ? undefined : toDate(named.year, named.month, named.day);
}

/** Reads "27 September" or "Sept 27th" in the year of the first day, else of all other dates. */
function readYearless(raw: string, year: string | undefined): string | undefined {
  const named = readNamedMonth(dropWeekday(raw));
  if (named === undefined || named.year !== undefined || year === undefined) return undefined;
  return toDate(year, named.month, named.day);
}

/** 1 is Monday, as in ISO 8601. */
function weekdayOf(day: string): number {
  return new Date(`${day}T00:00Z`).getUTCDay() || 7;
}

function yearOf(day: string): string {
  return day.slice(0, 4);
}

/** "Tuesday, May 11 2027 - Day 1" */
const NUMBERED_DAY = /\b(?:day|tag|jour|dia|giorno)\s*\d{1,2}\b/g;

function readNamedMonth(text: string): { year: string | undefined; month: number; day: string } | undefined {
  const words =
    fold(text)
      .replace(NUMBERED_DAY, '')
      .match(/\p{L}+|\d+/gu) ?? [];
  const at = words.findIndex(word => months().has(word));
  const month = months().get(words[at] ?? '');
  const numbers = words.filter(word => /^\d+$/.test(word));
  const [day, other] = numbers.filter(number => number.length <= 2);
  // The second number is a year behind the month, as in "11 May 27", else a second day.
  if (other !== undefined && words[at + 1] !== other) return undefined;
  const isOnlyDate = words.every(word => /^\d+$/.test(word) || months().has(word) || DAY_WORDS.has(word));
  if (month === undefined || day === undefined || !isOnlyDate) return undefined;
  return { year: numbers.find(number => number.length === 4), month, day };
}

function readWeekday(
  raw: string,
  {
    known,
    firstDay,
  }: { readonly known: ReadonlyMap<number, readonly string[]>; readonly firstDay: string | undefined },
): string | undefined {
  const [number, ...more] = new Set<number>(
    (fold(raw).match(/\p{L}+/gu) ?? []).flatMap(word => weekdays().get(word) ?? []),
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

function dropWeekday(text: string): string {
  const [word = ''] = /^\p{L}+/u.exec(text.trim()) ?? [];
  return weekdays().has(fold(word))
    ? text
        .trim()
        .slice(word.length)
        .replace(/^[.,\s]+/, '')
    : text.trim();
}

function toDate(
  year: string,
  month: string | number | undefined,
  day: string | undefined,
): string | undefined {
  const text = [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
  return isDate(text) && parseLocal(`${text}T00:00:00`) !== undefined ? text : undefined;
}
