import { describe, expect, it } from 'vitest';
import { importFile } from '../../../src/importers/import-file.ts';
import { buildProgramme } from '../../../src/programme/joining/build.ts';
import type { DraftTalk } from '../../../src/programme/joining/draft.ts';
import { conference } from '../../support/conference.ts';
import { counted, hasRealProgrammes, importReal } from '../../support/real-programme.ts';

const CEPH = {
  code: 'CEPH1',
  title: 'Ceph at sea',
  speakers: ['ADA'],
  session_type: 'Talk (long session)',
  slug: 'ceph-at-sea',
  track: 'Storage',
  abstract: 'How?\r\n\r\nLike this.',
  tweet: 'Short',
  duration: '45',
  level: 'beginner',
  resources: [{ resource: 'https://example.org/ceph.pptx', description: 'Slides' }],
  room: null,
  start: null,
  end: null,
  website_url: 'https://example.org/session/ceph-at-sea',
  youtube_url: 'https://youtube.com/watch?v=1',
};
const READ: DraftTalk = {
  id: 'CEPH1',
  title: 'Ceph at sea',
  abstract: 'How?\n\nLike this.',
  speakers: [{ id: 'ADA', name: '', bio: '' }],
  track: 'Storage',
  slots: [],
  line: undefined,
  kind: 'talk',
  status: 'confirmed',
  level: 'beginner',
  languages: [],
  links: [
    { kind: 'web', url: 'https://example.org/session/ceph-at-sea', title: '' },
    { kind: 'video', url: 'https://youtube.com/watch?v=1', title: '' },
    { kind: 'slides', url: 'https://example.org/ceph.pptx', title: 'Slides' },
  ],
};
const EVENT = {
  code: 'CEPH1',
  title: 'Ceph at sea',
  event_type: 'session',
  duration: 45,
  rooms: ['Quay Hall', 'Foyer'],
  speakers: [{ code: 'ADA', name: 'Ada Lund', avatar: '', slug: 'ada-lund' }],
  start: '2027-05-11T09:30:00+00:00',
  track: null,
  tweet: '',
};
const COFFEE = {
  event_type: 'break',
  title: 'Coffee Break',
  duration: '0h 30m',
  rooms: ['Foyer'],
  start: '2027-05-11T10:15:00+00:00',
};
const PLACED = {
  start: '2027-05-11T09:30:00+00:00',
  end: '2027-05-11T10:15:00+00:00',
  rooms: ['Quay Hall', 'Foyer'],
  day: '2027-05-11',
};
const PLAIN = { ...READ, abstract: '', speakers: [], track: undefined, level: undefined, links: [] };

function read(value: unknown, path = 'p.json') {
  return importFile({ path, bytes: Buffer.from(JSON.stringify(value)) });
}

function check(value: unknown, expected: readonly DraftTalk[], problems: readonly string[] = []): void {
  const draft = read(value);
  expect(draft.format).toBe('europython');
  expect(draft.talks).toEqual(expected);
  expect(draft.problems.map(({ message }) => message)).toEqual(problems);
}

function schedule(...events: readonly unknown[]) {
  return { days: { '2027-05-11': { rooms: ['Quay Hall', 'Foyer'], events } } };
}

describe('the files of programapi', () => {
  it.each<[string, object, Partial<DraftTalk>]>([
    ['that is not scheduled', {}, {}],
    [
      'with a room and a time',
      { room: 'Quay Hall', start: PLACED.start, end: PLACED.end },
      { slots: [{ start: PLACED.start, end: PLACED.end, rooms: ['Quay Hall'] }] },
    ],
    ['without resources', { resources: null }, { links: READ.links?.slice(0, 2) }],
    [
      'with addresses that lead nowhere',
      { website_url: 'ftp://x', youtube_url: '' },
      { links: READ.links?.slice(2) },
    ],
  ])('have a session %s', (_, given, expected) =>
    check({ CEPH1: { ...CEPH, ...given } }, [{ ...READ, ...expected }]),
  );

  it('have a schedule with talks in several rooms and breaks without a code', () => {
    const speakers = [{ id: 'ADA', name: 'Ada Lund', bio: '' }];
    check(schedule(EVENT, COFFEE), [
      { ...PLAIN, speakers, slots: [PLACED] },
      {
        ...PLAIN,
        id: undefined,
        title: 'Coffee Break',
        kind: 'break',
        slots: [
          { start: COFFEE.start, end: '2027-05-11T10:45:00+00:00', rooms: ['Foyer'], day: '2027-05-11' },
        ],
      },
    ]);
  });

  it('have speakers, of whom only names, biographies and firms are read', () => {
    const ada = {
      code: 'ADA',
      name: 'Ada Lund',
      biography: 'Sails.',
      email: 'ada@example.net',
      phone: '+49 170 1234567',
    };
    const boe = {
      code: 'BOE',
      name: 'Bo Ek',
      biography: null,
      affiliation: 'Ferries Inc.',
      linkedin_url: 'https://example.net',
    };
    const draft = read({ ADA: ada, BOE: boe });
    expect(draft.people).toEqual([
      { id: 'ADA', name: 'Ada Lund', bio: 'Sails.' },
      { id: 'BOE', name: 'Bo Ek', bio: '', affiliation: 'Ferries Inc.' },
    ]);
    expect(JSON.stringify(draft)).not.toMatch(/example\.net|1234567/);
  });

  it('are one programme', () => {
    const ada = { code: 'ADA', name: 'Ada Lund', biography: 'Sails.' };
    const files = [
      read({ ADA: ada }, 'speakers.json'),
      read({ CEPH1: { ...CEPH, room: 'Quay Hall', start: PLACED.start, end: PLACED.end } }, 'sessions.json'),
      read(schedule(EVENT, COFFEE), 'schedule.json'),
    ];
    const { programme, problems } = buildProgramme(conference({ timeZone: 'Europe/Prague' }), files);
    expect(problems).toEqual([]);
    expect(
      programme.talks.map(({ title, kind, speakers, slots }) => ({ title, kind, speakers, slots })),
    ).toEqual([
      {
        title: 'Ceph at sea',
        kind: 'talk',
        speakers: [{ id: 'ada-lund', name: 'Ada Lund', bio: 'Sails.' }],
        slots: [
          {
            start: '2027-05-11T11:30:00+02:00',
            end: '2027-05-11T12:15:00+02:00',
            rooms: ['Quay Hall', 'Foyer'],
            day: '2027-05-11',
          },
        ],
      },
      {
        title: 'Coffee Break',
        kind: 'break',
        speakers: [],
        slots: [
          {
            start: '2027-05-11T12:15:00+02:00',
            end: '2027-05-11T12:45:00+02:00',
            rooms: ['Foyer'],
            day: '2027-05-11',
          },
        ],
      },
    ]);
  });

  it.each<[string, unknown, readonly DraftTalk[], readonly string[]]>([
    ['an event that is none', schedule(null), [], ['Entry 1 is not a valid session; it was left out.']],
    [
      'a time that is none',
      schedule({ ...EVENT, speakers: [], start: 'soon' }),
      [{ ...PLAIN, slots: [{ start: '2027-05-11', end: undefined, rooms: ['Quay Hall', 'Foyer'] }] }],
      ['"soon" is not a date and time; the talk is listed on its day, with its time to come.'],
    ],
    [
      'a day that is none',
      { days: { someday: { events: [{ ...EVENT, speakers: [] }] } } },
      [{ ...PLAIN, slots: [{ ...PLACED, day: undefined }] }],
      [],
    ],
    [
      'a session for days',
      schedule({ ...EVENT, speakers: [], duration: 1e9 }),
      [{ ...PLAIN, slots: [{ ...PLACED, end: undefined }] }],
      ['It would last longer than 24 hours; it is listed without its end.'],
    ],
  ])('may hold %s', (_, value, expected, problems) => check(value, expected, problems));

  // The inventory says two days of the schedule; the file has three.
  it.skipIf(!hasRealProgrammes).each([
    ['example-sessions', { talks: 2, breaks: 0, speakers: 3, days: 0, people: 0 }],
    ['example-speakers', { talks: 0, breaks: 0, speakers: 0, days: 0, people: 1 }],
    ['discord-mock-schedule', { talks: 10, breaks: 3, speakers: 7, days: 3, people: 0 }],
  ])('of a real conference are read whole: %s', (name, expected) => {
    expect(counted(importReal(`europython/${name}.json`))).toEqual({
      format: 'europython',
      problems: [],
      ...expected,
    });
  });
});
