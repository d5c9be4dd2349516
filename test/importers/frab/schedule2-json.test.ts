import { describe, expect, it } from 'vitest';
import { importFile } from '../../../src/importers/import-file.ts';
import type { DraftTalk } from '../../../src/programme/joining/draft.ts';
import { counted, hasRealProgrammes, importReal } from '../../support/real-programme.ts';

const CONFERENCE = {
  title: 'Harbour Days',
  url: 'https://example.org/',
  time_zone_name: 'Europe/Madrid',
  tracks: [{ slug: 'storage', name: 'Storage' }],
  rooms: [{ guid: 'r1', name: 'Quay Hall' }],
  days: [
    { index: 1, date: '2027-05-11', start: '2027-05-11T07:00:00Z', end: '2027-05-12T06:00:00+02:00' },
    { index: 2, date: '2027-05-12', start: '2027-05-12T06:00:00+02:00', end: '2027-05-12T17:45:00Z' },
  ],
};
const CEPH = {
  type: 'TALK',
  guid: 'e1',
  code: 'HQCCYH',
  start: '2027-05-12T00:15:00+02:00',
  end: '2027-05-12T00:55:00+02:00',
  room: { guid: 'r1' },
  track: { slug: 'storage' },
  title: 'Ceph at sea',
  subtitle: null,
  language: 'en',
  abstract: { de: 'Wie.', en: 'How.' },
  participants: [
    { guid: 'p1', name: 'Ada Lund', role: 'SPEAKER' },
    { guid: 'p2', role: 'MODERATOR' },
  ],
  links: [
    { url: 'https://example.org/a', title: 'Code' },
    { type: 'FEEDBACK', url: 'https://example.org/f' },
  ],
  attachments: [{ type: 'SLIDES', url: 'https://example.org/deck.pdf' }],
};
const PERSONS = [
  { guid: 'p1', name: 'Ada Lund', biography: 'Ada sails.', email: 'ada@example.org' },
  { guid: 'p2', name: 'Bo Quay' },
];
const READ: DraftTalk = {
  id: 'HQCCYH',
  guid: 'e1',
  title: 'Ceph at sea',
  abstract: 'How.',
  speakers: [
    { id: 'p1', name: 'Ada Lund', bio: 'Ada sails.' },
    { id: 'p2', name: 'Bo Quay', bio: '' },
  ],
  track: 'Storage',
  slots: [{ start: CEPH.start, end: CEPH.end, rooms: ['Quay Hall'], day: '2027-05-11' }],
  line: undefined,
  kind: 'talk',
  status: 'confirmed',
  level: undefined,
  languages: ['en'],
  links: [
    { kind: 'web', url: 'https://example.org/a', title: 'Code' },
    { kind: 'feedback', url: 'https://example.org/f', title: '' },
    { kind: 'slides', url: 'https://example.org/deck.pdf', title: '' },
  ],
};

function check(event: object, expected: Partial<DraftTalk>, messages: readonly string[] = []) {
  const schedule = {
    version: '1',
    conference: CONFERENCE,
    events: [{ ...CEPH, ...event }],
    persons: PERSONS,
  };
  const read = importFile({ path: 's.json', bytes: Buffer.from(JSON.stringify({ schedule })) });
  const { talks, format, conferenceName, conferenceUrl, timeZone, problems } = read;
  expect({
    talks,
    conference: [format, conferenceName, conferenceUrl, timeZone],
    messages: problems.map(problem => problem.message),
  }).toEqual({
    talks: [{ ...READ, ...expected }],
    conference: ['schedule2-json', 'Harbour Days', 'https://example.org/', 'Europe/Madrid'],
    messages,
  });
}

describe('a talk of a schedule.json of version 2', () => {
  it('is read with what the file says elsewhere of its room, its track and its people', () => check({}, {}));
  it('may name its room and its track', () =>
    check(
      { room: 'Pier 2', track: null },
      {
        slots: [{ start: CEPH.start, end: CEPH.end, rooms: ['Pier 2'], day: '2027-05-11' }],
        track: undefined,
      },
    ));
  it('goes by its guid where it has no code', () => check({ code: undefined }, { id: 'e1' }));
  it('is on the day of its date where no day holds it', () =>
    check(
      { start: '2027-05-20T09:00:00Z', end: '' },
      {
        slots: [{ start: '2027-05-20T09:00:00Z', end: undefined, rooms: ['Quay Hall'], day: undefined }],
      },
    ));
  it('stays where its time is none', () =>
    check({ start: 'later' }, { slots: [] }, ['"later" is not a date and time; it is listed without one.']));
});

it('says what a file without a conference lacks, and reads its events', () => {
  const text = JSON.stringify({ schedule: { events: [{ title: 'Ceph at sea' }, 7] } });
  const { talks, problems } = importFile({ path: 's.json', bytes: Buffer.from(text) });
  expect(talks.map(talk => talk.title)).toEqual(['Ceph at sea']);
  expect(problems.map(problem => problem.message)).toEqual([
    'Entry 2 is not a valid event; it was left out.',
    'It has no time; it is listed without one.',
  ]);
});

describe.skipIf(!hasRealProgrammes)('a real schedule', () => {
  it('has what the inventory counts', () => {
    expect(counted(importReal('frab-json/hub-schedule2.json'))).toEqual({
      format: 'schedule2-json',
      talks: 2,
      breaks: 0,
      speakers: 4,
      days: 1,
      people: 0,
      problems: [],
    });
  });
});
