import { type Options, parse } from 'csv-parse/sync';

export interface CsvRow {
  readonly cells: readonly string[];
  /** Its first line, counted from 1. */
  readonly line: number;
}

export interface CsvTable {
  /** All rows that are not empty. */
  readonly rows: readonly CsvRow[];
  /** The line of the first row whose quotation marks do not match. */
  readonly unclosedAt: number | undefined;
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
  if (!quoted.isUnclosed) return { rows: quoted.rows, unclosedAt: undefined };
  const done = quoted.endLine;
  const rest = body.split('\n').slice(done).join('\n');
  const plain = parseRows(rest, { delimiter, to: rowsMax - quoted.rows.length, quote: null });
  const recovered = plain.rows.map(row => ({ cells: row.cells.map(unquote), line: row.line + done }));
  return { rows: [...quoted.rows, ...recovered], unclosedAt: recovered[0]?.line };
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
