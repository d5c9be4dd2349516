import { expect, test } from 'vitest';
import { importFile } from '../../../src/importers/import-file.ts';
import { gridCell } from '../../../src/importers/records/grid-cell.ts';
import { buildProgramme } from '../../../src/programme/joining/build.ts';
import { conference } from '../../support/conference.ts';

const SETTINGS = { csv: { firstDay: '2027-05-11' } };

function read(path: string, text: string) {
  return importFile({ path, bytes: Buffer.from(text) }, SETTINGS);
}

function cell(room: string, time: string, what: string) {
  const text = `chair: null\ndate: Tuesday 11th\nroom: ${room}\n${what}\ntime: '${time}'\n`;
  return read(`schedule/Tuesday 11th/${room}/${time}`, text);
}

const CEPH = read('talks/ceph-at-sea.md', 'title: Ceph at sea\nspeaker: ada-lund\n---\nHow it floats.\n');

test('is joined with the page that it names, and with the cells before and after it', () => {
  const { programme, problems } = buildProgramme(conference(), [
    CEPH,
    read('people/ada-lund.md', 'name: Ada Lund\n---\nAda sails.\n'),
    cell('Room A', '09:00', 'title: Registration'),
    cell('Room B', '09:00', 'title: Registration'),
    cell('Room A', '09:30', 'session: talk/ceph-at-sea'),
    cell('Room A', '10:00', 'session: talk/ceph-at-sea'),
    cell('Room B', '09:30', 'title: Lightning talks'),
    cell('Room B', '14:00', 'title: Lightning talks'),
  ]);
  const slot = (from: string, to: string, ...rooms: readonly string[]) => ({
    start: `2027-05-11T${from}:00+02:00`,
    end: `2027-05-11T${to}:00+02:00`,
    rooms,
    day: '2027-05-11',
  });
  expect(programme.talks.map(({ title, kind, slots }) => ({ title, kind, slots }))).toEqual([
    { title: 'Ceph at sea', kind: 'talk', slots: [slot('09:30', '10:30', 'Room A')] },
    { title: 'Registration', kind: 'service', slots: [slot('09:00', '09:30', 'Room A', 'Room B')] },
    {
      title: 'Lightning talks',
      kind: 'talk',
      slots: [slot('09:30', '10:00', 'Room B'), slot('14:00', '14:30', 'Room B')],
    },
  ]);
  expect(programme.talks[0]?.speakers.map(({ name }) => name)).toEqual(['Ada Lund']);
  expect(problems.map(({ item, message }) => `${item}: ${message}`)).toEqual([
    'Lightning talks: No abstract goes with this entry of the schedule; it is listed with its title and time only.',
  ]);
});

test('lasts an hour where each day of a room has only one', () => {
  const days = ['2027-05-11', '2027-05-12'].map(date =>
    read(`schedule/${date}`, `room: Quay Hall\ndate: ${date}\ntime: 09:00\ntitle: Keynote\n`),
  );
  const { programme } = buildProgramme(conference(), days);
  expect(programme.sessions.map(({ slot }) => `${slot.start} ${slot.end}`)).toEqual([
    '2027-05-11T09:00:00+02:00 2027-05-11T10:00:00+02:00',
    '2027-05-12T09:00:00+02:00 2027-05-12T10:00:00+02:00',
  ]);
});

test.each([
  ['date: Tuesday\nroom: A\ntime: 09:00\ntitle: Ceph\n', true],
  ['date: Tuesday\nroom: A\ntime: 09:00\n', false],
  ['title: Ceph\nroom: A\n', false],
  ['- date: Tuesday\n  room: A\n  time: 09:00\n  title: Ceph\n', false],
  ['Dear Ada,\nroom: A\n', false],
  [`room: A\n${'x: y\n'.repeat(1000)}`, false],
])('is recognised in %j: %s', (text, expected) => expect(gridCell.recognises(text)).toBe(expected));
