import type { Fields } from '../../reading/json.ts';
import { type Columns, findColumns } from '../../rows/columns/columns.ts';
import type { CsvColumn, CsvMapping } from '../../rows/mapping.ts';
import { textOf } from './values.ts';

/** Finds the columns of a record as those of a sheet. */
export type ColumnFinder = (record: Fields) => Columns;

/**
 * Returns a function that finds the columns of a record as those of a sheet, once for all records with the same fields.
 */
export function createColumnFinder(mapping: CsvMapping = {}): ColumnFinder {
  const known = new Map<string, Columns>();
  return record => {
    const names = Object.keys(record);
    const key = JSON.stringify(names);
    const columns = known.get(key) ?? findColumns(names, mapping);
    known.set(key, columns);
    return columns;
  };
}

/** True for a time of day, alone or after a date. */
export function hasClock(text: string): boolean {
  return /\d[:.h]\d\d|\d\s*[ap]\.?m|T\d\d/i.test(text);
}

/** Returns a function that reads a column of a record as text. */
export function cellsOf(entry: Fields, columns: Columns): (column: CsvColumn) => string {
  const names = Object.keys(entry);
  return column => textOf(entry[names[columns[column]?.[0] ?? -1] ?? '']);
}
