import { type Fields, isFields, listFields } from '../reading/json.ts';
import type { Report } from '../reading/report.ts';
import { type Columns, findColumns } from '../rows/columns.ts';
import type { CsvMapping } from '../rows/mapping.ts';
import type { TalkRow } from '../rows/row.ts';
import { type RecordDefaults, textOf, toTalkRow } from './record-rows.ts';

/** A record of a list of talks, with the time and place that the lists around it give. */
export interface FoundRecord {
  readonly record: Fields;
  readonly defaults: RecordDefaults;
}

/** More than any conference has. */
const RECORDS_MAX = 20_000;

/** Finds the talks in a value and makes them rows, up to the limit, which is reported. */
export function findRows(value: unknown, mapping: CsvMapping, report: Report): readonly TalkRow[] {
  const records = findRecords(value);
  if (records.length > RECORDS_MAX)
    report.fail({}, 'The list has more than 20,000 entries; the rest were left out.');
  const columnsOf = createColumnFinder(mapping);
  return records
    .slice(0, RECORDS_MAX)
    .map(({ record, defaults }) => toTalkRow(record, columnsOf(record), defaults));
}

/**
 * Finds the talks in a value of JSON or YAML that is a list of them, or has such lists under any name, or has days with
 * rooms with talks; empty if there are none.
 */
export function findRecords(value: unknown): readonly FoundRecord[] {
  const columnsOf = createColumnFinder();
  const lists = Array.isArray(value) ? [value] : isFields(value) ? Object.values(value) : [];
  return lists
    .flatMap(list => (Array.isArray(list) ? collectRecords(list, {}) : []))
    .filter(({ record }) => columnsOf(record).title !== undefined)
    .slice(0, RECORDS_MAX + 1);
}

function collectRecords(list: readonly unknown[], defaults: RecordDefaults): readonly FoundRecord[] {
  return listFields(list)
    .slice(0, RECORDS_MAX + 1)
    .flatMap(entry => collectInner(entry, defaults) ?? [{ record: entry, defaults }]);
}

/** jekyll-theme-conference has days with a date, in them rooms with a name, in them talks with a name. */
function collectInner(entry: Fields, defaults: RecordDefaults): readonly FoundRecord[] | undefined {
  const { rooms, talks, sessions, events } = entry;
  if (Array.isArray(rooms) && rooms.some(isFields))
    return collectRecords(rooms, { ...defaults, date: textOf(entry.date ?? entry.day ?? entry.name ?? '') });
  const list = [talks, sessions, events].find(inner => Array.isArray(inner) && inner.some(isFields));
  if (!Array.isArray(list)) return undefined;
  const isDay = entry.date !== undefined;
  return collectRecords(list, {
    ...defaults,
    ...(isDay
      ? { date: textOf(entry.date) }
      : { room: textOf(entry.name ?? entry.room ?? entry.title ?? '') }),
  });
}

/**
 * Returns a function that finds the columns of a record as those of a sheet, once for all records with the same fields.
 */
export function createColumnFinder(mapping: CsvMapping = {}): (record: Fields) => Columns {
  const known = new Map<string, Columns>();
  return record => {
    const names = Object.keys(record);
    const key = JSON.stringify(names);
    const columns = known.get(key) ?? findColumns(names, mapping);
    known.set(key, columns);
    return columns;
  };
}
