import { Temporal } from 'temporal-polyfill';
import { daysFromToday, months, weekdays } from './days/day-names.ts';
import { fold } from './fold.ts';

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** The days to which a text is compared, on the conference's own calendar. */
export interface Calendar {
  readonly today: string;
  /** The conference's days, in order: `2027-05-12`. */
  readonly days: readonly string[];
}

/**
 * Reads a day as people type it: `today`, `tomorrow`, `tuesday`, `tue`, `2027-05-12`, `12 May`, `May 12th`, `Wed 12 May
 * 2027`, `12.5.`, `12/5`, with words of the languages of day-names.ts. Returns undefined if the text is not a day.
 * A weekday is the conference's next one, today included, else its last one, else the next on the calendar. A date
 * without a year is the one nearest to any of the conference's days.
 */
export function readDay(text: string, calendar: Calendar): string | undefined {
  return readAll(text, calendar).find(({ day, isSure }) => isSure || calendar.days.includes(day))?.day;
}

/** True if a text means another day each day, as `tomorrow` does, in any of the languages. */
export function isRelativeDay(text: string): boolean {
  return daysFromToday().has(normalize(text));
}

/** The day that is meant if none is named: today or the next day with sessions, else the first. */
export function dayToCome({ today, days }: Calendar): string {
  return days.find(day => day >= today) ?? days[0] ?? today;
}

/** The day to take for today if nobody asks at a moment, as in a digest's order: the first day, or any if there is none. */
export function defaultToday({ days }: Pick<Calendar, 'days'>): string {
  return days[0] ?? '1970-01-01';
}

/** True if a text is a day in some conference. */
export function mayBeDay(text: string): boolean {
  return readAll(text, { today: '2000-01-01', days: [] }).length > 0;
}

/** The names of days in English, as far as they are one word: `tomorrow`, `wednesday`. */
export function dayNames(): readonly string[] {
  return ['today', 'tomorrow', 'yesterday', ...WEEKDAYS];
}

let firstWords: ReadonlySet<string> | undefined;

/** The folded words with which a day may begin, besides figures. */
export function dayBeginnings(): ReadonlySet<string> {
  firstWords ??= new Set([
    ...[...daysFromToday().keys()].map(words => words.split(' ')[0] ?? ''),
    ...weekdays().keys(),
    ...months().keys(),
    ...[...WEEKDAYS, ...MONTHS].flatMap(name =>
      Array.from(name.slice(LETTERS_MIN - 1), (_, at) => name.slice(0, at + LETTERS_MIN)),
    ),
  ]);
  return firstWords;
}

/** So many letters of an English name are enough. */
const LETTERS_MIN = 3;

/** A day that a text may mean. If it is not sure, it counts only if the conference has that day. */
interface Reading {
  readonly day: string;
  readonly isSure: boolean;
}

function readAll(text: string, calendar: Calendar): readonly Reading[] {
  const words = normalize(text);
  const ahead = daysFromToday().get(words);
  if (ahead !== undefined) return [{ day: addDays(calendar.today, ahead), isSure: true }];
  const weekday = matchName(words, WEEKDAYS, weekdays());
  if (weekday !== undefined)
    return [{ day: resolveWeekday(weekday.number, calendar), isSure: weekday.isSure }];
  const iso = readIsoDate(words);
  return iso === undefined
    ? [
        ...readNumericDate(words, calendar),
        ...readMonthDate(words, calendar),
        ...readHanDate(words, calendar),
      ]
    : [{ day: iso, isSure: true }];
}

function normalize(text: string): string {
  return fold(text).trim().replace(/\s+/g, ' ').replaceAll('’', "'");
}

/** `2027-05-13` for `2027-05-11` and 2 */
export function addDays(day: string, days: number): string {
  const epoch = Date.parse(day) + days * DAY_MS;
  // Away from the years that need more figures this takes a tenth of Temporal's time.
  return day.length === DATE_LENGTH && epoch >= 0 && epoch < YEAR_10000
    ? new Date(epoch).toISOString().slice(0, DATE_LENGTH)
    : Temporal.PlainDate.from(day).add({ days }).toString();
}

const DAY_MS = 24 * 60 * 60 * 1000;
const DATE_LENGTH = '2027-05-11'.length;
const YEAR_10000 = Date.UTC(10_000);

function resolveWeekday(number: number, { today, days }: Calendar): string {
  const those = days.filter(day => Temporal.PlainDate.from(day).dayOfWeek === number);
  const date = Temporal.PlainDate.from(today);
  const ahead = date.add({ days: (number - date.dayOfWeek + 7) % 7 }).toString();
  return those.find(day => day >= today) ?? those.at(-1) ?? ahead;
}

function readIsoDate(words: string): string | undefined {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(words) ?? [];
  return year === undefined ? undefined : makeDate(Number(year), Number(month), Number(day));
}

/** `31.1.` and `31.1.2027` are dates; `31.1`, `31/1` and `1/31` may be a version or a share. */
function readNumericDate(words: string, calendar: Calendar): readonly Reading[] {
  const [, a, mark, b, end, year] = /^(\d{1,2})([./])(\d{1,2})(\2(\d{4})?)?$/.exec(words) ?? [];
  if (a === undefined) return [];
  const isSure = mark === '.' && end !== undefined;
  const dayFirst = resolveDate({ day: a, month: b, year }, calendar);
  const monthFirst = mark === '.' ? undefined : resolveDate({ day: b, month: a, year }, calendar);
  return [dayFirst, monthFirst].flatMap(day => (day === undefined ? [] : [{ day, isSure }]));
}

/** `12 May`, `12. May 2027`, `May 12th`, `Wed 12 May`, `12 de mayo`. */
function readMonthDate(words: string, calendar: Calendar): readonly Reading[] {
  const [first = '', rest = ''] = /^(\p{L}+)\.?,? (.*)$/u.exec(words)?.slice(1) ?? [];
  const date = matchName(first, WEEKDAYS, weekdays()) === undefined ? words : rest;
  const [, day, name, year] =
    /^(\d{1,2})(?:\.|st|nd|rd|th|er|o)? (?:de )?(\p{L}+)\.?(?:,?(?: de)? (\d{4}))?$/u.exec(date) ?? [];
  const [, name2, day2, year2] = /^(\p{L}+)\.? (\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?$/u.exec(date) ?? [];
  const month = matchName(name ?? name2 ?? '', MONTHS, months());
  if (month === undefined) return [];
  const found = resolveDate({ day: day ?? day2, month: String(month.number), year: year ?? year2 }, calendar);
  return found === undefined ? [] : [{ day: found, isSure: month.isSure }];
}

/** `5月11日`, `2027年5月11日(火)`, `5月11日星期二` */
function readHanDate(words: string, calendar: Calendar): readonly Reading[] {
  const [found, year, month, day] =
    /^(?:(\d{4}) ?年 ?)?(\d{1,2}) ?月 ?(\d{1,2}) ?[日号](?: ?\(?(?:[月火水木金土日](?:曜日?)?|(?:星期|周)[一二三四五六日天])\)?)?$/u.exec(
      words,
    ) ?? [];
  const date = found === undefined ? undefined : resolveDate({ day, month, year }, calendar);
  return date === undefined ? [] : [{ day: date, isSure: true }];
}

/**
 * The number of a month or weekday, from 1. Three letters of an English name are enough. Short names in other languages
 * are not sure, since they may be other words: `gen` is January in Italian, `set` September.
 */
function matchName(
  word: string,
  english: readonly string[],
  all: ReadonlyMap<string, number>,
): { readonly number: number; readonly isSure: boolean } | undefined {
  const start = word.replace(/\.$/, '');
  const at = start.length < LETTERS_MIN ? -1 : english.findIndex(name => name.startsWith(start));
  const number = at < 0 ? all.get(start) : at + 1;
  return number === undefined
    ? undefined
    : { number, isSure: at >= 0 || start.length > 4 || EASTERN.test(start) };
}

/** Two letters of these say as much as five Latin ones. */
const EASTERN = /^[\p{sc=Han}\p{sc=Hangul}]{2,}$/u;

interface Parts {
  readonly day: string | undefined;
  readonly month: string | undefined;
  readonly year: string | undefined;
}

function resolveDate({ day, month, year }: Parts, { today, days }: Calendar): string | undefined {
  const inYear = (one: number) => makeDate(one, Number(month), Number(day));
  if (year !== undefined) return inYear(Number(year));
  const meant = days.length > 0 ? days : [today];
  const thatYear = Number(meant[0]?.slice(0, 4));
  const dates = [thatYear, thatYear - 1, thatYear + 1].flatMap(one => inYear(one) ?? []);
  if (dates.length < 2) return dates[0];
  const away = (date: string) => Math.min(...meant.map(day => Math.abs(Date.parse(day) - Date.parse(date))));
  return dates.sort((a, b) => away(a) - away(b))[0];
}

function makeDate(year: number, month: number, day: number): string | undefined {
  // A version is no date, and takes Temporal long to refuse.
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString();
  } catch {
    // Temporal throws a RangeError for 31 June. People type it, so it is not a fault.
    return undefined;
  }
}
