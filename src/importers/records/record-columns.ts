import type { Fields } from '../reading/json.ts';
import { type Columns, columnsOf } from '../rows/columns.ts';
import type { CsvMapping } from '../rows/mapping.ts';

/** Tells the columns of records as those of a sheet are told, once for all that have the same fields. */
export function recordColumns(mapping: CsvMapping = {}): (record: Fields) => Columns {
  const known = new Map<string, Columns>();
  return record => {
    const names = Object.keys(record);
    const key = JSON.stringify(names);
    const columns = known.get(key) ?? columnsOf(names, mapping);
    known.set(key, columns);
    return columns;
  };
}
