import { nameKey } from '../../text/fold.ts';
import { cleanLine } from '../reading/clean.ts';
import { addDay, type RawSlot, readMinutes, readTime } from '../reading/times.ts';
import { readClock, readSerialDay, readSerialTime } from './cell-times.ts';
import { createDateReader, type DateReader, findLack } from './dates.ts';
import type { CsvMapping } from './mapping.ts';

/** What a row says of when and where a talk is. */
export interface SlotCells {
  readonly date: string;
  readonly start: string;
  readonly end: string;
  readonly duration: string;
  readonly rooms: readonly string[];
  /** They stand a line each, so that what is in one line is one room. */
  readonly hasRoomALine: boolean;
}

/** A slot; or what the row lacks for one, of which all rows are reported together; or nothing. */
export type SlotResult =
  | RawSlot
  | 'no date'
  | 'no year'
  | 'no first day'
  | 'no time'
  | 'no start'
  | undefined;

/** Reads the slots of a sheet; its rows must be known before any of them, because dates explain each other. */
export function createSlotReader(
  rows: readonly SlotCells[],
  mapping: CsvMapping,
): {
  readonly read: (cells: SlotCells) => SlotResult;
  readonly dates: DateReader;
  /** Whole sentences on what may be read wrongly. */
  readonly doubts: readonly string[];
} {
  const texts = rows
    .map(replaceSerials)
    .flatMap(({ date, start, end }) => [
      date,
      ...[...splitRange(start), end].map(text => splitDateTime(text).date),
    ]);
  const dates = createDateReader(
    texts.map(text => text.slice(0, 60)).filter(text => text !== ''),
    mapping,
  );
  const roomsIn = createRoomsReader(rows.flatMap(({ rooms }) => rooms));
  const serial = rows.find(({ date }) => readSerialDay(date) !== undefined)?.date;
  return {
    dates,
    doubts: [dates.doubt ?? [], serial === undefined ? [] : describeSerial(serial)].flat(),
    read: cells => {
      const rooms = cells.hasRoomALine ? cells.rooms : cells.rooms.flatMap(roomsIn);
      return readSlot(replaceSerials({ ...cells, rooms }), dates);
    },
  };
}

/** Beside a date that is such a number, times are such numbers too. */
function replaceSerials(cells: SlotCells): SlotCells {
  const date = readSerialDay(cells.date);
  if (date === undefined) return cells;
  const { start, end } = cells;
  return { ...cells, date, start: readSerialTime(start) ?? start, end: readSerialTime(end) ?? end };
}

function describeSerial(date: string): string {
  return `Its dates are numbers such as ${date}, which was read as ${readSerialDay(date)}; if that is wrong, format the cells as dates and times in the spreadsheet.`;
}

function readSlot({ date, start, end, duration, rooms }: SlotCells, dates: DateReader): SlotResult {
  // Some call a whole date and time the start date.
  const [from = '', to] = splitRange(start === '' && hasClock(date) ? date : start);
  const rest = { minutes: readDuration(duration), rooms };
  const iso = readTime(from);
  const endText = end === '' ? (to ?? '') : end;
  if (iso !== undefined)
    return { start: iso, end: readEnd(endText, dates), day: findEve(date, iso, dates), ...rest };
  if (from === '') return date !== '' || endText !== '' || rooms.length > 0 ? 'no start' : undefined;
  const { date: ownDate, clock } = splitDateTime(from);
  const time = readClock(clock);
  if (time === undefined && /^\d*[.,]?\d+$/.test(from)) return 'no time';
  // What is no time at all is reported by whoever reads the slot.
  if (time === undefined) return { start: from, end: '', ...rest };
  const dateText = (ownDate || date).slice(0, 60);
  const day = dates.read(dateText);
  if (day !== undefined) return { start: `${day}T${time}`, end: readEnd(endText, dates), ...rest };
  const lack = dateText === '' ? 'no date' : findLack(dateText);
  return lack ?? { start: ownDate === '' ? `${date} ${from}` : from, end: '', ...rest };
}

/** Beside a whole date and time, the day before means that what happens at night belongs to it. */
function findEve(date: string, start: string, dates: DateReader): string | undefined {
  const day = date === '' ? undefined : dates.read(date.slice(0, 60));
  return day !== undefined && addDay(day) === start.slice(0, 10) ? day : undefined;
}

/** `09:00-10:00` or `Sat 8 May 2027 10:00 - 10:45` in one cell. */
function splitRange(text: string): readonly string[] {
  if (readTime(text) !== undefined) return [text];
  const [, from = '', to = ''] = /^(.+?)\s*(?:–|—|-|\bto\b|\bbis\b)\s*([^–—-]+)$/.exec(text) ?? [];
  return hasTime(from) && hasTime(to) ? [from, to] : [text];
}

function hasTime(text: string): boolean {
  return readTime(text) !== undefined || readClock(splitDateTime(text).clock) !== undefined;
}

/** An end as the times of slots are written; what is none stays as it is, so that it is reported. */
function readEnd(text: string, dates: DateReader): string {
  // The day alone on which something ends says nothing of when.
  if (readTime(text) !== undefined) return text;
  if (dates.read(text.slice(0, 60)) !== undefined && splitDateTime(text).date === '') return '';
  const { date, clock } = splitDateTime(text);
  const time = readClock(clock);
  const day = date === '' ? '' : dates.read(date.slice(0, 60));
  if (time === undefined || day === undefined) return text;
  return day === '' ? time : `${day}T${time}`;
}

function hasClock(text: string): boolean {
  return readTime(text) !== undefined || splitDateTime(text).date !== '';
}

/** "5 October 2027, 9:00 am" is a day and a time. */
function splitDateTime(text: string): { readonly date: string; readonly clock: string } {
  const [, date, clock] =
    /^(.{0,60}[^\s,])(?:,\s*|\s+|T)(\d{1,2}(?:[:.h]\d\d.{0,12}|\s*[ap]\.?m\.?))$/i.exec(text) ?? [];
  return date === undefined || clock === undefined ? { date: '', clock: text } : { date, clock };
}

/** `45`, `45 min`, `1h30`, `1.5 h`, `00:45`, `1:00:00`. */
function readDuration(text: string): number | undefined {
  const [, minutes] = /^(\d{1,4})\s*(?:m|min|mins|minutes|minuten|minutos|minuti|')?\.?$/i.exec(text) ?? [];
  if (minutes !== undefined) return Number(minutes);
  const [, hours, more = '0'] =
    /^(\d{1,2}(?:[.,]\d{1,2})?)\s*h(?:ours?|rs?|eures?|oras?)?\s*(\d{1,2})?(?:\s*m(?:in)?)?\.?$/i.exec(
      text,
    ) ?? [];
  return hours === undefined ? readMinutes(text) : Number(hours.replace(',', '.')) * 60 + Number(more);
}

export function readSlotCells(
  cell: (column: 'date' | 'start' | 'end' | 'duration' | 'room') => string,
): SlotCells {
  const hasRoomALine = cell('room').includes('\n');
  return {
    date: cleanLine(cell('date')),
    start: cleanLine(cell('start')),
    end: cleanLine(cell('end')),
    duration: cleanLine(cell('duration')),
    rooms: cell('room')
      .split(hasRoomALine ? '\n' : ';')
      .map(cleanLine)
      .filter(room => room !== ''),
    hasRoomALine,
  };
}

/** Tells the rooms in a cell of a sheet: `Quay Hall / Pier` is two where talks are in `Quay Hall` and in `Pier` alone. */
export function createRoomsReader(written: readonly string[]): (room: string) => readonly string[] {
  const known = new Map([...new Set(written)].map(room => [nameKey(room), room]));
  return room => {
    const parts = room.split(SEPARATOR);
    const rooms = parts.flatMap(part => known.get(nameKey(part)) ?? []);
    return parts.length > 1 && rooms.length === parts.length ? rooms : [room];
  };
}

const SEPARATOR = /[/,+&]|\s(?:and|und|et|y|e)\s/;
