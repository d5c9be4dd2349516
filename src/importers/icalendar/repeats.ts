import { Temporal } from 'temporal-polyfill';
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
 * Reads an RRULE that repeats by days or weeks, as sessions do. `lastDay`, the last day of any other event, ends a rule
 * without an end. We count the days ourselves because ical.js never ends on a rule that has no dates.
 */
export function readRepeats(
  rule: NonNullable<IcsProperty['rule']>,
  { start, lastDay, place, zone }: SeriesStart,
): Repeats {
  const first = parseDate(start);
  const step = readStep(rule);
  if (first === undefined) return NO_REPEATS;
  if (step === undefined)
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
  const days: number[] = [];
  for (let day = 1; day <= DAYS_MAX && days.length < (count ?? TIMES_MAX) - 1; day++) {
    const date = first.add({ days: day });
    if (isOver(date.toString())) return { days, doubt: describeEndless(until, count) };
    if (step(date, first)) days.push(day);
  }
  const isWhole = count !== undefined && days.length === count - 1 && count <= TIMES_MAX;
  return {
    days: days.slice(0, TIMES_MAX - 1),
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

type Step = (date: Temporal.PlainDate, first: Temporal.PlainDate) => boolean;

function readStep(rule: Readonly<Record<string, unknown>>): Step | undefined {
  const odd = Object.keys(rule).filter(
    key => !['freq', 'interval', 'count', 'until', 'byday', 'wkst'].includes(key),
  );
  const interval = typeof rule.interval === 'number' && rule.interval >= 1 ? rule.interval : 1;
  const weekdays = rule.byday === undefined ? undefined : [rule.byday].flat().map(String);
  if (odd.length > 0 || weekdays?.some(weekday => !WEEKDAYS.includes(weekday))) return undefined;
  const isOn = (date: Temporal.PlainDate) => weekdays?.includes(WEEKDAYS[date.dayOfWeek - 1] ?? '') ?? true;
  if (rule.freq === 'DAILY') return (date, first) => first.until(date).days % interval === 0 && isOn(date);
  if (rule.freq !== 'WEEKLY') return undefined;
  // ical.js numbers the days from Sunday, 1.
  const weekStart = typeof rule.wkst === 'number' ? (rule.wkst + 5) % 7 : 0;
  return (date, first) => {
    const weeks = Math.floor((first.until(date).days + ((first.dayOfWeek - 1 - weekStart + 7) % 7)) / 7);
    return (
      weeks % interval === 0 && (weekdays === undefined ? date.dayOfWeek === first.dayOfWeek : isOn(date))
    );
  };
}

function parseDate(time: string): Temporal.PlainDate | undefined {
  try {
    return Temporal.PlainDate.from(time.slice(0, 10));
  } catch {
    // Temporal throws a RangeError if a text is not a date.
    return undefined;
  }
}
