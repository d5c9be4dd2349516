import { type Options, parse } from 'csv-parse/sync';
import { groupByEach } from '../../text/keys.ts';

export interface CsvRow {
  readonly cells: readonly string[];
  /** Its first line, counted from 1. */
  readonly line: number;
}

export interface CsvTable {
  /** All rows that are not empty. */
  readonly rows: readonly CsvRow[];
  /** The line of the first row whose quotation marks do not match, so that marks were ignored from there to the end. */
  readonly unclosedAt: number | undefined;
  /** The lines of rows in which a quotation mark is missing or one too many; marks were ignored in them. */
  readonly unevenAt: readonly number[];
}

const DELIMITERS = [',', ';', '\t'] as const;

/**
 * Parses text separated by commas, semicolons or tabs. It takes the delimiter that gives one of the first rows the
 * highest `worth`, because a title may contain more commas than the table has columns.
 */
export function parseCsv(
  text: string,
  { rowsMax, worth }: { readonly rowsMax: number; readonly worth: (cells: readonly string[]) => number },
): CsvTable {
  // Excel writes and reads a first line that names the delimiter.
  const named = /^sep=([,;\t])\n/i.exec(text);
  const body = named ? text.replace(/^.*\n/, '\n') : text;
  const delimiter = named?.[1] ?? chooseDelimiter(body, worth);
  const quoted = parseRows(body, { delimiter, to: rowsMax });
  const lines = body.split('\n');
  const closed = quoted.isUnclosed ? lines.slice(0, quoted.endLine) : lines;
  const { rows, unevenAt } = repairRows(joinFormulas(quoted.rows, delimiter), closed, delimiter);
  if (!quoted.isUnclosed) return { rows, unclosedAt: undefined, unevenAt };
  const recovered = parsePlain(lines, {
    from: quoted.endLine,
    delimiter,
    max: rowsMax - rows.length,
    width: usualWidth(rows),
  });
  return { rows: [...rows, ...recovered], unclosedAt: recovered[0]?.line, unevenAt };
}

/** Puts together again what is within the parentheses of a formula that no quotation marks surround. */
function joinFormulas(rows: readonly CsvRow[], delimiter: string): readonly CsvRow[] {
  const width = usualWidth(rows);
  return rows.map(row => {
    const from = row.cells.findIndex(cell => /^\s*=[A-Z]+\([^)]*$/i.test(cell));
    const to = row.cells.findIndex((cell, at) => at > from && /\)\s*$/.test(cell));
    if (row.cells.length <= width || from < 0 || to < 0) return row;
    const formula = row.cells.slice(from, to + 1).join(delimiter);
    return { ...row, cells: [...row.cells.slice(0, from), formula, ...row.cells.slice(to + 1)] };
  });
}

/** Reads the lines of a row anew that has another number of cells than usual for its quotation marks. */
function repairRows(
  rows: readonly CsvRow[],
  lines: readonly string[],
  delimiter: string,
): Pick<CsvTable, 'rows' | 'unevenAt'> {
  const width = usualWidth(rows);
  const unevenAt: number[] = [];
  const repaired = rows.flatMap((row, at) => {
    if (row.cells.length === width || !row.cells.some(cell => cell.startsWith('"'))) return row;
    const to = (rows[at + 1]?.line ?? lines.length + 1) - 1;
    if (areQuotesEven(lines.slice(row.line - 1, to).join('\n'), delimiter)) return row;
    unevenAt.push(row.line);
    return parsePlain(lines, { from: row.line - 1, to, delimiter, max: to, width });
  });
  return { rows: unevenAt.length === 0 ? rows : repaired, unevenAt };
}

/** The number of cells that most rows have. */
function usualWidth(rows: readonly CsvRow[]): number {
  const groups = [...groupByEach(rows, ({ cells }) => [cells.length])];
  return groups.reduce(
    (best, group) => (group[1].length > best[1].length ? group : best),
    [0, [] as CsvRow[]],
  )[0];
}

/** True if each cell that begins with a quotation mark ends with one. */
function areQuotesEven(text: string, delimiter: string): boolean {
  const cell = new RegExp(`(?:"(?:[^"]|"")*"[ \\r]*|(?!")[^${delimiter}\\n]*)(?:[${delimiter}\\n]|$)`, 'y');
  while (cell.lastIndex < text.length) if (!cell.test(text)) return false;
  return true;
}

interface PlainLines {
  readonly from: number;
  readonly to?: number;
  readonly delimiter: string;
  readonly max: number;
  readonly width: number;
}

/** Parses each line as a row, without regard to quotation marks; a line with few of the cells goes on with a text. */
function parsePlain(
  lines: readonly string[],
  { from, to, delimiter, max, width }: PlainLines,
): readonly CsvRow[] {
  const { rows } = parseRows(lines.slice(from, to).join('\n'), { delimiter, to: max, quote: null });
  return rows
    .filter(({ cells }) => cells.length * 2 >= width)
    .map(({ cells, line }) => ({ cells: cells.map(unquote), line: line + from }));
}

function chooseDelimiter(text: string, worth: (cells: readonly string[]) => number): string {
  const beginning = text.slice(0, 20_000);
  const scores = DELIMITERS.map(delimiter => {
    const { rows } = parseRows(beginning, { delimiter, to: 5 });
    return { delimiter, score: Math.max(0, ...rows.map(row => worth(row.cells))) };
  });
  return scores.reduce((best, next) => (next.score > best.score ? next : best)).delimiter;
}

function parseRows(
  text: string,
  options: Options,
): { readonly rows: readonly CsvRow[]; readonly isUnclosed: boolean; readonly endLine: number } {
  let isUnclosed = false;
  const records = parse(text, {
    bom: true,
    info: true,
    record_delimiter: '\n',
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_skip: () => {
      isUnclosed = true;
      return undefined;
    },
    ...options,
  }) as unknown as readonly { readonly record: string[]; readonly info: { readonly lines: number } }[];
  const rows = records.map(({ record, info }) => ({
    cells: record,
    line: info.lines - countLineBreaks(record),
  }));
  return {
    rows: rows.filter(row => row.cells.some(cell => cell.trim() !== '')),
    isUnclosed,
    endLine: records.at(-1)?.info.lines ?? 0,
  };
}

/** The parser gives the last line of a row; the first is as many lines earlier as its cells contain line breaks. */
function countLineBreaks(record: readonly string[]): number {
  return record.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
}

function unquote(cell: string): string {
  return cell.trim().replace(/^"|"$/g, '').replaceAll('""', '"');
}
