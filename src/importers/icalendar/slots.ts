import { Temporal } from 'temporal-polyfill';
import { placeMoment } from '../../programme/moment.ts';
import type { Report, Spot } from '../reading/report.ts';
import type { RawSlot } from '../reading/times.ts';
import { findProperty, findValue, type IcsBlock, type IcsProperty } from './lines.ts';
import { readRepeats } from './repeats.ts';
import type { IcsZones } from './zones.ts';

export interface SlotContext {
  readonly zones: IcsZones;
  /** The last day of any event in the calendar. */
  readonly lastDay: string;
  readonly rooms: readonly string[];
  /** Starts, as written in the file, that another event of the same talk replaces. */
  readonly replaced: ReadonlySet<string>;
  readonly spot: Spot;
  readonly report: Report;
  /** The number of repeats that all events together may still have. */
  readonly more: { left: number };
}

/** The most repeats in one calendar; thousands of events that repeat for weeks would take minutes. */
export const REPEATS_MAX = 2000;

/** Reads the slots of an event: one, several whole days, or all repeats. */
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
  const properties = event.properties.filter(({ name }) => name !== 'rrule');
  return readAllSlots({ ...event, properties }, context).slice(0, 1);
}

function readAllSlots(event: IcsBlock, context: SlotContext): readonly RawSlot[] {
  const start = findProperty(event.properties, 'dtstart');
  const [text] = start?.values ?? [];
  if (start === undefined || text === undefined) {
    context.report.warn(context.spot, 'It has no start; it is listed without time and room.');
    return [];
  }
  const left = new Set([
    ...context.replaced,
    ...event.properties.flatMap(({ name, values }) => (name === 'exdate' ? values : [])),
  ]);
  return findStarts(event, text, context)
    .filter(at => !left.has(at))
    .flatMap(at =>
      isDay(at) && isToCome(event)
        ? { start: at, end: '', rooms: context.rooms }
        : isDay(at)
          ? readWholeDays(event, at, context)
          : readTimedSlot(event, { start, text, at }, context),
    );
}

/** Lectern writes so what has a day and no time yet. */
function isToCome({ properties }: IcsBlock): boolean {
  return findValue(properties, 'x-lectern-hour') === 'TO-COME';
}

function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text);
}

function findStarts(
  event: IcsBlock,
  first: string,
  { lastDay, spot, report }: SlotContext,
): readonly string[] {
  const rule = findProperty(event.properties, 'rrule')?.rule;
  if (rule === undefined) return [first];
  const { days, doubt } = readRepeats(rule, { start: first, lastDay });
  if (doubt !== undefined) report.warn(spot, doubt);
  return [first, ...days.map(day => addDays(first, day))];
}

/** Keeps the clock time, also over a change of clocks. */
function addDays(text: string, days: number): string {
  return Temporal.PlainDate.from(text.slice(0, 10)).add({ days }).toString() + text.slice(10);
}

interface Start {
  readonly start: IcsProperty;
  /** The first start as written in the file; `at` is the start of this repeat. */
  readonly text: string;
  readonly at: string;
}

function readTimedSlot(
  event: IcsBlock,
  { start, text, at }: Start,
  { zones, rooms }: SlotContext,
): readonly RawSlot[] {
  const end = findProperty(event.properties, 'dtend');
  const [endText = ''] = end?.values ?? [];
  // An end equal to the start means that the end is unknown.
  const isEnd = end !== undefined && endText !== '' && endText !== text;
  // A text that is not a time stays as it is, so that it is reported.
  const isFixed = at === text || placeMoment(endText.slice(0, 10), undefined) === undefined;
  const shift = isFixed ? 0 : Temporal.PlainDate.from(text.slice(0, 10)).until(at.slice(0, 10)).days;
  return [
    {
      start: zones.place(at, start),
      end: isEnd ? zones.place(shift === 0 ? endText : addDays(endText, shift), end) : '',
      minutes: isEnd ? undefined : parseMinutes(findValue(event.properties, 'duration')),
      rooms,
      day: findValue(event.properties, 'x-lectern-day') || undefined,
    },
  ];
}

function parseMinutes(duration: string): number | undefined {
  try {
    return duration === ''
      ? undefined
      : Temporal.Duration.from(duration).total({ unit: 'minutes', relativeTo: '2000-01-01' });
  } catch {
    // Temporal throws a RangeError if a text is not a duration.
    return undefined;
  }
}

const WHOLE_DAYS_MAX = 31;

/** `VALUE=DATE`: from midnight to midnight, on each day before the end, which RFC 5545 excludes. */
function readWholeDays(
  event: IcsBlock,
  first: string,
  { rooms, spot, report }: SlotContext,
): readonly RawSlot[] {
  const end = findValue(event.properties, 'dtend');
  const days: string[] = [];
  try {
    for (let day = first; days.length === 0 || (isDay(end) && day < end); day = addDays(day, 1)) {
      if (days.length === WHOLE_DAYS_MAX) {
        report.warn(spot, 'It lasts longer than 31 days; only the first 31 are listed.');
        break;
      }
      days.push(day);
    }
    return days.map(day => ({ start: `${day}T00:00:00`, end: `${addDays(day, 1)}T00:00:00`, rooms, day }));
  } catch {
    // Temporal throws a RangeError if a text is not a date.
    report.fail(spot, `"${first}" is not a date; the talk is listed without a time.`);
    return [];
  }
}
