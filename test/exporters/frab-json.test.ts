import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportJson } from '../../src/exporters/frab-json.ts';
import { createProgramme, type Programme } from '../../src/programme/programme.ts';
import type { Link } from '../../src/programme/talk.ts';
import { conference, programme, speaker, talk } from '../support/conference.ts';
import { hostileTalk } from '../support/hostile.ts';
import { anyProgramme } from './programmes.ts';
import { checkJsonRoundTrip } from './round-trip.ts';
import { faultsInJson, hasSchemas } from './schemas.ts';

const SLOT = {
  start: '2027-05-11T09:00:00+02:00',
  end: '2027-05-11T09:40:00+02:00',
  rooms: ['Quay Hall'],
  day: '2027-05-11',
};
const GUID = expect.stringMatching(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);

describe('a schedule.json of ours', () => {
  it('has a talk as apps expect it', () => {
    const ceph = talk({
      id: '7',
      status: 'cancelled',
      abstract: 'How & <br>.',
      languages: ['de', 'en'],
      links: [
        { kind: 'web', url: 'https://example.org/t', title: 'Talk page' },
        { kind: 'video', url: 'https://example.org/v', title: 'Recording' },
        { kind: 'slides', url: 'https://example.org/deck', title: 'Deck' },
        { kind: 'feedback', url: 'https://example.org/f', title: 'Rate' },
      ],
      slots: [SLOT],
    });
    const { text = '', problems } = exportJson(programme([ceph], { url: 'https://example.org' }));
    expect(problems).toEqual([]);
    expect(JSON.parse(text)).toEqual({
      generator: { name: 'Lectern' },
      schedule: {
        version: expect.stringMatching(/^[\da-f]{8}$/),
        conference: {
          acronym: 'lighthouse_days',
          title: 'Lighthouse Days',
          start: '2027-05-11',
          end: '2027-05-11',
          daysCount: 1,
          timeslot_duration: '00:05',
          time_zone_name: 'Europe/Madrid',
          url: 'https://example.org/',
          tracks: [{ name: 'Storage' }],
          rooms: [{ name: 'Quay Hall', guid: GUID }],
          days: [
            {
              index: 1,
              date: '2027-05-11',
              day_start: '2027-05-11T00:00:00+02:00',
              day_end: '2027-05-12T00:00:00+02:00',
              rooms: {
                'Quay Hall': [
                  {
                    guid: GUID,
                    id: 7,
                    date: '2027-05-11T09:00:00+02:00',
                    start: '09:00',
                    end: '2027-05-11T09:40:00+02:00',
                    duration: '00:40',
                    room: 'Quay Hall',
                    slug: 'lighthouse_days-7-ceph-at-sea',
                    url: 'https://example.org/t',
                    title: 'CANCELLED: Ceph at sea',
                    subtitle: '',
                    track: 'Storage',
                    type: 'talk',
                    language: 'de, en',
                    abstract: 'How &amp; &lt;br>.',
                    description: '',
                    persons: [
                      {
                        guid: GUID,
                        name: 'Ada Lund',
                        public_name: 'Ada Lund',
                        biography: 'Ada keeps the storage of a small harbour afloat.',
                      },
                    ],
                    links: [
                      { url: 'https://example.org/t', title: 'Talk page', type: 'web' },
                      { url: 'https://example.org/v', title: 'Recording', type: 'media' },
                    ],
                    attachments: [{ url: 'https://example.org/deck', title: 'Deck', type: 'slides' }],
                    feedback_url: 'https://example.org/f',
                  },
                ],
              },
            },
          ],
        },
      },
    });
  });
});

describe('what a schedule.json cannot hold', () => {
  const check = (given: Programme, messages: readonly string[], text: 'some' | 'none' = 'some') => {
    const exported = exportJson(given);
    expect({
      messages: exported.problems.map(problem => problem.message),
      text: exported.text === undefined ? 'none' : 'some',
    }).toEqual({ messages, text });
  };
  const feedback: Link = { kind: 'feedback', url: 'https://example.org/f', title: 'Rate' };

  it('is a programme in which nothing has a time', () =>
    check(programme([talk()]), ['It has no time, and a schedule needs one; it was left out.'], 'none'));
  it('is other ids, levels and more than one form for feedback', () =>
    check(
      programme([
        talk({
          id: 'storage/ceph',
          slots: [SLOT],
          level: '300',
          speakers: [speaker({ affiliation: 'Dock Ltd' })],
        }),
        talk({
          id: '8',
          slots: [SLOT],
          links: [feedback, { ...feedback, url: 'https://example.org/g' }, { ...feedback, url: 'ftp://x' }],
        }),
      ]),
      [
        '"ftp://x" is not a web address; that link was left out.',
        'schedule.json knows talks by numbers or codes of capitals; 1 talk got a new number.',
        'schedule.json has no field for levels; that of 1 talk was left out.',
        'schedule.json has no field for affiliations; those of 1 talk were left out.',
        'schedule.json has room for one form for feedback; 1 talk had more.',
      ],
    ));
  it('is a zone that is called otherwise than cities are', () =>
    check(programme([talk({ id: '7', slots: [SLOT] })], { timeZone: 'CET' }), [
      'schedule.json cannot name the zone CET; the times of 1 talk have its offsets.',
    ]));
});

describe('read again, a schedule.json', () => {
  it('gives the same programme in all that it holds', () => {
    fc.assert(fc.property(anyProgramme, checkJsonRoundTrip));
  });
});

describe.skipIf(!hasSchemas)('by the schema', () => {
  const check = (given: Programme) => {
    const { text } = exportJson(given);
    expect(text === undefined ? [] : faultsInJson(text)).toEqual([]);
  };

  it('any programme is valid', () => fc.assert(fc.property(anyProgramme, check)));

  it('any programme is valid whatever its texts are', () => {
    const hostile = fc
      .uniqueArray(hostileTalk, { maxLength: 3, selector: each => each.id })
      .map(talks => createProgramme(conference(), talks));
    fc.assert(fc.property(hostile, check));
  });
});
