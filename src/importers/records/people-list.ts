import { nameKey } from '../../text/fold.ts';
import type { Format, Reading } from '../format.ts';
import { type Fields, fieldsIn, isFields, parseJson } from '../reading/json.ts';
import { peopleReader } from '../reading/people.ts';
import { reportOn } from '../reading/report.ts';
import { nameIn, personIn } from './record-rows.ts';
import { readYaml } from './yaml.ts';

/** The people of a website, `_data/speakers.yml` or `speakers.json`, whom a list of talks mentions by their ids. */
export const peopleList: Format = {
  name: 'people-list',
  label: 'lists of talks in JSON or YAML',
  recognises: text => peopleIn(text).length > 0,
  read: readPeople,
};

/** More than any conference has. */
const PEOPLE_MAX = 20_000;

/** A list of them, alone or under the name of such a list, or an entry each under their ids. */
function peopleIn(text: string): readonly Fields[] {
  if (!/(?:^|["'\s{,-])(?:full_?|first_?)?name["']?\s*:/im.test(text.slice(0, 20_000))) return [];
  const value = valueIn(text);
  const list = isFields(value) ? listIn(value) : fieldsIn(value);
  const sample = list.slice(0, 20);
  return sample.length > 0 && sample.every(isPerson) ? list.slice(0, PEOPLE_MAX) : [];
}

function valueIn(text: string): unknown {
  if (/^\s*[[{]/.test(text)) return parseJson(text);
  if (!/^(?:\s*#.*\n|\s*\n|---.*\n)*(?:- |["']?[\p{L}\d_-]+["']?:)/u.test(text)) return undefined;
  const answer = readYaml(text);
  return 'value' in answer ? answer.value : undefined;
}

function listIn(value: Fields): readonly Fields[] {
  const named = Object.entries(value).find(([key]) => /^(?:speakers|presenters|people|persons)$/i.test(key));
  if (named !== undefined && Array.isArray(named[1])) return fieldsIn(named[1]);
  const entries = isFields(named?.[1]) ? named[1] : value;
  return Object.entries(entries).flatMap(([id, entry]) => (isFields(entry) ? { id, ...entry } : []));
}

/** What people are said to have, and talks are not. */
const OF_PEOPLE = new Set(
  `bio biography company affiliation organisation organization twitter github linkedin mastodon photo photo-url photourl
  picture image avatar img pronouns tagline socials surname lastname last-name job job-title jobtitle position`.split(
    /\s+/,
  ),
);
const OF_TALKS = new Set(
  'abstract start starts-at start-time time date room track speakers speaker duration sessions-at talk url-talk'.split(
    ' ',
  ),
);

function isPerson(entry: Fields): boolean {
  const keys = Object.keys(entry).map(nameKey);
  return nameIn(entry) !== '' && keys.some(key => OF_PEOPLE.has(key)) && !keys.some(key => OF_TALKS.has(key));
}

function readPeople(text: string, path: string): Reading {
  const report = reportOn(path);
  const read = peopleReader(report);
  return {
    people: peopleIn(text).flatMap(entry => {
      const { id = '', bio } = personIn(entry);
      const name = nameIn(entry);
      return read({ id, name, bio }, name);
    }),
    problems: report.problems,
  };
}
