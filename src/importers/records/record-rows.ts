import { nameKey } from '../../text/fold.ts';
import { cleanLine } from '../reading/clean.ts';
import { type Fields, isFields } from '../reading/json.ts';
import type { Columns } from '../rows/columns.ts';
import type { CsvColumn } from '../rows/mapping.ts';
import type { RowSpeaker, TalkRow } from '../rows/row.ts';
import { readSlotCells } from '../rows/slots.ts';

/** What stands in for what an entry does not say itself. */
export interface RecordDefaults {
  readonly id?: string;
  readonly body?: string;
  readonly date?: string;
  readonly room?: string;
}

/** Takes an entry of JSON, YAML or TOML as a row of a sheet is taken: by what people call its fields, in any case and language. */
export function toTalkRow(record: Fields, columns: Columns, defaults: RecordDefaults = {}): TalkRow {
  const names = Object.keys(record);
  const values = (column: CsvColumn): readonly unknown[] =>
    (columns[column] ?? []).map(at => record[names[at] ?? '']);
  const value = (column: CsvColumn): unknown =>
    values(column).length > 1 ? values(column).flat() : values(column)[0];
  const cell = (column: CsvColumn) => readCell(column, value(column)) || defaultFor(column, defaults);
  return {
    line: undefined,
    cell,
    slot: readSlotCells(cell),
    speakers: readSpeakers(value('speakers'), {
      areSlugs: (columns.speakers ?? []).some(at => /slugs?$/i.test(names[at] ?? '')),
      bio: cell('bio'),
    }),
  };
}

function defaultFor(column: CsvColumn, { id = '', body = '', date = '', room = '' }: RecordDefaults): string {
  switch (column) {
    case 'id':
      return id;
    case 'description':
      return body;
    case 'date':
      return date;
    case 'room':
      return room;
    default:
      return '';
  }
}

function readCell(column: CsvColumn, value: unknown): string {
  const text = textOf(value);
  // Write the Docs keeps only the last part of an address: `youtubeId: G16QwwJY4Vs`.
  return column === 'video' && /^[\w-]{11}$/.test(text) ? `https://youtu.be/${text}` : text;
}

/** Of a list, a line an entry; of an entry with fields, its name. YAML's words for nothing are nothing. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return /^(?:null|~)$/i.test(value) ? '' : value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  // Of TOML's times, which keep their offset in this form.
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(textOf).filter(Boolean).join('\n');
  if (!isFields(value)) return '';
  return textOf(value.name ?? value.title ?? value.en ?? '');
}

/** A word of small letters and hyphens among speakers is the name of the page that tells of them, a number that of a row. */
const SLUG = /^(?:[a-z\d]+(?:[-_][a-z\d]+)+|\d+)$/;

/** Nothing where the names stand in one text, which is then read as a cell is. */
function readSpeakers(
  value: unknown,
  { areSlugs, bio }: { readonly areSlugs: boolean; readonly bio: string },
): readonly RowSpeaker[] | undefined {
  const list = Array.isArray(value) ? value : isFields(value) ? [value] : undefined;
  if (list === undefined) {
    const text = cleanLine(textOf(value));
    return SLUG.test(text) || (areSlugs && text !== '') ? [{ id: text, name: '', bio: '' }] : undefined;
  }
  return list.slice(0, 200).flatMap((entry): RowSpeaker | [] => {
    if (isFields(entry)) return readPerson(entry);
    const text = cleanLine(textOf(entry));
    if (text === '') return [];
    return areSlugs || SLUG.test(text)
      ? { id: text, name: '', bio: '' }
      : { name: text, bio: list.length === 1 ? bio : '' };
  });
}

/** Only these of what files hold on people. */
export function readPerson(entry: Fields): RowSpeaker {
  const found = createFieldFinder(entry);
  const id = found('id', 'slug', 'code', 'key');
  return {
    id: id === '' ? undefined : id,
    name: readName(entry) || found('title'),
    bio: found('bio', 'biography', 'description', 'about'),
  };
}

/** A person's name, whole or in its parts. */
export function readName(entry: Fields): string {
  const found = createFieldFinder(entry);
  const parts = [found('firstname', 'first-name'), found('lastname', 'last-name', 'surname')];
  return found('name', 'fullname', 'full-name', 'public-name') || parts.filter(Boolean).join(' ');
}

/** Finds the first of some fields that says anything, by names that are folded. */
function createFieldFinder(entry: Fields): (...names: readonly string[]) => string {
  const fields = new Map(Object.entries(entry).map(([key, value]) => [nameKey(key), value]));
  return (...names) => names.map(name => textOf(fields.get(name))).find(text => text !== '') ?? '';
}
