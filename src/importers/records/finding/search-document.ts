import type { DraftSpeaker } from '../../../programme/joining/draft.ts';
import { type Fields, isFields, listFields } from '../../reading/json.ts';
import type { RecordDefaults } from '../record-rows.ts';
import { createTables, entriesOf, kindOfCollection, type ReferenceTables, toKey } from './collections.ts';
import { flattenRecord, unwrap } from './flatten.ts';
import { readJoinTable } from './join-pairs.ts';
import {
  areTalks,
  hasOwnTalk,
  isGroup,
  isListOfTalks,
  isMap,
  isReference,
  isTable,
  isTextMap,
  kindOfEntries,
} from './judge-entries.ts';
import { isPerson } from './person.ts';
import { defaultsFor, enterKey, inherit, isClock, isDayName, type Place } from './place.ts';
import { type ColumnFinder, cellsOf, createColumnFinder } from './record-columns.ts';
import { textOf } from './values.ts';

/** A record of a talk, with what the lists around it give: a time, a place, a track, a speaker. */
export interface FoundRecord {
  readonly record: Fields;
  readonly defaults: RecordDefaults;
}

/** The talks and people in a document of JSON or YAML, and the entries to which they refer by ids. */
export interface FoundEntries {
  readonly records: readonly FoundRecord[];
  readonly people: readonly Fields[];
  /** The ids of people with those of their talks, from tables that join the two. */
  readonly givers: readonly DraftSpeaker[];
  readonly tables: ReferenceTables;
}

/** More than any conference has. */
export const RECORDS_MAX = 20_000;

/** No programme has as many lists within lists. */
const LEVELS_MAX = 9;

/**
 * Finds the talks of a document: in lists under any name or objects with an entry for each id, also within days, rooms,
 * tracks, times, people and sessions. A list without a sign of talks, such as a menu, has none.
 */
export function searchDocument(document: unknown): FoundEntries {
  const { tables, add } = createTables();
  const people: Fields[] = [];
  const givers: DraftSpeaker[] = [];
  const columnsOf = createColumnFinder();

  /** Searches a list, or an object with an entry for each id, day, room or time. */
  function searchValue(value: unknown, place: Place): readonly FoundRecord[] {
    if (place.kind === 'other' || place.level > LEVELS_MAX) return [];
    if (Array.isArray(value)) return searchEntries(listFields(value), place);
    if (!isFields(value)) return [];
    if (isTable(place.kind) && isTextMap(value)) return searchEntries(entriesOf(value), place);
    return isMap(value) ? searchMap(value, place) : searchEntry(value, { ...place, kind: undefined });
  }

  function searchMap(map: Fields, place: Place): readonly FoundRecord[] {
    const entries = Object.entries(map);
    const isOfEntries = entries.every(([key, value]) => isFields(value) && !isMap(value) && !isDayName(key));
    const isTold = entries.some(
      ([, value]) => isFields(value) && (isPerson(value) || columnsOf(value).title !== undefined),
    );
    if (isOfEntries && isTold && entries.every(([key]) => isClock(key)))
      return entries.flatMap(([key, value]) =>
        searchEntries(listFields([value]), enterKey(key, place, entries.length)),
      );
    if (isOfEntries && isTold && areRooms(map, place)) return searchEntries(entriesByRoom(map), place);
    if (isOfEntries && (isTold || isTable(place.kind))) return searchEntries(entriesOf(map), place);
    return entries.flatMap(([key, value]) => searchValue(value, enterKey(key, place, entries.length)));
  }

  function searchEntries(entries: readonly Fields[], place: Place): readonly FoundRecord[] {
    const unwrapped = entries.slice(0, RECORDS_MAX + 1).map(raw => {
      const entry = unwrap(raw);
      return isTable(place.kind) ? entry : nameByReference(entry, columnsOf);
    });
    const kind = kindOfEntries(unwrapped, place.kind, columnsOf);
    if (isTable(kind)) add(kind, unwrapped);
    if (kind === 'person') people.push(...unwrapped);
    const isTold = kind === 'talk' || (kind === undefined && areTalks(unwrapped, place, columnsOf));
    return unwrapped.flatMap(entry =>
      searchEntry(
        entry,
        { ...place, kind, entries: place.entries + 1 },
        isTold || (kind === 'person' && hasOwnTalk(entry)),
      ),
    );
  }

  /** Searches the lists in an entry, and takes the entry itself if it is a talk. */
  function searchEntry(raw: Fields, place: Place, isTold = false): readonly FoundRecord[] {
    return flattenRecord(raw).flatMap(entry => {
      const columns = columnsOf(entry);
      const within = { ...place, defaults: inherit(entry, columns, place), level: place.level + 1 };
      const found = Object.entries(entry).map(([name, value]) => ({
        name,
        inner: searchInner(entry, [name, value], within),
      }));
      const inner = found.flatMap(one => one.inner);
      const isTalk = isTold && columns.title !== undefined && !isReference(entry, place);
      if (!isTalk || (inner.length > 0 && isGroup(entry, columns, place))) return inner;
      const lists = new Set(found.flatMap(one => (one.inner.length > 0 ? one.name : [])));
      const record = omit(entry, lists);
      return [{ record, defaults: defaultsFor(record, columnsOf(record), place.defaults) }, ...inner];
    });
  }

  /** A talk has lists of other things too; only those with a name of talks are searched. */
  function searchInner(
    entry: Fields,
    [name, value]: [string, unknown],
    place: Place,
  ): readonly FoundRecord[] {
    if (typeof value !== 'object' || value === null) return [];
    const pairs = place.entries === 0 ? readJoinTable(name, value) : undefined;
    if (pairs !== undefined) {
      givers.push(...pairs);
      return [];
    }
    const kind = kindOfCollection(name);
    const columns = columnsOf(entry);
    // A person with one talk may have it without a list.
    if (place.kind === 'person' && kind === 'talk' && isFields(value) && columnsOf(value).title !== undefined)
      return searchEntries([value], { ...place, kind });
    const title = cellsOf(entry, columns)('title');
    const isTalk = place.entries > 0 && columns.title !== undefined && !isDayName(title);
    if ((isTalk || place.kind === 'person') && !isListOfTalks(name, kind, value)) return [];
    const isSlot =
      columns.start !== undefined || (place.kind === 'talk' && place.defaults.start !== undefined);
    const titles = columns.title === undefined && isSlot ? listTexts(name, value) : [];
    const inner = { ...place, kind };
    return titles.length > 0 ? searchEntries(titles, { ...inner, kind: 'talk' }) : searchValue(value, inner);
  }

  return {
    records: searchValue(document, { kind: undefined, defaults: {}, level: 0, entries: 0 }),
    people,
    givers,
    tables,
  };
}

/** True for the talks of one time under the names of their rooms; ids are not words. */
function areRooms(map: Fields, { defaults }: Place): boolean {
  return (
    defaults.start !== undefined &&
    Object.keys(map).every(key => /^\p{L}\p{Ll}+(?:\s+[\p{L}\d]+)*$/u.test(key))
  );
}

function entriesByRoom(map: Fields): readonly Fields[] {
  return Object.entries(map).flatMap(([room, entry]) => (isFields(entry) ? { room, ...entry } : []));
}

/** The titles or ids of talks in a time slot, `items: ["Registration"]` or `sessions: ["t1", "t2"]`. */
function listTexts(name: string, value: object): readonly Fields[] {
  const isList = Array.isArray(value) && isListOfTalks(name, kindOfCollection(name), value);
  if (!isList || !value.every(item => typeof item === 'string' || typeof item === 'number')) return [];
  return value.map(String).map(title => (ID.test(title) ? { id: title, title } : { title }));
}

/** A text without spaces that has a digit or a hyphen in it, or a code of pretalx's such as `HQZPAE`. */
const ID = /^(?:(?=.*[\d-])[\w-]{1,60}|[A-Z]{4,10})$/;

/**
 * An entry of a timetable may name its talk by the id alone, `{ "sessionId": "t1", "start": "09:00" }`: until the talk
 * is found, here or in another file, the id stands for its title.
 */
function nameByReference(entry: Fields, columnsOf: ColumnFinder): Fields {
  const { id, title, start, date, room } = columnsOf(entry);
  if ((start ?? date) === undefined) return entry;
  const names = Object.keys(entry);
  const read = (name: string | undefined) => (name === undefined ? '' : textOf(entry[name]));
  if (title !== undefined) {
    const name = names[title[0] ?? -1] ?? '';
    const isId = id === undefined && TALK.test(toKey(name)) && ID.test(read(name));
    return isId ? { ...entry, id: entry[name] } : entry;
  }
  const own = start !== undefined && room !== undefined ? names[id?.[0] ?? -1] : undefined;
  const reference = [TALK_ID, TALK].flatMap(form => names.filter(name => form.test(toKey(name))))[0];
  const value = read(reference ?? own);
  return ID.test(value) ? { ...entry, ...(id === undefined && { id: value }), title: value } : entry;
}

const TALK = /^(?:talk|session|event|submission|presentation|paper|contribution|lecture)$/;
const TALK_ID =
  /^(?:talk|session|event|submission|presentation|paper|contribution|lecture)-(?:id|ref|key|slug|code|uid|guid)$/;

function omit(record: Fields, names: ReadonlySet<string>): Fields {
  return names.size === 0
    ? record
    : Object.fromEntries(Object.entries(record).filter(([name]) => !names.has(name)));
}
