import { cleanLine } from '../reading/clean.ts';
import type { Report } from '../reading/report.ts';
import { readClock } from '../rows/cell-times.ts';
import { type Columns, findColumns } from '../rows/columns.ts';
import type { CsvMapping } from '../rows/mapping.ts';
import { guessColumns } from './guess-columns.ts';
import { type CsvRow, type CsvTable, parseCsv } from './parse-csv.ts';

/** A sheet whose columns are known. */
export interface TalkTable {
  readonly columns: Columns;
  /** The rows below the header. */
  readonly rows: readonly CsvRow[];
}

/** People put a title or an empty row above the header, but not more. */
const HEADER_ROWS_MAX = 5;

/** Characters in which the header must be, however long the rows below it are. */
const BEGINNING_LENGTH = 100_000;

/** More than any conference has, and few enough to be read in a second or two. */
const ROWS_MAX = 50_000;

/** True for a table with a header, with columns that `mapping` names, or with rows so regular that it must be one. */
export function isTable(text: string, mapping: CsvMapping): boolean {
  const { rows } = parseRows(text.slice(0, BEGINNING_LENGTH), { rowsMax: HEADER_ROWS_MAX, mapping });
  if (findHeader(rows, mapping) !== undefined || isRoomGrid(rows)) return true;
  return isRegular(rows) && !/^\s*[[{<]/.test(text);
}

const GRID =
  'This is a grid with times down its side, which Lectern does not read. Give each talk a row of its own, below a header such as "title,speakers,date,start,end,room".';

const NO_COLUMNS =
  'No row names the columns; put a header such as "title,speakers,start,end,room" first, or number them in conference.yml as csv: { title: 1, speakers: 2 }.';

function isRegular(rows: readonly CsvRow[]): boolean {
  const [first] = rows;
  const width = first?.cells.length ?? 0;
  return rows.length >= 3 && width >= 2 && rows.every(({ cells }) => cells.length === width);
}

/** Reads a sheet into rows and columns; undefined if its columns are unknown, which is reported. */
export function readTable(text: string, mapping: CsvMapping, report: Report): TalkTable | undefined {
  const table = parseRows(text, { rowsMax: ROWS_MAX + HEADER_ROWS_MAX, mapping });
  const named = findHeader(table.rows, mapping);
  const isGrid = named === undefined && isRoomGrid(table.rows);
  const header = named ?? (isGrid ? undefined : guessHeader(table.rows, report));
  if (header === undefined) {
    if (isGrid) report.fail({ line: table.rows[0]?.line }, GRID);
    else report.fail({}, NO_COLUMNS);
    return undefined;
  }
  const rows = table.rows.slice(header.at + 1);
  reportTable(table, header, report);
  const beyond = rows[ROWS_MAX];
  if (beyond !== undefined)
    report.fail({ line: beyond.line }, 'The file has more than 50,000 rows; the rest were left out.');
  return { columns: header.columns, rows: rows.slice(0, ROWS_MAX) };
}

/** The number of named columns decides on the delimiter, and the number of cells only if none is named. */
function parseRows(text: string, { rowsMax, mapping }: { rowsMax: number; mapping: CsvMapping }): CsvTable {
  const worth = (cells: readonly string[]) =>
    Object.keys(findColumns(cells, mapping)).length + Math.min(cells.length, 99) / 100;
  return parseCsv(text, { rowsMax, worth });
}

interface Header {
  readonly columns: Columns;
  /** -1 if no row names the columns. */
  readonly at: number;
}

function findHeader(rows: readonly CsvRow[], mapping: CsvMapping): Header | undefined {
  const named = Object.entries(mapping.columns ?? {}).filter(([, name]) => typeof name === 'string');
  for (const [at, { cells }] of rows.slice(0, HEADER_ROWS_MAX).entries()) {
    const byName = findColumns(cells, { columns: Object.fromEntries(named) });
    const isSure = typeof mapping.columns?.title === 'string' || Object.keys(byName).length > 1;
    if (byName.title !== undefined && isSure) return { columns: findColumns(cells, mapping), at };
  }
  if (typeof mapping.columns?.title !== 'number') return undefined;
  const numbered = Object.entries(mapping.columns).filter(([, name]) => typeof name === 'number');
  return {
    columns: Object.fromEntries(numbered.map(([column, name]) => [column, [Number(name) - 1]])),
    at: -1,
  };
}

/** Guesses the columns from the cells, which is reported. */
function guessHeader(rows: readonly CsvRow[], report: Report): Header | undefined {
  const columns = guessColumns(rows);
  if (columns === undefined) return undefined;
  const taken = Object.entries(columns).map(([column, [at = 0]]) => `${column}: ${at + 1}`);
  report.warn(
    { line: rows[0]?.line },
    `No row names the columns; they were read as csv: { ${taken.join(', ')} }. If that is wrong, set the right ones in conference.yml.`,
  );
  return { columns, at: -1 };
}

function reportTable({ rows, unclosedAt }: CsvTable, { columns, at }: Header, report: Report): void {
  const header = rows[at];
  const [above] = rows;
  if (at > 0) report.warn({ line: above?.line }, 'The rows above the header row were left out.');
  const read = new Set(Object.values(columns).flat());
  const unread = (header?.cells ?? []).map(cleanLine).filter((name, i) => name !== '' && !read.has(i));
  if (unread.length > 0)
    report.warn({ line: header?.line }, `These columns were not read: ${unread.join(', ').slice(0, 300)}.`);
  if (unclosedAt !== undefined)
    report.warn(
      { line: unclosedAt },
      'A quotation mark is never closed; from here on each line was read as a row and quotation marks were ignored.',
    );
}

/** Rows that may stand above the names of rooms: a title and a day. */
const ROOMS_ROW_MAX = 3;

/** True for a table with a room in each column and a time in each row. */
function isRoomGrid(rows: readonly CsvRow[]): boolean {
  return rows.slice(0, ROOMS_ROW_MAX).some((row, at) => isRoomsRow(row) && haveTimes(rows.slice(at + 1)));
}

/** True for a row of names after a first cell that is empty or says "Time". */
function isRoomsRow({ cells }: CsvRow): boolean {
  const [corner = '', ...rooms] = cells.map(cleanLine);
  const { title, start, speakers } = findColumns(cells);
  return (
    rooms.filter(room => room !== '' && readClock(room) === undefined).length >= 2 &&
    (corner === '' || start?.[0] === 0) &&
    (title ?? speakers) === undefined
  );
}

function haveTimes(rows: readonly CsvRow[]): boolean {
  const sides = rows.map(({ cells }) => cleanLine(cells[0] ?? '')).filter(side => side !== '');
  const timed = sides.filter(side => readClock(side.split(/\s*[-–—]/)[0] ?? '') !== undefined);
  return timed.length >= 2 && timed.length * 2 >= sides.length;
}
