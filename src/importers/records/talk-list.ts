import type { Format, ImportOptions, ReadResult } from '../format.ts';
import { parseJson } from '../reading/json.ts';
import { createReport } from '../reading/report.ts';
import type { TalkRow } from '../rows/row.ts';
import { readRows } from '../rows/talk-rows.ts';
import { findRecords, findRows } from './record-lists.ts';
import { parseYaml } from './yaml.ts';

/**
 * A programme as a list in YAML: Write the Docs' sessions, the program.yml of devopsdays and Jekyll, DjangoCon's
 * manual.yaml.
 */
export const yamlList: Format = {
  name: 'yaml-list',
  label: 'lists of talks in JSON or YAML',
  recognises: text => {
    if (/^\s*[[{<]/.test(text) || !TITLE_LINE.test(text.slice(0, 20_000))) return false;
    const answer = parseYaml(text);
    return 'value' in answer ? findRecords(answer.value).length > 0 : isBrokenProgramme(text);
  },
  read: readYamlList,
};

/** A cheap test before parsing: a field that names a title. */
const TITLE_LINE =
  /^[ \t]*(?:- +)?["']?(?:title|name|talk|session|titel|titre|t[ií]tulo|titolo)["']?[ \t]*:/im;

/** True for broken YAML of a programme: several lines name a title, and the first begins a list or a field. */
function isBrokenProgramme(text: string): boolean {
  const beginning = text.slice(0, 20_000);
  return (
    /^(?:\s*#.*\n|\s*\n|---.*\n)*(?:- |["']?[\w-]+["']?:)/.test(beginning) &&
    (beginning.match(new RegExp(TITLE_LINE, 'gim'))?.length ?? 0) > 2
  );
}

function readYamlList(text: string, path: string, settings: ImportOptions = {}): ReadResult {
  const report = createReport(path);
  const answer = parseYaml(text);
  if ('mistake' in answer) {
    report.fail({ line: answer.line }, `${answer.mistake} The file was left out.`);
    return { problems: report.problems };
  }
  const rows = findRows(answer.value, settings.csv ?? {}, report).map(moveSlug);
  return { talks: readRows(rows, settings.csv ?? {}, report), problems: report.problems };
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
 * Only `title` is needed. Whatever else stands there is not read.
 */
export const lecternJson: Format = {
  name: 'lectern-json',
  label: 'lists of talks in JSON or YAML',
  recognises: text => findRecords(parseJson(text)).length > 0,
  read: readJsonList,
};

function readJsonList(text: string, path: string, settings: ImportOptions = {}): ReadResult {
  const report = createReport(path);
  const rows = findRows(parseJson(text), settings.csv ?? {}, report);
  return { talks: readRows(rows, settings.csv ?? {}, report), problems: report.problems };
}
