import { describe, expect, it } from 'vitest';
import { buildSchedule, findTalkPage } from '../../src/exporters/schedule.ts';
import type { Conference } from '../../src/programme/conference.ts';
import type { Slot, Talk } from '../../src/programme/talk.ts';
import { programme, talk } from '../support/conference.ts';

const SLOT: Slot = {
  start: '2027-05-11T09:00:00+02:00',
  end: '2027-05-11T09:40:00+02:00',
  rooms: ['Quay Hall'],
  day: '2027-05-11',
};

/** All events of a schedule in their order, each as day, room and the asked fields, and the problems. */
function build(talks: readonly Talk[], of: Partial<Conference> = {}) {
  const { days, problems, ...rest } = buildSchedule(programme(talks, of));
  const events = days.flatMap(({ date, rooms }) =>
    [...rooms].flatMap(([room, held]) => held.map(event => ({ ...event, at: `${date} ${room}` }))),
  );
  return {
    ...rest,
    days,
    events,
    problems: problems.map(({ severity, item, message }) => `${severity} ${item}: ${message}`),
  };
}

describe('a schedule', () => {
  it('has its talks by day, room and time', () => {
    const at = (id: string, day: number, hour: string, room: string) =>
      talk({
        id,
        slots: [
          {
            ...SLOT,
            start: `2027-05-${day}T${hour}:00:00+02:00`,
            end: undefined,
            rooms: room === '' ? [] : [room],
            day: `2027-05-${day}`,
          },
        ],
      });
    const talks = [
      at('a', 12, '09', 'Pier'),
      at('b', 11, '10', 'Quay'),
      at('c', 11, '09', 'Quay'),
      at('d', 11, '11', ''),
    ];
    const { events, acronym, talks: listed, problems } = build(talks);
    expect(events.map(event => `${event.at} ${event.talk.id}`)).toEqual([
      '2027-05-11 Quay c',
      '2027-05-11 Quay b',
      '2027-05-11  d',
      '2027-05-12 Pier a',
    ]);
    expect(listed.map(({ id }) => id)).toEqual(['c', 'b', 'd', 'a']);
    expect([acronym, problems]).toEqual(['lighthouse_days', []]);
  });

  it('has an event for each slot and room of a talk, of which the first has its number', () => {
    const later = {
      ...SLOT,
      start: '2027-05-12T09:00:00+02:00',
      end: undefined,
      rooms: [],
      day: '2027-05-12',
    };
    const { events, talks } = build([
      talk({ id: '12', slots: [{ ...SLOT, rooms: ['Quay', 'Pier'] }, later] }),
    ]);
    expect(events.map(({ at, isFirst, talkNumber, seconds }) => [at, isFirst, talkNumber, seconds])).toEqual([
      ['2027-05-11 Quay', true, 12, 2400],
      ['2027-05-11 Pier', false, 12, 2400],
      ['2027-05-12 ', false, 12, 0],
    ]);
    expect(new Set(events.map(({ number }) => number)).size).toBe(3);
    expect(events[0]?.number).toBe(12);
    expect(new Set(events.map(({ guid }) => guid)).size).toBe(3);
    expect(events[0]?.slug).toBe('lighthouse_days-12-ceph-at-sea');
    expect(talks).toHaveLength(1);
  });

  it('gives no talk the number of another', () => {
    const ids = ['a', 'b', '1', '2'];
    const { events } = build(ids.map(id => talk({ id, slots: [SLOT] })));
    expect(new Set(events.map(({ number }) => number)).size).toBe(4);
    expect(events.filter(event => ['1', '2'].includes(event.talk.id)).map(({ number }) => number)).toEqual([
      1, 2,
    ]);
  });

  it('has slugs of two characters at least behind the number', () =>
    expect(build([talk({ id: '7', title: '東京', slots: [SLOT] })]).events[0]?.slug).toBe(
      'lighthouse_days-7-xx',
    ));

  it('marks the title of a cancelled talk', () =>
    expect(build([talk({ status: 'cancelled', slots: [SLOT] })]).events.map(({ title }) => title)).toEqual([
      'CANCELLED: Ceph at sea',
    ]));

  it('has only links that are web addresses, as URIs', () => {
    const link = (url: string) => ({ kind: 'web' as const, url, title: '' });
    const { events, problems } = build([
      talk({ slots: [SLOT], links: [link('https://example.org/a|b'), link('javascript:alert(1)')] }),
    ]);
    expect(events[0]?.links).toEqual([link('https://example.org/a%7Cb')]);
    expect(problems).toEqual([
      'warning Ceph at sea: "javascript:alert(1)" is not a web address; that link was left out.',
    ]);
  });
});

describe('a schedule cannot hold', () => {
  it.each([
    ['a talk without a time', [], 'It has no time, and a schedule needs one; it was left out.'],
    [
      'a time without a zone',
      [{ ...SLOT, start: '2027-05-11T09:00:00' }],
      'Its time has no zone, and a schedule needs one; it was left out. Set timeZone in conference.yml.',
    ],
  ])('%s', (_, slots, message) =>
    expect(build([talk({ slots })])).toMatchObject({
      days: [],
      talks: [],
      problems: [`error Ceph at sea: ${message}`],
    }),
  );

  it.each([
    ['before the start', '2027-05-11T08:59:00+02:00'],
    ['at the start', '2027-05-11T09:00:00+02:00'],
    ['more than a day later', '2027-05-12T09:00:01+02:00'],
    ['without a zone', '2027-05-11T09:40:00'],
  ])('an end %s', (_, end) => {
    const { events, problems } = build([talk({ slots: [{ ...SLOT, end }] })]);
    expect(events.map(({ seconds }) => seconds)).toEqual([0]);
    expect(problems).toEqual([
      `warning Ceph at sea: ${end} cannot be the end of a slot that starts at ${SLOT.start}; it was written without one.`,
    ]);
  });

  it('but an end a day later', () =>
    expect(build([talk({ slots: [{ ...SLOT, end: '2027-05-12T09:00:00+02:00' }] })]).events[0]?.seconds).toBe(
      86_400,
    ));
});

describe('a day', () => {
  const days = (of: Partial<Conference>, slot: Partial<Slot> = {}) =>
    build([talk({ slots: [{ ...SLOT, ...slot }] })], of).days.map(({ start, end }) => [start, end]);

  it('begins and ends at the hour of the conference, in its zone', () => {
    expect(days({ dayStart: '05:00' })).toEqual([['2027-05-11T05:00:00+02:00', '2027-05-12T05:00:00+02:00']]);
    expect(days({}, { start: '2027-10-31T09:00:00+01:00', end: undefined, day: '2027-10-31' })).toEqual([
      ['2027-10-31T00:00:00+02:00', '2027-11-01T00:00:00+01:00'],
    ]);
  });

  it('has the offset of its first event if the conference has no zone', () =>
    expect(days({ timeZone: undefined })).toEqual([
      ['2027-05-11T00:00:00+02:00', '2027-05-12T00:00:00+02:00'],
    ]));
});

describe("a talk's own page", () => {
  const page = (...links: readonly (readonly [string, string, 'web' | 'video'])[]) => {
    const given = links.map(([url, title, kind]) => ({ url, title, kind }));
    const [event] = build([talk({ id: 'ABCDEF', slots: [SLOT], links: given })]).events;
    return event && findTalkPage(event);
  };

  it.each([
    ['https://pretalx.example/talk/ABCDEF/', 'https://pretalx.example/talk/ABCDEF/'],
    ['https://pretalx.example/talk/GHIJKL/', undefined],
    ['https://example.org/ceph', 'https://example.org/ceph'],
  ])('may be at %j: %j', (url, expected) => expect(page([url, 'Talk page', 'web'])).toBe(expected));

  it('is the first link with its title and kind', () => {
    expect(
      page(['https://example.org/a', 'Page', 'web'], ['https://example.org/b', 'Talk page', 'web']),
    ).toBe('https://example.org/b');
    expect(page(['https://example.org/a', 'Talk page', 'video'])).toBeUndefined();
    expect(page()).toBeUndefined();
  });
});
