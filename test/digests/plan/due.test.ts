import { describe, expect, test } from 'vitest';
import { dueDays, dueInstant, nextDueDay } from '../../../src/digests/plan/due.ts';
import type { Slot, Talk } from '../../../src/programme/talk.ts';
import type { Loaded } from '../../../src/search/loaded.ts';
import { programme, talk } from '../../support/conference.ts';
import { digest } from '../../support/digests.ts';
import { loadedWith } from '../../support/loaded.ts';

const HOUR = 3_600_000;

function loadedOf(talks: readonly Talk[]): Loaded {
  const made = programme(talks);
  return loadedWith(made);
}

/** A talk an hour long, by default at nine in the morning of a zone that has no daylight saving. */
function at(day: string, time = '09:00', given: Partial<Talk> = {}): Talk {
  const [hour = 0] = time.split(':').map(Number);
  const slot: Slot = {
    start: `${day}T${time}:00+00:00`,
    end: `${day}T${String(hour + 1).padStart(2, '0')}:00:00+00:00`,
    rooms: [],
    day,
  };
  return talk({ id: `${day} ${time}`, slots: [slot], ...given });
}

function instantsOf(days: readonly { readonly dueAt: number }[]): readonly string[] {
  return days.map(({ dueAt }) => new Date(dueAt).toISOString().slice(0, 16));
}

test('a digest of changes only is never due, with times or without', () => {
  const changes = digest({ onlyChanges: true });
  const now = Date.parse('2027-05-01T00:00Z');
  for (const loaded of [loadedOf([at('2027-05-11')]), loadedOf([talk({ slots: [] })])])
    expect([nextDueDay(changes, loaded, now), dueDays(changes, loaded, now)]).toEqual([undefined, []]);
});

describe('the instant of a local time', () => {
  // In a past year, since new releases of tzdata change the rules of future ones.
  test.each([
    ['in summer', '2024-07-01', '08:00', 'Europe/Madrid', '2024-07-01T06:00'],
    ['in winter', '2024-01-01', '08:00', 'Europe/Madrid', '2024-01-01T07:00'],
    ['on the day when clocks go forward', '2024-03-31', '08:00', 'Europe/Madrid', '2024-03-31T06:00'],
    ['that clocks skip', '2024-03-31', '02:30', 'Europe/Madrid', '2024-03-31T01:30'],
    ['on the day when clocks go back', '2024-10-27', '08:00', 'Europe/Madrid', '2024-10-27T07:00'],
    ['that comes twice', '2024-10-27', '02:30', 'Europe/Madrid', '2024-10-27T00:30'],
    ['that half an hour skips', '2024-10-06', '02:15', 'Australia/Lord_Howe', '2024-10-05T15:45'],
    ['on 29 February', '2024-02-29', '08:00', 'Asia/Kathmandu', '2024-02-29T02:15'],
    ['in a zone with quarters of an hour', '2024-01-01', '08:00', 'Pacific/Chatham', '2023-12-31T18:15'],
    ['without daylight saving', '2024-07-01', '08:00', 'Asia/Tehran', '2024-07-01T04:30'],
  ])('%s', (_name, day, timeOfDay, timeZone, expected) => {
    expect(instantsOf([{ dueAt: dueInstant(day, digest({ timeOfDay, timeZone })) }])).toEqual([expected]);
  });

  test('of the evening before', () => {
    const eve = digest({ eve: true, timeOfDay: '18:00' });
    expect(instantsOf([{ dueAt: dueInstant('2027-03-01', eve) }])).toEqual(['2027-02-28T17:00']);
  });
});

describe('what is due', () => {
  const three = loadedOf([at('2027-05-11'), at('2027-05-12'), at('2027-05-13')]);
  const after = Date.parse('2027-06-01T00:00Z');
  const daysOf = (given: Parameters<typeof digest>[0], now = after, loaded = three) =>
    dueDays(digest(given), loaded, now).map(({ day }) => day);

  test('is each day with sessions, from its time on', () => {
    expect(daysOf({})).toEqual(['2027-05-11', '2027-05-12', '2027-05-13']);
    expect(daysOf({}, Date.parse('2027-05-12T05:59:59.999Z'))).toEqual(['2027-05-11']);
    expect(daysOf({}, Date.parse('2027-05-12T06:00Z'))).toEqual(['2027-05-11', '2027-05-12']);
  });

  test('is only what was chosen', () => {
    expect(daysOf({ days: ['2027-05-12', '2027-05-20'] })).toEqual(['2027-05-12']);
  });

  test('is only what is on the weekdays that were chosen', () => {
    expect(daysOf({ weekdays: [2, 4, 7] })).toEqual(['2027-05-11', '2027-05-13']);
    expect(daysOf({ weekdays: [1] })).toEqual([]);
    expect(daysOf({ weekdays: [3], eve: true })).toEqual(['2027-05-12']);
  });

  test('is nothing that was due before the order was given', () => {
    expect(daysOf({ since: Date.parse('2027-05-12T06:00Z') })).toEqual(['2027-05-12', '2027-05-13']);
    expect(daysOf({ since: Date.parse('2027-05-12T06:00:00.001Z') })).toEqual(['2027-05-13']);
  });

  test('is no day on which nothing is left but breaks and what was cancelled', () => {
    const quiet = loadedOf([
      at('2027-05-11', '09:00', { kind: 'break' }),
      at('2027-05-11', '10:00', { status: 'cancelled' }),
      at('2027-05-12', '09:00', { kind: 'service' }),
      at('2027-05-13', '09:00', { kind: 'social' }),
    ]);
    expect(daysOf({}, after, quiet)).toEqual(['2027-05-13']);
  });

  test('is a day only where something is left after the filters', () => {
    const mixed = loadedOf([
      at('2027-05-11', '09:00', { title: 'Lighthouses', abstract: '', speakers: [] }),
      at('2027-05-12', '09:00', { title: 'Submarines', abstract: '', speakers: [], track: 'People' }),
    ]);
    expect(daysOf({ filters: 'track:people' }, after, mixed)).toEqual(['2027-05-12']);
    expect(daysOf({ filters: '-track:people' }, after, mixed)).toEqual(['2027-05-11']);
  });

  test('is a programme day also where its last talk is after midnight', () => {
    const late: Slot = {
      start: '2027-05-12T01:30:00+02:00',
      end: '2027-05-12T02:00:00+02:00',
      rooms: [],
      day: '2027-05-11',
    };
    expect(daysOf({}, after, loadedOf([talk({ slots: [late] })]))).toEqual(['2027-05-11']);
  });

  test('of a conference without times is each date', () => {
    const abstracts = loadedOf([talk()]);
    const since = Date.parse('2027-05-11T06:00Z');
    expect(daysOf({ since }, Date.parse('2027-05-12T06:00Z'), abstracts)).toEqual([
      '2027-05-11',
      '2027-05-12',
    ]);
  });

  test('of a conference without times is each date on a weekday that was chosen', () => {
    const since = Date.parse('2027-05-11T06:00Z');
    const until = Date.parse('2027-05-12T06:00Z');
    expect(daysOf({ since, weekdays: [3] }, until, loadedOf([talk()]))).toEqual(['2027-05-12']);
  });

  test('of a conference without times is each date also where only one day is wanted', () => {
    const since = Date.parse('2027-05-11T06:00Z');
    expect(daysOf({ since, filters: 'day:tuesday' }, since, loadedOf([talk()]))).toEqual(['2027-05-11']);
  });
});

describe('a digest is worth a post', () => {
  const untilOf = (time: string, timeOfDay = '08:00') =>
    dueDays(
      digest({ timeOfDay, timeZone: 'UTC' }),
      loadedOf([at('2027-05-11', time)]),
      Number.MAX_SAFE_INTEGER,
    ).map(({ dueAt, until }) => (until - dueAt) / HOUR);

  test('for three hours', () => {
    expect(untilOf('15:00')).toEqual([3]);
  });

  test('not past the last session', () => {
    expect(untilOf('09:00')).toEqual([2]);
  });

  test('at the time that was asked for, even where all is over by then', () => {
    expect(untilOf('09:00', '20:00')).toEqual([1 / 6]);
  });
});

test('tells what comes next', () => {
  const loaded = loadedOf([at('2027-05-11'), at('2027-05-12')]);
  const next = (now: string) => nextDueDay(digest(), loaded, Date.parse(now))?.day;
  expect(['2027-05-10T00:00Z', '2027-05-11T06:00Z', '2027-05-12T06:00Z'].map(next)).toEqual([
    '2027-05-11',
    '2027-05-12',
    undefined,
  ]);
  const nextOf = (given: Parameters<typeof digest>[0]) =>
    nextDueDay(digest(given), loadedOf([talk()]), Date.parse('2027-05-10T12:00Z'))?.day;
  expect([nextOf({}), nextOf({ weekdays: [1] }), nextOf({ weekdays: [1], eve: true })]).toEqual([
    '2027-05-11',
    '2027-05-17',
    '2027-05-17',
  ]);
});
