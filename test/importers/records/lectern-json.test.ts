import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lecternJson } from '../../../src/importers/records/talk-list.ts';
import { PLAIN_TALK } from '../../support/plain-talk.ts';

function read(value: unknown) {
  const { talks = [], problems } = lecternJson.read(JSON.stringify(value), 'talks.json');
  return { talks, problems: problems.map(({ severity, message }) => `${severity}: ${message}`) };
}

/** One talk as it differs from a plain one. */
function check(record: object, talk: Partial<Record<keyof typeof PLAIN_TALK, unknown>>) {
  expect(read([record])).toEqual({ talks: [{ ...PLAIN_TALK, ...talk }], problems: [] });
}

test('reads a title alone', () => check({ title: 'Ceph at sea' }, {}));

test('reads all that a talk may say', () =>
  check(
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
  const { talks } = read([
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
    read([
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
  expect(read(found)).toEqual({
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
        expect(read([record, { title: 'Ceph' }]).talks.at(-1)?.title).toBe('Ceph');
      },
    ),
  );
});

test('reads people who have a field each, and those who are only numbers', () => {
  const { talks } = read([
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
  check(
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
