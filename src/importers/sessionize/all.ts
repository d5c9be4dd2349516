import { z } from 'zod';
import type { Format, ReadResult } from '../format.ts';
import { ENTRIES_MAX, isFields, list, parseJson, text } from '../reading/json.ts';
import { createReport } from '../reading/report.ts';
import { type Category, type Lists, Person, readSessions } from './session.ts';

/** Sessionize's view All: sessions, speakers, categories and rooms in lists that refer to each other by id. */
export const sessionizeAll: Format = {
  name: 'sessionize-all',
  label: 'JSON from Sessionize',
  recognises: text => {
    const value = parseJson(text);
    return (
      isFields(value) && [value.sessions, value.speakers, value.rooms, value.categories].every(Array.isArray)
    );
  },
  read: readAll,
};

const All = z.object({
  sessions: z.array(z.unknown()).catch([]),
  speakers: list(Person, ENTRIES_MAX),
  rooms: list(z.object({ id: text, name: text }), ENTRIES_MAX),
  categories: list(
    z.object({ title: text, type: text, items: list(z.object({ id: text, name: text }), ENTRIES_MAX) }),
  ),
});

function readAll(text: string, path: string): ReadResult {
  const report = createReport(path);
  const all = All.parse(parseJson(text));
  const lists: Lists = {
    people: new Map(all.speakers.map(person => [person.id, person])),
    rooms: new Map(all.rooms.map(({ id, name }) => [id, name])),
    categories: createCategoryFinder(all),
  };
  return {
    talks: readSessions(all.sessions, report, lists),
    withheld: report.withheld,
    problems: report.problems,
  };
}

/** Questions about the speaker ("Are you a new speaker?") are categories too, of another type. */
function createCategoryFinder({ categories }: z.infer<typeof All>): Lists['categories'] {
  const about = categories.filter(({ type }) => type === '' || type === 'session');
  const byItem = new Map(
    about.flatMap(({ title, items }) =>
      items.map(({ id, name }): [string, Category] => [id, { title, names: [name] }]),
    ),
  );
  return ids => ids.flatMap(id => byItem.get(id) ?? []);
}
