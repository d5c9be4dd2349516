import type { DraftTalk } from '../programme/draft.ts';
import { acceptedOf } from './accepted.ts';
import type { CsvMapping } from './csv-mapping.ts';
import { linksOf, rowTalk, type Session, sessionOf, talkRows } from './csv-rows.ts';
import { csvSlots } from './csv-slots.ts';
import { isTable, readTable } from './csv-table.ts';
import type { Format, ImportSettings, Reading } from './format.ts';
import { readLink } from './links.ts';
import { readTalk } from './raw-talk.ts';
import { type Report, reportAtLine, reportOn } from './report.ts';
import { uniteSlots } from './unite-slots.ts';

/** A schedule or a list of talks as a spreadsheet saves it: a row a talk, below a row that names the columns. */
export const scheduleCsv: Format = {
  name: 'schedule-csv',
  description:
    'a schedule as CSV (.csv) whose first row is title,start,end,room and may add id, speakers, track, abstract',
  recognises: (text, settings) => isTable(text, settings?.csv ?? {}),
  read: readSchedule,
};

/** Characters; twenty thousand talks with a short abstract each have room. */
const LENGTH_MAX = 16 * 2 ** 20;

function readSchedule(text: string, path: string, settings: ImportSettings = {}): Reading {
  const report = reportOn(path);
  const talks = text.length > LENGTH_MAX ? tooLong(report) : readTalks(text, settings.csv ?? {}, report);
  return { talks, problems: report.problems };
}

function tooLong(report: Report): readonly DraftTalk[] {
  report.fail({}, 'The file is longer than 16 MB, which no schedule is; it was not read.');
  return [];
}

function readTalks(text: string, mapping: CsvMapping, report: Report): readonly DraftTalk[] {
  const table = readTable(text, mapping, report);
  if (table === undefined) {
    report.fail(
      {},
      'No row names the columns; put one such as "title,speakers,start,end,room" first, or number them in conference.yml as csv: { title: 1, speakers: 2 }.',
    );
    return [];
  }
  const rows = talkRows(table);
  const slots = csvSlots(
    rows.map(({ slot }) => slot),
    mapping,
  );
  if (slots.dates.doubt !== undefined) report.warn({}, slots.dates.doubt);
  const sessions = acceptedOf(
    rows.map(row => sessionOf(row, slots.read(row.slot))),
    report,
  );
  reportLacking(sessions, report);
  const talks = uniteSlots(sessions.map(session => rowTalk(session, report)));
  return talks.flatMap(({ line, ...raw }) => {
    const talk = readTalk(raw, reportAtLine(line, report));
    return talk === undefined ? [] : { ...talk, line };
  });
}

/** What many rows lack is said once, at the first of them. */
function reportLacking(sessions: readonly Session[], report: Report): void {
  const say = (some: readonly Session[], lack: string, done: string) => {
    const more = some.length > 1 ? `, here and in ${some.length - 1} more rows` : '';
    if (some[0] !== undefined) report.fail({ line: some[0].line }, `${lack}${more}; ${done}`);
  };
  say(
    sessions.filter(({ when }) => when === 'no date'),
    'A time has no date',
    'the talk is listed without it. Say the first day in conference.yml, as csv: { firstDay: 2027-05-11 }.',
  );
  say(
    sessions.filter(({ when }) => when === 'no start'),
    'The row has no start',
    'the talk is listed without time and room.',
  );
  say(
    sessions.filter(({ cell }) => linksOf(cell).some(link => readLink(link) === undefined)),
    'A link is no web address',
    'it was left out.',
  );
}
