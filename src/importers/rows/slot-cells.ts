import { nameKey } from '../../text/fold.ts';
import { cleanLine } from '../reading/clean.ts';
import { toReadableText } from '../reading/readable-text.ts';
import type { RawSlot } from '../reading/times.ts';
import { plainJapanese } from './cell-times.ts';
import { plainDay } from './date-order.ts';
import type { CsvColumn } from './mapping.ts';

/** Date, times and rooms of a row. A text is empty if the row does not have it. */
export interface SlotCells {
  readonly date: string;
  readonly start: string;
  /** The day of an end that is only a time of day; if there is no such end, that day is still part of the talk. */
  readonly endDate: string;
  readonly end: string;
  readonly duration: string;
  readonly allDay: boolean;
  /** The zone that a column of its own states for the times. */
  readonly zone: string;
  readonly rooms: readonly string[];
  /** True if rooms are separated by line breaks, so that a line is one room whatever it contains. */
  readonly hasRoomALine: boolean;
  /** The names of the columns, which may state a zone or a unit: `Start (UTC)`, `duration_seconds`. */
  readonly names: Readonly<Record<'start' | 'duration', string>>;
  readonly hasVideo: boolean;
}

/** The part of a row's time that is missing or cannot be read. Rows that lack the same are reported together. */
export type SlotLack = 'no date' | 'no year' | 'no first day' | 'no time' | 'no start' | 'unscheduled';

/** A slot, or what the row lacks for one; undefined if it has no time at all. */
export type SlotResult = RawSlot | SlotLack | undefined;

type SlotColumn = 'date' | 'start' | 'endDate' | 'end' | 'duration' | 'allDay' | 'zone' | 'room' | 'video';

/** `nameOf` gives the name of a column as the file writes it. */
export function readSlotCells(
  cell: (column: SlotColumn) => string,
  nameOf: (column: CsvColumn) => string = () => '',
): SlotCells {
  // An entity's semicolon separates nothing.
  const room = toReadableText(cell('room'));
  const hasRoomALine = room.includes('\n');
  const time = (column: SlotColumn) => plainDay(plainJapanese(cleanLine(cell(column))));
  return {
    date: time('date'),
    start: time('start'),
    endDate: time('endDate'),
    end: time('end'),
    duration: cleanLine(cell('duration')),
    allDay: YES.test(cleanLine(cell('allDay'))),
    zone: cleanLine(cell('zone')),
    rooms: room
      .split(hasRoomALine ? '\n' : ';')
      .map(cleanLine)
      .filter(room => room !== ''),
    hasRoomALine,
    names: { start: nameOf('start'), duration: nameOf('duration') },
    hasVideo: cell('video') !== '',
  };
}

const YES = /^(?:true|yes|y|1|x|on|ja|ein|wahr|oui|vrai|si|sí|verdadero|sim|verdadeiro|vero|waar|aan|はい)$/i;

/**
 * Creates a reader for cells of rooms: `Quay Hall / Pier` is two rooms if talks are in `Quay Hall` and in `Pier` alone.
 */
export function createRoomsReader(written: readonly string[]): (room: string) => readonly string[] {
  const known = new Map([...new Set(written)].map(room => [nameKey(room), room]));
  return room => {
    const parts = room.split(SEPARATOR);
    const rooms = parts.flatMap(part => known.get(nameKey(part)) ?? []);
    return parts.length > 1 && rooms.length === parts.length ? rooms : [room];
  };
}

const SEPARATOR = /[/,+&]|\s(?:and|und|et|y|e)\s/;
