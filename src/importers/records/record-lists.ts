import { type Fields, isFields, listFields } from '../reading/json.ts';
import type { Report } from '../reading/report.ts';
import { type Columns, findColumns } from '../rows/columns.ts';
import type { CsvMapping } from '../rows/mapping.ts';
import type { TalkRow } from '../rows/row.ts';
import { type RecordDefaults, textOf, toTalkRow } from './record-rows.ts';

/** An entry of a list of talks, with what the lists around it say of its time and place. */
export interface FoundRecord {
  readonly record: Fields;
  readonly defaults: RecordDefaults;
}

/** More than any conference has. */
const RECORDS_MAX = 20_000;

/** The same as rows, as many as there may be. */
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
 * The talks in a value of JSON or YAML that is a list of them, or has lists of them: under `talks`, `sessions` or whatever
 * it calls them, or as days that have rooms that have talks. Nothing where there is no such list.
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

/** jekyll-theme-conference has days with a date, in which are rooms with a name, in which are talks with a name. */
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

/** Tells the columns of records as those of a sheet are told, once for all that have the same fields. */
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
