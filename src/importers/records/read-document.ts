import type { DraftName } from '../../programme/joining/draft.ts';
import { nameKey } from '../../text/fold.ts';
import type { ImportOptions, ReadResult } from '../format.ts';
import { type Fields, isFields, listFields } from '../reading/json.ts';
import type { Report } from '../reading/report.ts';
import { type Columns, findColumns } from '../rows/columns/columns.ts';
import type { TalkRow } from '../rows/row.ts';
import { readRows } from '../rows/talk-rows.ts';
import { listUnreadKeys } from '../rows/unread.ts';
import { findWithheld } from '../rows/withheld.ts';
import { kindOfCollection, type ReferenceTables, toKey } from './finding/collections.ts';
import { type ColumnFinder, createColumnFinder } from './finding/record-columns.ts';
import { resolveReferences } from './finding/references.ts';
import { type FoundEntries, type FoundRecord, RECORDS_MAX } from './finding/search-document.ts';
import { textOf } from './finding/values.ts';
import { readPeople } from './read-people.ts';
import { isEmpty, listUnreadOfPerson, type RecordDefaults, toTalkRow } from './record-rows.ts';

/** Reads the talks and people that were found in a document. */
export function readFound(
  { records, people, givers, tables }: FoundEntries,
  settings: ImportOptions,
  report: Report,
  change: (row: TalkRow) => TalkRow = row => row,
): Pick<ReadResult, 'talks' | 'people' | 'unreadKeys' | 'openIds'> {
  const mapping = settings.csv ?? {};
  if (records.length > RECORDS_MAX)
    report.fail({}, 'The list has more than 20,000 entries; the rest were left out.');
  const openIds = new Map<string, Omit<DraftName, 'name'>>();
  const addOpen = (kind: DraftName['kind'], id: string) => openIds.set(`${kind} ${id}`, { kind, id });
  const resolved = records.slice(0, RECORDS_MAX).map(({ record, defaults }) => ({
    record: resolveReferences(record, tables, addOpen),
    defaults: resolveDefaults(defaults, tables),
  }));
  const placed = placeTalks(resolved);
  const columnsOf = createColumnFinder(mapping);
  const unreadKeys = listUnreadKeys([
    ...placed.flatMap(({ record }) => listUnread(record, columnsOf(record))),
    ...people.flatMap(listUnreadOfPerson).map(key => `speakers.${key}`),
  ]);
  const rows = toRows(placed, columnsOf).map(change);
  const named = [...readPeople(people, report), ...givers];
  return {
    talks: readRows(rows, settings, report),
    ...(named.length > 0 && { people: named }),
    ...(unreadKeys.length > 0 && { unreadKeys }),
    ...(openIds.size > 0 && { openIds: [...openIds.values()] }),
  };
}

/** The room of a session may be an id as well, and its papers have it. */
function resolveDefaults(defaults: RecordDefaults, tables: ReferenceTables): RecordDefaults {
  const { room, track } = defaults;
  if (room === undefined && track === undefined) return defaults;
  const named = resolveReferences({ ...(room && { room }), ...(track && { track }) }, tables);
  return {
    ...defaults,
    ...Object.fromEntries(Object.entries(named).map(([name, value]) => [name, textOf(value)])),
  };
}

function toRows(found: readonly FoundRecord[], columnsOf: ColumnFinder): readonly TalkRow[] {
  return found.map(({ record, defaults }) => ({
    ...toTalkRow(record, columnsOf(record), defaults),
    withheld: findWithheld(Object.entries(record).map(([name, value]) => [name, textOf(value)])),
  }));
}

/**
 * The fields with a value that no column has, and those within an object, `details.teacher`, of which nothing was read.
 */
export function listUnread(record: Fields, columns: Columns): readonly string[] {
  const read = new Set(Object.values(columns).flat());
  const people = new Set(columns.speakers);
  return Object.entries(record).flatMap(([name, value], at): readonly string[] => {
    if (people.has(at))
      return listFields([value].flat())
        .flatMap(listUnreadOfPerson)
        .map(key => `speakers.${key}`);
    if (isEmpty(value) || typeof value === 'boolean' || kindOfCollection(name) === 'other') return [];
    const isLost = isFields(value) && !people.has(at) && textOf(value) === '';
    if (isLost)
      return listUnreadKeys(Object.keys(value).filter(key => !isEmpty(value[key]))).map(
        key => `${name}.${key}`,
      );
    return read.has(at) ? [] : [name];
  });
}

/**
 * A timetable beside the talks may name them by id, `{ "talk": "t1", "start": "09:00", "room": "Quay Hall" }`: such an
 * entry is a time of that talk and none of its own, unless it has another title.
 */
function placeTalks(found: readonly FoundRecord[]): readonly FoundRecord[] {
  const byId = new Map(
    found.flatMap(({ record }): [string, Fields][] => {
      const id = idOf(record);
      return id === '' || textOf(readTitleField(record)) === id ? [] : [[id, record]];
    }),
  );
  if (byId.size === 0) return found;
  return found.map(one => {
    const isNamedById = textOf(readTitleField(one.record)) === idOf(one.record);
    const name = Object.keys(one.record).find(
      field => (TALK_REFERENCE.test(toKey(field)) || isNamedById) && byId.has(textOf(one.record[field])),
    );
    const talk = name === undefined ? undefined : byId.get(textOf(one.record[name]));
    if (name === undefined || talk === undefined || talk === one.record) return one;
    const { [name]: _, ...place } = one.record;
    const title = readTitleField(talk);
    const written = textOf(readTitleField(place));
    const ownTitle = written === textOf(one.record[name]) ? '' : written;
    // `{ "title": "Ceph at sea", "session": "s1" }` is a paper of that session.
    if (ownTitle !== '' && nameKey(ownTitle) !== nameKey(textOf(title)))
      return { record: one.record, defaults: { ...one.defaults, within: textOf(title) } };
    return { ...one, record: { ...place, id: idOf(talk), title } };
  });
}

function idOf({ id, key, slug, code }: Fields): string {
  return textOf(id ?? key ?? slug ?? code ?? '');
}

function readTitleField(record: Fields): unknown {
  const names = Object.keys(record);
  const { title } = findColumns(names);
  return record[names[title?.[0] ?? -1] ?? 'title'];
}

const TALK_REFERENCE =
  /^(?:talk|session|event|submission|presentation|paper|title)(?:-(?:id|ref|key|slug|code))?$/;
