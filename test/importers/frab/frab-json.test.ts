import { describe, expect, it } from 'vitest';
import { frabJson } from '../../../src/importers/frab/frab-json.ts';
import { importFile } from '../../../src/importers/import-file.ts';
import type { DraftTalk } from '../../../src/programme/joining/draft.ts';
import { PLAIN_TALK } from '../../support/plain-talk.ts';
import { counted, hasRealProgrammes, importReal } from '../../support/real-programme.ts';

const CEPH = {
  id: 7,
  guid: '9c3ebb8c-7716-5130-b9fe-ff8544f5636d',
  title: 'Ceph at sea',
  date: '2027-05-11T09:00:00+02:00',
  start: '09:00',
  duration: '00:40',
};
const READ: DraftTalk = {
  ...PLAIN_TALK,
  id: '7',
  guid: '9c3ebb8c-7716-5130-b9fe-ff8544f5636d',
  slots: [
    {
      start: '2027-05-11T09:00:00+02:00',
      end: '2027-05-11T09:40:00+02:00',
      rooms: ['Quay Hall'],
      day: '2027-05-11',
      clock: '09:00',
    },
  ],
};

function read(events: readonly unknown[], conference: object = {}) {
  const days = [{ index: 1, date: '2027-05-11', rooms: { 'Quay Hall': events, Empty: [] } }];
  const schedule = {
    version: '1',
    base_url: 'https://example.org/2027/',
    conference: { title: 'Harbour Days', days, ...conference },
  };
  return importFile({ path: 's.json', bytes: Buffer.from(JSON.stringify({ schedule })) });
}

function check(event: object, expected: Partial<DraftTalk>, messages: readonly string[] = []) {
  const { talks, problems } = read([{ ...CEPH, ...event }]);
  expect({ talks, messages: problems.map(problem => problem.message) }).toEqual({
    talks: [{ ...READ, ...expected }],
    messages,
  });
}

describe('a talk of a schedule.json', () => {
  it('is read from frab', () =>
    check(
      {
        track: 'Storage',
        type: 'lecture',
        language: 'de',
        abstract: '<p>How.</p>',
        persons: [{ id: 3, public_name: 'Ada Lund' }],
        links: [{ url: 'https://example.org/a', title: 'Code' }],
        attachments: [{ url: '/system/event_attachments/1/deck.odp?7', title: 'Deck' }],
        video_download_url: 'https://example.org/v.webm',
        logo: null,
        subtitle: null,
        recording_license: '',
      },
      {
        abstract: 'How.',
        speakers: [{ id: '3', name: 'Ada Lund', bio: '' }],
        track: 'Storage',
        languages: ['de'],
        links: [
          { kind: 'web', url: 'https://example.org/a', title: 'Code' },
          { kind: 'slides', url: 'https://example.org/system/event_attachments/1/deck.odp?7', title: 'Deck' },
          { kind: 'video', url: 'https://example.org/v.webm', title: 'Recording' },
        ],
      },
    ));

  it('is read from a frab of before 2015', () =>
    check(
      { persons: [{ id: 3, full_public_name: 'Ada Lund' }] },
      { speakers: [{ id: '3', name: 'Ada Lund', bio: '' }] },
    ));

  it('is read from pretalx', () =>
    check(
      {
        code: 'HQCCYH',
        end: '2027-05-11T10:00:00+02:00',
        duration: '',
        persons: [
          { code: 'ADA', id: 3, guid: 'g', name: 'Ada Lund', public_name: 'Ada', biography: 'Ada *sails*.' },
        ],
        feedback_url: 'https://example.org/f',
        url: 'https://example.org/talk/HQCCYH/',
      },
      {
        id: 'HQCCYH',
        speakers: [{ id: 'ADA', name: 'Ada Lund', bio: 'Ada *sails*.' }],
        slots: [
          { ...READ.slots[0], start: CEPH.date, end: '2027-05-11T10:00:00+02:00', rooms: ['Quay Hall'] },
        ],
        links: [
          { kind: 'feedback', url: 'https://example.org/f', title: 'Feedback' },
          { kind: 'web', url: 'https://example.org/talk/HQCCYH/', title: 'Talk page' },
        ],
      },
    ));

  it.each([
    ['a text', 'Security', 'Security'],
    ['one text a language', { de: 'Sicherheit', en: 'Security' }, 'Security'],
    ['nothing', null, undefined],
    ['empty', '', undefined],
  ])('may have a track that is %s', (_, track, expected) => check({ track }, { track: expected }));

  it('gives away nothing that is private', () => {
    const { talks, problems } = read([
      {
        ...CEPH,
        answers: [{ question: 10, answer: '+49 170 1234567', options: [] }],
        internal_notes: 'ill, see ada@example.org',
        persons: [
          { id: 3, public_name: 'Ada Lund', email: 'ada@example.org', answers: [{ answer: 'vegan' }] },
        ],
      },
    ]);
    expect(JSON.stringify({ talks, problems })).not.toMatch(/170|ada@|vegan/);
  });

  it('that cannot be read is left out, and the others stay', () => {
    const { talks, problems } = read([null, 'x', {}, { ...CEPH, persons: 'Ada', links: {}, track: 7 }]);
    expect(talks).toEqual([{ ...READ, track: '7' }]);
    expect(problems.map(problem => problem.message)).toEqual([
      'Entry 1 is not a valid event; it was left out.',
      'Entry 2 is not a valid event; it was left out.',
      'The entry has no title; it was left out.',
    ]);
  });
});

describe('a schedule.json', () => {
  it('has events in a list of rooms, in a room without a name and right under a day that ends on its date', () => {
    const event = (id: number) => ({ id, title: `Buoy ${id}`, start: '00:30', duration: '0:45' });
    const days = [
      {
        date: '2027-05-11',
        day_end: '2027-05-11T23:59:59+02:00',
        rooms: [{ name: 'Quay Hall', events: [event(1)] }, { events: [event(2)] }],
        events: [event(3)],
      },
      { date: '2027-05-12', day_end: '2027-05-13T04:00:00+02:00', rooms: { '': [event(4)] } },
    ];
    const { talks, problems } = read([], { days });
    expect(talks.map(({ id, slots }) => [id, slots[0]?.start, slots[0]?.rooms])).toEqual([
      ['1', '2027-05-11T00:30:00', ['Quay Hall']],
      ['2', '2027-05-11T00:30:00', []],
      ['3', '2027-05-11T00:30:00', []],
      ['4', '2027-05-13T00:30:00', []],
    ]);
    expect(problems).toEqual([]);
  });

  it('has events that last longer than a day', () => {
    const { talks, problems } = read([CEPH, { ...CEPH, id: 8, title: 'Art', duration: '1:02:00' }]);
    expect(talks[1]?.slots[0]?.end).toBe('2027-05-12T11:00:00+02:00');
    expect(problems).toEqual([]);
  });

  it('names its conference, its address and its zone', () => {
    const { conferenceName, conferenceUrl, timeZone } = read([CEPH], { time_zone_name: 'Europe/Madrid' });
    expect({ conferenceName, conferenceUrl, timeZone }).toEqual({
      conferenceName: 'Harbour Days',
      conferenceUrl: 'https://example.org/2027/',
      timeZone: 'Europe/Madrid',
    });
  });

  it('without days or events says so', () => {
    for (const days of [[], ['x', null, { rooms: [] }, { rooms: { a: 'b' } }]])
      expect(read([], { days }).problems.map(problem => problem.message)).toEqual([
        'The schedule has no events.',
      ]);
  });

  it('takes no harm from names that programs use', () => {
    const text = `{"schedule":{"conference":{"days":[{"date":"2027-05-11","rooms":{"__proto__":[${JSON.stringify(CEPH)}]}}]}}}`;
    const { talks } = importFile({ path: 's.json', bytes: Buffer.from(text) });
    expect(talks[0]?.slots[0]?.rooms).toEqual(['__proto__']);
  });

  it.each([
    ['{"schedule":{"conference":{"days":[]}}}', true],
    ['{"schedule":{"conference":{"days":[]},"events":[]}}', false],
    ['{"schedule":{"conference":{}}}', false],
    ['{"schedule":[]}', false],
    ['{"days":{}}', false],
    ['{"schedule":{"conference":{"days":[', false],
    ['['.repeat(1_000_000), false],
  ])('is known by its days', (text, expected) => expect(frabJson.recognises(text)).toBe(expected));
});

describe.skipIf(!hasRealProgrammes)('real schedules', () => {
  const LIE =
    'The file names the zone UTC, but none of its times is in that zone; the times were kept and the zone was ignored.';
  it.each([
    ['rc3-pretalx', { talks: 48, speakers: 56, days: 4, problems: [] }],
    ['democon-pretalx', { talks: 36, speakers: 27, days: 3, problems: [LIE] }],
    ['anyconf-pretalx', { talks: 2, speakers: 2, days: 2, problems: [] }],
  ])('%s has what the inventory counts', (name, expected) => {
    expect(counted(importReal(`frab-json/${name}.json`))).toEqual({
      format: 'frab-json',
      breaks: 0,
      people: 0,
      ...expected,
    });
  });
});
