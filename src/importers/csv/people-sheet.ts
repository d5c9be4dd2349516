import type { DraftSpeaker } from '../../programme/joining/draft.ts';
import { nameKey } from '../../text/fold.ts';
import { joinAffiliation } from '../reading/affiliation.ts';
import { createPersonReader } from '../reading/people.ts';
import type { Report } from '../reading/report.ts';
import { kindOfCollection } from '../records/finding/collections.ts';
import { findColumns } from '../rows/columns/columns.ts';
import type { CsvColumn } from '../rows/mapping.ts';
import { type CsvRow, parseCsv } from './parse-csv.ts';
import { reportNoRows } from './table.ts';

/** More than any conference has. */
const PEOPLE_MAX = 20_000;

/**
 * True for a sheet of people and their bios or companies, without talks, as pretalx and Sessionize export it. The ids and
 * names alone are enough in a file that is called so, `speakers.csv`, or with a column such as "speaker_id".
 */
export function isPeopleSheet(text: string, path = ''): boolean {
  const [header] = parseRows(text.slice(0, 100_000), { rowsMax: 1, path });
  return header !== undefined && isHeader(header.cells, path);
}

export function readPeopleSheet(text: string, report: Report, path = ''): readonly DraftSpeaker[] {
  const [header, ...others] = parseRows(text, { rowsMax: PEOPLE_MAX, path });
  if (header === undefined) return [];
  if (others.length === 0) reportNoRows(report, header);
  const keys = header.cells.map(nameKey);
  const columns = findColumns(header.cells);
  const name = columns.speakers?.[0] ?? keys.findIndex(key => NAME_COLUMNS.has(key));
  const readPerson = createPersonReader(report);
  return others.flatMap(({ cells, line }) => {
    const cell = (column: CsvColumn) => cells[columns[column]?.[0] ?? -1] ?? '';
    const parts = [cell('firstName'), cell('lastName')].filter(part => part !== '').join(' ');
    const whole = parts || (cells[name] ?? '');
    const affiliation = joinAffiliation(cell('position'), cell('affiliation'));
    const id = cell('id') || (cells[keys.findIndex(key => OWN_ID.test(key))] ?? '');
    return readPerson({ id, name: whole, bio: cell('bio'), affiliation }, whole, line);
  });
}

function parseRows(
  text: string,
  { rowsMax, path }: { readonly rowsMax: number; readonly path: string },
): readonly CsvRow[] {
  return parseCsv(text, { rowsMax, worth: cells => (isHeader(cells, path) ? cells.length : 0) }).rows;
}

const OWN_ID = /^(?:speaker|presenter|person|author|referent|ponente|intervenant)-(?:id|code|key|slug)$/;

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

function isHeader(cells: readonly string[], path: string): boolean {
  const keys = cells.map(nameKey);
  const { title, start, date, room, track, abstract, bio, affiliation, speakers, firstName, lastName } =
    findColumns(cells);
  const isNamed =
    (speakers ?? (firstName && lastName)) !== undefined || keys.some(key => NAME_COLUMNS.has(key));
  const stem = path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
  const isTitled = title !== undefined && !NAME_COLUMNS.has(keys[title[0] ?? -1] ?? '');
  const isCalledSo = kindOfCollection(stem) === 'person' || keys.some(key => OWN_ID.test(key));
  if (isCalledSo && isNamed && !isTitled) return (start ?? date ?? room ?? track ?? abstract) === undefined;
  return title === undefined && start === undefined && isNamed && (bio ?? affiliation) !== undefined;
}
