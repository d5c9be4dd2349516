import { nameKey } from '../../text/fold.ts';
import { readMinutes } from '../../text/read-length.ts';
import { cleanLine } from '../reading/clean.ts';
import { type Clock, readBareClock, readClock, readEndClock } from '../reading/clock.ts';
import { toReadableText } from '../reading/readable-text.ts';
import { addDay, placeClock, type RawSlot, readTime } from '../reading/times.ts';
import {
  dropClock,
  hasClock,
  readEpoch,
  readSerialDay,
  readSerialTime,
  splitDateTime,
  splitTimes,
} from './cell-times.ts';
import { createDateReader, type DateReader, findLack } from './dates.ts';
import type { CsvMapping } from './mapping.ts';
import { splitDays, splitStarts } from './repeats.ts';

/** Date, times and rooms of a row. */
export interface SlotCells {
  readonly date: string;
  readonly start: string;
  readonly end: string;
  readonly duration: string;
  readonly allDay?: boolean | undefined;
  readonly rooms: readonly string[];
  /** True if rooms are separated by line breaks, so that a line is one room whatever it contains. */
  readonly hasRoomALine: boolean;
}

/** The part of a row's time that is missing or cannot be read. Rows that lack the same are reported together. */
export type SlotLack = 'no date' | 'no year' | 'no first day' | 'no time' | 'no start';

/** A slot, or what the row lacks for one; undefined if it has no time at all. */
export type SlotResult = RawSlot | SlotLack | undefined;

/** Creates a reader for the slots of a sheet. It needs all rows, because dates explain each other. */
export function createSlotReader(
  rows: readonly SlotCells[],
  mapping: CsvMapping,
): {
  /** Reads each time of a row; one without time has one result, undefined. */
  readonly read: (cells: SlotCells) => readonly SlotResult[];
  readonly dates: DateReader;
  /** Whole sentences about values that may be read wrongly. */
  readonly doubts: readonly string[];
} {
  const texts = rows
    .map(replaceSerials)
    .map(moveDays)
    .flatMap(({ date, start, end }) => [
      ...splitDays(dropClock(date)).days,
      ...splitTimes(start, end).map(text => splitDateTime(text).date),
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
      const row = moveDays(replaceSerials({ ...cells, rooms }));
      return listTimes(row, dates).map(time => readSlot(time, dates));
    },
  };
}

/** A start may hold the days, too: `11-12 May 2027, 9:00`. */
function moveDays(cells: SlotCells): SlotCells {
  if (cells.date !== '') return cells;
  const isAlone = splitDays(cells.start).days.length > 1;
  const { date, clock } = isAlone ? { date: cells.start, clock: '' } : splitDateTime(cells.start);
  return splitDays(date).days.length > 1 ? { ...cells, date, start: clock } : cells;
}

/** Lists a row's days and times, if its cells name several of one of the two; what fits several of both stays whole. */
function listTimes(cells: SlotCells, dates: DateReader): readonly SlotCells[] {
  const { days, isRange } = splitDays(cells.date);
  const starts = splitStarts(cells.start);
  const ends = splitStarts(cells.end);
  if (days.length === 1 && starts.length > 1 && (cells.end === '' || ends.length === starts.length))
    return starts.map((start, at) => ({ ...cells, start, end: cells.end === '' ? '' : (ends[at] ?? '') }));
  const read = days.flatMap(day => dates.read(day.slice(0, 60)) ?? []);
  if (days.length === 1 || starts.length > 1 || read.length < days.length) return [cells];
  return (isRange ? fillDays(read) : read).map(date => ({ ...cells, date }));
}

/** From the first to the last day; a longer time is left as two days, which `reportStrays` reports if they are far off. */
function fillDays([first = '', last = '']: readonly string[]): readonly string[] {
  const days = [first];
  for (let day = addDay(first); day <= last && days.length < RANGE_DAYS_MAX; day = addDay(day))
    days.push(day);
  return days.at(-1) === last ? days : [first, last];
}

const RANGE_DAYS_MAX = 31;

/** If the date is such a number, so are the times. */
function replaceSerials(all: SlotCells): SlotCells {
  const cells = { ...all, start: readEpoch(all.start) ?? all.start, end: readEpoch(all.end) ?? all.end };
  const date = readSerialDay(cells.date);
  if (date === undefined) return cells;
  const { start, end } = cells;
  return { ...cells, date, start: readSerialTime(start) ?? start, end: readSerialTime(end) ?? end };
}

function describeSerial(date: string): string {
  return `Its dates are numbers such as ${date}, which was read as ${readSerialDay(date)}; if that is wrong, format the cells as dates and times in the spreadsheet.`;
}

function readSlot(cells: SlotCells, dates: DateReader): SlotResult {
  const { date, end, duration, rooms } = cells;
  const start = NOT_YET.test(cells.start) ? '' : cells.start;
  // Some sheets have date and time together in a column called "start date", some once more beside it.
  const [from, endText] = splitTimes(start === '' && hasClock(date) ? date : start, end);
  const rest = { minutes: readMinutes(duration), rooms };
  const iso = readTime(from);
  if (cells.allDay) return readAllDay({ date, from, end: endText, rooms }, dates);
  if (iso !== undefined)
    return { start: iso, end: readEnd(endText, dates), day: findEve(date, iso, dates), ...rest };
  if (from === '' || isAllDay(from))
    return readDaySlot({ date, endText, rooms, allDay: isAllDay(from) }, dates);
  const { date: ownDate, clock } = splitDateTime(from);
  const time = readClock(clock) ?? readBareClock(clock);
  if (time === undefined && /^\d*[.,]?\d+$/.test(from)) return 'no time';
  // A text that is not a time is reported by `readSlot` of times.ts.
  if (time === undefined)
    return { start: from, end: '', ...rest, day: dates.read(ownDate.slice(0, 60) || date.slice(0, 60)) };
  const dateText = (ownDate || dropClock(date)).slice(0, 60);
  const day = dates.read(dateText);
  if (day !== undefined) return placeSlot({ day, time }, { end: readEnd(endText, dates), ...rest });
  const lack = dateText === '' ? 'no date' : findLack(dateText);
  const asWritten = ownDate === '' ? `${date} ${from}` : start || date;
  return lack ?? { start: asWritten, end: '', ...rest, day: dates.read(dropClock(date).slice(0, 60)) };
}

/** A row that names a day and no clock time: it lasts all day, or its hour is still to come. */
function readDaySlot(
  {
    date,
    endText,
    rooms,
    allDay,
  }: Pick<RawSlot, 'rooms' | 'allDay'> & { readonly date: string; readonly endText: string },
  dates: DateReader,
): SlotResult {
  const text = date.slice(0, 60);
  const day = text === '' ? undefined : dates.read(text);
  if (day !== undefined) return { start: day, end: '', rooms, allDay };
  if (allDay) return text === '' ? 'no date' : findLack(text);
  return date !== '' || endText !== '' || rooms.length > 0 ? 'no start' : undefined;
}

/** A row whose column says that it lasts all day; its start and end are dates, or times of which the dates count. */
function readAllDay(
  { date, from, end, rooms }: Record<'date' | 'from' | 'end', string> & Pick<RawSlot, 'rooms'>,
  dates: DateReader,
): SlotResult {
  const dayOf = (text: string) =>
    text === ''
      ? undefined
      : (readTime(text)?.slice(0, 10) ?? dates.read((splitDateTime(text).date || text).slice(0, 60)));
  const day = dayOf(date) ?? dayOf(from);
  if (day === undefined) return readDaySlot({ date, endText: end, rooms, allDay: true }, dates);
  return { start: day, end: dayOf(end) ?? '', rooms, allDay: true };
}

const YES = /^(?:true|yes|y|1|x|ja|wahr|oui|vrai|si|sí|verdadero|sim|verdadeiro|vero)$/i;

/** Marks of a time that is not known yet. */
const NOT_YET =
  /^(?:tb[acd]|n\/?a|\?+|[-–—]+|to be (?:announced|confirmed|decided|defined)|(?:noch )?offen|folgt|wird noch bekannt ?gegeben|à (?:confirmer|définir|venir)|por (?:confirmar|definir|anunciar)|a (?:confirmar|definir|anunciar)|da (?:definire|confermare))\.?$/i;

const ALL_DAY =
  /^(?:all|whole|full|entire)[- ]?day(?: long)?$|^(?:den )?ganzen tag$|^ganztags?$|^ganztägig$|^ganzer tag$|^toute la journée$|^journée entière$|^todo el día$|^día completo$|^tutto il giorno$|^o? ?dia (?:todo|inteiro)$|^hele dag(?:en)?$/i;

function isAllDay(text: string): boolean {
  return ALL_DAY.test(text);
}

/** A start at `25:30` is in the night, and belongs to the day whose date it has. */
function placeSlot(
  { day, time }: { readonly day: string; readonly time: Clock },
  rest: Omit<RawSlot, 'start' | 'day'>,
): RawSlot {
  const start = placeClock(day, time) ?? `${day}T${time}`;
  return { start, ...rest, ...(start.startsWith(day) ? {} : { day }) };
}

/** If the date column names the day before the start, the talk is at night and belongs to that day. */
function findEve(date: string, start: string, dates: DateReader): string | undefined {
  const day = date === '' ? undefined : dates.read(date.slice(0, 60));
  return day !== undefined && addDay(day) === start.slice(0, 10) ? day : undefined;
}

/** Reads an end; a text that is not a time stays, so that it is reported. */
function readEnd(text: string, dates: DateReader): string {
  // An end that is only a day says nothing about the time.
  if (readTime(text) !== undefined) return text;
  if (dates.read(text.slice(0, 60)) !== undefined && splitDateTime(text).date === '') return '';
  const { date, clock } = splitDateTime(text);
  const time = readEndClock(clock) ?? readBareClock(clock);
  const day = date === '' ? '' : dates.read(date.slice(0, 60));
  if (time === undefined || day === undefined) return text;
  return day === '' ? time : (placeClock(day, time) ?? text);
}

export function readSlotCells(
  cell: (column: 'date' | 'start' | 'end' | 'duration' | 'allDay' | 'room') => string,
): SlotCells {
  // An entity's semicolon separates nothing.
  const room = toReadableText(cell('room'));
  const hasRoomALine = room.includes('\n');
  return {
    date: cleanLine(cell('date')),
    start: cleanLine(cell('start')),
    end: cleanLine(cell('end')),
    duration: cleanLine(cell('duration')),
    allDay: YES.test(cleanLine(cell('allDay'))),
    rooms: room
      .split(hasRoomALine ? '\n' : ';')
      .map(cleanLine)
      .filter(room => room !== ''),
    hasRoomALine,
  };
}

/**
 * Creates a reader for cells of rooms: `Quay Hall / Pier` is two rooms if talks are in `Quay Hall` and in `Pier` alone.
 */
function createRoomsReader(written: readonly string[]): (room: string) => readonly string[] {
  const known = new Map([...new Set(written)].map(room => [nameKey(room), room]));
  return room => {
    const parts = room.split(SEPARATOR);
    const rooms = parts.flatMap(part => known.get(nameKey(part)) ?? []);
    return parts.length > 1 && rooms.length === parts.length ? rooms : [room];
  };
}

const SEPARATOR = /[/,+&]|\s(?:and|und|et|y|e)\s/;
