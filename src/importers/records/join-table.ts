import { parseCsv } from '../csv/parse-csv.ts';
import type { Format } from '../format.ts';
import { isFields } from '../reading/json.ts';
import { isInBrackets, looksLikeYaml, parseRecords } from './document.ts';
import { mayBeJoinTable, readJoinTable } from './finding/join-pairs.ts';

/**
 * A file that joins the talks of one file to the people of another by their ids, `talk_speakers.csv`. A table whose
 * columns do not say that they are ids, "talk,speaker", must have such a name.
 */
export function joinTableFor(path: string): Format {
  const stem = path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
  return {
    name: 'join-table',
    label: 'tables of talks and their speakers',
    recognises: text => findPairs(text, stem) !== undefined,
    read: text => ({ people: findPairs(text, stem) ?? [], problems: [] }),
  };
}

/** Characters and rows; more than any conference has. */
const LENGTH_MAX = 2_000_000;
const ROWS_MAX = 50_000;
const BEGINNING_MAX = 300;

function findPairs(text: string, stem: string): ReturnType<typeof readJoinTable> {
  if (text.length > LENGTH_MAX || !mayBeJoinTable(stem, text.slice(0, BEGINNING_MAX))) return undefined;
  if (!isInBrackets(text) && !looksLikeYaml(text)) return readJoinTable(stem, parseRows(text));
  const answer = parseRecords(text);
  if (!('value' in answer)) return undefined;
  const { value } = answer;
  const [[name, inner] = ['', undefined], ...others] = isFields(value) ? Object.entries(value) : [];
  return (
    readJoinTable(stem, value) ??
    (others.length === 0 && Array.isArray(inner) ? readJoinTable(name, inner) : undefined)
  );
}

/** The rows of a sheet by the names of its columns. */
function parseRows(text: string): readonly Readonly<Record<string, string>>[] {
  const worth = (cells: readonly string[]) => cells.length;
  const [header, ...rows] = parseCsv(text, { rowsMax: ROWS_MAX, worth }).rows;
  const names = header?.cells ?? [];
  return rows.map(({ cells }) => Object.fromEntries(names.map((name, at) => [name, cells[at] ?? ''])));
}
