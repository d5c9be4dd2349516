import { cleanLine } from '../reading/clean.ts';
import { readClock } from '../reading/clock.ts';
import { splitNames } from '../reading/names.ts';
import { readTime } from '../reading/times.ts';
import type { Columns } from '../rows/columns/columns.ts';
import { createDateReader } from '../rows/dates.ts';
import type { CsvColumn } from '../rows/mapping.ts';
import type { CsvRow } from './parse-csv.ts';

const SAMPLE_ROWS = 50;
/** The share of a column's cells that must look alike. */
const SHARE_MIN = 0.8;
const ROWS_MIN = 3;

/**
 * Guesses the columns of a sheet without a header from its cells; undefined if it has no titles, or neither speakers
 * nor times.
 */
export function guessColumns(rows: readonly CsvRow[]): Columns | undefined {
  const sample = rows.slice(0, SAMPLE_ROWS).map(({ cells }) => cells.map(cleanLine));
  const width = Math.min(...sample.map(cells => cells.length));
  if (sample.length < ROWS_MIN || !(width >= 2)) return undefined;
  const found: Partial<Record<CsvColumn, readonly number[]>> = {};
  const left = new Set(Array.from({ length: width }, (_, at) => at));
  const cellsAt = (at: number) => sample.map(cells => cells[at] ?? '').filter(cell => cell !== '');
  const take = (column: CsvColumn, is: (cell: string) => boolean) => {
    const [best] = [...left]
      .map(at => ({ at, share: shareOf(cellsAt(at), is) }))
      .filter(({ share }) => share >= SHARE_MIN)
      .sort((a, b) => b.share - a.share || a.at - b.at);
    if (best === undefined) return;
    found[column] = [best.at];
    left.delete(best.at);
  };
  take('link', cell => /^https?:\/\//i.test(cell));
  take('start', isTime);
  take('end', isTime);
  take('date', cell => createDateReader([cell], {}).read(cell) !== undefined);
  take('abstract', cell => cell.length > 150);
  take('speakers', isPeople);
  const [title] = [...left]
    .filter(at => shareOf(cellsAt(at), isTitle) >= SHARE_MIN)
    .sort((a, b) => new Set(cellsAt(b)).size - new Set(cellsAt(a)).size);
  if (title === undefined || (found.speakers ?? found.start) === undefined) return undefined;
  return { title: [title], ...found };
}

function shareOf(cells: readonly string[], is: (cell: string) => boolean): number {
  return cells.length === 0 ? 0 : cells.filter(is).length / cells.length;
}

function isTime(cell: string): boolean {
  return readTime(cell) !== undefined || readClock(cell) !== undefined;
}

/** True if each name is two to five words that begin with capitals, except for short ones between them. */
export function isPeople(cell: string): boolean {
  const names = splitNames(cell);
  return (
    names.length > 0 &&
    names.every(name =>
      /^\s*\p{Lu}[\p{L}.'’-]*(?:\s+(?:\p{Ll}{1,3}|\p{Lu}[\p{L}.'’-]*)){1,4}\s*$/u.test(name),
    )
  );
}

function isTitle(cell: string): boolean {
  return cell.length >= 4 && cell.length <= 250 && /\p{L}{3}/u.test(cell);
}
