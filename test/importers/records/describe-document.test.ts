import { expect, test } from 'vitest';
import { importFile } from '../../../src/importers/import-file.ts';

const NO_PROGRAMME = 'This is not a programme that Lectern can read; it was left out.';

function refuse(text: string, path: string) {
  const { talks, problems } = importFile({ path, bytes: Buffer.from(text) });
  return [talks.length, ...problems.map(({ severity, message }) => `${severity}: ${message}`)];
}

test.each<[string, string, string]>([
  [
    'without titles',
    JSON.stringify({
      rows: [
        { eventname: 'Ceph', when: '9' },
        { eventname: 'Tape', when: '10' },
      ],
    }),
    'It has a list of 2 entries with eventname, when; none of these is a title. Rename the key that holds the title to "title".',
  ],
  [
    'with titles alone',
    JSON.stringify({
      menu: [
        { title: 'Bites', items: [] },
        { title: 'Cakes', items: [] },
      ],
    }),
    'It has a list of 2 entries with title, items; none of these is a time, a speaker or an abstract. If these are talks, name their keys "start", "speakers" and "abstract".',
  ],
])('a list %s is refused with what was seen', (_, text, seen) =>
  expect(refuse(text, 'programme.json')).toEqual([0, `error: ${NO_PROGRAMME} ${seen}`]),
);

test('a list of a website is a warning', () =>
  expect(refuse('- label: Home\n  url: /\n- label: Talks\n  url: /talks\n', '_data/menu.yml')).toEqual([
    0,
    `warning: ${NO_PROGRAMME} It has a list of 2 entries with label, url; none of these is a title. Rename the key that holds the title to "title".`,
  ]));

test('a text is refused as it was', () =>
  expect(refuse('Dear committee,', 'talks.json')).toEqual([0, `error: ${NO_PROGRAMME}`]));

test.each<[string, string]>([
  [
    'Eventname;Beginn\nCeph;9',
    'The first row has Eventname, Beginn; none of these is a title. Call the column of titles "title".',
  ],
  ['Name,Amount\nCeph', ''],
  [
    `${Array.from({ length: 10 }, (_, at) => `K${at}`).join(',')}\n1,2`,
    'The first row has K0, K1, K2, K3, K4, K5, K6, K7 and 2 more; none of these is a title. Call the column of titles "title".',
  ],
])('a sheet is refused with its columns: %j', (text, seen) =>
  expect(refuse(text, 'sheet.csv')).toEqual([0, ['error:', NO_PROGRAMME, seen].join(' ').trim()]),
);

test('a list of sponsors is a warning', () =>
  expect(refuse('[{"name":"Ropes Ltd","url":"https://example.org"}]', 'sponsors.json')).toEqual([
    0,
    `warning: ${NO_PROGRAMME}`,
  ]));

test('a YAML file that cannot be parsed says why', () =>
  expect(refuse('talks:\n\t- title: Ceph\n', 'talks.yml')).toEqual([
    0,
    `warning: ${NO_PROGRAMME} This is not valid YAML: Tabs are not allowed as indentation.`,
  ]));
