import { weekdays } from '../../text/days/day-names.ts';
import { fold, nameKey } from '../../text/fold.ts';
import { cleanLine } from '../reading/clean.ts';
import { readClock, readClockRange } from '../reading/clock.ts';
import { isAllDay } from '../rows/all-day.ts';
import { splitZone, zoneInName } from '../rows/cell-zones.ts';
import { findColumns } from '../rows/columns/columns.ts';
import { plainDay } from '../rows/date-order.ts';
import { isDayHeading } from '../rows/dates.ts';

/** The row of a grid that names its columns. */
export interface GridHeader {
  /** Rooms or days stand across and times down the side, or the other way round. */
  readonly across: 'places' | 'times';
  /** The columns at the side, before those across. */
  readonly side: Readonly<Partial<Record<SideColumn, number>>>;
  readonly columns: readonly GridColumn[];
  /** The day in its corner. */
  readonly day: string | undefined;
  /** The zone of its times, as written; empty if it names none. */
  readonly zone: string;
}

type SideColumn = 'date' | 'start' | 'end' | 'place';

/** A column of a grid: a room, a day or a time, and the column of the people who speak there, if it has one. */
export interface GridColumn {
  readonly at: number;
  readonly name: string;
  readonly isDay: boolean;
  /** The day that stands above several rooms. */
  readonly day?: string | undefined;
  readonly speakersAt: number | undefined;
}

const SPEAKERS =
  /[\s:–-]*\(?\b(?:speakers?|presenters?|who|referent(?:en|in|innen)?|vortragende|sprecher(?:in|innen)?|ponentes?|intervenant(?:e|s|es)?|oradore?s?|palestrantes?|relator[ei])\b\)?[\s:–-]*/i;

/** Undefined if the row is none that names the columns of a grid. */
export function readGridHeader(cells: readonly string[]): GridHeader | undefined {
  const names = cells.map(cleanLine);
  const { side, width } = readSide(names);
  const others = names.slice(width).filter(name => name !== '' && !SPEAKERS.test(name));
  if (others.length < 2 || findColumns(cells).title !== undefined) return undefined;
  const [corner = ''] = names;
  const day = isDated(corner) ? corner : undefined;
  const rest = { columns: readColumns(names, width), day, zone: zoneInName(names[side.start ?? 0] ?? '') };
  if (others.every(isTime))
    return side.start === undefined || corner === '' || day !== undefined
      ? { across: 'times', side: { ...side, place: side.place ?? side.start ?? 0 }, ...rest }
      : undefined;
  const arePlaces = side.start !== undefined && !others.some(name => isTime(name) || isOfList(name));
  return arePlaces ? { across: 'places', side, ...rest } : undefined;
}

/** The columns before the first room or time: "Date", "Start" and "End", or the corner, which may be empty. */
function readSide(names: readonly string[]): {
  readonly side: GridHeader['side'];
  readonly width: number;
} {
  const side: Partial<Record<SideColumn, number>> = {};
  for (const [at, name] of names.slice(0, SIDE_MAX).entries()) {
    const column = at === 0 && (name === '' || isDated(name)) ? 'start' : findSideColumn(name);
    if (column === undefined || side[column] !== undefined) return { side, width: at };
    side[column] = at;
  }
  return { side, width: Math.min(names.length, SIDE_MAX) };
}

const SIDE_MAX = 3;

function findSideColumn(name: string): SideColumn | undefined {
  if (isTime(name) || (isDated(name) && !/^(?:day|tag|jour|d[ií]a|giorno)$/i.test(name))) return undefined;
  const [column] = Object.keys(findColumns([name]));
  if (column === 'room') return GENERIC_ROOM.test(name) ? 'place' : undefined;
  return column === 'date' || column === 'start' || column === 'end' ? column : undefined;
}

/** "Room A speakers" beside "Room A", and "Speakers" after it, have the speakers of that room. */
function readColumns(names: readonly string[], width: number): readonly GridColumn[] {
  const people = names.map((name, at) => ({
    at,
    of: name.replace(SPEAKERS, ' ').trim(),
    is: SPEAKERS.test(name),
  }));
  return names.flatMap((name, at): GridColumn | [] => {
    if (at < width || name === '' || people[at]?.is) return [];
    const beside = people.find(one => one.is && nameKey(one.of) === nameKey(name));
    const next = people[at + 1];
    const after = next?.is && next.of === '' ? next : undefined;
    return { at, name, isDay: isDayName(name), speakersAt: (beside ?? after)?.at };
  });
}

const GENERIC_ROOM =
  /^(?:rooms?|location|venue|place|raum|räume|ort|salles?|lieu|salas?|lugar|luogo|zaal|会場|部屋)$/i;

/** Columns of a list of talks. A room may be called "Hall", "Auditorium" or "Deck". */
const OF_LIST: ReadonlySet<string> = new Set(
  'title date start endDate end duration speakers track abstract description type language level state id'.split(
    ' ',
  ),
);

function isOfList(name: string): boolean {
  const [column = ''] = Object.keys(findColumns([name]));
  if (/\s/.test(name) || isDayName(name)) return false;
  return column === 'room' ? GENERIC_ROOM.test(name) : OF_LIST.has(column);
}

/** True for a time of a grid: on the clock, with or without its zone, or "all day". */
export function isTime(text: string): boolean {
  const { text: time } = splitZone(text);
  return (readClock(time) ?? readClockRange(time)) !== undefined || isAllDay(time);
}

/** True for a row below the names of rooms that only has how many people fit in. */
export function isOfSeats(cells: readonly string[]): boolean {
  const filled = cells
    .slice(1)
    .map(cleanLine)
    .filter(cell => cell !== '');
  return filled.length > 0 && filled.every(cell => SEATS.test(cell));
}

const SEATS =
  /^\(?(?:(?:max\.?|cap\.?|capacity|kapazität|capacité|capacidad):?\s*)?\d{1,5}\s*(?:seats?|people|pax|persons?|pl[äa]tze|personen|places|personnes|plazas|personas|posti|lugares|plaatsen|席|名)?\)?$/i;

/** True for a day that a corner may name; "Day" alone is the name of a column. */
function isDated(text: string): boolean {
  return isDayName(text) && (/\d/.test(text) || weekdays().has(fold(plainDay(text))));
}

export function isDayName(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) || (text.length <= 60 && isDayHeading(text));
}
