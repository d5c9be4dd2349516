import type { Fields } from '../../reading/json.ts';
import type { Columns } from '../../rows/columns/columns.ts';
import { isDayHeading } from '../../rows/dates.ts';
import type { CsvColumn } from '../../rows/mapping.ts';
import { type RecordDefaults, readPerson } from '../record-rows.ts';
import { type CollectionKind, nameOfEntry } from './collections.ts';
import { cellsOf, hasClock } from './record-columns.ts';

/** A list or an object on the way through a document. */
export interface Place {
  /** The kind of thing that its name tells: talks under `sessions`. */
  readonly kind: CollectionKind | undefined;
  readonly defaults: InheritedDefaults;
  readonly level: number;
  /** The number of entries of lists around it. */
  readonly entries: number;
}

export interface InheritedDefaults extends RecordDefaults {
  /** The name of a group of talks, which may be a room or a track. */
  readonly group?: string;
}

/** A day, a time, a room or another group of talks by the key that it stands under. */
export function enterKey(key: string, place: Place, count: number): Place {
  const defaults = { ...place.defaults, ...namedByKey(key, place, count) };
  return { ...place, kind: place.kind === 'talk' ? 'talk' : undefined, defaults, level: place.level + 1 };
}

function namedByKey(key: string, { kind, defaults }: Place, count: number): InheritedDefaults {
  if (isDayName(key)) return { date: toDate(key) };
  if (isClock(key)) return { start: key };
  if (kind === 'room' || kind === 'track' || kind === 'type') return { [kind]: key };
  return count > 1 || defaults.date !== undefined ? { group: key } : {};
}

/** True for `09:00` and `9.00 - 9.40`. */
export function isClock(text: string): boolean {
  return /^\d{1,2}[:.h]\d\d/.test(text);
}

/** True for `2027-05-11`, `20270511`, `Tuesday` and `Day 1`. */
export function isDayName(text: string): boolean {
  return /^\d{4}-?\d\d-?\d\d/.test(text) || (text.length < 40 && isDayHeading(text.replace(/\d/g, ' $& ')));
}

/** Writes `20270511` as dates are written. */
function toDate(text: string): string {
  return text.replace(/^(\d{4})-?(\d\d)-?(\d\d)(?:[T ].*)?$/, '$1-$2-$3');
}

/** Determines what the talks within an entry have from it. */
export function inherit(
  entry: Fields,
  columns: Columns,
  { kind, defaults, entries }: Place,
): InheritedDefaults {
  const cell = cellsOf(entry, columns);
  const start = cell('start');
  const name = nameOfEntry(entry);
  const day =
    cell('date') ||
    (isDayName(name) ? name : '') ||
    (hasClock(start) ? (/^\d{4}-\d\d-\d\d/.exec(start)?.[0] ?? '') : '');
  const own: InheritedDefaults = {
    date: (entries > 0 || columns.end === undefined) && day !== '' ? toDate(day) : undefined,
    ...(entries > 0 ? describePlace(cell, { kind, name: isDayName(name) ? '' : name }) : {}),
    within:
      entries > 0 && (kind === undefined || kind === 'talk') && !isDayName(cell('title'))
        ? cell('title')
        : '',
    ...(kind === 'person' ? { speakers: [readPerson(entry)] } : {}),
  };
  return {
    ...defaults,
    ...Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined && value !== '')),
  };
}

function describePlace(
  cell: (column: CsvColumn) => string,
  { kind, name }: { readonly kind: CollectionKind | undefined; readonly name: string },
): InheritedDefaults {
  const isTimed = hasClock(cell('start'));
  return {
    start: isTimed ? cell('start') : '',
    end: isTimed ? cell('end') : '',
    duration: isTimed ? cell('duration') : '',
    room: cell('room') || (kind === 'room' ? name : ''),
    track: cell('track') || (kind === 'track' ? name : ''),
    type: kind === 'type' ? name : '',
    group: (kind === undefined || kind === 'talk') && !isTimed && cell('date') === '' ? name : '',
  };
}

/** Settles whether a group is a room or a track, and drops times if the record has its own. */
export function defaultsFor(
  record: Fields,
  columns: Columns,
  { group, ...defaults }: InheritedDefaults,
): RecordDefaults {
  const cell = cellsOf(record, columns);
  const { start, end, duration, ...place } = defaults;
  const times = cell('start') === '' && start !== undefined ? { start, end, duration } : {};
  if (group === undefined) return { ...place, ...times };
  const isRoom =
    cell('room') === '' && place.room === undefined && (cell('start') !== '' || start !== undefined);
  return { ...place, ...times, ...(isRoom ? { room: group } : { track: place.track ?? group }) };
}
