import type { DraftSpeaker } from '../../programme/joining/draft.ts';
import type { Fields } from '../reading/json.ts';
import { createPersonReader } from '../reading/people.ts';
import type { Report } from '../reading/report.ts';
import { textOf } from './finding/values.ts';
import { readName, readPerson } from './record-rows.ts';

/** Reads people with the talks that they say they give; those without a name are left out. */
export function readPeople(people: readonly Fields[], report: Report): readonly DraftSpeaker[] {
  const read = createPersonReader(report);
  return people.flatMap(entry => {
    const { id = '', bio, affiliation } = readPerson(entry);
    const name = readName(entry);
    const talks = listTalks(entry);
    const named = name === '' ? [] : read({ id, name, bio, affiliation }, name);
    return talks.length === 0 ? named : named.map(person => ({ ...person, talks }));
  });
}

/** `"sessions": [1, 2]` or `"talks": [{ "id": "t1" }]`. */
function listTalks(entry: Fields): readonly string[] {
  const name = Object.keys(entry).find(field => TALKS.test(field));
  const value = name === undefined ? [] : entry[name];
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  return items
    .slice(0, 200)
    .map(item => (typeof item === 'object' && item !== null && 'id' in item ? textOf(item.id) : textOf(item)))
    .filter(text => text !== '' && text.length <= 300);
}

const TALKS = /^(?:sessions?|talks?|events?|submissions|papers|presentations)(?:_?ids?)?$/i;
