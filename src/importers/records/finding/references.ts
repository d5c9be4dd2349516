import { type Fields, isFields } from '../../reading/json.ts';
import { findColumns } from '../../rows/columns/columns.ts';
import type { CsvColumn } from '../../rows/mapping.ts';
import {
  type CollectionKind,
  kindOfCollection,
  nameOfEntry,
  type ReferenceTables,
  toKey,
} from './collections.ts';
import { textOf } from './values.ts';

/** The table in which a column's value may be an id. */
const KIND_OF_COLUMN: Readonly<Partial<Record<CsvColumn, CollectionKind>>> = {
  speakers: 'person',
  room: 'room',
  track: 'track',
  type: 'type',
  level: 'level',
  language: 'language',
  start: 'slot',
  date: 'day',
};

/** Puts names and times in the place of ids, `speakerIds: ["p1"]`, `room: 7`, `timeslot: "slot-1"`. */
export function resolveReferences(
  record: Fields,
  tables: ReferenceTables,
  reportOpen: (kind: 'room' | 'track', id: string) => void = () => {},
): Fields {
  const fields = new Map<string, unknown>();
  const put = (name: string, value: unknown) => {
    if (textOf(fields.get(name)) === '') fields.set(name, value);
  };
  const open: (readonly [kind: 'room' | 'track', name: string, value: unknown])[] = [];
  for (const [name, value] of Object.entries(record)) {
    const reference = findReference(name);
    const table = reference && tables.get(reference.kind);
    const found = table === undefined ? undefined : lookUp(value, table);
    if (reference !== undefined && found !== undefined)
      for (const [field, resolved] of Object.entries(describe(reference, found))) put(field, resolved);
    // Another file may have the speakers, the rooms and the tracks.
    else if (reference?.hasIds && (reference.kind === 'room' || reference.kind === 'track') && areIds(value))
      open.push([reference.kind, reference.name, value]);
    else put(reference?.kind === 'person' && reference.hasIds ? 'speaker_slugs' : name, value);
  }
  // A name beside the id, `room: "Quay Hall"`, is known already.
  for (const [kind, name, value] of open) {
    const isNamed = [...fields].some(
      ([field, known]) => findReference(field)?.kind === kind && textOf(known) !== '',
    );
    if (isNamed) continue;
    put(name, value);
    for (const id of [value].flat()) reportOpen(kind, String(id));
  }
  return Object.fromEntries(fields);
}

function areIds(value: unknown): boolean {
  const ids = [value].flat();
  return ids.length > 0 && ids.every(id => (typeof id === 'string' && id !== '') || typeof id === 'number');
}

/** Makes fields of the entries to which a field refers. */
function describe({ kind, name }: Reference, found: readonly (Fields | string)[]): Fields {
  if (kind === 'slot' || kind === 'day') return timesOf(found, kind);
  // `people` and `persons` name a list, and no column.
  const field = kind === 'person' && findColumns([name]).speakers === undefined ? 'speakers' : name;
  return { [field]: kind === 'person' ? found : found.map(one => (isFields(one) ? nameOfEntry(one) : one)) };
}

interface Reference {
  readonly kind: CollectionKind;
  /** The field without "id": `speaker` for `speakerIds`. */
  readonly name: string;
  readonly hasIds: boolean;
}

const known = new Map<string, Reference | undefined>();

/** Reads a field's name: `speakerIds`, `room_id`, `track`, `slot`. */
function findReference(field: string): Reference | undefined {
  if (!known.has(field) && known.size < 10_000) known.set(field, readReference(field));
  return known.get(field);
}

function readReference(field: string): Reference | undefined {
  const key = toKey(field);
  const name = key.replace(/-(?:ids?|refs?|keys?|slugs?|codes?|uids?|guids?)$/, '');
  const [column] = Object.keys(findColumns([name])) as CsvColumn[];
  const ofName = kindOfCollection(name);
  const kind =
    (column && KIND_OF_COLUMN[column]) ?? (ofName === 'talk' || ofName === 'other' ? undefined : ofName);
  return kind === undefined ? undefined : { kind, name, hasIds: name !== key };
}

/** The entries that a value names by id, and texts that are no id as they are; undefined if none is an id. */
function lookUp(
  value: unknown,
  table: ReadonlyMap<string, Fields>,
): readonly (Fields | string)[] | undefined {
  const parts = Array.isArray(value) ? value : splitIds(value, table);
  const found = parts.map(part => {
    const id =
      typeof part === 'string' || typeof part === 'number'
        ? String(part)
        : isFields(part) && nameOfEntry(part) === ''
          ? textOf(part.id ?? part.code ?? '')
          : '';
    return { part, entry: table.get(id) };
  });
  if (!found.some(({ entry }) => entry !== undefined)) return undefined;
  return found.flatMap(({ part, entry }): readonly (Fields | string)[] => {
    const item = entry ?? (isFields(part) ? part : textOf(part));
    return item === '' ? [] : [item];
  });
}

/** `"p1, p2"` is two ids if both are in the table. */
function splitIds(value: unknown, table: ReadonlyMap<string, Fields>): readonly unknown[] {
  if (typeof value !== 'string' || table.has(value)) return [value];
  const parts = value.split(/[,;|]\s*|\s+/).filter(part => part !== '');
  return parts.length > 1 && parts.every(part => table.has(part)) ? parts : [value];
}

function timesOf([entry]: readonly (Fields | string)[], kind: 'slot' | 'day'): Fields {
  if (!isFields(entry)) return {};
  const names = Object.keys(entry);
  const columns = findColumns(names);
  const cell = (column: CsvColumn) => textOf(entry[names[columns[column]?.[0] ?? -1] ?? '']);
  const name = nameOfEntry(entry);
  if (kind === 'day') return { date: cell('date') || name };
  const times = { date: cell('date'), start: cell('start') || name, end: cell('end'), room: cell('room') };
  return Object.fromEntries(Object.entries(times).filter(([, text]) => text !== ''));
}
