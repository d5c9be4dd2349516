import { type Fields, isFields } from '../../reading/json.ts';
import type { Columns } from '../../rows/columns/columns.ts';
import type { CsvColumn } from '../../rows/mapping.ts';
import { readName } from '../record-rows.ts';
import { type CollectionKind, kindOfCollection, toKey } from './collections.ts';
import { isPerson } from './person.ts';
import { isDayName, type Place } from './place.ts';
import { type ColumnFinder, cellsOf, hasClock } from './record-columns.ts';

/** True for a list of entries to which others refer. */
export function isTable(kind: CollectionKind | undefined): kind is CollectionKind {
  return kind !== undefined && kind !== 'talk' && kind !== 'other';
}

export function isTextMap(value: Fields): boolean {
  const values = Object.values(value);
  return values.length > 0 && values.every(one => typeof one === 'string' && one !== '');
}

/** Names of lists that say nothing of their entries. */
const GENERIC = new Set(
  `data result results item items entry entries list lists record records row rows value values node nodes edge edges
  schedule schedules program programme programs agenda timetable conference structure content contents main all meta
  metadata info payload response body grid calendar root page pages programm ablauf horario planning`.split(
    /\s+/,
  ),
);

/** True for an object that has an entry or a list under each id, day, room or time, and not under fixed names. */
export function isMap(value: Fields): boolean {
  const entries = Object.entries(value);
  return (
    entries.length > 0 &&
    entries.every(
      ([key, inner]) =>
        typeof inner === 'object' &&
        inner !== null &&
        kindOfCollection(key) === undefined &&
        !GENERIC.has(toKey(key)),
    )
  );
}

/** Tells the kind of a list by its name, if the entries do not contradict it, or by the entries. */
export function kindOfEntries(
  entries: readonly Fields[],
  named: CollectionKind | undefined,
  columnsOf: ColumnFinder,
): CollectionKind | undefined {
  const sample = entries.slice(0, SAMPLE);
  if (named === undefined && arePeople(sample)) return 'person';
  if (!isTable(named)) return named;
  const isOfTalks = sample.some(entry => {
    const { title, speakers, start } = columnsOf(entry);
    if (title === undefined || isPerson(entry)) return false;
    const isTimed = start !== undefined && named !== 'person' && named !== 'room' && named !== 'track';
    return isTimed || (speakers !== undefined && named !== 'person');
  });
  return isOfTalks ? 'talk' : named;
}

const SAMPLE = 20;

/** Columns that only entries of a programme have beside a title. */
const EVIDENCE: readonly CsvColumn[] = [
  'speakers',
  'start',
  'end',
  'date',
  'duration',
  'room',
  'abstract',
  'track',
  'level',
  'language',
  'video',
  'slides',
];

/** True for a list whose entries say something that only talks do, or for a bare list of titles. */
export function areTalks(
  entries: readonly Fields[],
  { level, defaults }: Place,
  columnsOf: ColumnFinder,
): boolean {
  // Everything in a time slot takes place: "Lunch".
  if (defaults.start !== undefined) return true;
  if (entries.some(entry => EVIDENCE.some(column => columnsOf(entry)[column] !== undefined))) return true;
  return level === 0 && !entries.some(entry => Object.keys(entry).some(name => OF_MENUS.test(name)));
}

/** Fields of menus and lists of links. */
const OF_MENUS = /^(?:url|link|href|path|page|items|children|submenu|sub|price|icon|logo|target|weight)$/i;

/** True for names of which some say what only people have; others may say nothing more. */
export function arePeople(entries: readonly Fields[]): boolean {
  return entries.some(isPerson) && entries.every(entry => isPerson(entry) || isNameAlone(entry));
}

function isNameAlone(entry: Fields): boolean {
  const others = Object.entries(entry).filter(([, value]) => value !== null && value !== '');
  return readName(entry) !== '' && others.every(([name]) => /^(?:id|uid|slug|code|key|.*name)$/i.test(name));
}

/** True for a person with a talk in fields of their own, `talkTitle`. */
export function hasOwnTalk(entry: Fields): boolean {
  return Object.keys(entry).some(name => /^(?:talk|session|presentation|lecture)-title$/.test(toKey(name)));
}

/** True for a list that may hold talks within an entry with a title: `sessions`, `rooms`, `items`; not `materials`. */
export function isListOfTalks(name: string, kind: CollectionKind | undefined, value: unknown): boolean {
  if (!Array.isArray(value) && !(isFields(value) && isMap(value))) return false;
  return kind === undefined
    ? GENERIC.has(toKey(name)) || name === 'children'
    : kind !== 'person' && kind !== 'other';
}

/** True for an entry that only names a talk which stands elsewhere: the id and title of a track's sessions. */
export function isReference(entry: Fields, { entries, defaults }: Place): boolean {
  const names = Object.keys(entry);
  return (
    entries > 1 &&
    defaults.start === undefined &&
    defaults.date === undefined &&
    names.some(name => /^(?:id|code|slug|key)$/i.test(name)) &&
    names.every(name => /^(?:id|code|slug|key|title|name|url|link|href)$/i.test(name))
  );
}

/** True for an entry that only holds talks: a day, a room, a track. A session with a time or a text is a talk too. */
export function isGroup(entry: Fields, columns: Columns, { kind }: Place): boolean {
  if (isTable(kind)) return true;
  // RubyEvents has lightning talks within the video of them all.
  if ('video_id' in entry) return false;
  const cell = cellsOf(entry, columns);
  if (hasClock(cell('start')) || cell('speakers') !== '' || cell('abstract') !== '') return false;
  return cell('description') === '' || cell('date') !== '' || isDayName(cell('title'));
}
