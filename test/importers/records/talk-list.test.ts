import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { importFile } from '../../../src/importers/import-file.ts';
import { lecternJson, yamlList } from '../../../src/importers/records/talk-list.ts';
import { PLAIN_TALK } from '../../support/plain-talk.ts';
import { hasRealProgrammes, realBytes } from '../../support/real-programme.ts';

const SLOT = { start: '2027-05-11T09:00:00', end: '2027-05-11T09:40:00', rooms: [] };

function read(text: string) {
  const { talks = [], problems } = yamlList.read(text, 'program.yml');
  return {
    talks,
    problems: problems.map(({ severity, line, message }) => `${severity} ${line}: ${message}`),
  };
}

/** Talks, each as it differs from a plain one. */
function check(text: string, talks: readonly Partial<Record<keyof typeof PLAIN_TALK, unknown>>[]) {
  expect(yamlList.recognises(text)).toBe(true);
  expect(read(text)).toEqual({ talks: talks.map(talk => ({ ...PLAIN_TALK, ...talk })), problems: [] });
}

test('reads a list as Write the Docs keeps it', () =>
  check(
    `- title: Ceph at sea
  slug: ceph-at-sea-ada-lund
  series: Lighthouse Days
  year: 2027
  speakers:
  - name: Ada Lund
    slug: ada-lund
    twitter:
  abstract: "<p>How,</p>\\n<p>and why.</p>"
  youtubeId: G16QwwJY4Vs`,
    [
      {
        id: 'ceph-at-sea-ada-lund',
        abstract: 'How,\n\nand why.',
        speakers: [{ id: 'ada-lund', name: 'Ada Lund', bio: '' }],
        links: [{ kind: 'video', url: 'https://youtu.be/G16QwwJY4Vs', title: '' }],
      },
    ],
  ));

test('reads a list as DjangoCon keeps its pauses', () =>
  check(
    `- start_datetime: 2027-05-11 09:00:00-04:00
  end_datetime: 2027-05-11 09:40:00-04:00
  permalink: null
  room: Pier
  title: Break (snacks available)`,
    [
      {
        title: 'Break (snacks available)',
        kind: 'break',
        slots: [{ start: '2027-05-11T09:00:00-04:00', end: '2027-05-11T09:40:00-04:00', rooms: ['Pier'] }],
      },
    ],
  ));

test('reads a program.yml of devopsdays, whose titles are names of pages', () =>
  check(
    `# an excerpt
program:
  - title: "Opening"
    type: custom
    date: 2027-05-11
    start_time: "09:00"
    end_time: "09:40"
  - title: "ada-lund"
    type: talk
    date: 2027-05-11
    start_time: "09:00"
    end_time: "09:40"
ignites:
  - title: "bo-ek"`,
    [
      { title: 'Opening', slots: [SLOT] },
      { id: 'ada-lund', title: 'ada-lund', slots: [SLOT] },
      { id: 'bo-ek', title: 'bo-ek' },
    ],
  ));

test('reads a program.yml of Jekyll, with days, rooms and talks in one another', () =>
  check(
    `days:
  - name: Tuesday
    abbr: Tue
    date: 2027-05-11
    rooms:
      - name: Pier
        talks:
          - name: Ceph at sea
            time_start: "9:00"
            time_end: "9:40"`,
    [{ slots: [{ ...SLOT, rooms: ['Pier'] }] }],
  ));

test.each([
  ['- title: Ceph\n', true],
  ['---\n# talks\n- Titel: Ceph\n', true],
  ['sessions:\n- talk: Ceph\n', true],
  ['title: Ceph\n', false],
  ['- name: Ada Lund\n  bio: Keeper.\n', false],
  ['jobs:\n  build:\n    steps:\n    - name: Check out\n', false],
  ['{"name": "lectern", "files": [{"title": "x"}]}', false],
  ['Title: a letter\n\nDear Ada,\nsee you.', false],
  ['- title: a\n- title: b\n- title: [c\n', true],
])('recognises %j: %s', (text, expected) => expect(yamlList.recognises(text)).toBe(expected));

test('says where a list is broken', () => {
  expect(read('- title: a\n- title: b\n- title: [c\n- title: d')).toEqual({
    talks: [],
    problems: [expect.stringMatching(/^error \d: This is not valid YAML: .*\. The file was left out\.$/)],
  });
});

test.each([
  [
    '- &a\n  title: Ceph\n  speakers: *a',
    'This is not a programme that Lectern can read; it was left out. This YAML refers to itself, or too often to the same value.',
  ],
  [
    'talks: &t\n  - title: Ceph\n    talks: *t',
    'This YAML refers to itself, or too often to the same value. The file was left out.',
  ],
  [
    '- title: &a [Ceph, *a]\n- title: Crews\n- title: Silence',
    'This YAML refers to itself, or too often to the same value. The file was left out.',
  ],
])('leaves out a list that holds itself: %j', (text, message) => {
  const { talks, problems } = importFile({ path: 'program.yml', bytes: Buffer.from(text) });
  expect({ talks, problems: problems.map(problem => problem.message) }).toEqual({
    talks: [],
    problems: [message],
  });
});

test('keeps the talks beside an entry that is none', () => {
  const { talks, problems } = read(
    '- title: Ceph\n- just text\n- title:\n- title: Crews\n  start: soon\n- __proto__: { title: x }',
  );
  expect({ titles: talks.map(({ title }) => title), problems }).toEqual({
    titles: ['Ceph', 'Crews'],
    problems: [
      'error undefined: The entry has no title; it was left out.',
      'error undefined: "soon" is not a date and time; the talk is listed without a time.',
    ],
  });
});

describe.skipIf(!hasRealProgrammes)('real lists', () => {
  test.each([
    ['writethedocs-portland-2024-sessions.yaml', { entries: 13, pauses: 0, days: 0, problems: 0 }],
    ['djangocon-us-2024/schedule/manual.yaml', { entries: 34, pauses: 30, days: 6, problems: 0 }],
    ['devopsdays-chicago-2023/program.yml', { entries: 11, pauses: 2, days: 1, problems: 1 }],
  ])('%s', (path, counts) => {
    const { talks, problems } = read(String(realBytes(`frontmatter/${path}`)));
    expect({
      entries: talks.length,
      pauses: talks.filter(({ kind }) => kind !== 'talk').length,
      days: new Set(talks.flatMap(({ slots }) => slots.map(({ start }) => start.slice(0, 10)))).size,
      problems: problems.length,
    }).toEqual(counts);
  });
});

function readJson(value: unknown) {
  const { talks = [], problems } = lecternJson.read(JSON.stringify(value), 'talks.json');
  return { talks, problems: problems.map(({ severity, message }) => `${severity}: ${message}`) };
}

/** One talk as it differs from a plain one. */
function checkJson(record: object, talk: Partial<Record<keyof typeof PLAIN_TALK, unknown>>) {
  expect(readJson([record])).toEqual({ talks: [{ ...PLAIN_TALK, ...talk }], problems: [] });
}

test('reads a title alone', () => checkJson({ title: 'Ceph at sea' }, {}));

test('reads all that a talk may say', () =>
  checkJson(
    {
      id: 7,
      title: 'Ceph at sea',
      abstract: 'How.',
      speakers: ['Ada Lund', { id: 'bo', name: 'Bo Ek', bio: 'Bo sails.', email: 'bo@secret.example' }],
      start: '2027-05-11T09:00+02:00',
      end: '09:40',
      rooms: ['Quay Hall', 'Pier'],
      track: 'Storage',
      level: 'Beginner',
      language: ['en', 'de'],
      state: 'confirmed',
      url: 'https://example.org/ceph',
      notes: 'internal',
    },
    {
      id: '7',
      abstract: 'How.',
      speakers: [
        { name: 'Ada Lund', bio: '' },
        { id: 'bo', name: 'Bo Ek', bio: 'Bo sails.' },
      ],
      slots: [
        {
          start: '2027-05-11T09:00:00+02:00',
          end: '2027-05-11T09:40:00+02:00',
          rooms: ['Quay Hall', 'Pier'],
        },
      ],
      track: 'Storage',
      level: 'Beginner',
      languages: ['en', 'de'],
      links: [{ kind: 'web', url: 'https://example.org/ceph', title: '' }],
    },
  ));

test('reads each record by its own fields, whatever those before it have', () => {
  const { talks } = readJson([
    { title: 'Ceph at sea', track: 'Storage' },
    { track: 'Storage', title: 'Tape on land' },
    { title: 'Sails', name: 'Ada Lund' },
    { name: 'Bo Ek', bio: 'Bo sails.' },
    { name: 'Ropes', start: '2027-05-11T09:00' },
    { name: 'Ropes', start: '' },
  ]);
  expect(talks.map(({ title, track, speakers }) => [title, track, speakers.map(({ name }) => name)])).toEqual(
    [
      ['Ceph at sea', 'Storage', []],
      ['Tape on land', 'Storage', []],
      ['Sails', undefined, ['Ada Lund']],
      ['Ropes', undefined, []],
      ['Ropes', undefined, []],
    ],
  );
});

test('reads a talk twice at once', () => {
  const talk = { id: 'a', title: 'Ceph at sea' };
  expect(
    readJson([
      { ...talk, start: '2027-05-11T09:00Z' },
      { ...talk, start: '2027-05-12T09:00Z' },
    ]).talks,
  ).toEqual([
    {
      ...PLAIN_TALK,
      id: 'a',
      slots: [
        { start: '2027-05-11T09:00:00Z', rooms: [] },
        { start: '2027-05-12T09:00:00Z', rooms: [] },
      ],
    },
  ]);
});

test('reads what lectern search finds', () => {
  const found = {
    query: 'ceph',
    talks: [
      { id: 'a', title: 'Ceph at sea', speakers: ['Ada Lund'], start: null, summary: 'How.', score: 7 },
    ],
    speakers: [{ name: 'Ada Lund', summary: 'Keeper.', talks: ['a'] }],
  };
  expect(readJson(found)).toEqual({
    talks: [{ ...PLAIN_TALK, id: 'a', abstract: 'How.', speakers: [{ name: 'Ada Lund', bio: '' }] }],
    problems: [],
  });
});

test.each([
  [[{ title: 'Ceph' }], true],
  [{ talks: [{ title: 'Ceph' }] }, true],
  [[], false],
  [{ title: 'Ceph' }, false],
  [['Ceph'], false],
  [[{ name: 'Ada Lund', bio: '' }], false],
  ['Ceph', false],
  [null, false],
])('recognises %j: %s', (value, expected) =>
  expect(lecternJson.recognises(JSON.stringify(value))).toBe(expected),
);

test('never throws', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom('title', 'start', 'speakers', 'rooms', '__proto__'), fc.jsonValue()),
      record => {
        expect(readJson([record, { title: 'Ceph' }]).talks.at(-1)?.title).toBe('Ceph');
      },
    ),
  );
});

test('reads people who have a field each, and those who are only numbers', () => {
  const { talks } = readJson([
    { title: 'Ceph at sea', facilitator: 'Ada Lund', cofacilitator: 'Bo Ek', facilitator_twitter: 'ada' },
    { title: 'Rust at sea', speakers: [18, 'cy_fry'] },
  ]);
  expect(talks.map(({ speakers }) => speakers)).toEqual([
    [
      { name: 'Ada Lund', bio: '' },
      { name: 'Bo Ek', bio: '' },
    ],
    [
      { id: '18', name: '', bio: '' },
      { id: 'cy_fry', name: '', bio: '' },
    ],
  ]);
});

test('reads people whose names are in parts', () =>
  checkJson(
    {
      title: 'Ceph at sea',
      speakers: [
        { firstName: 'Ada', lastName: 'Lund' },
        { first_name: 'Bo', surname: 'Ek', bio: 'Bo sails.' },
      ],
    },
    {
      speakers: [
        { name: 'Ada Lund', bio: '' },
        { name: 'Bo Ek', bio: 'Bo sails.' },
      ],
    },
  ));

test('keeps the keys that were not read of a file with one talk, to be reported with the other files', () => {
  const text = JSON.stringify({ title: 'Ceph at sea', speakers: ['Ada Lund'], prize: 'A boat', id: 7 });
  const { unreadKeys, problems } = lecternJson.read(text, 'ceph.json');
  expect({ unreadKeys, problems }).toEqual({ unreadKeys: ['prize'], problems: [] });
});
