import type { Format, ReadResult } from '../format.ts';
import { type Fields, isFields } from '../reading/json.ts';
import { createReport } from '../reading/report.ts';
import { isInBrackets, looksLikeYaml, parseRecords } from './document.ts';
import { arePeople } from './finding/judge-entries.ts';
import { isPerson } from './finding/person.ts';
import { readPeople } from './read-people.ts';
import { listUnreadOfPerson } from './record-rows.ts';
import { search } from './talk-list.ts';

/**
 * The people of a website, `_data/speakers.yml` or `speakers.json`, or one of them in a file of their own. Lists of talks
 * refer to them by id.
 */
export const peopleList: Format = {
  name: 'people-list',
  label: 'lists of talks in JSON or YAML',
  recognises: text => findPeople(text, '').length > 0,
  read: readList,
};

/** More than any conference has. */
const PEOPLE_MAX = 20_000;

/** Finds a list of people, alone or under a name such as `speakers`, a map of people by id, or one person. */
function findPeople(text: string, stem: string): readonly Fields[] {
  if (!/(?:^|["'\s{,-])(?:full_?|first_?)?name["']?\s*:/im.test(text.slice(0, 20_000))) return [];
  if (!isInBrackets(text) && !looksLikeYaml(text)) return [];
  const answer = parseRecords(text);
  if (!('value' in answer)) return [];
  const { value } = answer;
  if (isFields(value) && isPerson(value)) return [{ id: stem, ...value }];
  const { people, records } = search(value);
  const sample = people.slice(0, 20);
  return records.length === 0 && arePeople(sample) ? people.slice(0, PEOPLE_MAX) : [];
}

function readList(text: string, path: string): ReadResult {
  const report = createReport(path);
  const stem = path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
  const people = findPeople(text, stem);
  const unreadKeys = [...new Set(people.flatMap(listUnreadOfPerson))];
  return {
    people: readPeople(people, report),
    ...(unreadKeys.length > 0 && { unreadKeys }),
    problems: report.problems,
  };
}
