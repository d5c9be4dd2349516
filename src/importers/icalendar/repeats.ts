import { DAY_MS, formatLocal, parseLocal } from '../../programme/local-time.ts';
import { isDate, parseInstant, placeMoment } from '../../programme/moment.ts';
import type { IcsProperty } from './lines.ts';
import { DAYS_MAX, type Day, isOn, listDays, parseDate, type Rule, readRule } from './recurrence-rule.ts';

/** The repeats of an event after its first time, and a whole sentence about those left out. */
export interface Repeats {
  /** In the form of the start: `2027-05-12T09:00:00`, with `Z` if it has one, or a date. */
  readonly times: readonly string[];
  readonly doubt: string | undefined;
  /** False if the rule is not valid or has parts that are not known here. */
  readonly isRead: boolean;
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

const NO_REPEATS: Repeats = { times: [], doubt: undefined, isRead: true };

/** No session is repeated more often. */
const TIMES_MAX = 60;

/**
 * Reads an RRULE. `lastDay`, the last day of any other event, ends a rule without an end. We count the days ourselves
 * because ical.js never ends on a rule that has no dates.
 */
export function readRepeats(
  raw: NonNullable<IcsProperty['rule']>,
  { start, lastDay, place, zone }: SeriesStart,
): Repeats {
  const first = parseDate(start);
  const rule = readRule(raw);
  if (first === undefined) return NO_REPEATS;
  if ('unread' in rule)
    return {
      times: [],
      isRead: false,
      doubt: `Its repetition cannot be read (${rule.unread}); only its first date is listed. Write the other dates as RDATE or as events of their own.`,
    };
  const until = typeof raw.until === 'string' ? raw.until : undefined;
  const count = typeof raw.count === 'number' ? raw.count : undefined;
  const isOver =
    until === undefined
      ? (at: string) => count === undefined && at.slice(0, 10) > lastDay
      : createEndTest(until, { start, place, zone });
  const limit = Math.min(count ?? TIMES_MAX, TIMES_MAX) - 1;
  const times: string[] = [];
  let isFull = false;
  for (const at of listTimes(rule, first, start)) {
    if (isOver(at)) return { times, isRead: true, doubt: describeEndless(until, count) };
    isFull = times.length >= limit;
    if (isFull) break;
    times.push(at);
  }
  if (!isFull && isOver(formatDate(first.at + DAYS_MAX) + start.slice(10)))
    return { times, isRead: true, doubt: describeEndless(until, count) };
  const isWhole = count !== undefined && times.length === count - 1 && count <= TIMES_MAX;
  return {
    times,
    isRead: true,
    doubt: isWhole ? undefined : 'It repeats for too long; only its first times are listed.',
  };
}

/** The times of a rule after the first, on the clocks of the start. */
function* listTimes(rule: Rule, first: Day, start: string): Generator<string> {
  if (isDate(start)) for (const day of listDays(rule, first)) yield formatDate(first.at + day);
  else if (rule.step === undefined) yield* listDailyTimes(rule, first, start);
  else yield* listSteps(rule, first, { step: rule.step, start });
}

/** The start's own hour or minute counts where the rule names none. */
function* listDailyTimes(rule: Rule, first: Day, start: string): Generator<string> {
  const hours = rule.hours.length > 0 ? rule.hours : [Number(start.slice(11, 13))];
  const minutes = rule.minutes.length > 0 ? rule.minutes : [Number(start.slice(14, 16))];
  const clocks = hours.flatMap(hour =>
    minutes.map(minute => `T${pad(hour)}:${pad(minute)}${start.slice(16)}`),
  );
  if (isOn(rule, first, first))
    for (const clock of clocks) if (clock > start.slice(10)) yield start.slice(0, 10) + clock;
  for (const day of listDays(rule, first))
    for (const clock of clocks) yield formatDate(first.at + day) + clock;
}

/** No more hours or minutes are looked at: six days of minutes, a year of hours. */
const STEPS_MAX = 9000;

function* listSteps(
  rule: Rule,
  first: Day,
  { step, start }: { readonly step: number; readonly start: string },
): Generator<string> {
  const from = parseLocal(start.slice(0, 19));
  if (from === undefined) return;
  for (let at = 0; at <= STEPS_MAX; at++) {
    const local = formatLocal(from + at * step * 60_000);
    const day = parseDate(local);
    if (day === undefined || !isOn(rule, day, first)) continue;
    if (rule.hours.length > 0 && !rule.hours.includes(Number(local.slice(11, 13)))) continue;
    // Within an hour the minutes are those of the rule; a rule by minutes has only those.
    const isOwn = rule.minutes.length === 0 || rule.minutes.includes(Number(local.slice(14, 16)));
    const minutes =
      rule.isHourly && rule.minutes.length > 0 ? rule.minutes.map(pad) : isOwn ? [local.slice(14, 16)] : [];
    for (const minute of minutes) {
      const time = `${local.slice(0, 14)}${minute}${local.slice(16)}${start.slice(19)}`;
      if (time > start) yield time;
    }
  }
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}

function formatDate(epochDay: number): string {
  return formatLocal(epochDay * DAY_MS).slice(0, 10);
}

/** UNTIL is a date, that day included, or an instant, that one included; a series of days ends on the day of the instant. */
function createEndTest(
  until: string,
  { start, place, zone }: Omit<SeriesStart, 'lastDay'>,
): (time: string) => boolean {
  if (isDate(until)) return time => time.slice(0, 10) > until;
  const end = parseInstant(place(until));
  if (isDate(start)) {
    const last = (placeMoment(until, zone) ?? until).slice(0, 10);
    return time => time > last;
  }
  return time => {
    const at = parseInstant(place(time));
    return at === undefined || end === undefined ? time.slice(0, 10) > until.slice(0, 10) : at > end;
  };
}

function describeEndless(until: string | undefined, count: number | undefined): string | undefined {
  return until === undefined && count === undefined
    ? 'It repeats without an end; it is listed up to the last day of the other events.'
    : undefined;
}
