import type { DraftSpeaker } from '../../programme/joining/draft.ts';
import { nameKey } from '../../text/fold.ts';
import { joinAffiliation } from '../reading/affiliation.ts';
import { createPersonReader } from '../reading/people.ts';
import type { Report } from '../reading/report.ts';
import { findColumns } from '../rows/columns.ts';
import type { CsvColumn } from '../rows/mapping.ts';
import { type CsvRow, parseCsv } from './parse-csv.ts';

/** More than any conference has. */
const PEOPLE_MAX = 20_000;

/** True for a sheet of people and their bios or companies, without talks, as pretalx and Sessionize export it. */
export function isPeopleSheet(text: string): boolean {
  const [header] = parseRows(text.slice(0, 100_000), 1);
  return header !== undefined && isHeader(header.cells);
}

export function readPeopleSheet(text: string, report: Report): readonly DraftSpeaker[] {
  const [header, ...others] = parseRows(text, PEOPLE_MAX);
  if (header === undefined) return [];
  const keys = header.cells.map(nameKey);
  const columns = findColumns(header.cells);
  const name = columns.speakers?.[0] ?? keys.findIndex(key => NAME_COLUMNS.has(key));
  const readPerson = createPersonReader(report);
  return others.flatMap(({ cells, line }) => {
    const cell = (column: CsvColumn) => cells[columns[column]?.[0] ?? -1] ?? '';
    const parts = [cell('firstName'), cell('lastName')].filter(part => part !== '').join(' ');
    const whole = parts || (cells[name] ?? '');
    const affiliation = joinAffiliation(cell('position'), cell('affiliation'));
    return readPerson({ id: cell('id'), name: whole, bio: cell('bio'), affiliation }, whole, line);
  });
}

function parseRows(text: string, rowsMax: number): readonly CsvRow[] {
  return parseCsv(text, { rowsMax, worth: cells => (isHeader(cells) ? cells.length : 0) }).rows;
}

const NAME_COLUMNS = new Set([
  'name',
  'full-name',
  'fullname',
  'nom',
  'nombre',
  'nome',
  'speaker',
  'speaker-name',
]);

function isHeader(cells: readonly string[]): boolean {
  const keys = cells.map(nameKey);
  const { title, start, bio, affiliation, speakers, firstName, lastName } = findColumns(cells);
  const isNamed =
    (speakers ?? (firstName && lastName)) !== undefined || keys.some(key => NAME_COLUMNS.has(key));
  return title === undefined && start === undefined && isNamed && (bio ?? affiliation) !== undefined;
}
