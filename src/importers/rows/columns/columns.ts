import { nameKey } from '../../../text/fold.ts';
import { groupByEach } from '../../../text/keys.ts';
import { CSV_COLUMNS, type CsvColumn, type CsvMapping } from '../mapping.ts';
import { looserKeys, toPlainKey } from './column-keys.ts';
import { COLUMN_NAMES, VAGUE_COLUMN_NAMES } from './column-names.ts';

/** The indexes of a table's columns; only speakers may have several, "Speaker 1" and "Speaker 2". */
export type Columns = Readonly<Partial<Record<CsvColumn, readonly number[]>>>;

/** More than any sheet has. */
const COLUMNS_MAX = 1000;

/** The columns that a name may mean, with a rank for each: the lower, the better. */
type Meanings = ReadonlyMap<string, readonly Meaning[]>;

interface Meaning {
  readonly column: CsvColumn;
  readonly rank: number;
}

const MEANINGS = indexMeanings(COLUMN_NAMES);

const VAGUE = indexMeanings(VAGUE_COLUMN_NAMES);

function indexMeanings(names: Readonly<Partial<Record<CsvColumn, string>>>): Meanings {
  const meanings = Object.entries(names).flatMap(([column, each], nth) =>
    each.split(/\s+/).map((name, at) => ({ name, column: column as CsvColumn, rank: nth * 1000 + at })),
  );
  return groupByEach(meanings, ({ name }) => [name]);
}

/**
 * Finds the columns that a header names: by the names in `mapping`, else by their usual names, else by such names with
 * additions. It remembers headers of usual length: an archive has the same one in each of thousands of files.
 */
export function findColumns(cells: readonly string[], mapping: CsvMapping = {}): Columns {
  const key = JSON.stringify([cells, mapping.columns ?? {}]);
  const columns = known.get(key) ?? searchColumns(cells, mapping);
  if (known.size >= KNOWN_MAX) known.clear();
  if (key.length <= KNOWN_LENGTH_MAX) known.set(key, columns);
  return columns;
}

const known = new Map<string, Columns>();

/** Headers; with their length they bound the memory to a few MB. */
const KNOWN_MAX = 1000;
/** Characters. */
const KNOWN_LENGTH_MAX = 1000;

function searchColumns(cells: readonly string[], mapping: CsvMapping): Columns {
  const header = cells.slice(0, COLUMNS_MAX);
  const found: Partial<Record<CsvColumn, readonly number[]>> = {};
  const taken = new Set<number>();
  const take = (column: CsvColumn, at: number | undefined) => {
    if (at === undefined || at < 0 || taken.has(at) || found[column] !== undefined) return;
    found[column] = [at];
    taken.add(at);
  };
  const takeBest = (keys: readonly string[], meanings: Meanings) => {
    const possible = keys.flatMap((key, at) =>
      taken.has(at) ? [] : (meanings.get(key) ?? []).map(meaning => ({ ...meaning, at })),
    );
    for (const { column, at } of possible.sort((a, b) => a.rank - b.rank || a.at - b.at))
      if (meanings !== VAGUE || isMissing(column, found)) take(column, at);
  };
  /** Takes the columns for one speaker each, "Company 1" and "Company 2". */
  const takeEach = (column: CsvColumn, pattern: RegExp) => {
    const each = header.flatMap((name, at) => (!taken.has(at) && pattern.test(toPlainKey(name)) ? at : []));
    if (each.length > 0) found[column] = [...(found[column] ?? []), ...each];
    for (const at of each) taken.add(at);
  };
  for (const column of CSV_COLUMNS) take(column, findMapped(header, mapping.columns?.[column]));
  for (const keys of looserKeys(header)) {
    if (taken.size === header.length) break;
    takeBest(keys, MEANINGS);
  }
  splitTwins(header, found, taken);
  preferTitleOfTalk(header, found, { taken, isMapped: mapping.columns?.title !== undefined });
  const more =
    mapping.columns?.speakers === undefined
      ? findSpeakerColumns(header, taken, header[found.speakers?.[0] ?? -1] ?? '')
      : [];
  if (more.length > 0) found.speakers = [...(found.speakers ?? []), ...more];
  for (const at of more) taken.add(at);
  if (mapping.columns?.affiliation === undefined) takeEach('affiliation', AFFILIATION_OF_ONE);
  if (mapping.columns?.position === undefined) {
    takeEach('position', POSITION_OF_ONE);
    if (areTitlesOfPeople(header)) takeEach('position', TITLE_OF_ONE);
  }
  if (found.lastName === undefined && found.firstName === undefined) {
    takeEach('firstName', FIRST_NAME_OF_ONE);
    takeEach('lastName', LAST_NAME_OF_ONE);
  }
  // EasyChair's number of a paper.
  if (found.speakers !== undefined && header.some(name => /^(?:decision|submitted)$/i.test(name.trim())))
    take(
      'id',
      header.findIndex(name => name.trim() === '#'),
    );
  const keys = header.map(nameKey);
  takeBest(keys, VAGUE);
  const title = found.title?.[0];
  if (
    title !== undefined &&
    title !== findMapped(header, mapping.columns?.title) &&
    isNamesOnly(keys[title], found)
  )
    delete found.title;
  return found;
}

/** French Outlook calls both the day and the time of a start "Début", in this order. */
function splitTwins(
  header: readonly string[],
  found: Partial<Record<CsvColumn, readonly number[]>>,
  taken: Set<number>,
): void {
  for (const [clock, day] of [
    ['start', 'date'],
    ['end', 'endDate'],
  ] as const) {
    const [first] = found[clock] ?? [];
    const key = first === undefined ? undefined : nameKey(header[first] ?? '');
    const twin = header.findIndex((name, at) => !taken.has(at) && nameKey(name) === key);
    if (first === undefined || twin < 0 || found[day] !== undefined) continue;
    found[day] = [first];
    found[clock] = [twin];
    taken.add(twin);
  }
}

/** The title of a paper is the talk's and not that of its session, which is a track at most. */
function preferTitleOfTalk(
  header: readonly string[],
  found: Partial<Record<CsvColumn, readonly number[]>>,
  { taken, isMapped }: { readonly taken: Set<number>; readonly isMapped: boolean },
): void {
  const [session] = found.title ?? [];
  const keys = header.map(toPlainKey);
  if (session !== undefined && !isMapped && found.track === undefined) {
    const around = keys.findIndex((key, at) => !taken.has(at) && /^session-(?:title|name)$/.test(key));
    if (around >= 0) {
      found.track = [around];
      taken.add(around);
    }
  }
  if (
    session === undefined ||
    isMapped ||
    !/^(?:session|sitzung|sesion|sessao|seance|sessione)-/.test(keys[session] ?? '')
  )
    return;
  const own = keys.findIndex((key, at) => !taken.has(at) && TITLE_OF_TALK.test(key));
  if (own < 0) return;
  found.title = [own];
  taken.add(own);
  if (found.track === undefined) found.track = [session];
  else taken.delete(session);
}

const TITLE_OF_TALK =
  /^(?:(?:talk|paper|presentation|contribution|lecture|abstract|submission|poster|subsession|sub-session|item|artikel|beitrags?|vortrags?)-)?(?:title|titel|titre|titulo|titolo)(?:-(?:of|des|der|du|de|la|del|da|do|the|paper|talk|presentation|vortrags|beitrags))*$/;

/** "Nombre" stands beside "Apellidos" and "Nom" beside "Prénom"; elsewhere they name talks or people. */
function isMissing(column: CsvColumn, { firstName, lastName, speakers }: Columns): boolean {
  if (column === 'firstName') return lastName !== undefined;
  if (column === 'lastName') return firstName !== undefined;
  return column !== 'speakers' || (speakers ?? lastName) === undefined;
}

/** A name with a time belongs to a talk; a list with only names is one of people. */
function isNamesOnly(title: string | undefined, { start, date, speakers }: Columns): boolean {
  return ['name', 'nombre', 'nom', 'nome'].includes(title ?? '') && (start ?? date ?? speakers) === undefined;
}

const ONE_OF_SEVERAL =
  /^(?:(?:co|linked|main|lead|primary|secondary|keynote|invited|guest|confirmed|first|second|third|fourth|fifth|additional|other|further|weitere|otros?|autres?|outros?|altri|1st|2nd|3rd|\dth)-?)?(?:your-(?:full-)?name|speaker|presenter|author|panell?ist|facilitator|instructor|moderat(?:or|orin|ion|rice|eur)|moderador|moderadora|moderatore|animateur|animatrice|referent|referentin|vortragender?|sprecher|sprecherin|intervenante?|ponente|palestrante|orador|relatore|conferencier|orateur)s?(?:-\d{1,2})?(?:-names?)?(?:-\d{1,2})?$/;

const AFFILIATION_OF_ONE =
  /^(?:(?:co-?)?(?:speaker|presenter|author)s?-)?(?:\d{1,2}-)?(?:company|affiliation|organi[sz]ation|institution|firma)(?:-\d{1,2})?$/;
const POSITION_OF_ONE =
  /^(?:(?:co-?)?(?:speaker|presenter|author)s?-)?(?:\d{1,2}-)?(?:position|job-title)(?:-\d{1,2})?$|^(?:speaker|presenter|author)-(?:\d{1,2}-)?title(?:-\d{1,2})?$/;
/** Beside "Company 1" it is what a person is, else the title of a paper. */
const TITLE_OF_ONE = /^title-\d{1,2}$/;
const FIRST_NAME_OF_ONE =
  /^(?:speaker|presenter|author)s?-(?:\d{1,2}-)?(?:first-?name|given-name|vorname)(?:-\d{1,2})?$/;
const LAST_NAME_OF_ONE =
  /^(?:speaker|presenter|author)s?-(?:\d{1,2}-)?(?:last-?name|surname|family-name|nachname)(?:-\d{1,2})?$/;

/** True if numbered companies tell that numbered titles are what people are, `Speaker 1, Company 1, Title 1`. */
export function areTitlesOfPeople(header: readonly string[]): boolean {
  const keys = header.map(toPlainKey);
  return (
    keys.some(key => /\d/.test(key) && AFFILIATION_OF_ONE.test(key)) &&
    keys.some(key => !/\d/.test(key) && TITLE_OF_TALK.test(key))
  );
}

/** Finds columns for one speaker each: "Speaker 1" and "Speaker 2", "Speakers" and "Co-speakers". */
function findSpeakerColumns(
  header: readonly string[],
  taken: ReadonlySet<number>,
  known: string,
): readonly number[] {
  if (taken.size === header.length) return [];
  const keys = header.map(toPlainKey);
  // Microsoft CMT has the same people under "Authors" and "Author Names".
  const isSame = (key: string) =>
    key !== toPlainKey(known) && known !== '' && stemOf(key) === stemOf(toPlainKey(known));
  return keys.flatMap((key, at) => {
    const isNamedElsewhere = keys.includes(`${key}-name`) || keys.includes(`${key}-names`);
    return ONE_OF_SEVERAL.test(key) && !taken.has(at) && !isNamedElsewhere && !isSame(key) ? at : [];
  });
}

function stemOf(key: string): string {
  return key.replace(/-names?$/, '').replace(/s$/, '');
}

/** Finds a column by its number, counted from 1, or by its name. */
function findMapped(header: readonly string[], name: string | number | undefined): number | undefined {
  if (name === undefined) return undefined;
  if (typeof name === 'number') return name <= header.length ? name - 1 : undefined;
  return header.map(nameKey).indexOf(nameKey(name));
}
