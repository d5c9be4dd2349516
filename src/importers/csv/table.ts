import type { Draft } from '../../programme/joining/draft.ts';
import { listSome, pluralise } from '../../text/display.ts';
import { cleanLine } from '../reading/clean.ts';
import type { Report } from '../reading/report.ts';
import { areStates } from '../reading/status.ts';
import { findColumns } from '../rows/columns/columns.ts';
import type { CsvMapping } from '../rows/mapping.ts';
import type { TalkRow } from '../rows/row.ts';
import { isVisibility } from '../rows/withheld.ts';
import { guessColumns } from './guess-columns.ts';
import { findSheetColumns, listUnreadColumns, type SheetColumns } from './paper-columns.ts';
import { type CsvRow, type CsvTable, parseCsv } from './parse-csv.ts';
import { isRoomGrid, readRoomGrid } from './room-grid.ts';
import { toTalkRows } from './rows.ts';

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

const NO_COLUMNS =
  'No row names the columns; put a header such as "title,speakers,start,end,room" first, or number them in conference.yml as csv: { title: 1, speakers: 2 }.';

/**
 * Says what the first row of a sheet holds that has no title, and what to rename; undefined if the text is not a sheet.
 */
export function describeSheet(text: string): string | undefined {
  const { rows } = parseRows(text.slice(0, BEGINNING_LENGTH), { rowsMax: HEADER_ROWS_MAX, mapping: {} });
  const [first, second] = rows.map(({ cells }) => cells.length);
  return first !== undefined && first > 1 && second !== undefined && second > 1
    ? describeFirstRow(rows)
    : undefined;
}

function describeFirstRow([first]: readonly CsvRow[]): string {
  const names = (first?.cells ?? []).map(cleanLine).filter(name => name !== '');
  const { title } = findColumns(names);
  const lack =
    title === undefined
      ? 'none of these is a title. Call the column of titles "title"'
      : 'a title alone. If these are talks, call their columns "start", "speakers" and "room"';
  return `The first row has ${listColumns(names, 8)}; ${lack}.`;
}

/** A cell of a header may hold a whole sentence. */
function listColumns(names: readonly string[], max: number): string {
  return listSome(
    names.map(name => name.slice(0, 60)),
    max,
  );
}

function isRegular(rows: readonly CsvRow[]): boolean {
  const [first] = rows;
  const width = first?.cells.length ?? 0;
  return rows.length >= 3 && width >= 2 && rows.every(({ cells }) => cells.length === width);
}

/** The rows of a sheet, and the ids among their rooms and tracks. */
export interface ReadTable {
  readonly rows: readonly TalkRow[];
  readonly openIds: Draft['openIds'];
}

/** Reads a sheet into rows of talks; there are none if its columns are unknown, which is reported. */
export function readTable(text: string, mapping: CsvMapping, report: Report): ReadTable {
  const table = parseRows(text, { rowsMax: ROWS_MAX + HEADER_ROWS_MAX, mapping });
  const named = findHeader(table.rows, mapping);
  if (named === undefined && isRoomGrid(table.rows))
    return { rows: readRoomGrid(table.rows, report), openIds: undefined };
  const header = withStates(named ?? guessHeader(table.rows, report), table.rows);
  if (header === undefined) {
    report.fail({}, `${NO_COLUMNS} ${describeFirstRow(table.rows)}`);
    return { rows: [], openIds: undefined };
  }
  const rows = table.rows.slice(header.at + 1);
  reportTable(table, header, report);
  if (rows.length === 0) reportNoRows(report, table.rows[header.at]);
  const beyond = rows[ROWS_MAX];
  if (beyond !== undefined)
    report.fail({ line: beyond.line }, 'The file has more than 50,000 rows; the rest were left out.');
  const names = table.rows[header.at]?.cells ?? [];
  const read = toTalkRows({ ...header, header: names, rows: rows.slice(0, ROWS_MAX) }, report);
  return { rows: read, openIds: listIds(read, header) };
}

/** An export may be of a filter that nothing passes. */
export function reportNoRows(report: Report, header: CsvRow | undefined): void {
  report.warn(
    { line: header?.line },
    'The file has a header and no rows below it, so nothing was read. Export it again if there should be some.',
  );
}

/** Takes a column without a known name for the states of talks if its cells say so: rejected talks are confidential. */
function withStates(header: Header | undefined, rows: readonly CsvRow[]): Header | undefined {
  if (header === undefined || header.columns.state !== undefined) return header;
  const read = new Set(Object.values(header.columns).flat());
  const below = rows.slice(header.at + 1);
  const names = rows[header.at]?.cells ?? [];
  const at = names.findIndex((_, i) => !read.has(i) && areStates(below.map(({ cells }) => cells[i] ?? '')));
  return at < 0 ? header : { ...header, columns: { ...header.columns, state: [at] } };
}

function listIds(rows: readonly TalkRow[], { ids }: SheetColumns): Draft['openIds'] {
  const found = (['room', 'track'] as const)
    .filter(kind => ids.has(kind))
    .flatMap(kind => {
      const texts = rows.flatMap(row => (kind === 'room' ? row.slot.rooms : [cleanLine(row.cell(kind))]));
      return [...new Set(texts)].filter(id => id !== '').map(id => ({ kind, id }));
    });
  return found.length > 0 ? found : undefined;
}

/** The number of named columns decides on the delimiter, and the number of cells only if none is named. */
function parseRows(text: string, { rowsMax, mapping }: { rowsMax: number; mapping: CsvMapping }): CsvTable {
  const worth = (cells: readonly string[]) =>
    Object.keys(findColumns(cells, mapping)).length + Math.min(cells.length, 99) / 100;
  return parseCsv(text, { rowsMax, worth });
}

interface Header extends SheetColumns {
  /** -1 if no row names the columns. */
  readonly at: number;
}

function findHeader(rows: readonly CsvRow[], mapping: CsvMapping): Header | undefined {
  const named = Object.entries(mapping.columns ?? {}).filter(([, name]) => typeof name === 'string');
  for (const [at, { cells }] of rows.slice(0, HEADER_ROWS_MAX).entries()) {
    const byName = findSheetColumns(cells, { columns: Object.fromEntries(named) });
    const isSure = typeof mapping.columns?.title === 'string' || Object.keys(byName.columns).length > 1;
    if ((byName.columns.title !== undefined || byName.papers.length > 0) && isSure)
      return { ...findSheetColumns(cells, mapping), at };
  }
  if (typeof mapping.columns?.title !== 'number') return undefined;
  const numbered = Object.entries(mapping.columns).filter(([, name]) => typeof name === 'number');
  return {
    columns: Object.fromEntries(numbered.map(([column, name]) => [column, [Number(name) - 1]])),
    papers: [],
    ids: new Set(),
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
  return { columns, papers: [], ids: new Set(), at: -1 };
}

function reportTable(
  { rows, unclosedAt, unevenAt }: CsvTable,
  { at, ...columns }: Header,
  report: Report,
): void {
  const header = rows[at];
  const [above] = rows;
  if (at > 0) report.warn({ line: above?.line }, 'The rows above the header row were left out.');
  const unread = listUnreadColumns(header?.cells ?? [], columns)
    .map(cleanLine)
    .filter(name => name !== '' && !isVisibility(name));
  if (unread.length > 0)
    report.warn({ line: header?.line }, `These columns were not read: ${listColumns(unread, 20)}.`);
  if (unevenAt.length > 0)
    report.fail(
      { line: unevenAt[0] },
      `A quotation mark is missing or one too many${unevenAt.length === 1 ? '' : `, here and in ${pluralise(unevenAt.length - 1, 'more place')}`}; each line was read as a row and quotation marks were ignored.`,
    );
  if (unclosedAt !== undefined)
    report.fail(
      { line: unclosedAt },
      'A quotation mark is never closed; from here on each line was read as a row and quotation marks were ignored.',
    );
}
