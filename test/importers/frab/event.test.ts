import { describe, expect, it } from 'vitest';
import {
  type FrabEvent,
  type FrabLink,
  readEvents,
  readFrabLinks,
} from '../../../src/importers/frab/event.ts';
import { createReport } from '../../../src/importers/reading/report.ts';
import type { DraftTalk } from '../../../src/programme/joining/draft.ts';
import { PLAIN_TALK } from '../../support/plain-talk.ts';

const NO_TIME = { date: '', start: '', duration: '', end: '', room: '', day: { date: '', change: '00:00' } };
const EVENT: FrabEvent = {
  line: 7,
  code: '',
  id: '12',
  guid: 'guid-12',
  title: 'Ceph at sea',
  texts: [],
  type: '',
  track: '',
  language: '',
  state: '',
  persons: [],
  url: '',
  links: [],
  time: { ...NO_TIME, date: '2027-05-11T09:00:00+02:00', duration: '00:40', room: 'Quay Hall' },
};
const SLOT = {
  start: '2027-05-11T09:00:00+02:00',
  end: '2027-05-11T09:40:00+02:00',
  rooms: ['Quay Hall'],
  day: undefined,
};
const TALK: DraftTalk = { ...PLAIN_TALK, id: '12', guid: 'guid-12', line: 7, slots: [SLOT] };

function read(...events: readonly Partial<FrabEvent>[]) {
  const report = createReport('schedule.xml');
  const talks = readEvents(
    events.map(event => ({ ...EVENT, ...event })),
    { baseUrl: 'https://example.org/', countsDays: false, report },
  );
  return {
    talks,
    problems: report.problems.map(({ severity, line, item, message }) =>
      [severity, line, `${item}:`, message].join(' '),
    ),
  };
}

describe('an event', () => {
  it('is a talk with its slot', () => expect(read({})).toEqual({ talks: [TALK], problems: [] }));

  it('is a talk without its slot if its time cannot be read', () =>
    expect(read({ time: { ...NO_TIME, start: 'soon' } })).toEqual({
      talks: [{ ...TALK, slots: [] }],
      problems: ['error 7 Ceph at sea: "soon" is not a date and time; it is listed without one.'],
    }));

  it('is nothing without a title', () =>
    expect(read({ title: ' ' }, {})).toEqual({
      talks: [TALK],
      problems: ['error 7 12: The entry has no title; it was left out.'],
    }));

  it.each<[string, Partial<FrabEvent>, string]>([
    ['its code', { code: 'HQCCYH', url: 'https://pretalx.example/talk/ABCDEF/' }, 'HQCCYH'],
    ['the code in its URL', { url: 'https://pretalx.example/talk/ABCDEF/' }, 'ABCDEF'],
    ['its number', { url: 'https://pretalx.example/talk/ABCDEFG/' }, '12'],
    ['its guid', { id: '' }, 'guid-12'],
  ])('is known by %s', (_, event, id) => expect(read(event).talks.map(talk => talk.id)).toEqual([id]));

  it('is a break on a track of meals, unless somebody speaks', () => {
    const ada = { id: '1', name: 'Ada Lund', bio: '' };
    expect(read({ track: 'Lunch' }).talks[0]?.kind).toBe('break');
    expect(read({ track: 'Lunch', persons: [ada] }).talks[0]?.kind).toBe('talk');
    expect(read({ track: 'Party' }).talks[0]?.kind).toBe('talk');
    expect(read({ track: 'Lunch', type: 'party' }).talks[0]?.kind).toBe('social');
  });

  it('links its own page last', () =>
    expect(
      read({ url: '/talk/12', links: [{ url: 'https://example.com/s', title: 'Slides', type: '' }] }).talks[0]
        ?.links,
    ).toEqual([
      { kind: 'slides', url: 'https://example.com/s', title: 'Slides' },
      { kind: 'web', url: 'https://example.org/talk/12', title: 'Talk page' },
    ]));
});

describe('events of one number', () => {
  const time = { ...EVENT.time, date: '2027-05-12T09:00:00+02:00' };
  const later = { ...SLOT, start: '2027-05-12T09:00:00+02:00', end: '2027-05-12T09:40:00+02:00' };

  it('are slots of one talk', () =>
    expect(read({}, { guid: 'guid-13', title: 'CEPH at sea', time, line: 9 })).toEqual({
      talks: [{ ...TALK, slots: [SLOT, later] }],
      problems: [],
    }));

  it.each([
    ['with another title', 'Tape ashore', { title: 'Tape ashore', status: 'confirmed' as const }],
    [
      'of which one is cancelled',
      'CANCELLED: Ceph at sea',
      { title: 'Ceph at sea', status: 'cancelled' as const },
    ],
  ])('are two talks %s', (_, title, other) =>
    expect(read({}, { guid: 'guid-13', title, time, line: 9 })).toEqual({
      talks: [TALK, { ...TALK, id: 'guid-13', guid: 'guid-13', line: 9, slots: [later], ...other }],
      problems: [
        `warning 9 ${other.title}: "Ceph at sea" has the number 12 too; they are listed as two talks.`,
      ],
    }),
  );

  it('are two talks without a number', () => {
    const { talks, problems } = read({ id: '', guid: '' }, { id: '', guid: '', time });
    expect(talks.map(({ id, slots }) => [id, slots])).toEqual([
      [undefined, [SLOT]],
      [undefined, [later]],
    ]);
    expect(problems).toEqual([]);
  });
});

describe('the links of an event', () => {
  function readLinks(...links: readonly (string | FrabLink)[]) {
    const report = createReport('schedule.xml');
    const read = readFrabLinks(
      links.map(link => (typeof link === 'string' ? { url: link, title: '', type: '' } : link)),
      { item: 'Ceph' },
      { baseUrl: 'https://example.org/2027/', report },
    );
    return {
      links: read.map(({ kind, url }) => `${kind} ${url}`),
      problems: report.problems.map(({ message }) => message),
    };
  }

  it.each([
    ['www.example.com', 'https://www.example.com/'],
    ['example.com/ceph', 'https://example.com/ceph'],
    ['example.org ', 'https://example.org/'],
    ['/media/ceph', 'https://example.org/media/ceph'],
    ['slides.pdf', 'https://example.org/2027/slides.pdf'],
    ['http://example.com/a', 'http://example.com/a'],
  ])('%j leads to %j', (url, expected) =>
    expect(readLinks(url)).toEqual({ links: [`web ${expected}`], problems: [] }),
  );

  it.each([
    ['Slides', 'slides'],
    ['presentation', 'slides'],
    ['MEDIA', 'video'],
    ['recording', 'video'],
    ['feedback', 'feedback'],
    ['web', 'web'],
    ['ORIGIN', 'web'],
  ])('of the type %j are %s', (type, kind) =>
    expect(readLinks({ url: 'https://example.com/a', title: '', type }).links).toEqual([
      `${kind} https://example.com/a`,
    ]),
  );

  it('are each listed once', () =>
    expect(
      readLinks('https://example.com/a', { url: 'https://example.com/a', title: 'A', type: 'slides' }).links,
    ).toEqual(['web https://example.com/a']));

  it.each(['', ' ', 'https://', 'http://', 'urn:uuid:7'])('may be the placeholder %j', url =>
    expect(readLinks(url)).toEqual({ links: [], problems: [] }),
  );

  it('that are not web addresses are one problem', () =>
    expect(readLinks('mailto:ada@example.org', 'https://example.com/a', 'javascript:alert(1)')).toEqual({
      links: ['web https://example.com/a'],
      problems: [
        'These links are not web addresses and were left out: "mailto:[e-mail address removed]", "javascript:alert(1)".',
      ],
    }));

  it('are 200 at most', () => {
    const urls = Array.from({ length: 201 }, (_, at) => `https://example.com/${at}`);
    expect(readLinks(...urls.slice(1)).problems).toEqual([]);
    const { links, problems } = readLinks(...urls);
    expect(links).toHaveLength(200);
    expect(problems).toEqual(['It has more than 200 links; the others were left out.']);
  });
});

describe('a date and a start that differ', () => {
  const at = (date: string, start: string) => ({ ...EVENT.time, date, start });

  it('are said once, and the date holds', () => {
    const time = at('2027-05-11T09:00:00+02:00', '10:00');
    const { talks, problems } = read({ time }, { time, id: '13', title: 'Tape' });
    expect([talks.map(({ slots }) => slots[0]?.start), problems]).toEqual([
      ['2027-05-11T09:00:00+02:00', '2027-05-11T09:00:00+02:00'],
      [
        "warning 7 Ceph at sea: Its date says 09:00 and its start 10:00, here and in 1 more talk; the date's time was used.",
      ],
    ]);
  });

  it('are one time if the dates are in UTC', () =>
    expect(read({ time: at('2027-05-11T07:00:00Z', '09:00') }).problems).toEqual([]));
});
