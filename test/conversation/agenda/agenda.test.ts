import { describe, expect, test } from 'vitest';
import { agendaFor, agendaQuery } from '../../../src/conversation/agenda/agenda.ts';
import type { SessionGroup } from '../../../src/conversation/agenda/sessions-at.ts';
import type { When } from '../../../src/conversation/when.ts';
import type { Filter } from '../../../src/search/query/filters.ts';
import { programme, talk } from '../../support/conference.ts';
import { hour, lighthouse, lighthouseDays, session } from '../../support/lighthouse-days.ts';

const TODAY: When = { kind: 'day', day: '2027-05-11' };

describe('a page of today begins', () => {
  /** Sessions of an hour, two at a time from eight on. */
  const dayOf = (count: number) =>
    lighthouseDays(
      Array.from({ length: count }, (_, index) =>
        session(`Lamp ${index}`, '2027-05-11', `${String(8 + Math.floor(index / 2)).padStart(2, '0')}:00`),
      ),
    );
  const firstAt = (time: string, { count = 20, today = '2027-05-11' } = {}) =>
    agendaFor(
      { when: TODAY, filters: [] },
      { programme: dayOf(count), now: Date.parse(`2027-05-11T${time}Z`) },
      today,
    ).first;

  test.each([
    ['before the first session', '07:00:00', 0],
    ['during the first sessions', '08:59:59', 0],
    ['as they end', '09:00:00', 2],
    ['during the last sessions', '17:59:59', 18],
    ['when everything is over', '18:00:00', 0],
  ])('with the first session that is not over: %s', (_when, time, first) => {
    expect(firstAt(time)).toBe(first);
  });

  test('at its beginning if it is the only page, or today is another day', () => {
    expect([firstAt('12:00:00', { count: 12 }), firstAt('12:00:00', { count: 13 })]).toEqual([0, 8]);
    expect(firstAt('12:00:00', { today: '2027-05-12' })).toBe(0);
  });
});

describe('an agenda', () => {
  const asked = (when: When, at: string, filters: readonly Filter[] = [], of = lighthouse) => {
    const { groups, nearest, ...agenda } = agendaFor(
      { when, filters },
      { programme: of, now: Date.parse(at) },
      '2027-05-11',
    );
    const titled = ({ heading, sessions }: SessionGroup) => [
      heading,
      ...sessions.map(each => each.talk.title),
    ];
    return { ...agenda, groups: groups.map(titled), nearest: nearest.map(titled) };
  };

  test('has what runs and what begins next', () => {
    expect(asked({ kind: 'now' }, '2027-05-11T09:10Z')).toEqual({
      title: 'Now, Tue 11 May 09:10',
      date: '2027-05-11',
      groups: [
        ['Running', 'Lamps'],
        ['Next', 'Lenses'],
      ],
      nearest: [],
      notes: [],
      days: [],
      first: 0,
    });
  });

  test('of a day on which nothing fits names the days on which something does', () => {
    const room = { name: 'room', value: 'quay', not: false } as const;
    expect(asked({ kind: 'day', day: '2027-05-14' }, '2027-05-11T09:10Z', [room])).toEqual({
      title: 'Fri 14 May: 0 sessions',
      date: '2027-05-14',
      groups: [],
      nearest: [['Last before', 'Keepers']],
      notes: ['Nothing in Quay Hall is scheduled then.'],
      days: [
        { day: '2027-05-11', query: '2027-05-11 room:quay' },
        { day: '2027-05-12', query: '2027-05-12 room:quay' },
      ],
      first: 0,
    });
  });

  test.each<[string, When, readonly (readonly string[])[]]>([
    [
      'evening',
      { kind: 'window', day: '2027-05-11', from: '18:00', to: undefined },
      [
        ['Last before', 'Foghorns'],
        ['First after', 'Keepers'],
      ],
    ],
    [
      'lunch hour',
      { kind: 'window', day: '2027-05-11', from: '12:10', to: '12:40' },
      [
        ['Last before', 'Fog'],
        ['First after', 'Foghorns'],
      ],
    ],
    ['day before', { kind: 'day', day: '2027-05-10' }, [['First after', 'Lamps']]],
    ['later hour', { kind: 'moment', day: '2027-05-12', time: '20:00' }, [['Last before', 'Keepers']]],
    ['now', { kind: 'now' }, []],
  ])('of an empty %s has the sessions around it', (_time, when, nearest) => {
    expect(asked(when, '2027-05-20T09:10Z')).toMatchObject({ groups: [], nearest });
  });

  test('shows what a misspelt filter was taken for', () => {
    const room = { name: 'room', value: 'quey hall', not: false } as const;
    expect(asked(TODAY, '2027-05-11T09:10Z', [room]).notes).toEqual([
      'Showing room:"Quay Hall" (you typed room:"quey hall").',
    ]);
  });

  test.each<[string, When, ReturnType<typeof programme>, RegExp]>([
    ['has no times', { kind: 'now' }, programme([talk()]), /^This programme has no times yet\.$/],
    [
      'has no time zone',
      { kind: 'moment', day: '2027-05-11', time: '09:00' },
      programme(
        [
          talk({
            slots: [
              { start: '2027-05-11T09:00:00', end: '2027-05-11T10:00:00', rooms: [], day: '2027-05-11' },
            ],
          }),
        ],
        { timeZone: undefined },
      ),
      /cannot tell what runs then\. An organiser can set timeZone in conference\.yml\.$/,
    ],
  ])('says so if the programme %s', (_what, when, of, note) => {
    expect(asked(when, '2027-05-11T09:10Z', [], of).notes).toEqual([expect.stringMatching(note)]);
  });
});

test('the words for an agenda ask for it again', () => {
  const filters: readonly Filter[] = [
    { name: 'room', value: 'Quay Hall', not: false },
    { name: 'track', value: 'people', not: true },
  ];
  expect([
    agendaQuery({ when: { kind: 'next' }, filters: [] }),
    agendaQuery({ when: TODAY, filters }),
    agendaQuery({ when: { kind: 'moment', day: '2027-05-11', time: '14:00' }, filters: [] }),
  ]).toEqual(['next', '2027-05-11 room:"Quay Hall" -track:people', '2027-05-11 14:00']);
});

test('a session after midnight is one of the day before', () => {
  const night = session('Lanterns', '2027-05-12', '00:30', {
    slots: [{ ...hour('2027-05-12', '00:30'), day: '2027-05-11' }],
  });
  const of = lighthouseDays([...lighthouse.talks, night]);
  const { title } = agendaFor({ when: TODAY, filters: [] }, { programme: of, now: 0 }, '2027-05-11');
  expect(title).toBe('Tue 11 May: 5 sessions');
});

test('without a zone now is on the clocks of the nearest session, and says so', () => {
  const at = (day: string, offset: string) =>
    talk({
      id: day,
      title: `Talk of ${day}`,
      slots: [{ start: `${day}T09:00:00${offset}`, end: undefined, rooms: [], day }],
    });
  const zoneless = programme([at('2027-03-27', '+01:00'), at('2027-03-29', '+02:00')], {
    timeZone: undefined,
  });
  const { title, notes } = agendaFor(
    { when: { kind: 'now' }, filters: [] },
    { programme: zoneless, now: Date.parse('2027-03-29T07:10Z') },
    '2027-03-29',
  );
  expect([title, notes]).toEqual([
    'Now, Mon 29 Mar 09:10',
    [
      'Nothing else is scheduled. Nothing says in which time zone the conference is; the clock here is at UTC+02:00. An organiser can set timeZone in conference.yml.',
    ],
  ]);
});
