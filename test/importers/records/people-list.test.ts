import { expect, test } from 'vitest';
import { importFile } from '../../../src/importers/import-file.ts';

function read(text: string) {
  const { format, people, problems } = importFile({ path: 'speakers.json', bytes: Buffer.from(text) });
  return { format, people, problems };
}

const ADA = { id: 'ada', name: 'Ada Lund', bio: 'Ada sails.' };

test.each([
  ['a list', '[{"id":"ada","name":"Ada Lund","bio":"Ada sails.","email":"ada@example.org","title":"Dr."}]'],
  [
    'a list that has a name',
    '{"speakers":[{"id":"ada","name":"Ada Lund","bio":"Ada sails.","phone":"+34 600 123 456"}]}',
  ],
  ['an entry each', '{"ada":{"name":"Ada Lund","bio":"Ada sails.","twitter":"ada"}}'],
  ['names in parts', '[{"id":"ada","firstname":"Ada","surname":"Lund","bio":"Ada sails."}]'],
  ['YAML', '# speakers\n- id: ada\n  name: Ada Lund\n  image: ada.png\n  bio: Ada sails.\n'],
])('reads people from %s', (_, text) =>
  expect(read(text)).toEqual({ format: 'people-list', people: [ADA], problems: [] }),
);

test.each([
  ['company: Harbour Ltd', 'Harbour Ltd'],
  ['affiliation: University of Tar', 'University of Tar'],
  ['organization: { name: Harbour Ltd }', 'Harbour Ltd'],
  ['position: Head of Sails\n  employer: Harbour Ltd', 'Head of Sails, Harbour Ltd'],
  ['job_title: Head of Sails, Harbour Ltd\n  company: Harbour Ltd', 'Head of Sails, Harbour Ltd'],
  ['tagline: Keeper of ropes', 'Keeper of ropes'],
  ['company: n/a', undefined],
  ['company: Harbour Ltd, ada@example.org', 'Harbour Ltd'],
])('reads where a person works: %j', (line, affiliation) =>
  expect(read(`- id: ada\n  name: Ada Lund\n  bio: Ada sails.\n  ${line}\n`).people).toEqual([
    { ...ADA, affiliation },
  ]),
);

test.each([
  ['a list of talks', '[{"name":"Ceph at sea","start":"2027-05-11T09:00Z","image":"x.png"}]', 'lectern-json'],
  ['names alone', '[{"name":"Ada Lund"}]', 'unknown'],
  ['a job of a build', 'name: CI\njobs:\n  build:\n    name: Build\n    image: node\n', 'unknown'],
])('leaves %s', (_, text, format) => expect(read(text).format).toBe(format));

test('reads people of whom some have no more than a name', () =>
  expect(read('[{"id":1,"name":"Ada Lund","company":"Pier AG"},{"id":2,"name":"Bo Ek"}]').people).toEqual([
    { id: '1', name: 'Ada Lund', bio: '', affiliation: 'Pier AG' },
    { id: '2', name: 'Bo Ek', bio: '' },
  ]));

test('names the keys of people that were not read, without accounts, pictures and what is private', () => {
  const ada = {
    ...ADA,
    pronouns: 'she/her',
    languages: ['de'],
    twitter: '@ada',
    linkedin: 'ada-lund',
    photo_url: 'ada.png',
    diet: 'vegan',
    talks: [1],
    country: '',
    is_keynote: true,
  };
  const file = (value: unknown) =>
    importFile({ path: 'all.json', bytes: Buffer.from(JSON.stringify(value)) });
  expect(file([ada, { ...ada, pronouns: '' }]).unreadKeys).toEqual(['pronouns', 'languages']);
  const talk = { title: 'Ceph at sea', start: '2027-05-11T09:00Z' };
  const messages = ['These keys were not read: speakers.pronouns, speakers.languages.'];
  for (const value of [
    { talks: [{ ...talk, speakers: ['ada'] }], speakers: [ada] },
    [{ ...talk, speakers: [ada] }],
  ])
    expect(file(value).problems.map(({ message }) => message)).toEqual(messages);
});
