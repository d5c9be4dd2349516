import type { DraftSlot, DraftTalk } from '../programme/draft.ts';
import { cleanLine } from './clean.ts';
import { type Columns, columnsOf } from './columns.ts';
import { maskEmails } from './contacts.ts';
import { type CsvRow, type CsvTable, readCsv } from './csv.ts';
import { readAbstract, readSpeaker, readTitle } from './fields.ts';
import type { Format, Reading } from './format.ts';
import { namesIn } from './names.ts';
import { type Report, reportOn, type Spot } from './report.ts';
import { readTime, readTimeAfter } from './times.ts';

/** A schedule as a spreadsheet saves it: a row a talk, below a row that names the columns. */
export const scheduleCsv: Format = {
  name: 'schedule-csv',
  description:
    'a schedule as CSV (.csv) whose first row is title,start,end,room and may add id, speakers, track, abstract',
  recognises: text => headerIn(readRows(text.slice(0, BEGINNING), HEADER_ROWS_MAX).rows) !== undefined,
  read: readSchedule,
};

/** People put a title or an empty row above the header; further down it is none. */
const HEADER_ROWS_MAX = 5;

/** Characters in which a header is to be found, however long the rows below it are. */
const BEGINNING = 100_000;

/** Characters; twenty thousand talks with a short abstract each have room. */
const LENGTH_MAX = 16 * 2 ** 20;

/** More than any conference has, and little enough to be read in a second or two. */
const ROWS_MAX = 50_000;

function readSchedule(text: string, path: string): Reading {
  const report = reportOn(path);
  if (text.length > LENGTH_MAX) {
    report.fail({}, 'The file is longer than 16 MB, which no schedule is; it was not read.');
    return { problems: report.problems };
  }
  const { rows, unclosedAt } = readRows(text, ROWS_MAX + HEADER_ROWS_MAX);
  const header = headerIn(rows);
  if (header === undefined) return { problems: report.problems };
  const { columns, row, at } = header;
  const talkRows = rows.slice(at + 1);
  reportTable({ header: row, columns, above: rows[0] === row ? undefined : rows[0], unclosedAt }, report);
  const beyond = talkRows[ROWS_MAX];
  if (beyond !== undefined)
    report.fail(
      { line: beyond.line },
      'The file has more than 50,000 rows; from here on they were left out.',
    );
  return {
    talks: talkRows.slice(0, ROWS_MAX).flatMap(talkRow => readRow(talkRow, columns, report) ?? []),
    problems: report.problems,
  };
}

function readRows(text: string, rowsMax: number): CsvTable {
  return readCsv(text, { rowsMax, worth: cells => Object.keys(columnsOf(cells)).length });
}

function headerIn(rows: readonly CsvRow[]): { columns: Columns; row: CsvRow; at: number } | undefined {
  for (const [at, row] of rows.slice(0, HEADER_ROWS_MAX).entries()) {
    const columns = columnsOf(row.cells);
    if (columns.title !== undefined && Object.keys(columns).length > 1) return { columns, row, at };
  }
  return undefined;
}

function reportTable(
  table: {
    readonly header: CsvRow;
    readonly columns: Columns;
    readonly above: CsvRow | undefined;
    readonly unclosedAt: number | undefined;
  },
  report: Report,
): void {
  const { header, columns, above, unclosedAt } = table;
  if (above !== undefined)
    report.warn({ line: above.line }, 'What stands above the header row was left out.');
  const read = new Set<number>(Object.values(columns));
  const unread = header.cells.map(cleanLine).filter((name, i) => name !== '' && !read.has(i));
  if (unread.length > 0)
    report.warn({ line: header.line }, `These columns were not read: ${unread.join(', ').slice(0, 300)}.`);
  if (unclosedAt !== undefined)
    report.warn(
      { line: unclosedAt },
      'A quotation mark is never closed; from here on rows were read a line each, without minding quotation marks.',
    );
}

function readRow({ cells, line }: CsvRow, columns: Columns, report: Report): DraftTalk | undefined {
  const cell = (column: keyof Columns) => cells[columns[column] ?? -1] ?? '';
  if (cleanLine(cell('title')) === '') {
    report.fail({ line }, 'The row has no title; it was left out.');
    return undefined;
  }
  const title = readTitle(cell('title'), { line }, report);
  const spot = { line, item: title };
  return {
    id: maskEmails(cleanLine(cell('id'))) || undefined,
    title,
    abstract: readAbstract(cell('abstract'), spot, report),
    speakers: namesIn(cell('speakers')).flatMap(name => readSpeaker({ name, bio: '' }, spot, report) ?? []),
    track: maskEmails(cleanLine(cell('track'))) || undefined,
    slots: readSlots({ start: cell('start'), end: cell('end'), room: cell('room') }, spot, report),
    line,
  };
}

interface SlotCells {
  readonly start: string;
  readonly end: string;
  readonly room: string;
}

function readSlots({ start, end, room }: SlotCells, spot: Spot, report: Report): readonly DraftSlot[] {
  const [startText, endText, rooms] = [cleanLine(start), cleanLine(end), roomsIn(room)];
  const startsAt = readTime(startText);
  if (startsAt === undefined) {
    if (startText !== '')
      report.fail(
        spot,
        `"${startText.slice(0, 40)}" is no date and time such as 2027-05-11 09:00; the talk is listed without it.`,
      );
    else if (endText !== '' || rooms.length > 0)
      report.fail(spot, 'The row has no start; the talk is listed without time and room.');
    return [];
  }
  const endsAt = readTimeAfter(endText, startsAt);
  if (endsAt === undefined && endText !== '')
    report.fail(
      spot,
      `"${endText.slice(0, 40)}" is no time after the start; the talk is listed without its end.`,
    );
  return [{ start: startsAt, end: endsAt, rooms }];
}

function roomsIn(cell: string): readonly string[] {
  return cell
    .split(/[\n;]/)

    .map(room => maskEmails(cleanLine(room)))
    .filter(room => room !== '');
}
