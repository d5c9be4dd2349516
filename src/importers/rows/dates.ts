import { Temporal } from 'temporal-polyfill';
import { months, weekdays } from '../../text/calendar-names.ts';
import { fold } from '../../text/fold.ts';
import { groupByEach } from '../../text/group.ts';
import type { CsvMapping } from './mapping.ts';

/** The days of a sheet. */
export interface CsvDates {
  /** `2027-05-11`; nothing where the text names no day, or one that nothing in the sheet settles. */
  read(text: string): string | undefined;
  /** The first of the days that are written with a year. */
  readonly first: string | undefined;
  /** A whole sentence where days could be read in two ways. */
  readonly doubt: string | undefined;
}

type Order = 'dmy' | 'mdy' | 'ymd';

/** Tells days in all their forms. How `05/10/2027` is meant, and which day "Friday" is, only all `texts` together tell. */
export function csvDates(texts: readonly string[], { dateFormat, firstDay }: CsvMapping): CsvDates {
  const distinct = [...new Set(texts)];
  const stated = dateOrder(dateFormat ?? '');
  const { order, doubt } = stated === undefined ? likeliest(distinct) : { order: stated, doubt: undefined };
  const days = [...new Set(distinct.flatMap(text => fullDate(text, order) ?? []))].sort();
  const known = groupByEach(days, day => [Temporal.PlainDate.from(day).dayOfWeek]);
  const years = new Set(days.map(yearOf));
  const [year] = firstDay === undefined ? (years.size === 1 ? years : []) : [yearOf(firstDay)];
  return {
    first: days[0],
    doubt,
    read: text =>
      fullDate(text, order) ??
      yearless(text, year) ??
      weekday(text, { known, firstDay }) ??
      numbered(text, firstDay),
  };
}

/** What "11 May" lacks to be a date, and what "Friday" and "Day 2" do. */
export function lackOf(text: string): 'no year' | 'no first day' | undefined {
  if (yearless(text, A_LEAP_YEAR) !== undefined) return 'no year';
  const isDay = csvDates([], { firstDay: `${A_LEAP_YEAR}-01-01` }).read(text) !== undefined;
  return isDay ? 'no first day' : undefined;
}

const A_LEAP_YEAR = '2028';

/** True for what is the name of a day and nothing else, as sheets have it above the rows of that day. */
export function isDayHeading(text: string): boolean {
  const rest = (fold(text).match(/\p{L}+/gu) ?? []).filter(
    word => !weekdays().has(word) && !months().has(word) && !PARTS.has(word),
  );
  return rest.length === 0 && /\p{L}|\d[./-]\d/u.test(text);
}

const PARTS = new Set(
  'day tag dia jour giorno morning afternoon evening night am pm vormittag nachmittag abend manana tarde noche matin soir de of th st nd rd'.split(
    ' ',
  ),
);

/** The order that `dd/MM/yyyy` means; nothing where a text means none. */
export function dateOrder(format: string): Order | undefined {
  const order = format
    .toLowerCase()
    .replace(/[^dmy]/g, '')
    .replace(/(.)\1+/g, '$1');
  return order === 'dmy' || order === 'mdy' || order === 'ymd' ? order : undefined;
}

/**
 * A number above twelve settles it. Else days of one conference are near each other: `05/10`, `06/10` and `07/10` are
 * three days of October, or one each of May, June and July.
 */
function likeliest(texts: readonly string[]): { readonly order: Order; readonly doubt: string | undefined } {
  const spans = (['dmy', 'mdy'] as const).map(order => ({ order, days: spanOf(texts, order) }));
  const [dmy, mdy] = spans;
  if (dmy === undefined || mdy === undefined || dmy.days === mdy.days) {
    const isOpen =
      dmy?.days !== undefined && texts.some(text => fullDate(text, 'dmy') !== fullDate(text, 'mdy'));
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

/** The days between the first and the last; nothing where a text is no date in this order and is one in the other. */
function spanOf(texts: readonly string[], order: Order): number | undefined {
  const other = order === 'dmy' ? 'mdy' : 'dmy';
  const dates = texts.map(text => fullDate(text, order));
  if (texts.some((text, at) => dates[at] === undefined && fullDate(text, other) !== undefined))
    return undefined;
  const [first, ...rest] = dates.filter(date => date !== undefined).sort();
  const last = rest.at(-1) ?? first;
  return first === undefined || last === undefined
    ? undefined
    : Temporal.PlainDate.from(first).until(last).days;
}

function fullDate(raw: string, order: Order): string | undefined {
  const text = withoutWeekday(raw);
  const [, y, m, d] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text) ?? [];
  if (y !== undefined) return dateOf(y, m, d);
  const [, a, mark, b, c] = /^(\d{1,2})([-/.])(\d{1,2})[-/.](\d{4}|\d\d)$/.exec(text) ?? [];
  if (a !== undefined) {
    if (order === 'ymd' && c?.length === 2) return dateOf(`20${a.padStart(2, '0')}`, b, c);
    const isMonthFirst = order === 'mdy' && mark !== '.';
    return dateOf(`20${c}`.slice(-4), isMonthFirst ? a : b, isMonthFirst ? b : a);
  }
  const named = withMonth(text);
  return named?.year === undefined ? undefined : dateOf(named.year, named.month, named.day);
}

/** "27 September", "Sept 27th": of the year of the first day, else of all other dates. */
function yearless(raw: string, year: string | undefined): string | undefined {
  const named = withMonth(withoutWeekday(raw));
  if (named === undefined || named.year !== undefined || year === undefined) return undefined;
  return dateOf(year, named.month, named.day);
}

function yearOf(day: string): string {
  return day.slice(0, 4);
}

function withMonth(text: string): { year: string | undefined; month: number; day: string } | undefined {
  const words = fold(text).match(/\p{L}+|\d+/gu) ?? [];
  const month = words.map(word => months().get(word)).find(number => number !== undefined);
  const numbers = words.filter(word => /^\d+$/.test(word));
  const day = numbers.find(number => number.length <= 2);
  const isOnlyDate = words.every(word => /^\d+$/.test(word) || months().has(word) || PARTS.has(word));
  if (month === undefined || day === undefined || !isOnlyDate) return undefined;
  return { year: numbers.find(number => number.length === 4), month, day };
}

function weekday(
  raw: string,
  {
    known,
    firstDay,
  }: { readonly known: ReadonlyMap<number, readonly string[]>; readonly firstDay: string | undefined },
): string | undefined {
  const [number] = (fold(raw).match(/\p{L}+/gu) ?? []).flatMap(word => weekdays().get(word) ?? []);
  if (number === undefined || !isDayHeading(raw) || isNoDay(raw, firstDay)) return undefined;
  const [day, ...others] = known.get(number) ?? [];
  if (day !== undefined && others.length === 0) return day;
  if (firstDay === undefined) return undefined;
  const first = Temporal.PlainDate.from(firstDay);
  return first.add({ days: (number - first.dayOfWeek + 7) % 7 }).toString();
}

/** "Friday 31 June" and "Fri 31.6.2027" are slips; which part is wrong, the weekday cannot tell. */
function isNoDay(raw: string, firstDay = A_LEAP_YEAR): boolean {
  const text = withoutWeekday(raw);
  const named = withMonth(text);
  return named === undefined
    ? /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}$/.test(text)
    : dateOf(named.year ?? firstDay.slice(0, 4), named.month, named.day) === undefined;
}

/** "Day 2", "Tag 2", or just the number. */
function numbered(text: string, firstDay: string | undefined): string | undefined {
  const [, number] = /^\p{L}*\s*(\d{1,2})$/u.exec(text.trim()) ?? [];
  if (firstDay === undefined) return undefined;
  if (text.trim() === '') return firstDay;
  return number === undefined || number === '0'
    ? undefined
    : Temporal.PlainDate.from(firstDay)
        .add({ days: Number(number) - 1 })
        .toString();
}

function withoutWeekday(text: string): string {
  const [word = ''] = /^\p{L}+/u.exec(text.trim()) ?? [];
  return weekdays().has(fold(word))
    ? text
        .trim()
        .slice(word.length)
        .replace(/^[.,\s]+/, '')
    : text.trim();
}

function dateOf(
  year: string,
  month: string | number | undefined,
  day: string | undefined,
): string | undefined {
  const text = [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString();
  } catch {
    // Temporal says by RangeError that there is no such day.
    return undefined;
  }
}
