import type { DraftTimeslot } from '../../programme/joining/draft.ts';
import { nameKey } from '../../text/fold.ts';
import { parseCsv } from '../csv/parse-csv.ts';
import type { Format, ImportOptions } from '../format.ts';
import { cleanLine } from '../reading/clean.ts';
import { readClock, readEndClock } from '../reading/clock.ts';
import { type Fields, isFields } from '../reading/json.ts';
import { createReport, type Report } from '../reading/report.ts';
import { readSlot } from '../reading/times.ts';
import { findColumns } from '../rows/columns/columns.ts';
import type { CsvColumn } from '../rows/mapping.ts';
import { readSlotCells, type SlotCells } from '../rows/slot-cells.ts';
import { createSlotReader } from '../rows/slots.ts';
import { isInBrackets, looksLikeYaml, parseRecords } from './document.ts';
import { entriesOf, idsOf, kindOfCollection } from './finding/collections.ts';
import { textOf } from './finding/values.ts';

/**
 * A file of times beside the talks, `timeslots.yml`, `slots.csv` or `times.json`, by whose ids the talks name theirs.
 * Undefined if the name of the file is not one of such things.
 */
export function timeslotTableFor(path: string): Format | undefined {
  const stem = path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
  if (kindOfCollection(stem) !== 'slot') return undefined;
  return {
    name: 'timeslot-table',
    label: 'lists of times',
    recognises: text => listEntries(text).length > 0,
    read: (text, file, options = {}) => {
      const report = createReport(file);
      const timeslots = readTimeslots(listEntries(text), options, report);
      return { timeslots, problems: report.problems };
    },
  };
}

/** Characters and entries; more than any conference has. */
const LENGTH_MAX = 1_000_000;
const ENTRIES_MAX = 5000;

/** Lists the entries; none if any of them is more than a time with an id. */
function listEntries(text: string): readonly Fields[] {
  const entries = text.length > LENGTH_MAX ? [] : parseEntries(text).slice(0, ENTRIES_MAX);
  return entries.every(isTimeslot) ? entries : [];
}

function parseEntries(text: string): readonly Fields[] {
  if (!isInBrackets(text) && !looksLikeYaml(text)) return parseRows(text);
  const answer = parseRecords(text);
  if (!('value' in answer)) return [];
  const { value } = answer;
  const [[name, inner] = ['', undefined], ...others] = isFields(value) ? Object.entries(value) : [];
  return entriesOf(others.length === 0 && kindOfCollection(name) === 'slot' ? inner : value);
}

/** The column of ids may be called "slot". */
function parseRows(text: string): readonly Fields[] {
  const { rows } = parseCsv(text, {
    rowsMax: ENTRIES_MAX,
    worth: cells => (findColumns(cells).start === undefined ? 0 : cells.length),
  });
  const [header, ...others] = rows.map(({ cells }) => cells.map(cleanLine));
  const names = header?.map(name =>
    kindOfCollection(name) === 'slot' && nameKey(name) !== 'time' ? 'id' : name,
  );
  return names === undefined
    ? []
    : others.map(cells => Object.fromEntries(names.map((name, at) => [name, cells[at] ?? ''])));
}

function isTimeslot(entry: Fields): boolean {
  const { start, speakers, abstract, title } = findColumns(Object.keys(entry));
  const isOfTalk = Object.keys(entry).some(
    name => kindOfCollection(name.replace(/[_-]?id$/i, '')) === 'talk',
  );
  return (
    start !== undefined &&
    (speakers ?? abstract ?? title) === undefined &&
    !isOfTalk &&
    idsOf(entry, 'slot').length > 0
  );
}

function readTimeslots(
  entries: readonly Fields[],
  options: ImportOptions,
  report: Report,
): readonly DraftTimeslot[] {
  const all = entries.map(entry => ({ ids: idsOf(entry, 'slot'), cells: toCells(entry) }));
  const reader = createSlotReader(
    all.map(({ cells }) => cells),
    options,
  );
  return all.flatMap(({ ids, cells }) => {
    const time = readTimeslot(cells, reader.read(cells)[0], report);
    return time === undefined ? [] : ids.map(id => ({ id, ...time }));
  });
}

function toCells(entry: Fields): SlotCells {
  const names = Object.keys(entry);
  const columns = findColumns(names);
  const nameOf = (column: CsvColumn) => names[columns[column]?.[0] ?? -1] ?? '';
  return readSlotCells(column => textOf(entry[nameOf(column)]), nameOf);
}

/** A time without a date is that of the talk's own day. */
function readTimeslot(
  { start, end, rooms }: SlotCells,
  slot: ReturnType<ReturnType<typeof createSlotReader>['read']>[number],
  report: Report,
): Omit<DraftTimeslot, 'id'> | undefined {
  if (typeof slot === 'object') return readSlot(slot, {}, report);
  const clock = readClock(start);
  return clock === undefined ? undefined : { start: clock, end: readEndClock(end), rooms };
}
