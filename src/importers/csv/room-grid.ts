import { fold, nameKey } from '../../text/fold.ts';
import { weekdays } from '../../text/read-day.ts';
import { cleanLine } from '../reading/clean.ts';
import { readClock, readClockRange } from '../reading/clock.ts';
import { classifyEntry } from '../reading/kinds.ts';
import type { Report } from '../reading/report.ts';
import { findColumns } from '../rows/columns.ts';
import { isDayHeading } from '../rows/dates.ts';
import type { CsvColumn } from '../rows/mapping.ts';
import type { TalkRow } from '../rows/row.ts';
import { readSlotCells } from '../rows/slot-cells.ts';
import { isPeople } from './guess-columns.ts';
import type { CsvRow } from './parse-csv.ts';

/** Rows that may stand above the names of rooms: a title and a day. */
const ROOMS_ROW_MAX = 3;

/** True for a sheet with times down its side and a room or a day in each column, as programmes are printed. */
export function isRoomGrid(rows: readonly CsvRow[]): boolean {
  return findRoomsRow(rows) !== undefined;
}

function findRoomsRow(rows: readonly CsvRow[]): number | undefined {
  const at = rows
    .slice(0, ROOMS_ROW_MAX)
    .findIndex((row, i) => isRoomsRow(row) && haveTimes(rows.slice(i + 1)));
  return at < 0 ? undefined : at;
}

/** Makes a row of each cell of a grid: the column is its room, the side its time, the heading above its day. */
export function readRoomGrid(rows: readonly CsvRow[], report: Report): readonly TalkRow[] {
  const start = findRoomsRow(rows) ?? 0;
  let day = findDay(rows.slice(0, start));
  let columns: readonly GridColumn[] = [];
  let untimed: number | undefined;
  const found = rows.slice(start).flatMap((row): readonly TalkRow[] => {
    const [side = '', ...others] = row.cells.map(cleanLine);
    const heading = findDay([row]);
    if (heading !== undefined) day = heading;
    else if (isRoomsRow(row) && !isTime(side)) {
      columns = readColumns(row.cells);
      if (isDayName(side)) day = side;
    } else if (isTime(side)) return readTimedRow(row, { side, day, columns });
    else if (others.some(cell => cell !== '')) untimed ??= row.line;
    return [];
  });
  if (untimed !== undefined)
    report.fail({ line: untimed }, 'A row of this grid has no time at its side; such rows were left out.');
  return found;
}

/** A column of a grid: a room or a day, or the speakers of the column of that name. */
interface GridColumn {
  readonly at: number;
  readonly name: string;
  readonly isDay: boolean;
  readonly speakersAt: number | undefined;
}

const SPEAKERS =
  /[\s:–-]*\(?\b(?:speakers?|presenters?|who|referent(?:en|in|innen)?|vortragende|sprecher(?:in|innen)?|ponentes?|intervenant(?:e|s|es)?|oradore?s?|palestrantes?|relator[ei])\b\)?[\s:–-]*/i;

/** "Room A speakers" beside "Room A", and "Speakers" after it, have the speakers of that room. */
function readColumns(cells: readonly string[]): readonly GridColumn[] {
  const names = cells.map(cleanLine);
  const people = names.map((name, at) => ({
    at,
    of: name.replace(SPEAKERS, ' ').trim(),
    is: SPEAKERS.test(name),
  }));
  return names.flatMap((name, at): GridColumn | [] => {
    if (at === 0 || name === '' || people[at]?.is) return [];
    const beside = people.find(one => one.is && nameKey(one.of) === nameKey(name));
    const next = people[at + 1];
    const after = next?.is && next.of === '' ? next : undefined;
    return { at, name, isDay: isDayName(name), speakersAt: (beside ?? after)?.at };
  });
}

function readTimedRow(
  { cells, line }: CsvRow,
  {
    side,
    day,
    columns,
  }: { readonly side: string; readonly day: string | undefined; readonly columns: readonly GridColumn[] },
): readonly TalkRow[] {
  const filled = columns.filter(({ at }) => cleanLine(cells[at] ?? '') !== '');
  return filled.map(({ at, name, isDay, speakersAt }) => {
    const { title, speakers, description } = splitCell(cells[at] ?? '');
    // A pause that stands alone in its row is for all rooms; spreadsheets keep the text of a merged cell in its first.
    const isForAll = filled.length === 1 && classifyEntry({ title, hasSpeakers: false }) !== undefined;
    const texts: Readonly<Partial<Record<CsvColumn, string>>> = {
      title,
      description,
      speakers: (speakersAt === undefined ? '' : (cells[speakersAt] ?? '')) || speakers,
      start: side,
      date: isDay ? name : (day ?? ''),
      room: isDay || isForAll ? '' : name,
    };
    const cell = (column: CsvColumn) => texts[column] ?? '';
    return {
      line,
      cell,
      slot: { ...readSlotCells(cell), rooms: texts.room ? [texts.room] : [], hasRoomALine: true },
    };
  });
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

/** True for a row of names after a first cell that is empty, says "Time" or names the day. */
function isRoomsRow({ cells }: CsvRow): boolean {
  const [corner = '', ...others] = cells.map(cleanLine);
  const names = others.filter(name => name !== '' && !SPEAKERS.test(name));
  return (
    names.length >= 2 &&
    names.every(name => !isTime(name) && !isOfList(name)) &&
    (corner === '' || isDated(corner) || findColumns([corner]).start !== undefined) &&
    findColumns(cells).title === undefined
  );
}

/** True for "Date" or "Track", which a list of talks has; a room may be called "Hall" or "Auditorium". */
function isOfList(name: string): boolean {
  const [column] = Object.keys(findColumns([name]));
  if (/\s/.test(name) || column === undefined || isDayName(name)) return false;
  return (
    column !== 'room' ||
    /^(?:rooms?|location|venue|place|raum|räume|ort|salles?|lieu|salas?|lugar|luogo)$/i.test(name)
  );
}

function haveTimes(rows: readonly CsvRow[]): boolean {
  const sides = rows.map(({ cells }) => cleanLine(cells[0] ?? '')).filter(side => side !== '');
  const timed = sides.filter(isTime);
  return timed.length >= 2 && timed.length * 2 >= sides.length;
}

function isTime(text: string): boolean {
  return (readClock(text) ?? readClockRange(text)) !== undefined;
}

/** Finds the day in rows that hold nothing else. */
function findDay(rows: readonly CsvRow[]): string | undefined {
  const filled = rows.map(({ cells }) => cells.map(cleanLine).filter(cell => cell !== ''));
  return filled.find(([first = '', ...others]) => others.length === 0 && isDayName(first))?.[0];
}

/** True for a day that a corner may name; "Day" alone is the name of a column. */
function isDated(text: string): boolean {
  return isDayName(text) && (/\d/.test(text) || weekdays().has(fold(text)));
}

function isDayName(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) || (text.length <= 60 && isDayHeading(text));
}
