import { expect } from 'vitest';
import { importFile } from '../../src/importers/import-file.ts';
import type { DraftTalk } from '../../src/programme/joining/draft.ts';

export const ADA = {
  id: 'guid-ada',
  firstName: 'Ada',
  lastName: 'Lund',
  fullName: 'Ada Lund',
  bio: 'Sails.\r\nWrites.',
  tagLine: 'Captain',
};
export const SECRET = {
  questionAnswers: [{ questionId: 1, answerValue: 'https://youtube.com/live/1' }],
  email: 'ada@example.net',
  phone: '+49 170 1234567',
};
export const CEPH = {
  id: '31',
  title: ' Ceph at sea',
  description: 'How?\r\n\r\n* Ships',
  startsAt: '2027-05-11T09:00:00',
  endsAt: '2027-05-11T09:40:00',
  isServiceSession: false,
  isPlenumSession: false,
  liveUrl: null,
  recordingUrl: null,
  status: 'Accepted',
  isInformed: true,
  isConfirmed: true,
};
export const READ: DraftTalk = {
  id: '31',
  title: 'Ceph at sea',
  abstract: 'How?\n\n* Ships',
  speakers: [{ id: 'guid-ada', name: 'Ada Lund', bio: 'Sails.\nWrites.', affiliation: 'Captain' }],
  track: 'Storage',
  slots: [{ start: CEPH.startsAt, end: CEPH.endsAt, rooms: ['Quay Hall (33)'] }],
  line: undefined,
  kind: 'talk',
  status: 'confirmed',
  level: '200 - Intermediate',
  languages: ['en'],
  links: [],
};
export const BIOLESS = { ...READ, speakers: [{ id: 'guid-ada', name: 'Ada Lund', bio: '' }] };

export const IN_ALL = { ...CEPH, speakers: ['guid-ada'], categoryItems: [2, 4, 6, 9], roomId: 7 };
export const ALL = {
  speakers: [ADA],
  rooms: [
    { id: 7, name: 'Quay Hall (33)', sort: 0 },
    { id: 8, name: 'Foyer', sort: 1 },
  ],
  questions: [{ id: 1, question: 'YouTube video' }],
  categories: [
    {
      id: 1,
      title: 'Which track does your session best fit into?',
      type: 'session',
      items: [{ id: 2, name: 'Storage' }],
    },
    {
      id: 3,
      title: 'What level is your session aimed at?',
      type: 'session',
      items: [{ id: 4, name: '200 - Intermediate' }],
    },
    { id: 5, title: 'Language', type: 'session', items: [{ id: 6, name: 'English' }] },
    { id: 8, title: 'Which level of speaker are you?', type: 'speaker', items: [{ id: 9, name: 'New' }] },
  ],
};
export const NAMED = {
  ...CEPH,
  speakers: [{ id: 'guid-ada', name: 'Ada Lund' }],
  categories: [
    { id: 1, name: 'Which track?', categoryItems: [{ id: 2, name: 'Storage' }], sort: 1 },
    { id: 3, name: 'Level', categoryItems: [{ id: 4, name: '200 - Intermediate' }], sort: 2 },
    { id: 5, name: 'Language', categoryItems: [{ id: 6, name: 'English' }], sort: 3 },
  ],
  roomId: 7,
  room: 'Quay Hall (33)',
};

export function read(value: unknown, path = 's.json') {
  return importFile({ path, bytes: Buffer.from(JSON.stringify(value)) });
}

export function check(
  value: unknown,
  format: string,
  talks: readonly DraftTalk[],
  problems: readonly string[] = [],
): void {
  const draft = read(value);
  expect(draft.format).toBe(format);
  expect(draft.talks).toEqual(talks);
  expect(draft.problems.map(({ message }) => message)).toEqual(problems);
}
