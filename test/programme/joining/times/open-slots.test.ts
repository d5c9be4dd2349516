import { expect, test } from 'vitest';
import { importFile } from '../../../../src/importers/import-file.ts';
import { buildProgramme } from '../../../../src/programme/joining/build.ts';
import { conference } from '../../../support/conference.ts';

const SCHEDULE = `---
days:
  - name: Day 1
    date: "2027-05-11"
    grid:
      - { start_time: "09:00", end_time: "09:30", slots: 1, items: [Registration] }
      - { start_time: "09:30", end_time: "10:10", slots: 1 }
      - { start_time: "10:20", end_time: "11:00", slots: 2 }
      - { start_time: "12:00", end_time: "13:00", slots: 1, items: [{ title: Lunch, description: In the hall. }] }
  - name: Day 2
    date: "2027-05-12"
    grid: [{ start_time: "09:30", end_time: "10:10", slots: 1 }]
`;
const VIDEOS = [
  { title: 'Ceph at sea', date: '2027-05-11', speakers: ['Ada Lund'], video_id: 'a' },
  {
    title: 'Lightning talks',
    date: '2027-05-11',
    video_id: 'b',
    talks: [{ title: 'Ropes', date: '2027-05-11', speakers: ['Bo Ek'] }],
  },
  { title: 'Tape', date: '2027-05-11', speakers: ['Cy Dahl'], video_id: 'c' },
  { title: 'Knots', date: '2027-05-12', speakers: ['Di Roe'], video_id: 'd' },
];

function build(videos: readonly object[], schedule = SCHEDULE) {
  const files = { 'schedule.yml': schedule, 'videos.yml': JSON.stringify(videos) };
  const drafts = Object.entries(files).map(([path, text]) => importFile({ path, bytes: Buffer.from(text) }));
  const { programme, problems } = buildProgramme(conference(), drafts);
  return {
    talks: programme.talks.map(
      ({ title, slots: [slot] }) => `${title} ${slot?.start.slice(5, 16)} ${slot?.end?.slice(11, 16)}`,
    ),
    problems: [...drafts.flatMap(draft => draft.problems), ...problems].map(({ message }) => message),
  };
}

test("gives the open times of RubyEvents' schedule to the talks of the day in their order", () =>
  expect(build(VIDEOS)).toEqual({
    talks: [
      'Registration 05-11T09:00 09:30',
      'Lunch 05-11T12:00 13:00',
      'Ceph at sea 05-11T09:30 10:10',
      'Lightning talks 05-11T10:20 11:00',
      'Ropes 05-11T10:20 11:00',
      'Tape 05-11T10:20 11:00',
      'Knots 05-12T09:30 10:10',
    ],
    problems: [],
  }));

test('says where a day has more talks than times', () =>
  expect(build([...VIDEOS, { title: 'Sails', date: '2027-05-12', speakers: ['Ed Fry'] }])).toEqual({
    talks: expect.arrayContaining(['Knots 05-12T09:30 10:10', 'Sails 05-12 undefined']),
    problems: [
      'On 2027-05-12 the schedule has room for 1 talk, and 2 are of that day; they were placed in their order. Are their times right?',
    ],
  }));

test('reads a schedule that names no talk at all', () =>
  expect(
    build(
      VIDEOS.slice(3),
      'days:\n  - date: "2027-05-12"\n    grid:\n      - start_time: "09:30"\n        end_time: "10:10"\n        slots: 1\n',
    ),
  ).toEqual({ talks: ['Knots 05-12T09:30 10:10'], problems: [] }));
