import { describe, expect, it } from 'vitest';
import { importFile } from '../../../src/importers/import-file.ts';

function read(results: unknown) {
  const value = {
    count: 1,
    _type: 'HTTPAPIResult',
    url: 'https://indico.example.org/export/event/1.json',
    results,
  };
  const { format, talks, timeZone, conferenceName, problems } = importFile({
    path: 'export.json',
    bytes: Buffer.from(JSON.stringify(value)),
  });
  return {
    format,
    timeZone,
    conferenceName,
    talks: talks.map(({ title, slots: [slot], track, kind, speakers, links = [] }) =>
      [
        title,
        kind,
        slot === undefined
          ? 'no time'
          : `${slot.start.slice(5, 16)} to ${slot.end?.slice(11, 16)} in ${slot.rooms.join()}`,
        ...(track === undefined ? [] : [`track ${track}`]),
        ...speakers.map(({ name }) => `by ${name}`),
        ...links.map(({ url }) => url),
      ].join(', '),
    ),
    problems: problems.map(({ message }) => message),
  };
}

const at = (time: string) => ({ date: '2027-05-11', time: `${time}:00`, tz: 'Europe/Madrid' });
const CEPH = {
  _type: 'Contribution',
  id: '11',
  title: 'Ceph at sea',
  description: '<p>How.</p>',
  startDate: at('09:00'),
  endDate: at('09:30'),
  duration: 30,
  room: 'Quay',
  session: 'Morning',
  url: '/event/1/contributions/11/',
  speakers: [{ first_name: 'Ada', last_name: 'Lund', fullName: 'Lund, Ada' }],
  primaryauthors: [{ fullName: 'Ek, Bo' }],
};
const EVENT = {
  _type: 'Conference',
  id: '1',
  title: 'Harbour Days',
  timezone: 'Europe/Madrid',
  startDate: at('09:00'),
  endDate: at('18:00'),
};
const READ =
  'Ceph at sea, talk, 05-11T09:00 to 09:30 in Quay, track Morning, by Ada Lund, https://indico.example.org/event/1/contributions/11/';

describe("Indico's JSON", () => {
  it.each<[string, unknown, readonly string[]]>([
    ['contributions', [{ ...EVENT, contributions: [CEPH] }], [READ]],
    [
      'sessions',
      [
        {
          ...EVENT,
          sessions: [
            { title: 'Morning', room: 'Quay', contributions: [{ ...CEPH, room: '', session: null }] },
          ],
        },
      ],
      [READ],
    ],
    [
      'subcontributions',
      [
        {
          ...EVENT,
          contributions: [
            { ...CEPH, subContributions: [{ id: '1', title: 'Part', speakers: [{ fullName: 'Ek, Bo' }] }] },
          ],
        },
      ],
      [READ, 'Part, talk, 05-11T09:00 to 09:30 in Quay, track Morning, by Bo Ek'],
    ],
    [
      'a contribution without a time',
      [
        {
          ...EVENT,
          contributions: [{ ...CEPH, startDate: null, endDate: null, session: null, url: '', speakers: [] }],
        },
      ],
      ['Ceph at sea, talk, no time, by Bo Ek'],
    ],
  ])('has %s', (_, results, talks) =>
    expect(read(results)).toEqual({
      format: 'indico',
      timeZone: 'Europe/Madrid',
      conferenceName: 'Harbour Days',
      talks,
      problems: [],
    }),
  );

  it('has a timetable', () =>
    expect(
      read({
        1: {
          20270511: {
            s1: {
              entryType: 'Session',
              title: 'Morning',
              room: 'Quay',
              startDate: at('09:00'),
              endDate: at('10:00'),
              entries: {
                c11: {
                  ...CEPH,
                  id: 'c11',
                  contributionId: 11,
                  entryType: 'Contribution',
                  room: '',
                  session: null,
                  speakers: undefined,
                  primaryauthors: undefined,
                  presenters: [{ name: 'Lund, Ada', firstName: 'Ada', familyName: 'Lund' }],
                },
              },
            },
            s2: {
              entryType: 'Session',
              title: 'Registration',
              room: 'Pier',
              startDate: at('08:00'),
              endDate: at('09:00'),
              entries: {},
            },
            b1: {
              entryType: 'Break',
              title: 'Coffee',
              room: 'Pier',
              startDate: at('10:00'),
              endDate: at('10:30'),
            },
          },
          20270512: [],
        },
      }),
    ).toEqual({
      format: 'indico',
      timeZone: 'Europe/Madrid',
      conferenceName: undefined,
      talks: [
        READ,
        'Registration, service, 05-11T08:00 to 09:00 in Pier',
        'Coffee, break, 05-11T10:00 to 10:30 in Pier',
      ],
      problems: [],
    }));

  it('may lack its contributions, which is said', () =>
    expect(read([EVENT])).toMatchObject({
      talks: [],
      problems: [
        "This is Indico's JSON of an event without its contributions; export it with detail=contributions, or export the timetable.",
      ],
    }));
});
