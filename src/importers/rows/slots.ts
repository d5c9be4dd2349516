import type { ImportOptions } from '../format.ts';
import { type Clock, readBareClock, readClock, readEndClock } from '../reading/clock.ts';
import { addDay, placeClock, type RawSlot, readTime } from '../reading/times.ts';
import { isAllDay, NOT_YET, readAllDay, readDaySlot } from './all-day.ts';
import {
  dropClock,
  hasClock,
  readEpoch,
  readSerialDay,
  readSerialTime,
  splitDateTime,
  splitTimes,
} from './cell-times.ts';
import { createZoneReader, splitZone, type ZoneReader, zoneInName } from './cell-zones.ts';
import { createDateReader, type DateReader, findLack } from './dates.ts';
import { createLengthReader, type WrittenLength } from './lengths.ts';
import { splitDays, splitStarts } from './repeats.ts';
import { createRoomsReader, type SlotCells, type SlotResult } from './slot-cells.ts';

/** Reads the slots of a file. */
export interface SlotReader {
  /** Reads each time of a row; one without time has one result, undefined. */
  readonly read: (cells: SlotCells) => readonly SlotResult[];
  readonly dates: DateReader;
  /** Whole sentences about values that may be read wrongly, once all rows are read. */
  readonly doubts: () => readonly string[];
}

/**
 * Creates a reader for the slots of a file. It needs all rows, because their dates and their lengths explain each other.
 */
export function createSlotReader(
  rows: readonly SlotCells[],
  { csv: mapping = {}, timeZone }: ImportOptions,
): SlotReader {
  const plain = rows.map(row => prepareCells(row).cells);
  const texts = plain.flatMap(({ date, start, end, endDate }) => [
    ...splitDays(dropClock(date)).days,
    dropClock(endDate),
    ...splitTimes(start, end).map(text => splitDateTime(text).date),
  ]);
  const dates = createDateReader(
    texts.map(text => text.slice(0, 60)).filter(text => text !== ''),
    { ...mapping, hasHalves: plain.some(({ start }) => HALF_DAY.test(start)) },
  );
  const roomsIn = createRoomsReader(rows.flatMap(({ rooms }) => rooms));
  const lengths = createLengthReader(rows.map(toLength));
  const zones = createZoneReader(timeZone);
  const serial = rows.find(({ date }) => readSerialDay(date) !== undefined)?.date;
  return {
    dates,
    doubts: () =>
      [
        dates.doubt ?? [],
        serial === undefined ? [] : describeSerial(serial),
        lengths.doubt ?? [],
        ...zones.doubts(),
      ].flat(),
    read: raw => {
      const rooms = raw.hasRoomALine ? raw.rooms : raw.rooms.flatMap(roomsIn);
      const { cells, zone } = prepareCells({ ...raw, rooms });
      const minutes = lengths.read(toLength(raw));
      return listTimes(cells, dates).map(time => placeInZone(readSlot(time, minutes, dates), zone, zones));
    },
  };
}

/** `9:00 AM`, but not the `9:00 a. m.` of Spanish, which puts the day first. */
const HALF_DAY = /\d\s?[AP]\.?M\b/i;

function toLength({ duration, names, hasVideo }: SlotCells): WrittenLength {
  return { text: duration, name: names.duration, hasVideo };
}

/** Cells without serial numbers and zones, their days in the columns of days. */
function prepareCells(raw: SlotCells): { readonly cells: SlotCells; readonly zone: WrittenZones } {
  const [start, end] = [splitZone(raw.start), splitZone(raw.end)];
  const column = raw.zone || zoneInName(raw.names.start);
  const own = start.zone || column;
  const cells = { ...raw, start: start.text, end: end.text };
  return {
    cells: moveDays(joinEndDate(replaceSerials(cells))),
    zone: { start: own, end: end.zone || own },
  };
}

/** The zones of a start and an end, as written; empty if they are on the conference's clocks. */
type WrittenZones = Readonly<Record<'start' | 'end', string>>;

function placeInZone(slot: SlotResult, { start, end }: WrittenZones, zones: ZoneReader): SlotResult {
  if (typeof slot !== 'object' || start === '' || slot.start.length !== 19) return slot;
  return { ...slot, start: zones.place(slot.start, start), end: zones.place(slot.end, end) };
}

/** The day of an end may have a column of its own. */
function joinEndDate(cells: SlotCells): SlotCells {
  const { endDate, end } = cells;
  if (endDate === '') return cells;
  if (end === '') return hasClock(endDate) ? { ...cells, end: endDate, endDate: '' } : cells;
  const isClock = (readClock(end) ?? readBareClock(end)) !== undefined;
  return isClock ? { ...cells, end: `${dropClock(endDate)} ${end}`, endDate: '' } : cells;
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
  const last = isTimeless(cells) ? dates.read(cells.endDate.slice(0, 60)) : undefined;
  if (days.length === 1 && read[0] !== undefined && last !== undefined && last > read[0])
    return fillDays([read[0], last]).map(date => ({ ...cells, date }));
  if (days.length === 1 || starts.length > 1 || read.length < days.length) return [cells];
  return (isRange ? fillDays(read) : read).map(date => ({ ...cells, date }));
}

/** True for a row of days, whether it lasts all day or its hours are still to come. */
function isTimeless({ start, end, endDate }: SlotCells): boolean {
  return endDate !== '' && end === '' && (start === '' || isAllDay(start));
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
  const { start, end, endDate } = cells;
  return {
    ...cells,
    date,
    endDate: readSerialDay(endDate) ?? endDate,
    start: readSerialTime(start) ?? start,
    end: readSerialTime(end) ?? end,
  };
}

function describeSerial(date: string): string {
  return `Its dates are numbers such as ${date}, which was read as ${readSerialDay(date)}; if that is wrong, format the cells as dates and times in the spreadsheet.`;
}

function readSlot(cells: SlotCells, minutes: number | undefined, dates: DateReader): SlotResult {
  const { date, end, rooms } = cells;
  const start = NOT_YET.test(cells.start) ? '' : cells.start;
  // Some sheets have date and time together in a column called "start date", some once more beside it.
  const [from, endText] = splitTimes(start === '' && hasClock(date) ? date : start, end);
  const rest = { minutes, rooms };
  const iso = readTime(from);
  if (cells.allDay) return readAllDay({ date, from, end: endText, rooms }, dates);
  if (iso !== undefined)
    return { start: iso, end: readEnd(endText, dates), day: findEve(date, iso, dates), ...rest };
  if (from === '' || isAllDay(from))
    return readDaySlot({ date, endText, rooms, allDay: isAllDay(from) }, dates);
  const { date: ownDate, clock } = splitDateTime(from);
  const time = readClock(clock) ?? readBareClock(clock);
  if (time === undefined && SLOT_NAME.test(cells.names.start))
    return { start: '', end: '', rooms, timeslot: start, day: dates.read(dropClock(date).slice(0, 60)) };
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

/** A column such as "Timeslot" or `slotId` may name a time by its id, `slot-1`. */
const SLOT_NAME = /slot|zeitfenster|cr[ée]neau/i;

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
