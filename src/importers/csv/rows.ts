import { GUARDED_FORMULA } from '../../text/csv.ts';
import { pluralise } from '../../text/display.ts';
import { cleanLine } from '../reading/clean.ts';
import { splitNames } from '../reading/names.ts';
import type { Report } from '../reading/report.ts';
import type { Columns } from '../rows/columns/columns.ts';
import { isDayHeading } from '../rows/dates.ts';
import type { CsvColumn } from '../rows/mapping.ts';
import type { RowSpeaker, TalkRow } from '../rows/row.ts';
import { readSlotCells } from '../rows/slot-cells.ts';
import { findWithheld, isVisibility } from '../rows/withheld.ts';
import { type SheetColumns, toPaperRow } from './paper-columns.ts';
import type { CsvRow } from './parse-csv.ts';

/** A sheet whose columns are known. */
export interface TalkTable extends SheetColumns {
  /** The cells that name the columns; none if no row does. */
  readonly header: readonly string[];
  /** The rows below the header. */
  readonly rows: readonly CsvRow[];
}

/**
 * Makes rows of talks from a table. A row such as "Friday, Sept 27" gives the day of those below it. The date in a
 * merged cell stands in the first of its rows only, and counts for the others too.
 */
export function toTalkRows(
  { columns, papers, ids, header, rows }: TalkTable,
  report: Report,
): readonly TalkRow[] {
  let day = '';
  const faults = reportErrorValues(rows, columns, report);
  const flags = header.flatMap((name, at) => (isVisibility(name) ? [{ name, at }] : []));
  return rows.flatMap(({ cells: written, line }) => {
    const cells = faults ? written.map(dropErrorValue) : written;
    if (faults && (columns.title ?? []).some(at => isErrorValue(written[at] ?? ''))) return [];
    const named = findDayHeading(cells, columns);
    if (named !== undefined) {
      day = named;
      return [];
    }
    const own = (column: CsvColumn) => (columns[column] ?? []).map(at => readCell(cells[at] ?? ''));
    const cell = (column: CsvColumn) => (column === 'speakers' ? joinNames(own) : own(column).join('\n'));
    const slot = readSlotCells(cell, column => header[columns[column]?.[0] ?? -1] ?? '');
    if (slot.start === '' && isTotal(cells)) {
      report.warn({ line }, 'This row only totals the others; it was left out.');
      return [];
    }
    if (slot.date !== '') day = slot.date;
    const withheld = findWithheld(flags.map(({ name, at }) => [name, cells[at] ?? '']));
    const row: TalkRow = {
      line,
      cell,
      slot: slot.start === '' ? slot : { ...slot, date: day },
      withheld,
      ...(ids.has('speakers') && { speakers: readIds(cell('speakers')) }),
    };
    const inRow = papers.flatMap(paper => toPaperRow(cells, paper, row) ?? []);
    return inRow.length > 0 && cleanLine(cell('title')) === '' ? inRow : [row, ...inRow];
  });
}

/** Reports cells in which a spreadsheet could not compute a value; true if there are some. */
function reportErrorValues(rows: readonly CsvRow[], columns: Columns, report: Report): boolean {
  const read = Object.values(columns).flat();
  const found = rows.filter(({ cells }) => read.some(at => isErrorValue(cells[at] ?? '')));
  const [first] = found;
  if (first === undefined) return false;
  const value = cleanLine(first.cells.find(isErrorValue) ?? '').slice(0, 40);
  const more = found.length === 1 ? '' : `, here and in ${pluralise(found.length - 1, 'more row')}`;
  report.fail(
    { line: first.line },
    `"${value}" is an error of the spreadsheet${more}; the cell was read as empty, and a row without a title was left out.`,
  );
  return true;
}

function dropErrorValue(cell: string): string {
  return isErrorValue(cell) ? '' : cell;
}

/** `#REF!`, and the signs for a column that is too narrow. */
function isErrorValue(cell: string): boolean {
  return /^\s*(?:#(?:REF|NAME|VALUE|DIV\/0|NULL|NUM|ERROR|SPILL|CALC)[!?]|#N\/A|#{4,})\s*$/i.test(cell);
}

/** People of whom another sheet has the names. */
function readIds(cell: string): readonly RowSpeaker[] {
  return cell
    .split(/[\s,;|]+/)
    .filter(id => id !== '')
    .map(id => ({ id, name: '', bio: '' }));
}

/** Joins the names in all columns of speakers by line breaks, else first and last name. */
function joinNames(own: (column: CsvColumn) => readonly string[]): string {
  const cells = own('speakers').filter(text => cleanLine(text) !== '');
  if (cells.length > 1) return [...new Set(cells.flatMap(splitNames).map(cleanLine))].join('\n');
  if (cells[0] !== undefined) return cells[0];
  const [first, last] = [own('firstName'), own('lastName')];
  return Array.from({ length: Math.max(first.length, last.length) }, (_, at) =>
    cleanLine(`${first[at] ?? ''} ${last[at] ?? ''}`),
  )
    .filter(Boolean)
    .join('\n');
}

/** Finds the name of a day that is alone in its row, in the column of titles or dates or outside all others. */
function findDayHeading(cells: readonly string[], columns: Columns): string | undefined {
  const filled = cells.flatMap((text, at) => (cleanLine(text) === '' ? [] : { text: cleanLine(text), at }));
  const [only] = filled;
  if (only === undefined || filled.length > 1 || cells.length < 3 || only.text.length > 60) return undefined;
  const isElsewhere = Object.entries(columns).some(
    ([column, at]) => at.includes(only.at) && column !== 'title' && column !== 'date',
  );
  return !isElsewhere && isDayHeading(only.text) ? only.text : undefined;
}

/**
 * Removes the apostrophe that Lectern and pretalx write before a text that a spreadsheet would run as a formula. Of a link
 * that a spreadsheet saved as its formula, `=HYPERLINK("https://a.example","Ceph")`, it reads the text.
 */
function readCell(cell: string): string {
  if (GUARDED_FORMULA.test(cell)) return cell.slice(1);
  const [, label] = /^\s*=HYPERLINK\(\s*"[^"]*"\s*[,;]\s*"(.*)"\s*\)\s*$/is.exec(cell) ?? [];
  return label?.replaceAll('""', '"') ?? cell;
}

/** True for a row that begins with "Total" and otherwise contains only numbers. */
function isTotal(cells: readonly string[]): boolean {
  const [first = '', ...rest] = cells.map(cleanLine).filter(cell => cell !== '');
  return TOTAL.test(first) && rest.every(cell => /\d/.test(cell));
}

const TOTAL =
  /^(?:(?:grand )?totals?|sub-?totals?|sums?|summe|summen|gesamt|gesamtsumme|insgesamt|total général|totaux|somme|suma|sumas|totales|soma|totais|totale|totali|somma)\s*[:=]?$/i;
