import { nameKey } from '../../text/fold.ts';
import type { Format, ReadResult } from '../format.ts';
import { type Fields, isFields, listFields, parseJson } from '../reading/json.ts';
import { createPersonReader } from '../reading/people.ts';
import { createReport } from '../reading/report.ts';
import { readName, readPerson } from './record-rows.ts';
import { parseYaml } from './yaml.ts';

/** The people of a website, `_data/speakers.yml` or `speakers.json`, which lists of talks refer to by id. */
export const peopleList: Format = {
  name: 'people-list',
  label: 'lists of talks in JSON or YAML',
  recognises: text => findPeople(text).length > 0,
  read: readPeople,
};

/** More than any conference has. */
const PEOPLE_MAX = 20_000;

/** Finds a list of people, alone or under a name such as `speakers`, or a map of people by id. */
function findPeople(text: string): readonly Fields[] {
  if (!/(?:^|["'\s{,-])(?:full_?|first_?)?name["']?\s*:/im.test(text.slice(0, 20_000))) return [];
  const value = parseValue(text);
  const list = isFields(value) ? findList(value) : listFields(value);
  const sample = list.slice(0, 20);
  return sample.length > 0 && sample.every(isPerson) ? list.slice(0, PEOPLE_MAX) : [];
}

function parseValue(text: string): unknown {
  if (/^\s*[[{]/.test(text)) return parseJson(text);
  if (!/^(?:\s*#.*\n|\s*\n|---.*\n)*(?:- |["']?[\p{L}\d_-]+["']?:)/u.test(text)) return undefined;
  const answer = parseYaml(text);
  return 'value' in answer ? answer.value : undefined;
}

function findList(value: Fields): readonly Fields[] {
  const named = Object.entries(value).find(([key]) => /^(?:speakers|presenters|people|persons)$/i.test(key));
  if (named !== undefined && Array.isArray(named[1])) return listFields(named[1]);
  const entries = isFields(named?.[1]) ? named[1] : value;
  return Object.entries(entries).flatMap(([id, entry]) => (isFields(entry) ? { id, ...entry } : []));
}

/** Fields that people have and talks do not. */
const PERSON_FIELDS = new Set(
  `bio biography company affiliation organisation organization twitter github linkedin mastodon photo photo-url photourl
  picture image avatar img pronouns tagline socials surname lastname last-name job job-title jobtitle position`.split(
    /\s+/,
  ),
);
const TALK_FIELDS = new Set(
  'abstract start starts-at start-time time date room track speakers speaker duration sessions-at talk url-talk'.split(
    ' ',
  ),
);

function isPerson(entry: Fields): boolean {
  const keys = Object.keys(entry).map(nameKey);
  return (
    readName(entry) !== '' &&
    keys.some(key => PERSON_FIELDS.has(key)) &&
    !keys.some(key => TALK_FIELDS.has(key))
  );
}

function readPeople(text: string, path: string): ReadResult {
  const report = createReport(path);
  const read = createPersonReader(report);
  return {
    people: findPeople(text).flatMap(entry => {
      const { id = '', bio } = readPerson(entry);
      const name = readName(entry);
      return read({ id, name, bio }, name);
    }),
    problems: report.problems,
  };
}
