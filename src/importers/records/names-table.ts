import type { DraftName } from '../../programme/joining/draft.ts';
import { nameKey } from '../../text/fold.ts';
import { type CsvRow, parseCsv } from '../csv/parse-csv.ts';
import type { Format } from '../format.ts';
import { cleanLine } from '../reading/clean.ts';
import { type Fields, isFields } from '../reading/json.ts';
import { createReport } from '../reading/report.ts';
import { findColumns } from '../rows/columns/columns.ts';
import { isInBrackets, looksLikeYaml, parseRecords } from './document.ts';
import {
  type CollectionKind,
  entriesOf,
  idsOf,
  kindOfCollection,
  nameOfEntry,
} from './finding/collections.ts';

/**
 * A file of rooms or tracks beside the talks, `rooms.json`, `tracks.yml` or `rooms.csv`: their ids and names. Undefined
 * if the name of the file is not one of such things.
 */
export function namesTableFor(path: string): Format | undefined {
  const stem = path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
  const kind = kindOfCollection(stem);
  if (kind !== 'room' && kind !== 'track' && kind !== 'type' && kind !== 'level') return undefined;
  return {
    name: 'names-table',
    label: 'lists of rooms and tracks',
    recognises: text => listNames(text, kind).length > 0,
    read: (text, file) => {
      const report = createReport(file);
      // A file's own talks name their types and levels.
      const names = kind === 'room' || kind === 'track' ? listNames(text, kind) : [];
      return { names: names.map(name => ({ kind, ...name }) as DraftName), problems: report.problems };
    },
  };
}

/** Characters and entries; more than any conference has. */
const LENGTH_MAX = 1_000_000;
const NAMES_MAX = 5000;

interface Named {
  readonly id: string;
  readonly name: string;
}

/** Lists ids and names; none if the text holds anything else, such as talks within tracks. */
function listNames(text: string, kind: CollectionKind): readonly Named[] {
  if (text.length > LENGTH_MAX) return [];
  if (isInBrackets(text) || looksLikeYaml(text)) {
    const answer = parseRecords(text);
    return 'value' in answer ? listEntries(answer.value, kind) : [];
  }
  return listRows(text, kind);
}

function listEntries(value: unknown, kind: CollectionKind): readonly Named[] {
  const entries = entriesOf(findTable(value, kind)).slice(0, NAMES_MAX);
  const isTable = entries.length > 0 && entries.every(isNameOnly);
  if (!isTable) return [];
  return entries.flatMap(entry =>
    idsOf(entry, kind).map(id => ({ id, name: cleanLine(nameOfEntry(entry)) })),
  );
}

/** The table itself, or what stands alone under a name such as `rooms` or `data`. */
function findTable(value: unknown, kind: CollectionKind): unknown {
  if (!isFields(value)) return value;
  const [[name, inner] = ['', undefined], ...others] = Object.entries(value).filter(
    ([, one]) => typeof one === 'object' && one !== null,
  );
  const isAlone =
    others.length === 0 && (kindOfCollection(name) === kind || /^(?:data|items|results|records)$/.test(name));
  return isAlone ? inner : value;
}

/** True for an entry with a name and without anything of a talk; its talks may be named by ids and titles. */
function isNameOnly(entry: Fields): boolean {
  const { start, speakers, abstract } = findColumns(Object.keys(entry));
  const holdsMore = Object.values(entry).some(
    value =>
      Array.isArray(value) &&
      value.some(one => isFields(one) && findColumns(Object.keys(one)).start !== undefined),
  );
  return nameOfEntry(entry) !== '' && (start ?? speakers ?? abstract) === undefined && !holdsMore;
}

function listRows(text: string, kind: CollectionKind): readonly Named[] {
  const { rows } = parseCsv(text, {
    rowsMax: NAMES_MAX,
    worth: cells => findTableColumns(cells, kind)?.length ?? 0,
  });
  const [header, ...others] = rows;
  const columns = header && findTableColumns(header.cells, kind);
  if (columns === undefined) return [];
  const [idAt, nameAt] = columns;
  const cell = ({ cells }: CsvRow, at: number) => cleanLine(cells[at] ?? '');
  return others
    .map(row => ({ id: cell(row, idAt), name: cell(row, nameAt) }))
    .filter(({ id, name }) => id !== '' && name !== '');
}

/** The columns of ids and names: "id" and "name", "room_id" and "room". */
function findTableColumns(
  cells: readonly string[],
  kind: CollectionKind,
): readonly [id: number, name: number] | undefined {
  const { start, speakers, abstract } = findColumns(cells);
  if ((start ?? speakers ?? abstract) !== undefined) return undefined;
  const keys = cells.map(nameKey);
  const id = keys.findIndex(key => /^(?:[a-z]+-)?(?:id|code|slug|key|uid)$/.test(key));
  const name = keys.findIndex(
    (key, at) =>
      at !== id && (/^(?:[a-z]+-)?(?:name|title|label)$/.test(key) || kindOfCollection(key) === kind),
  );
  return id < 0 || name < 0 ? undefined : [id, name];
}
