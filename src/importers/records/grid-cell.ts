import type { Format, ImportOptions, ReadResult } from '../format.ts';
import { type Fields, isFields } from '../reading/json.ts';
import { createReport } from '../reading/report.ts';
import { findColumns } from '../rows/columns/columns.ts';
import type { TalkRow } from '../rows/row.ts';
import { readRows } from '../rows/talk-rows.ts';
import { textOf } from './finding/values.ts';
import { toTalkRow } from './record-rows.ts';
import { parseYaml } from './yaml.ts';

/**
 * One cell of a timetable per file: PyCon UK has one for each half hour of each room, with a title or the name of a
 * talk's page.
 */
export const gridCell: Format = {
  name: 'grid-cell',
  label: 'lists of talks in JSON or YAML',
  recognises: text => findCell(text) !== undefined,
  read: readCell,
};

/** Characters; longer than any such file. */
const LENGTH_MAX = 2000;

function findCell(text: string): Fields | undefined {
  // A cheap test before parsing: lines with a name each, one of which is the room.
  if (text.length > LENGTH_MAX || !/^room: *\S/m.test(text) || !/^(?:[a-z_]+:.*\n?)+$/.test(text))
    return undefined;
  const answer = parseYaml(text);
  if (!('value' in answer) || !isFields(answer.value)) return undefined;
  const { date, day, room, time, start, session, title } = answer.value;
  const isCell = [room, date ?? day, time ?? start, session ?? title].every(
    value => textOf(value ?? '') !== '',
  );
  return isCell ? answer.value : undefined;
}

function readCell(text: string, path: string, settings: ImportOptions = {}): ReadResult {
  const report = createReport(path);
  const { session, ...record } = findCell(text) ?? {};
  const talks = readRows(
    [toPageRow(toTalkRow(record, findColumns(Object.keys(record), settings.csv)), textOf(session ?? ''))],
    settings,
    report,
  );
  return { talks, isGridCell: true, problems: report.problems };
}

/** `session: talk/ceph-at-sea` names the page of a talk. */
function toPageRow(row: TalkRow, session: string): TalkRow {
  const page = session.slice(session.lastIndexOf('/') + 1);
  if (page === '') return row;
  return { ...row, cell: column => (column === 'id' || column === 'title' ? page : row.cell(column)) };
}
