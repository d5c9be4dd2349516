import { DAY_MS, formatLocal, parseLocal } from '../../programme/local-time.ts';
import { isDate, parseInstant, placeMoment } from '../../programme/moment.ts';
import type { IcsProperty } from './lines.ts';

/** The repeats of an event, in days after the first, and a whole sentence about those left out. */
export interface Repeats {
  readonly days: readonly number[];
  readonly doubt: string | undefined;
}

/** The first time of a series as its file has it, and how to put it and the end of the rule on the clocks of a zone. */
export interface SeriesStart {
  readonly start: string;
  readonly lastDay: string;
  /** Adds the offset of the zone of `start`. */
  readonly place: (local: string) => string;
  /** The zone of the calendar, an IANA name. */
  readonly zone: string | undefined;
}

const NO_REPEATS: Repeats = { days: [], doubt: undefined };

/** No conference lasts longer, and no session is repeated more often. */
const DAYS_MAX = 366;
const TIMES_MAX = 60;

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/**
 * Reads an RRULE that repeats by days, weeks, months or years. `lastDay`, the last day of any other event, ends a rule
 * without an end. We count the days ourselves because ical.js never ends on a rule that has no dates.
 */
export function readRepeats(
  rule: NonNullable<IcsProperty['rule']>,
  { start, lastDay, place, zone }: SeriesStart,
): Repeats {
  const first = parseDate(start);
  const read = readRule(rule);
  if (first === undefined) return NO_REPEATS;
  if (read === undefined)
    return {
      days: [],
      doubt: 'It repeats by a rule that Lectern does not read; only its first time is listed.',
    };
  const until = typeof rule.until === 'string' ? rule.until : undefined;
  const count = typeof rule.count === 'number' ? rule.count : undefined;
  const isOver =
    until === undefined
      ? (date: string) => count === undefined && date > lastDay
      : createEndTest(until, { start, place, zone });
  const isOverOn = (day: number) => isOver(formatLocal((first.at + day) * DAY_MS).slice(0, 10));
  const limit = Math.min(count ?? TIMES_MAX, TIMES_MAX) - 1;
  const days: number[] = [];
  let isFull = false;
  for (const day of listDays(read, first)) {
    if (isOverOn(day)) return { days, doubt: describeEndless(until, count) };
    isFull = days.length >= limit;
    if (isFull) break;
    days.push(day);
  }
  if (!isFull && isOverOn(DAYS_MAX)) return { days, doubt: describeEndless(until, count) };
  const isWhole = count !== undefined && days.length === count - 1 && count <= TIMES_MAX;
  return {
    days,
    doubt: isWhole ? undefined : 'It repeats for too long; only its first times are listed.',
  };
}

/** UNTIL is a date, that day included, or an instant, that one included; a series of days ends on the day of the instant. */
function createEndTest(
  until: string,
  { start, place, zone }: Omit<SeriesStart, 'lastDay'>,
): (date: string) => boolean {
  if (isDate(until)) return date => date > until;
  const end = parseInstant(place(until));
  if (isDate(start)) {
    const last = (placeMoment(until, zone) ?? until).slice(0, 10);
    return date => date > last;
  }
  return date => {
    const at = parseInstant(place(date + start.slice(10)));
    return at === undefined || end === undefined ? date > until.slice(0, 10) : at > end;
  };
}

function describeEndless(until: string | undefined, count: number | undefined): string | undefined {
  return until === undefined && count === undefined
    ? 'It repeats without an end; it is listed up to the last day of the other events.'
    : undefined;
}

/** The days of a rule, in days from the first day of the series, which may be before it; in ascending order. */
function* listDays(rule: Rule, first: Day): Generator<number> {
  const { positions } = rule;
  if (positions.length === 0) {
    for (let day = 1; day <= DAYS_MAX; day++) if (isOn(rule, toDay(first.at + day), first)) yield day;
    return;
  }
  // A position counts within a whole week, month or year, also before the first day and after the last.
  const periods = new Map<number, number[]>();
  for (let day = -YEAR_DAYS; day <= DAYS_MAX + YEAR_DAYS; day++) {
    const date = toDay(first.at + day);
    if (!isOn(rule, date, first)) continue;
    const period = periodsBetween(rule, first, date);
    periods.set(period, [...(periods.get(period) ?? []), day]);
  }
  for (const days of periods.values()) {
    const chosen = new Set(positions.map(position => days.at(position > 0 ? position - 1 : position)));
    for (const day of days) if (chosen.has(day) && day > 0 && day <= DAYS_MAX) yield day;
  }
}

const YEAR_DAYS = 366;

/** A rule by days, with the parts of RFC 5545, 3.3.10, that sessions have; a list is empty if the rule does not have it. */
interface Rule {
  readonly freq: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';
  readonly interval: number;
  /** Days of the week from Monday, 1; `nth` of the month or year, from its end if negative. */
  readonly weekdays: readonly { readonly weekday: number; readonly nth: number | undefined }[];
  readonly months: readonly number[];
  readonly monthDays: readonly number[];
  readonly positions: readonly number[];
  /** From Monday, 1. */
  readonly weekStart: number;
}

/** Undefined if the rule has a part that is not known here, such as BYHOUR, or one that is not valid. */
function readRule(raw: NonNullable<IcsProperty['rule']>): Rule | undefined {
  const odd = Object.keys(raw).filter(key => !PARTS.has(key));
  const { freq } = raw;
  if (odd.length > 0 || !isFrequency(freq)) return undefined;
  const weekdays = toList(raw.byday).map(day => /^([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)$/.exec(String(day)));
  const [months, monthDays, positions] = [raw.bymonth, raw.bymonthday, raw.bysetpos].map(value =>
    toList(value).map(Number),
  );
  const isOrdinal = weekdays.some(found => found?.[1] !== undefined);
  if (weekdays.includes(null) || (isOrdinal && (freq === 'DAILY' || freq === 'WEEKLY'))) return undefined;
  return {
    freq,
    interval: typeof raw.interval === 'number' && raw.interval >= 1 ? raw.interval : 1,
    weekdays: weekdays.flatMap(found =>
      found === null
        ? []
        : { weekday: WEEKDAYS.indexOf(found[2] ?? '') + 1, nth: found[1] ? Number(found[1]) : undefined },
    ),
    months: months ?? [],
    monthDays: monthDays ?? [],
    positions: positions ?? [],
    // ical.js numbers the days from Sunday, 1.
    weekStart: typeof raw.wkst === 'number' ? ((raw.wkst + 5) % 7) + 1 : 1,
  };
}

const PARTS = new Set('freq interval count until byday bymonth bymonthday bysetpos wkst'.split(' '));

function isFrequency(value: unknown): value is Rule['freq'] {
  return value === 'DAILY' || value === 'WEEKLY' || value === 'MONTHLY' || value === 'YEARLY';
}

function toList(value: unknown): readonly unknown[] {
  return value === undefined ? [] : [value].flat();
}

/** Counts the days, weeks, months or years from the first day's to that of another date. */
function periodsBetween({ freq, weekStart }: Rule, first: Day, date: Day): number {
  if (freq === 'YEARLY') return date.year - first.year;
  if (freq === 'MONTHLY') return (date.year - first.year) * 12 + date.month - first.month;
  const days = date.at - first.at;
  return freq === 'DAILY' ? days : Math.floor((days + ((first.weekday - weekStart + 7) % 7)) / 7);
}

function isOn(rule: Rule, date: Day, first: Day): boolean {
  const { freq, interval, weekdays, months, monthDays } = rule;
  if (periodsBetween(rule, first, date) % interval !== 0) return false;
  if (months.length > 0 && !months.includes(date.month)) return false;
  if (
    monthDays.length > 0 &&
    !monthDays.some(day => day === date.day || day === date.day - daysInMonth(date) - 1)
  )
    return false;
  if (weekdays.length > 0) return weekdays.some(day => isWeekday(day, rule, date));
  if (monthDays.length > 0 || freq === 'DAILY') return true;
  if (freq === 'WEEKLY') return date.weekday === first.weekday;
  return date.day === first.day && (freq === 'MONTHLY' || months.length > 0 || date.month === first.month);
}

/** An ordinal counts within the month, and within the year if a yearly rule names no month. */
function isWeekday({ weekday, nth }: Rule['weekdays'][number], { freq, months }: Rule, date: Day): boolean {
  if (date.weekday !== weekday) return false;
  if (nth === undefined) return true;
  const isOfYear = freq === 'YEARLY' && months.length === 0;
  const begin = toEpochDay(date.year, isOfYear ? 1 : date.month);
  const end = isOfYear ? toEpochDay(date.year + 1, 1) : toEpochDay(date.year, date.month + 1);
  return nth > 0 ? Math.ceil((date.at - begin + 1) / 7) === nth : Math.ceil((end - date.at) / 7) === -nth;
}

/** A date as numbers, since a rule is held against hundreds of them. */
interface Day {
  /** Days since 1970. */
  readonly at: number;
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** From Monday, 1. */
  readonly weekday: number;
}

function toDay(at: number): Day {
  const date = new Date(at * DAY_MS);
  return {
    at,
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: date.getUTCDay() || 7,
  };
}

/** The first day of a month; after December comes January of the next year. */
function toEpochDay(year: number, month: number): number {
  return Date.UTC(year, month - 1, 1) / DAY_MS;
}

function daysInMonth({ year, month }: Day): number {
  return toEpochDay(year, month + 1) - toEpochDay(year, month);
}

/** Undefined if the text does not begin with a date. */
function parseDate(time: string): Day | undefined {
  const local = parseLocal(`${time.slice(0, 10)}T00:00:00`);
  return local === undefined ? undefined : toDay(local / DAY_MS);
}
