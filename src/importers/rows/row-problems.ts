import { isDate } from '../../programme/moment.ts';
import { pluralise } from '../../text/display.ts';
import { readMinutes } from '../../text/read-length.ts';
import { cleanLine } from '../reading/clean.ts';
import { readLanguages } from '../reading/fields.ts';
import { readLink } from '../reading/links.ts';
import { isNoBio } from '../reading/people.ts';
import type { Report, Spot } from '../reading/report.ts';
import { daysBetween, type RawSlot, readDate } from '../reading/times.ts';
import type { DateReader } from './dates.ts';
import { linksOf, type ReadRow } from './row.ts';
import type { SlotLack } from './slot-cells.ts';

/** A fault that many rows may share. */
interface Fault {
  /** `warn` if the talk is whole without what was left out. */
  readonly severity?: 'warn' | 'fail';
  /** The beginning of the message, about the first of the rows. */
  readonly begin: (first: ReadRow) => string;
  readonly end: string;
}

/** Reports each fault once, at the first row that has it. */
export function reportFaults(rows: readonly ReadRow[], dates: DateReader, report: Report): void {
  const reportFault = ({ begin, end, severity = 'fail' }: Fault, isIn: (row: ReadRow) => boolean) => {
    const [first, ...others] = rows.filter(isIn);
    if (first !== undefined)
      report[severity](spotOf(first), `${begin(first)}${countMore(others.length)}; ${end}`);
  };
  for (const [lack, fault] of Object.entries(lackFaults(dates)))
    reportFault(fault, ({ when }) => when === lack);
  reportTimesToCome(rows, report);
  reportFault(BAD_DURATION, hasBadDuration);
  reportFault(BAD_LINK, hasBadLink);
  reportFault(BAD_LANGUAGE, hasBadLanguage);
}

function lackFaults({ first }: DateReader): Readonly<Record<SlotLack, Fault>> {
  const setting = `as csv: { firstDay: ${first ?? 'YYYY-MM-DD'} }`;
  const ending = `the talk is listed without its time. Set the first day in conference.yml, ${setting}.`;
  return {
    'no date': { begin: () => 'A time has no date', end: ending },
    'no year': {
      begin: row => `"${dayTextOf(row)}" names no year`,
      end: `the talk is listed without its time. Write the year, or set the first day in conference.yml, ${setting}.`,
    },
    'no first day': { begin: row => `"${dayTextOf(row)}" does not say which date it is`, end: ending },
    'no time': {
      begin: ({ slot }) => `"${(slot.start || slot.date).slice(0, 40)}" is a number, not a time`,
      end: 'the talk is listed without its time. In the spreadsheet, format the cells as dates and times.',
    },
    'no start': {
      begin: () => 'The row has no start',
      end: 'the talk is listed without time and room.',
    },
    unscheduled: {
      begin: () => 'It has a room and no day or time yet',
      end: 'the talk is listed without time and room.',
      severity: 'warn',
    },
  };
}

/** Early programmes have only days; a gap among times may be a slip. */
function reportTimesToCome(rows: readonly ReadRow[], report: Report): void {
  const hasNoHour = ({ when }: ReadRow) => typeof when === 'object' && isDate(when.start) && !when.allDay;
  const [first, ...others] = rows.filter(hasNoHour);
  const timed = rows.filter(row => row.isScheduled && !hasNoHour(row));
  if (first === undefined || timed.length === 0) return;
  report.warn(
    spotOf(first),
    `The row has no start${countMore(others.length)}; the talk is listed on its day, with its time to come.`,
  );
}

const BAD_DURATION: Fault = {
  begin: () => 'A duration is not a length such as 45 or 00:45',
  end: 'the talk is listed without its end.',
};

function hasBadDuration({ when, slot }: ReadRow): boolean {
  return typeof when === 'object' && readMinutes(slot.duration || '0') === undefined && lacksEnd(when);
}

const BAD_LINK: Fault = {
  begin: () => 'A link is not a web address',
  end: 'it was left out.',
  severity: 'warn',
};

function hasBadLink({ cell }: ReadRow): boolean {
  return linksOf(cell).some(link => readLink(link) === undefined);
}

const BAD_LANGUAGE: Fault = {
  begin: ({ cell }) => `"${cleanLine(cell('language')).slice(0, 40)}" is not a language that Lectern knows`,
  end: 'it was left out. Write a code such as "de", or a name such as "German".',
  severity: 'warn',
};

function hasBadLanguage({ cell }: ReadRow): boolean {
  const text = cell('language');
  return !isNoBio(text) && !NO_LANGUAGE.test(text.trim()) && readLanguages(text).length === 0;
}

/** ISO 639's codes for several languages, an unknown one and none. */
const NO_LANGUAGE = /^(?:mul|und|zxx|mis)$/i;

function dayTextOf({ slot }: ReadRow): string {
  return (slot.date || slot.start).slice(0, 40);
}

function lacksEnd({ end, minutes }: RawSlot): boolean {
  return end === '' && minutes === undefined;
}

/** Reports the dates that are far from all others. */
export function reportStrays(rows: readonly ReadRow[], report: Report): void {
  const dated = rows.flatMap(row => {
    const day = typeof row.when === 'object' ? readDate(row.when.start.slice(0, 10)) : undefined;
    return day === undefined ? [] : { row, day };
  });
  const found = findStrayDays(dated.map(({ day }) => day));
  const [first, ...others] = dated.filter(({ day }) => found?.isStray(day));
  if (found === undefined || first === undefined) return;
  report.warn(
    spotOf(first.row),
    `It is on ${first.day}${countMore(others.length)}, and the others of the file are from ${found.first} to ${found.last}. Is that date right?`,
  );
}

function countMore(others: number): string {
  return others > 0 ? `, here and in ${pluralise(others, 'more row')}` : '';
}

function spotOf({ line, cell }: ReadRow): Spot {
  return { line, item: cleanLine(cell('title')).slice(0, 200) || undefined };
}

/** Tells which days of a file are far from the others, and the first and the last of those others. */
interface StrayDays {
  readonly isStray: (day: string) => boolean;
  readonly first: string;
  readonly last: string;
}

/**
 * Finds the days that were most likely written wrongly; undefined if there are none. A conference is over within a week,
 * so a few days far from it have day and month swapped.
 */
function findStrayDays(days: readonly string[]): StrayDays | undefined {
  const sorted = [...days].sort();
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) return undefined;
  const isStray = (day: string) => Math.abs(daysBetween(middle, day)) > FAR_DAYS;
  const others = sorted.filter(day => !isStray(day));
  const [first, last] = [others[0], others.at(-1)];
  if (first === undefined || last === undefined || daysBetween(first, last) > WEEK_DAYS) return undefined;
  return others.length === sorted.length || others.length * 2 <= sorted.length
    ? undefined
    : { isStray, first, last };
}

const FAR_DAYS = 60;
const WEEK_DAYS = 7;
