import { Temporal } from 'temporal-polyfill';
import { placeMoment } from '../../programme/moment.ts';
import type { Report, Spot } from '../reading/report.ts';
import type { RawSlot } from '../reading/times.ts';
import { type IcsBlock, type IcsProperty, propertyIn, valueIn } from './lines.ts';
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
export const MORE_MAX = 2000;

/** When and where an event happens: once, on several whole days, or as often as it repeats. */
export function icsSlots(event: IcsBlock, context: SlotContext): readonly RawSlot[] {
  const { more, spot, report } = context;
  const slots = more.left === 0 ? firstSlot(event, context) : allSlots(event, context);
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
function firstSlot(event: IcsBlock, context: SlotContext): readonly RawSlot[] {
  const properties = event.properties.filter(({ name }) => name !== 'rrule');
  return allSlots({ ...event, properties }, context).slice(0, 1);
}

function allSlots(event: IcsBlock, context: SlotContext): readonly RawSlot[] {
  const start = propertyIn(event.properties, 'dtstart');
  const [text] = start?.values ?? [];
  if (start === undefined || text === undefined) {
    context.report.warn(context.spot, 'It has no start; it is listed without time and room.');
    return [];
  }
  const left = new Set([
    ...context.replaced,
    ...event.properties.flatMap(({ name, values }) => (name === 'exdate' ? values : [])),
  ]);
  return startsOf(event, text, context)
    .filter(at => !left.has(at))
    .flatMap(at => (isDay(at) ? wholeDays(event, at, context) : timed(event, { start, text, at }, context)));
}

function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text);
}

function startsOf(event: IcsBlock, first: string, { lastDay, spot, report }: SlotContext): readonly string[] {
  const rule = propertyIn(event.properties, 'rrule')?.rule;
  if (rule === undefined) return [first];
  const { days, doubt } = readRepeats(rule, { start: first, lastDay });
  if (doubt !== undefined) report.warn(spot, doubt);
  return [first, ...days.map(day => daysLater(first, day))];
}

/** The clock time stays what it is, also over a change of clocks. */
function daysLater(text: string, days: number): string {
  return Temporal.PlainDate.from(text.slice(0, 10)).add({ days }).toString() + text.slice(10);
}

interface Start {
  readonly start: IcsProperty;
  /** The first time, as it stands in the file, and this one. */
  readonly text: string;
  readonly at: string;
}

function timed(
  event: IcsBlock,
  { start, text, at }: Start,
  { zones, rooms }: SlotContext,
): readonly RawSlot[] {
  const end = propertyIn(event.properties, 'dtend');
  const [endText = ''] = end?.values ?? [];
  // An end that is the start says nothing.
  const isEnd = end !== undefined && endText !== '' && endText !== text;
  // What is no time stays as it is, so that it is reported.
  const isFixed = at === text || placeMoment(endText.slice(0, 10), undefined) === undefined;
  const shift = isFixed ? 0 : Temporal.PlainDate.from(text.slice(0, 10)).until(at.slice(0, 10)).days;
  return [
    {
      start: zones.place(at, start),
      end: isEnd ? zones.place(shift === 0 ? endText : daysLater(endText, shift), end) : '',
      minutes: isEnd ? undefined : minutesIn(valueIn(event.properties, 'duration')),
      rooms,
      day: valueIn(event.properties, 'x-lectern-day') || undefined,
    },
  ];
}

function minutesIn(duration: string): number | undefined {
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
function wholeDays(event: IcsBlock, first: string, { rooms, spot, report }: SlotContext): readonly RawSlot[] {
  const end = valueIn(event.properties, 'dtend');
  const days: string[] = [];
  try {
    for (let day = first; days.length === 0 || (isDay(end) && day < end); day = daysLater(day, 1)) {
      if (days.length === WHOLE_DAYS_MAX) {
        report.warn(spot, 'It lasts longer than 31 days; only the first of them are listed.');
        break;
      }
      days.push(day);
    }
    return days.map(day => ({ start: `${day}T00:00:00`, end: `${daysLater(day, 1)}T00:00:00`, rooms, day }));
  } catch {
    // Temporal says by RangeError that a text is no date.
    report.fail(spot, `"${first}" is no date; the talk is listed without it.`);
    return [];
  }
}
