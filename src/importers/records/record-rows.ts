import { nameKey } from '../../text/fold.ts';
import { isRoleOnStage, joinAffiliation } from '../reading/affiliation.ts';
import { cleanLine } from '../reading/clean.ts';
import { type Fields, isFields } from '../reading/json.ts';
import { splitNames } from '../reading/names.ts';
import type { Columns } from '../rows/columns/columns.ts';
import type { CsvColumn } from '../rows/mapping.ts';
import type { RowSpeaker, TalkRow } from '../rows/row.ts';
import { readSlotCells } from '../rows/slot-cells.ts';
import { listUnreadKeys } from '../rows/unread.ts';
import { kindOfCollection, toKey } from './finding/collections.ts';
import { textOf } from './finding/values.ts';

/** Values for fields that a record does not have. */
export interface RecordDefaults
  extends Readonly<
    Partial<
      Record<'id' | 'date' | 'start' | 'end' | 'duration' | 'room' | 'track' | 'type', string | undefined>
    >
  > {
  /** The text below the front matter of a page. */
  readonly body?: string;
  readonly speakers?: readonly RowSpeaker[];
  /** The title of the entry around it. */
  readonly within?: string | undefined;
}

/** Makes a row of a record of JSON, YAML or TOML, finding its fields by their usual names in any case and language. */
export function toTalkRow(record: Fields, columns: Columns, defaults: RecordDefaults = {}): TalkRow {
  const names = Object.keys(record);
  const values = (column: CsvColumn): readonly unknown[] =>
    (columns[column] ?? []).map(at => record[names[at] ?? '']);
  const value = (column: CsvColumn): unknown =>
    values(column).length > 1 ? values(column).flatMap(splitText) : values(column)[0];
  const cell = (column: CsvColumn) => readCell(column, value(column)) || defaultFor(column, defaults);
  return {
    line: undefined,
    within: defaults.within,
    cell,
    slot: {
      ...readSlotCells(cell, column => names[columns[column]?.[0] ?? -1] ?? ''),
      hasVideo: names.some(name => /^(?:videos?|recorded|youtube)/i.test(name)),
    },
    speakers:
      readSpeakers(value('speakers'), {
        areSlugs: (columns.speakers ?? []).some(at => /slugs?$/i.test(names[at] ?? '')),
        bio: cell('bio'),
        affiliation: joinAffiliation(cell('position'), cell('affiliation')) || undefined,
      }) ?? (cell('speakers') === '' ? defaults.speakers : undefined),
  };
}

/** The names in one of several fields of speakers, `"speakers": "Ada Lund, Bo Ek", "moderator": "Cy Moe"`. */
function splitText(value: unknown): unknown {
  return typeof value === 'string' ? splitNames(value).map(cleanLine) : value;
}

function defaultFor(column: CsvColumn, { body, speakers: _, within: __, ...cells }: RecordDefaults): string {
  if (column === 'description') return body ?? '';
  return column in cells ? (cells[column as keyof typeof cells] ?? '') : '';
}

function readCell(column: CsvColumn, value: unknown): string {
  const text = textOf(value);
  // `recorded: true` says whether, PyVideo's `recorded: 2027-05-11` when.
  if (column === 'date' && /^(?:true|false|yes|no)$/i.test(text)) return '';
  // Write the Docs keeps only a video's id: `youtubeId: G16QwwJY4Vs`.
  return column === 'video' && /^[\w-]{11}$/.test(text) ? `https://youtu.be/${text}` : text;
}

/** A speaker written like this is the slug of a page about them, or the number of a row. */
const SLUG = /^(?:[a-z\d]+(?:[-_][a-z\d]+)+|\d+)$/;

/** Undefined if the value is one text of names, which is read as a cell. */
function readSpeakers(
  value: unknown,
  { areSlugs, ...only }: { readonly areSlugs: boolean } & Pick<RowSpeaker, 'bio' | 'affiliation'>,
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
      : { name: text, ...(list.length === 1 ? only : { bio: '' }) };
  });
}

/** Lists the fields of a person that were not read and are meant for readers, `pronouns`; none of them is shown. */
export function listUnreadOfPerson(entry: Fields): readonly string[] {
  const names = Object.entries(entry).flatMap(([name, value]) => {
    const isSaid = !isEmpty(value) && typeof value !== 'boolean' && !PERSON_FIELDS.has(nameKey(name));
    const kind = isSaid ? kindOfCollection(name) : 'other';
    return kind === 'other' || kind === 'talk' || NOT_FOR_READERS.test(toKey(name)) ? [] : [name];
  });
  return listUnreadKeys(names);
}

export function isEmpty(value: unknown): boolean {
  return value === null || value === '' || (typeof value === 'object' && Object.keys(value).length === 0);
}

/** Accounts and addresses, and what only organisers need. */
const NOT_FOR_READERS =
  /(?:^|-)(?:linkedin|bluesky|bsky|facebook|instagram|youtube|twitch|threads|x|discord|telegram|xing|orcid|website|web|site|homepage|urls?|blog|links?|social|socials|gravatar|headshots?|handle|username|user|kind|type|status|state|featured|top|role|roles|gender|diet\p{L}*|t?-?shirt|travel|hotel|arrival|departure|consent|birth\p{L}*|telephone|mobile|sessions?|talks?|events?|questions?)(?:-|$)/u;

/** Reads a person; none of their other fields is read. */
export function readPerson(entry: Fields): RowSpeaker {
  const found = createFieldFinder(entry);
  const id = found(...PERSON_IDS);
  return {
    id: id === '' ? undefined : id,
    name: readName(entry) || found('title'),
    bio: found(...BIO_FIELDS),
    affiliation: readAffiliation(entry) || undefined,
  };
}

const PERSON_IDS = ['id', 'slug', 'code', 'key', 'speaker-id', 'person-id', 'presenter-id', 'author-id'];
const BIO_FIELDS = ['bio', 'biography', 'description', 'about', 'summary'];

/** Reads where a person works, and as what. */
function readAffiliation(entry: Fields): string {
  const found = createFieldFinder(entry);
  const company =
    found(...AFFILIATION_FIELDS).replace(/\s*\n\s*/g, ', ') || nameIn(entry, AFFILIATION_FIELDS);
  const vague = readName(entry) === '' ? [] : [found('title'), found('role')];
  const position =
    found(...POSITION_FIELDS) ||
    vague.find(text => text !== '' && !isRoleOnStage(text) && !HONORIFIC.test(text));
  return joinAffiliation(position, company) || found(...TAGLINE_FIELDS);
}

const HONORIFIC = /^(?:(?:prof|dr|mrs?|ms|mx|herr|frau|mme|sra?)\b\.?\s*)+$/i;

const POSITION_FIELDS = ['position', 'job-title', 'jobtitle', 'job', 'occupation', 'speaker-title'];
const TAGLINE_FIELDS = ['tagline', 'tag-line'];
const AFFILIATION_FIELDS =
  `affiliation affiliations company company-name companyname organisation organization org
  organisation-name organization-name employer institution institute firma unternehmen zugehorigkeit arbeitgeber entreprise
  societe organisme empresa organizacion institucion organizacao azienda affiliazione`.split(/\s+/);

/** `"company": { "name": "Harbour Ltd" }` */
function nameIn(entry: Fields, names: readonly string[]): string {
  const found = Object.entries(entry).find(
    ([key, value]) => names.includes(nameKey(key)) && isFields(value),
  )?.[1];
  return isFields(found) ? textOf(found.name) : '';
}

/** Reads a person's name, whole or in parts. */
export function readName(entry: Fields): string {
  const found = createFieldFinder(entry);
  const parts = [found(...FIRST_NAMES), found(...LAST_NAMES)];
  return found(...WHOLE_NAMES) || parts.filter(Boolean).join(' ');
}

const WHOLE_NAMES = ['name', 'fullname', 'full-name', 'public-name', 'display-name', 'displayname'];
const FIRST_NAMES = `firstname first-name given givenname given-name forename vorname prenom first`.split(
  ' ',
);
const LAST_NAMES = `lastname last-name surname family familyname family-name nachname last`.split(' ');

/** The fields of a person that are read. */
const PERSON_FIELDS = new Set([
  ...PERSON_IDS,
  ...BIO_FIELDS,
  ...POSITION_FIELDS,
  ...TAGLINE_FIELDS,
  ...AFFILIATION_FIELDS,
  ...WHOLE_NAMES,
  ...FIRST_NAMES,
  ...LAST_NAMES,
  'title',
  'role',
]);

/** Returns a function that finds the first field with text, by folded names. */
function createFieldFinder(entry: Fields): (...names: readonly string[]) => string {
  const fields = new Map(Object.entries(entry).map(([key, value]) => [nameKey(key), value]));
  return (...names) => names.map(name => textOf(fields.get(name))).find(text => text !== '') ?? '';
}
