import { expect, test } from 'vitest';
import { importFile } from '../../../src/importers/import-file.ts';
import { buildProgramme } from '../../../src/programme/joining/build.ts';
import { conference } from '../../support/conference.ts';

const TALK = { title: 'Ceph at sea', start: '2027-05-11T09:00' };

/** The talks of files as "title, room, track, speakers", and the messages. */
function read(files: Readonly<Record<string, unknown>>) {
  const drafts = Object.entries(files).map(([path, value]) =>
    importFile({ path, bytes: Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)) }),
  );
  const { programme, problems } = buildProgramme(conference(), drafts);
  return {
    talks: programme.talks.map(({ title, track, slots, speakers }) =>
      [title, ...slots.flatMap(slot => slot.rooms), track, ...speakers.map(({ name }) => name)]
        .filter(Boolean)
        .join(', '),
    ),
    problems: [...drafts.flatMap(draft => draft.problems), ...problems].map(
      ({ severity, file, message }) => `${severity} ${file}: ${message}`,
    ),
  };
}

test.each<[string, unknown]>([
  ['rooms.json', [{ id: 'r1', name: 'Quay Hall', capacity: 200 }]],
  ['rooms.json', { rooms: [{ id: 'r1', name: 'Quay Hall' }] }],
  ['data/rooms.yml', 'r1: Quay Hall\nr2:\n  name: Pier\n'],
  ['rooms.yaml', '- slug: r1\n  title: Quay Hall\n'],
  ['microlocations', [{ id: 'r1', name: 'Quay Hall', floor: 1 }]],
  ['räume.csv', 'id;name;capacity\nr1;Quay Hall;200\n'],
  ['rooms.csv', 'room_id,room\nr1,Quay Hall\n'],
  ['rooms.json', { records: [{ id: 'r1', createdTime: '2027', fields: { Name: 'Quay Hall' } }] }],
])('names the rooms of talks by %s beside them: %j', (path, rooms) => {
  const expected = { talks: ['Ceph at sea, Quay Hall'], problems: [] };
  expect(read({ [path]: rooms, 'talks.json': [{ ...TALK, room: 'r1' }] })).toEqual(expected);
  expect(read({ [path]: rooms, 'talks.json': [{ ...TALK, roomId: 'r1' }] })).toEqual(expected);
  expect(
    read({ [path]: rooms, 'talks.csv': 'title,start,room_id\nCeph at sea,2027-05-11 09:00,r1\n' }),
  ).toEqual(expected);
});

test('names tracks and speakers of a sheet by its neighbours', () =>
  expect(
    read({
      'sessions.csv': 'title,start,room,track_id,speaker_ids\nCeph at sea,2027-05-11 09:00,Quay,9,11;12\n',
      'tracks.csv': 'id,name,colour\n9,Storage,red\n',
      'speakers.csv': 'id,name,bio\n11,Ada Lund,Sails.\n12,Bo Ek,Ties.\n',
    }),
  ).toEqual({ talks: ['Ceph at sea, Quay, Storage, Ada Lund, Bo Ek'], problems: [] }));

test('says once which ids no file names, and shows none of them', () =>
  expect(
    read({
      'talks.json': [
        { ...TALK, roomId: 7, trackId: 't1' },
        { ...TALK, title: 'Tape', roomId: 8 },
      ],
    }),
  ).toEqual({
    talks: ['Ceph at sea', 'Tape'],
    problems: [
      'error talks.json: No file names the room with the id "7" and 1 other; the talks there are listed without a room. Put the file that has the rooms beside this one.',
      'error talks.json: No file names the track with the id "t1"; the talks there are listed without a track. Put the file that has the tracks beside this one.',
    ],
  }));

test('prefers a name beside the id', () =>
  expect(read({ 'talks.json': [{ ...TALK, roomId: 7, room: 'Quay' }] })).toEqual({
    talks: ['Ceph at sea, Quay'],
    problems: [],
  }));

test.each<[string, unknown]>([
  ['tracks.json', [{ id: 't1', name: 'Storage', sessions: [TALK] }]],
  ['rooms.csv', 'id,name,start,speakers\n1,Ceph at sea,2027-05-11 09:00,Ada Lund\n'],
])('reads the talks in %s: %j', (path, value) => {
  expect(read({ [path]: value }).talks).toEqual([expect.stringContaining('Ceph at sea')]);
});
