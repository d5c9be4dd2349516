import { describeUnreadKeys } from '../../programme/joining/unread-keys.ts';
import type { Format, ImportOptions, ReadResult } from '../format.ts';
import { isFields, parseJson, parseJsonLines } from '../reading/json.ts';
import { findPage } from '../reading/pages.ts';
import { createReport } from '../reading/report.ts';
import { readZone } from '../reading/zones.ts';
import type { TalkRow } from '../rows/row.ts';
import { isInBrackets, looksLikeYaml, parseRecords } from './document.ts';
import { findOneTalk } from './finding/one-talk.ts';
import { findOpenSlots } from './finding/open-slots.ts';
import { type FoundEntries, searchDocument } from './finding/search-document.ts';
import { readFound } from './read-document.ts';

/**
 * The plainest form that a programme can have, for those who write one by hand or by a program of their own: a list of
 * talks, alone or under `talks`, as `lectern search --json` gives them too.
 *
 *     [{ "id": "ceph", "title": "Ceph at sea", "abstract": "How.",
 *        "speakers": ["Ada Lund", { "name": "Bo Ek", "bio": "Bo sails." }],
 *        "start": "2027-05-11T09:00+02:00", "end": "09:40", "rooms": ["Quay Hall"],
 *        "track": "Storage", "level": "Beginner", "language": "en", "type": "talk", "state": "confirmed",
 *        "url": "https://example.org/ceph", "slides": "https://…", "video": "https://…" }]
 *
 * Only `title` is needed. docs/formats.md says which other forms are read.
 */
export const lecternJson: Format = {
  name: 'lectern-json',
  label: 'lists of talks in JSON or YAML',
  recognises: text => {
    if ((parseJson(text) ?? parseJsonLines(text)) === undefined) return false;
    const answer = parseRecords(text);
    return 'value' in answer && isProgramme(answer.value);
  },
  read: readList,
};

/**
 * A programme as a list in YAML: Write the Docs' sessions, the program.yml of devopsdays and Jekyll, DjangoCon's
 * manual.yaml.
 */
export const yamlList: Format = {
  name: 'yaml-list',
  label: 'lists of talks in JSON or YAML',
  recognises: text => {
    const beginning = text.slice(0, BEGINNING_MAX);
    if (!looksLikeYaml(text) || !TITLE_LINE.test(beginning)) return false;
    if (isInBrackets(text) && parseJson(text) !== undefined) return false;
    const answer = parseRecords(text);
    return 'value' in answer
      ? isProgramme(answer.value)
      : !isInBrackets(text) && isBrokenProgramme(beginning);
  },
  read: readList,
};

/** Characters. */
const BEGINNING_MAX = 20_000;

/** A cheap test before parsing: a field that names a title. */
const TITLE_LINE =
  /(?:^[ \t]*(?:- +)*|[{,]\s*)["']?(?:[\w -]{0,20}title|name|(?:talk|session|paper|presentation|submission)(?:s|[_-]?ids?)?|grid|titel|titre|t[ií]tulo|titolo)["']?[ \t]*:/im;

/** True for broken YAML of a programme: several lines name a title. */
function isBrokenProgramme(beginning: string): boolean {
  return (beginning.match(new RegExp(TITLE_LINE, 'gim'))?.length ?? 0) > 2;
}

const known = new WeakMap<object, FoundEntries>();

/** Searches a document once, although it is first recognised and then read. */
export function search(value: unknown): FoundEntries {
  if (typeof value !== 'object' || value === null) return searchDocument(value);
  const found = known.get(value) ?? searchDocument(value);
  known.set(value, found);
  return found;
}

function isProgramme(value: unknown): boolean {
  return (
    search(value).records.length > 0 || findOneTalk(value) !== undefined || findOpenSlots(value).length > 0
  );
}

function readList(text: string, path: string, settings: ImportOptions = {}): ReadResult {
  const report = createReport(path);
  const answer = parseRecords(text);
  if ('mistake' in answer) {
    report.fail({ line: answer.line }, `${answer.mistake} The file was left out.`);
    return { problems: report.problems };
  }
  const { value } = answer;
  const found = search(value);
  const one = found.records.length > 0 ? undefined : findOneTalk(value);
  const {
    talks = [],
    people,
    unreadKeys,
    openIds,
  } = readFound(
    one === undefined ? found : { ...found, records: one, people: [] },
    settings,
    report,
    moveSlug,
  );
  const unread = one === undefined ? describeUnreadKeys(unreadKeys ?? []) : undefined;
  if (unread !== undefined) report.warn({}, unread);
  const page = findPage(value);
  const openSlots = findOpenSlots(value);
  const timeZone = isFields(value) ? readZone(findZoneName(value), talks, report) : undefined;
  return {
    talks,
    ...(people && { people }),
    ...(openIds && { openIds }),
    ...(openSlots.length > 0 && { openSlots }),
    ...(one && { oneTalkAFile: true, ...(unreadKeys && { unreadKeys }) }),
    ...(timeZone !== undefined && { timeZone }),
    ...(page && { page }),
    withheld: report.withheld,
    problems: report.problems,
  };
}

function findZoneName(value: Readonly<Record<string, unknown>>): string {
  const zone = value.timezone ?? value.timeZone ?? value.time_zone ?? value.tz;
  return typeof zone === 'string' ? zone : '';
}

/** devopsdays refers to a talk by the slug of its page; entries of type "custom" have titles of their own. */
function moveSlug(row: TalkRow): TalkRow {
  const title = row.cell('title');
  const isPage =
    /^(?:talk|workshop|ignite|keynote)?$/.test(row.cell('type')) && /^[a-z\d]+(?:-[a-z\d]+)+$/.test(title);
  return isPage && row.cell('id') === ''
    ? { ...row, cell: column => (column === 'id' ? title : row.cell(column)) }
    : row;
}
