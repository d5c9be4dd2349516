import { cleanLine } from '../reading/clean.ts';
import { classifyEntry } from '../reading/kinds.ts';
import type { Report } from '../reading/report.ts';
import type { CsvColumn } from '../rows/mapping.ts';
import type { TalkRow } from '../rows/row.ts';
import { readSlotCells } from '../rows/slot-cells.ts';
import {
  type GridColumn,
  type GridHeader,
  isDayName,
  isOfSeats,
  isTime,
  readGridHeader,
} from './grid-header.ts';
import { isPeople } from './guess-columns.ts';
import type { CsvRow } from './parse-csv.ts';

/** Rows that may stand above the names of rooms: a title and a day. */
const HEADER_ROWS_MAX = 3;

/**
 * True for a sheet as programmes are printed: times down its side and a room or a day in each column, or rooms or days
 * down its side and a time in each column.
 */
export function isRoomGrid(rows: readonly CsvRow[]): boolean {
  return findHeaderRow(rows) !== undefined;
}

function findHeaderRow(rows: readonly CsvRow[]): number | undefined {
  const at = rows.slice(0, HEADER_ROWS_MAX).findIndex(({ cells }, i) => {
    const header = readGridHeader(cells);
    return header !== undefined && fitsBelow(header, rows.slice(i + 1));
  });
  return at < 0 ? undefined : at;
}

/** Where rooms stand across, at least half of the rows have times at their side. */
function fitsBelow({ across, side }: GridHeader, rows: readonly CsvRow[]): boolean {
  const at = (across === 'times' ? side.place : side.start) ?? 0;
  const sides = rows.map(({ cells }) => cleanLine(cells[at] ?? '')).filter(text => text !== '');
  if (across === 'times') return sides.length > 0;
  const timed = sides.filter(isTime);
  return timed.length >= 2 && timed.length * 2 >= sides.length;
}

/** Rows below one header, of one day if that is told above them. */
interface Block {
  readonly header: GridHeader;
  readonly day: string | undefined;
  readonly rows: CsvRow[];
}

/** Makes a row of each cell of a grid: the column is its room, the side its time, the heading above its day. */
export function readRoomGrid(rows: readonly CsvRow[], report: Report): readonly TalkRow[] {
  const { blocks, untimed } = splitBlocks(rows);
  if (untimed !== undefined)
    report.fail({ line: untimed }, 'A row of this grid has no time at its side; such rows were left out.');
  return blocks.flatMap(readBlock);
}

/** Days may stand one below the other, each with rooms of its own or with those of the first. */
function splitBlocks(rows: readonly CsvRow[]): {
  readonly blocks: readonly Block[];
  /** The line of the first row that belongs to no time. */
  readonly untimed: number | undefined;
} {
  const start = findHeaderRow(rows) ?? 0;
  const blocks: Block[] = [];
  let day = findDay(rows.slice(0, start));
  let header: GridHeader | undefined;
  let untimed: number | undefined;
  let isBegun = false;
  const begin = (next: GridHeader) => {
    header = next;
    isBegun = false;
  };
  for (const row of rows.slice(start)) {
    if (isOfSeats(row.cells)) continue;
    const heading = findDay([row]);
    const next = heading === undefined ? readGridHeader(row.cells) : undefined;
    if (heading !== undefined) {
      day = heading;
      isBegun = false;
    } else if (next !== undefined && isNext(next, header, row)) {
      begin(isBegun || header === undefined ? next : putDaysAbove(header, next));
      day = next.day ?? day;
    } else if (header === undefined) continue;
    else if (isTimed(header, row)) {
      if (!isBegun) blocks.push({ header, day, rows: [] });
      isBegun = true;
      blocks.at(-1)?.rows.push(row);
    } else if (row.cells.slice(1).some(cell => cleanLine(cell) !== '')) untimed ??= row.line;
  }
  return { blocks, untimed };
}

/** A row of talks may look like a header: its side is a day if days are below one another. */
function isNext(next: GridHeader, header: GridHeader | undefined, row: CsvRow): boolean {
  if (header === undefined) return true;
  return next.across === header.across && !(header.across === 'places' && isTimed(header, row));
}

/** True for a row of talks: a time at its side, or a room or a day if times stand across. */
function isTimed({ across, side }: GridHeader, { cells }: CsvRow): boolean {
  const text = cleanLine(cells[(across === 'times' ? side.place : side.start) ?? 0] ?? '');
  return across === 'times' ? text !== '' : isTime(text);
}

/** Days may stand above the names of the rooms, each in the first of its columns. */
function putDaysAbove({ columns: above }: GridHeader, below: GridHeader): GridHeader {
  const days = above.filter(({ isDay }) => isDay);
  if (days.length < above.length || below.columns.some(({ isDay }) => isDay)) return below;
  const dayAt = (at: number) => days.findLast(day => day.at <= at)?.name;
  return { ...below, columns: below.columns.map(column => ({ ...column, day: dayAt(column.at) })) };
}

function readBlock({ header, day: above, rows }: Block): readonly TalkRow[] {
  const { across, side, columns, zone } = header;
  let day = above;
  return rows.flatMap(row => {
    const at = (column: keyof GridHeader['side']) => cleanLine(row.cells[side[column] ?? -1] ?? '');
    day = at('date') || day;
    const filled = columns.filter(column => isFilled(row, column));
    return filled.map((column): TalkRow => {
      const { title, speakers, description } = splitCell(row.cells[column.at] ?? '');
      const isAlone =
        across === 'times'
          ? rows.filter(one => isFilled(one, column)).length === 1 && rows.length > 1
          : filled.length === 1;
      // A pause that stands alone at its time is for all rooms; spreadsheets keep the text of a merged cell in its first.
      const isForAll = isAlone && classifyEntry({ title, hasSpeakers: false }) !== undefined;
      const place = across === 'times' ? at('place') : column.name;
      const isDay = isDayName(place);
      const texts: Readonly<Partial<Record<CsvColumn, string>>> = {
        title,
        description,
        speakers: (column.speakersAt === undefined ? '' : (row.cells[column.speakersAt] ?? '')) || speakers,
        start: across === 'times' ? column.name : at('start'),
        end: across === 'times' ? '' : at('end'),
        date: isDay ? place : (column.day ?? day ?? ''),
        zone,
        room: isDay || isForAll ? '' : place,
      };
      const cell = (name: CsvColumn) => texts[name] ?? '';
      const rooms = texts.room ? [texts.room] : [];
      return { line: row.line, cell, slot: { ...readSlotCells(cell), rooms, hasRoomALine: true } };
    });
  });
}

function isFilled({ cells }: CsvRow, { at }: GridColumn): boolean {
  return cleanLine(cells[at] ?? '') !== '';
}

/** A title, and below it those who speak or a text. */
function splitCell(cell: string): {
  readonly title: string;
  readonly speakers: string;
  readonly description: string;
} {
  const [title = '', ...rest] = cell
    .split('\n')
    .map(cleanLine)
    .filter(line => line !== '');
  const [second = '', ...others] = rest;
  return isPeople(second)
    ? { title, speakers: second, description: others.join('\n') }
    : { title, speakers: '', description: rest.join('\n') };
}

/** Finds the day in rows that hold nothing else. */
function findDay(rows: readonly CsvRow[]): string | undefined {
  const filled = rows.map(({ cells }) => cells.map(cleanLine).filter(cell => cell !== ''));
  return filled.find(([first = '', ...others]) => others.length === 0 && isDayName(first))?.[0];
}
