import { isMap, isScalar, type YAMLMap } from 'yaml';
import { z } from 'zod';
import { parseDateOrder } from '../../importers/rows/date-order.ts';
import { CSV_COLUMNS, type CsvColumn, type CsvMapping } from '../../importers/rows/mapping.ts';
import { type Complain, describeUnknownName, findSetting, offsetOf, settingName } from './setting.ts';

/** `title: Talk name`, or `title: 1` where no row names the columns. */
const column = z.union([z.string().trim().min(1), z.number().int().min(1).max(1000)]);

const dateFormat = z.string().refine(text => parseDateOrder(text) !== undefined);

/** The names of all settings below `csv`, each in a table of docs/conference-yml.md. */
export const CSV_SETTINGS: readonly string[] = [...CSV_COLUMNS, 'columns', 'dateFormat', 'firstDay'];

/** The `csv` of a `conference.yml`: what sheets do not say themselves. What is wrong in it is left out by itself. */
export function readCsvSettings(settings: unknown, complain: Complain): CsvMapping | undefined {
  const pair = findSetting(settings, 'csv');
  if (pair === undefined || (isScalar(pair.value) && pair.value.value === null)) return undefined;
  if (isMap(pair.value)) return readMapping(pair.value, complain);
  complain(offsetOf(pair.key), '"csv" should be lines such as "title: Talk name" below it; it was left out.');
  return undefined;
}

function readMapping(map: YAMLMap, complain: Complain): CsvMapping {
  const columns: Partial<Record<CsvColumn, string | number>> = {};
  const mapping: { dateFormat?: string; firstDay?: string } = {};
  // Columns may stand in a group of their own, `columns`, or beside the other settings.
  for (const { key, value: node } of map.items.flatMap(pair => listColumns(pair) ?? pair)) {
    const name = settingName(key);
    const value = isScalar(node) ? node.value : undefined;
    const wrong = (expected: string) => complain(offsetOf(key), `"${name}" ${expected}. It was left out.`);
    if (name === 'dateFormat') {
      const read = dateFormat.safeParse(value);
      if (read.success) mapping.dateFormat = read.data;
      else wrong('should be the order of dates, such as "dd/MM/yyyy"');
    } else if (name === 'firstDay') {
      const read = z.iso.date().safeParse(value);
      if (read.success) mapping.firstDay = read.data;
      else wrong('should be a date such as 2027-05-11');
    } else if (isColumn(name)) {
      const read = column.safeParse(value);
      if (read.success) columns[name] = read.data;
      else wrong('should be the name of a column, or its number from 1');
    } else if (name === 'columns') wrong('should be lines such as "title: Talk name" below it');
    else complain(offsetOf(key), describeUnknownName(name, 'is not a setting of "csv"', CSV_SETTINGS));
  }
  return { columns, ...mapping };
}

function listColumns({ key, value }: YAMLMap['items'][number]): YAMLMap['items'] | undefined {
  return settingName(key) === 'columns' && isMap(value) ? value.items : undefined;
}

function isColumn(name: string): name is CsvColumn {
  return (CSV_COLUMNS as readonly string[]).includes(name);
}
