import { expect, test } from 'vitest';
import { importFile } from '../../../src/importers/import-file.ts';
import { buildProgramme } from '../../../src/programme/joining/build.ts';
import { conference } from '../../support/conference.ts';

/** The talks of files as "title, start to end, room", and the messages. */
function read(files: Readonly<Record<string, unknown>>) {
  const drafts = Object.entries(files).map(([path, value]) =>
    importFile({ path, bytes: Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)) }),
  );
  const { programme, problems } = buildProgramme(conference(), drafts);
  return {
    talks: programme.talks.map(({ title, slots: [slot] }) =>
      [title, slot?.start.slice(5, 16), slot?.end?.slice(5, 16), ...(slot?.rooms ?? [])]
        .filter(Boolean)
        .join(', '),
    ),
    problems: [...drafts.flatMap(draft => draft.problems), ...problems].map(
      ({ severity, file, message }) => `${severity} ${file}: ${message.split(';')[0]}`,
    ),
  };
}

const TALKS = [
  { title: 'Ceph', room: 'Quay', timeslot: 'slot-1' },
  { title: 'Tape', room: 'Pier', timeslot: 'slot-2' },
];
const TIMES = [
  { id: 'slot-1', start: '2027-05-11T09:00', end: '2027-05-11T09:45' },
  { id: 'slot-2', start: '2027-05-11T23:30', end: '2027-05-12T00:15' },
];
const PLACED = ['Ceph, 05-11T09:00, 05-11T09:45, Quay', 'Tape, 05-11T23:30, 05-12T00:15, Pier'];

test.each<[string, unknown]>([
  ['timeslots.json', TIMES],
  ['times.json', { slots: TIMES }],
  ['slots.json', { 'slot-1': { start: TIMES[0]?.start, end: TIMES[0]?.end }, 'slot-2': TIMES[1] }],
  [
    'timeslots.yml',
    '- id: slot-1\n  date: 2027-05-11\n  start: "9:00"\n  end: "9:45"\n- id: Slot-2\n  date: 2027-05-11\n  start: "23:30"\n  end: "0:15"\n',
  ],
  ['slots.csv', 'slot;Datum;Beginn;Ende\nslot-1;11.05.2027;9 Uhr;9.45 Uhr\nslot-2;11.05.2027;23:30;0:15\n'],
  ['zeiten.csv', 'id,start,duration\nslot-1,2027-05-11 09:00,45\nslot-2,2027-05-11 23:30,45\n'],
])('places talks by the ids of %s: %j', (path, times) =>
  expect(read({ 'talks.json': TALKS, [path]: times })).toEqual({ talks: PLACED, problems: [] }),
);

test.each<[string, unknown]>([
  ['talks.csv', 'title,room,slot\nCeph,Quay,slot-1\nTape,Pier,slot-2\n'],
  [
    'talks.yml',
    '- title: Ceph\n  room: Quay\n  timeslot: slot-1\n- title: Tape\n  room: Pier\n  timeslot: slot-2\n',
  ],
  ['talks.json', { talks: TALKS.map(({ timeslot, ...talk }) => ({ ...talk, slotId: timeslot })) }],
])('places the talks of %s', (path, talks) =>
  expect(read({ [path]: talks, 'timeslots.json': TIMES })).toEqual({ talks: PLACED, problems: [] }),
);

test('places a time of day on the day of the talk, in the room of the time', () =>
  expect(
    read({
      'talks.csv': 'title,day,slot\nCeph,2027-05-11,late\nTape,2027-05-12,late\n',
      'slots.csv': 'id,start,end,room\nlate,23:30,00:15,Pier\n',
    }).talks,
  ).toEqual(['Ceph, 05-11T23:30, 05-12T00:15, Pier', 'Tape, 05-12T23:30, 05-13T00:15, Pier']));

test('says once which time no file has, and keeps the day', () =>
  expect(
    read({ 'talks.json': [...TALKS, { title: 'Rope', date: '2027-05-13', timeslot: 'slot-9' }] }),
  ).toEqual({
    talks: ['Ceph', 'Tape', 'Rope, 05-13'],
    problems: ['error talks.json: No file says when "slot-1" is, here and in 2 more talks'],
  }));

test('takes talks in a file called slots.json for talks', () =>
  expect(
    read({
      'slots.json': [
        { id: 1, title: 'Ceph', start: '2027-05-11T09:00', end: '2027-05-11T09:45', room: 'Quay' },
      ],
    }).talks,
  ).toEqual(PLACED.slice(0, 1)));

test('leaves a file of times with anything else to the other formats', () =>
  expect(read({ 'times.csv': 'id,talk,start\n1,Ceph,2027-05-11 09:00\n' }).talks).toEqual([
    'Ceph, 05-11T09:00',
  ]));
