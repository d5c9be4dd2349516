import { Temporal } from 'temporal-polyfill';
import { isDate } from '../../programme/moment.ts';
import type { Report, Spot } from '../reading/report.ts';
import { type RawSlot, readDate, readTime } from '../reading/times.ts';
import { findProperty, findValue, type IcsBlock, type IcsProperty } from './lines.ts';
import { addDays, listOccurrences, type Occurrence, type SeriesContext } from './occurrences.ts';

export interface SlotContext extends SeriesContext {
  readonly rooms: readonly string[];
  readonly spot: Spot;
  readonly report: Report;
  /** The number of repeats that all events together may still have. */
  readonly more: { left: number };
}

/** The most repeats in one calendar; thousands of events that repeat for weeks would take minutes. */
export const REPEATS_MAX = 2000;

/** Reads the slots of an event, one for each of its times. */
export function readIcsSlots(event: IcsBlock, context: SlotContext): readonly RawSlot[] {
  const { more, spot, report } = context;
  const slots = more.left === 0 ? readFirstSlot(event, context) : readAllSlots(event, context);
  const kept = slots.slice(0, 1 + more.left);
  if (kept.length < slots.length)
    report.fail(
      spot,
      'The calendar repeats its events 2,000 times; from here on only first times are listed.',
    );
  more.left -= Math.max(0, kept.length - 1);
  return kept;
}

/** Ignores the rule of an event. */
function readFirstSlot(event: IcsBlock, context: SlotContext): readonly RawSlot[] {
  const properties = event.properties.filter(({ name }) => name !== 'rrule' && name !== 'rdate');
  return readAllSlots({ ...event, properties }, context).slice(0, 1);
}

function readAllSlots(event: IcsBlock, context: SlotContext): readonly RawSlot[] {
  const { spot, report } = context;
  const start = asWholeDay(findProperty(event.properties, 'dtstart'), event);
  const [first] = start?.values ?? [];
  if (start === undefined || first === undefined) {
    report.warn(spot, 'It has no start; it is listed without time and room.');
    return [];
  }
  const { occurrences, doubt } = listOccurrences(event, start, context);
  if (doubt !== undefined) report.warn(spot, doubt);
  const read = isDate(first)
    ? createDaysReader(event, first, context)
    : createTimesReader(event, start, context);
  return occurrences.map(read);
}

/** Outlook marks what lasts all day and writes midnight, also with Z: a date that programs wrote as an instant. */
function asWholeDay(start: IcsProperty | undefined, event: IcsBlock): IcsProperty | undefined {
  const [at = ''] = start?.values ?? [];
  const isMarked = /^true$/i.test(findValue(event.properties, 'x-microsoft-cdo-alldayevent').trim());
  return start !== undefined && isMarked && /T00:00:00Z?$/.test(at)
    ? { ...start, values: [at.slice(0, 10)] }
    : start;
}

/** Lectern writes so what has a day and no time yet. */
function isToCome({ properties }: IcsBlock): boolean {
  return findValue(properties, 'x-lectern-hour') === 'TO-COME';
}

/** `VALUE=DATE`: each day before the end, which RFC 5545 excludes. */
function createDaysReader(
  event: IcsBlock,
  first: string,
  { rooms, spot, report }: SlotContext,
): (occurrence: Occurrence) => RawSlot {
  if (isToCome(event)) return ({ at }) => ({ start: at, end: '', rooms });
  const end = findValue(event.properties, 'dtend');
  const last = end.slice(0, 10);
  // An end with a time is within its day, which then counts.
  const isWithin = /T(?!00:00:00)/.test(end);
  const minutes = readLength(event, { spot, report }) ?? 0;
  const days =
    readDate(last) === undefined || readDate(first) === undefined
      ? Math.ceil(minutes / (24 * 60))
      : daysBetween(first, last) + (isWithin ? 1 : 0);
  return ({ at }) => ({ start: at, end: days > 1 ? addDays(at, days) : '', rooms, allDay: true });
}

function createTimesReader(
  event: IcsBlock,
  start: IcsProperty,
  { zones, rooms, spot, report }: SlotContext,
): (occurrence: Occurrence) => RawSlot {
  const day = findValue(event.properties, 'x-lectern-day') || undefined;
  const [first = ''] = start.values;
  const end = findEnd(event, first);
  const minutes =
    end === undefined
      ? readLength(event, { spot, report })
      : minutesBetween(zones.place(first, start), zones.place(end.text, end.property));
  return occurrence => {
    const { at, property, until = '' } = occurrence;
    const slot = { start: zones.place(at, property), rooms, day };
    if (isSkipped(at, property, zones)) {
      const message = `${at.slice(0, 10)} has no ${at.slice(11, 16)}, because clocks go forward then; it is listed an hour later. Correct its time.`;
      report.warn(spot, message);
      const written = end === undefined ? minutes : minutesBetween(`${first}Z`, `${end.text}Z`);
      return { ...slot, end: '', minutes: written ?? minutes };
    }
    if (until !== '' && isDuration(until)) return { ...slot, end: '', minutes: readDuration(until) };
    if (until !== '') return { ...slot, end: zones.place(until, property) };
    // A repeat keeps the clock time of the end over a change of clocks; a time that was added has the length.
    const isRepeat = property === start && at.slice(10) === first.slice(10);
    if (end === undefined || (!isRepeat && minutes !== undefined)) return { ...slot, end: '', minutes };
    return { ...slot, end: zones.place(moveEnd(end.text, { from: first, to: at }), end.property) };
  };
}

/** In the hour that clocks skip, a time is the same instant as the one an hour later. */
function isSkipped(at: string, property: IcsProperty, zones: SlotContext['zones']): boolean {
  if (at.endsWith('Z') || readTime(at) === undefined) return false;
  const later = new Date(Date.parse(`${at}Z`) + 60 * 60_000).toISOString().slice(0, 19);
  return zones.place(at, property) === zones.place(later, property);
}

/** An end equal to the start means that the end is unknown. */
function findEnd(
  { properties }: IcsBlock,
  first: string,
): { text: string; property: IcsProperty } | undefined {
  const property = findProperty(properties, 'dtend');
  const [text = ''] = property?.values ?? [];
  return property === undefined || text === '' || text === first ? undefined : { text, property };
}

/** A text that is not a time stays as it is, so that it is reported. */
function moveEnd(end: string, { from, to }: { readonly from: string; readonly to: string }): string {
  return readDate(end.slice(0, 10)) === undefined ? end : addDays(end, daysBetween(from, to));
}

function readLength(
  { properties }: IcsBlock,
  { spot, report }: Pick<SlotContext, 'spot' | 'report'>,
): number | undefined {
  const text = findValue(properties, 'duration').trim();
  const minutes = readDuration(text);
  if (text !== '' && minutes === undefined)
    report.fail(
      spot,
      `"${text.slice(0, 40)}" is not a duration such as PT45M; the talk is listed without an end.`,
    );
  return minutes;
}

function isDuration(text: string): boolean {
  return /^\+?P/i.test(text);
}

/** In minutes; undefined if it is none. The npm package ics writes `P1DT` for a day. */
function readDuration(text: string): number | undefined {
  const parts = /^\+?P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/i.exec(text);
  if (parts === null) return undefined;
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = parts
    .slice(1)
    .map(part => Number(part ?? 0));
  return (weeks * 7 + days) * 24 * 60 + hours * 60 + minutes + seconds / 60;
}

function minutesBetween(from: string, to: string): number | undefined {
  const minutes = (Date.parse(to) - Date.parse(from)) / 60_000;
  return Number.isNaN(minutes) ? undefined : minutes;
}

function daysBetween(from: string, to: string): number {
  if (from === to) return 0;
  return Temporal.PlainDate.from(from.slice(0, 10)).until(to.slice(0, 10)).days;
}
