import type { Format, ImportSettings, Reading } from '../format.ts';
import { parseJson } from '../reading/json.ts';
import { reportOn } from '../reading/report.ts';
import type { TalkRow } from '../rows/row.ts';
import { readRows } from '../rows/talk-rows.ts';
import { listedRecords, listedRows } from './record-lists.ts';
import { readYaml } from './yaml.ts';

/** A programme as a list in YAML: Write the Docs' sessions, devopsdays' and Jekyll's program.yml, DjangoCon's manual.yaml. */
export const yamlList: Format = {
  name: 'yaml-list',
  label: 'lists of talks in JSON or YAML',
  recognises: text => {
    if (/^\s*[[{<]/.test(text) || !LIST.test(text.slice(0, 20_000))) return false;
    const answer = readYaml(text);
    return 'value' in answer ? listedRecords(answer.value).length > 0 : isMeant(text);
  },
  read: readYamlList,
};

/** Before all of it is parsed: something in it is called as titles are. */
const LIST = /^[ \t]*(?:- +)?["']?(?:title|name|talk|session|titel|titre|t[ií]tulo|titolo)["']?[ \t]*:/im;

/** Broken YAML of a programme: several lines are called so, and the first begins a list or a field. */
function isMeant(text: string): boolean {
  const beginning = text.slice(0, 20_000);
  return (
    /^(?:\s*#.*\n|\s*\n|---.*\n)*(?:- |["']?[\w-]+["']?:)/.test(beginning) &&
    (beginning.match(new RegExp(LIST, 'gim'))?.length ?? 0) > 2
  );
}

function readYamlList(text: string, path: string, settings: ImportSettings = {}): Reading {
  const report = reportOn(path);
  const answer = readYaml(text);
  if ('mistake' in answer) {
    report.fail({ line: answer.line }, `${answer.mistake} The file was left out.`);
    return { problems: report.problems };
  }
  const rows = listedRows(answer.value, settings.csv ?? {}, report).map(bySlug);
  return { talks: readRows(rows, settings.csv ?? {}, report), problems: report.problems };
}

/** devopsdays calls a talk by the name of its page; "custom" entries have titles of their own. */
function bySlug(row: TalkRow): TalkRow {
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
  recognises: text => listedRecords(parseJson(text)).length > 0,
  read: readJsonList,
};

function readJsonList(text: string, path: string, settings: ImportSettings = {}): Reading {
  const report = reportOn(path);
  const rows = listedRows(parseJson(text), settings.csv ?? {}, report);
  return { talks: readRows(rows, settings.csv ?? {}, report), problems: report.problems };
}
