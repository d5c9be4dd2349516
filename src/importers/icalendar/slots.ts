import { Temporal } from 'temporal-polyfill';
import { placeMoment } from '../../programme/moment.ts';
import type { Report, Spot } from '../reading/report.ts';
import type { RawSlot } from '../reading/times.ts';
import { findProperty, findValue, type IcsBlock, type IcsProperty } from './lines.ts';
import { readRepeats } from './repeats.ts';
import type { IcsZones } from './zones.ts';

export interface SlotContext {
  readonly zones: IcsZones;
  /** The last day on which anything of the calendar happens. */
  readonly lastDay: string;
  readonly rooms: readonly string[];
  /** Starts, as they stand in the file, that another event of the same talk replaces. */
  readonly replaced: ReadonlySet<string>;
  readonly spot: Spot;
  readonly report: Report;
  /** How many times more the events of the calendar may happen than once each. */
  readonly more: { left: number };
}

/** As often all events of a calendar together may repeat; thousands that do so for weeks would take minutes. */
export const REPEATS_MAX = 2000;

/** When and where an event happens: once, on several whole days, or as often as it repeats. */
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

/** Once, whatever the event says. */
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
      isDay(at) ? readWholeDays(event, at, context) : readTimedSlot(event, { start, text, at }, context),
    );
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

/** The clock time stays what it is, also over a change of clocks. */
function addDays(text: string, days: number): string {
  return Temporal.PlainDate.from(text.slice(0, 10)).add({ days }).toString() + text.slice(10);
}

interface Start {
  readonly start: IcsProperty;
  /** The first time, as it stands in the file, and this one. */
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
  // An end that is the start says nothing.
  const isEnd = end !== undefined && endText !== '' && endText !== text;
  // What is no time stays as it is, so that it is reported.
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
    // Temporal says by RangeError that a text is no duration.
    return undefined;
  }
}

const WHOLE_DAYS_MAX = 31;

/** `VALUE=DATE`: from midnight to midnight, on each day up to the one that the end, as the standard has it, leaves out. */
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
    // Temporal says by RangeError that a text is no date.
    report.fail(spot, `"${first}" is not a date; the talk is listed without a time.`);
    return [];
  }
}
