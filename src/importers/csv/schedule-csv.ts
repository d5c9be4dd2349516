import type { DraftTalk } from '../../programme/joining/draft.ts';
import type { Format, ImportSettings, Reading } from '../format.ts';
import { type Report, reportOn } from '../reading/report.ts';
import type { CsvMapping } from '../rows/mapping.ts';
import { readRows } from '../rows/talk-rows.ts';
import { isPeopleSheet, readPeopleSheet } from './people-sheet.ts';
import { talkRows } from './rows.ts';
import { isTable, readTable } from './table.ts';

/** A schedule or a list of talks as a spreadsheet saves it: a row a talk, below a row that names the columns. */
export const scheduleCsv: Format = {
  name: 'schedule-csv',
  label: 'sheets (.csv) with a row that names the columns',
  recognises: (text, settings) => isTable(text, settings?.csv ?? {}) || isPeopleSheet(text),
  read: readSchedule,
};

/** Characters; twenty thousand talks with a short abstract each have room. */
const LENGTH_MAX = 16 * 2 ** 20;

function readSchedule(text: string, path: string, settings: ImportSettings = {}): Reading {
  const report = reportOn(path);
  if (text.length <= LENGTH_MAX && isPeopleSheet(text))
    return { people: readPeopleSheet(text, report), problems: report.problems };
  const talks = text.length > LENGTH_MAX ? tooLong(report) : readTalks(text, settings.csv ?? {}, report);
  return { talks, problems: report.problems };
}

function tooLong(report: Report): readonly DraftTalk[] {
  report.fail({}, 'The file is longer than 16 MB, which no schedule is; it was not read.');
  return [];
}

function readTalks(text: string, mapping: CsvMapping, report: Report): readonly DraftTalk[] {
  const table = readTable(text, mapping, report);
  return table === undefined ? [] : readRows(talkRows(table, report), mapping, report);
}
