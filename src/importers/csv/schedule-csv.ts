import type { DraftTalk } from '../../programme/joining/draft.ts';
import type { Format, ImportOptions, ReadResult } from '../format.ts';
import { createReport, type Report } from '../reading/report.ts';
import { readRows } from '../rows/talk-rows.ts';
import { isPeopleSheet, readPeopleSheet } from './people-sheet.ts';
import { isTable, readTable } from './table.ts';

/** A schedule or a list of talks as a spreadsheet saves it: one row per talk, below a header. */
export const scheduleCsv: Format = {
  name: 'schedule-csv',
  label: 'sheets (.csv) with a header row',
  recognises: (text, settings) => isTable(text, settings?.csv ?? {}) || isPeopleSheet(text),
  read: readSchedule,
};

/** Characters; twenty thousand talks with short abstracts fit. */
const LENGTH_MAX = 16 * 2 ** 20;

function readSchedule(text: string, path: string, settings: ImportOptions = {}): ReadResult {
  const report = createReport(path);
  if (text.length <= LENGTH_MAX && isPeopleSheet(text, path))
    return { people: readPeopleSheet(text, report, path), problems: report.problems };
  if (text.length > LENGTH_MAX) return { talks: refuseTooLong(report), problems: report.problems };
  const mapping = settings.csv ?? {};
  const { rows, openIds } = readTable(text, mapping, report);
  return {
    talks: readRows(rows, settings, report),
    ...(openIds && { openIds }),
    withheld: report.withheld,
    problems: report.problems,
  };
}

function refuseTooLong(report: Report): readonly DraftTalk[] {
  report.fail({}, 'The file is longer than 16 MB, which no schedule is; it was not read.');
  return [];
}
