import { DAY_MS, parseLocal } from '../../programme/local-time.ts';
import type { IcsProperty } from './lines.ts';

/** No conference lasts longer. */
export const DAYS_MAX = 366;

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** The days of a rule, in days from the first day of the series, which may be before it; in ascending order. */
export function* listDays(rule: Rule, first: Day): Generator<number> {
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
export interface Rule {
  readonly freq: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';
  readonly interval: number;
  /** Days of the week from Monday, 1; `nth` of the month or year, from its end if negative. */
  readonly weekdays: readonly { readonly weekday: number; readonly nth: number | undefined }[];
  readonly months: readonly number[];
  readonly monthDays: readonly number[];
  readonly positions: readonly number[];
  /** From Monday, 1. */
  readonly weekStart: number;
  /** ISO weeks of the year. */
  readonly weeks: readonly number[];
  readonly yearDays: readonly number[];
  readonly hours: readonly number[];
  readonly minutes: readonly number[];
  /** Minutes from one time to the next, if the rule repeats by hours or minutes; it then is on each day that fits. */
  readonly step: number | undefined;
  readonly isHourly: boolean;
}

/** Reads a rule; `unread` names the parts that are not known here or are not valid, `FREQ=SECONDLY`. */
export function readRule(raw: NonNullable<IcsProperty['rule']>): Rule | { readonly unread: string } {
  if (typeof raw.invalid === 'string') return { unread: raw.invalid.slice(0, 60) };
  const odd = Object.keys(raw).filter(key => !isKnownPart(key, raw[key]));
  const { freq } = raw;
  const isShort = freq === 'HOURLY' || freq === 'MINUTELY';
  if (!isShort && !isFrequency(freq))
    return { unread: freq === undefined ? 'no FREQ' : `FREQ=${String(freq).slice(0, 20)}` };
  if (odd.length > 0) return { unread: odd.map(key => key.toUpperCase()).join(', ') };
  const weekdays = toList(raw.byday).map(day => /^([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)$/.exec(String(day)));
  const [months, monthDays, positions] = [raw.bymonth, raw.bymonthday, raw.bysetpos].map(value =>
    toList(value).map(Number),
  );
  const isOrdinal = weekdays.some(found => found?.[1] !== undefined);
  const isOfYear = freq === 'YEARLY';
  if (weekdays.includes(null) || (isOrdinal && !isOfYear && freq !== 'MONTHLY')) return { unread: 'BYDAY' };
  const numbers = (value: unknown) => toList(value).map(Number);
  const [hours, minutes, weeks] = [numbers(raw.byhour), numbers(raw.byminute), numbers(raw.byweekno)];
  if (weeks.length > 0 && (!isOfYear || weeks.some(week => week < 1))) return { unread: 'BYWEEKNO' };
  const isOfTimes = isShort || hours.length > 1 || minutes.length > 1;
  if (isOfTimes && positions !== undefined && positions.length > 0) return { unread: 'BYSETPOS' };
  const interval = typeof raw.interval === 'number' && raw.interval >= 1 ? raw.interval : 1;
  return {
    freq: isShort ? 'DAILY' : freq,
    interval: isShort ? 1 : interval,
    step: isShort ? interval * (freq === 'HOURLY' ? 60 : 1) : undefined,
    isHourly: freq === 'HOURLY',
    hours: hours.sort((a, b) => a - b),
    minutes: minutes.sort((a, b) => a - b),
    weeks,
    yearDays: numbers(raw.byyearday),
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

/** Nobody's session begins between two minutes. */
function isKnownPart(key: string, value: unknown): boolean {
  if (key === 'bysecond') return String(value) === '0';
  return PARTS.has(key) || key.startsWith('x-') || (key === 'rscale' && /^gregorian$/i.test(String(value)));
}

const PARTS = new Set(
  'freq interval count until byday bymonth bymonthday byyearday byweekno bysetpos byhour byminute wkst'.split(
    ' ',
  ),
);

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

/** True if the rule has times on a day. */
export function isOn(rule: Rule, date: Day, first: Day): boolean {
  const { freq, interval, weekdays, months, monthDays } = rule;
  if (periodsBetween(rule, first, date) % interval !== 0) return false;
  if (months.length > 0 && !months.includes(date.month)) return false;
  if (
    monthDays.length > 0 &&
    !monthDays.some(day => day === date.day || day === date.day - daysInMonth(date) - 1)
  )
    return false;
  if (rule.yearDays.length > 0)
    return (
      rule.yearDays.includes(dayOfYear(date)) ||
      rule.yearDays.includes(dayOfYear(date) - toEpochDay(date.year + 1, 1) + toEpochDay(date.year, 1) - 1)
    );
  if (rule.weeks.length > 0 && !rule.weeks.includes(isoWeek(date))) return false;
  if (weekdays.length > 0) return weekdays.some(day => isWeekday(day, rule, date));
  if (monthDays.length > 0 || freq === 'DAILY') return true;
  if (freq === 'WEEKLY' || rule.weeks.length > 0) return date.weekday === first.weekday;
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

function dayOfYear({ at, year }: Day): number {
  return at - toEpochDay(year, 1) + 1;
}

/** Week 1 has the year's first Thursday. */
function isoWeek({ at, weekday }: Day): number {
  return Math.ceil(dayOfYear(toDay(at - weekday + 4)) / 7);
}

/** A date as numbers, since a rule is held against hundreds of them. */
export interface Day {
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
export function parseDate(time: string): Day | undefined {
  const local = parseLocal(`${time.slice(0, 10)}T00:00:00`);
  return local === undefined ? undefined : toDay(local / DAY_MS);
}
