import { Temporal } from 'temporal-polyfill';
import type { DraftSlot } from '../../programme/joining/draft.ts';
import { cleanLine } from './clean.ts';
import { maskEmails } from './contacts.ts';
import type { Report, Spot } from './report.ts';
import { readDate, readTime, readTimeAfter } from './times.ts';

/** A slot as JSON has it; texts are empty where the file says nothing. */
export interface RawSlot {
  readonly start: string;
  readonly end: string;
  /** Used where there is no end. */
  readonly minutes?: number | undefined;
  readonly rooms: readonly string[];
  /** The programme day, where the file states it. */
  readonly day?: string | undefined;
}

/** Reads when and where a talk is; nothing where the talk has no time. A time that is none is reported, and the talk stays. */
export function readSlot(raw: RawSlot, spot: Spot, report: Report): DraftSlot | undefined {
  const text = cleanLine(raw.start);
  const start = readTime(text);
  if (start === undefined) {
    if (text !== '')
      report.fail(spot, `"${text.slice(0, 40)}" is no date and time; the talk is listed without it.`);
    return undefined;
  }
  const rooms = raw.rooms.map(readRoom).filter(room => room !== '');
  return {
    start,
    end: readEnd(raw, start, { spot, report }),
    rooms,
    day: readDate(raw.day ?? ''),
  };
}

function readRoom(raw: string): string {
  return maskEmails(cleanLine(raw)).slice(0, ROOM_MAX);
}

const ROOM_MAX = 200;

function readEnd(
  raw: RawSlot,
  start: string,
  { spot, report }: { readonly spot: Spot; readonly report: Report },
): string | undefined {
  const text = cleanLine(raw.end);
  const end = text === '' ? minutesAfter(start, raw.minutes) : readTimeAfter(text, start);
  if (end === undefined) {
    if (text !== '')
      report.fail(
        spot,
        `"${text.slice(0, 40)}" is no time after the start; the talk is listed without its end.`,
      );
    return undefined;
  }
  if (!isOverADay(start, end)) return end;
  report.warn(spot, 'It would last longer than 24 hours; it is listed without its end.');
  return undefined;
}

/** So many minutes later on the same clocks, with the same offset or none. */
function minutesAfter(start: string, minutes = 0): string | undefined {
  if (!(minutes > 0)) return undefined;
  // So many that no clock can count them are two days, which is too many as well.
  const seconds = Math.min(Math.round(minutes * 60), 2 * 86_400);
  const end = Temporal.PlainDateTime.from(start.slice(0, 19)).add({ seconds });
  return end.toString({ smallestUnit: 'second' }) + start.slice(19);
}

/** Of a time with an offset and one without, the clocks are compared; they are wrong by less than a day. */
function isOverADay(start: string, end: string): boolean {
  const bare = start.length === 19 || end.length === 19;
  const length = bare
    ? Temporal.PlainDateTime.from(start.slice(0, 19)).until(Temporal.PlainDateTime.from(end.slice(0, 19)))
    : Temporal.Instant.from(start).until(Temporal.Instant.from(end));
  return length.total('hours') > 24;
}
