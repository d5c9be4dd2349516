import { describe, expect, it, test } from 'vitest';
import { createReport } from '../../../src/importers/reading/report.ts';
import {
  addDay,
  type RawSlot,
  readSlot,
  readTime,
  readTimeAfter,
} from '../../../src/importers/reading/times.ts';
import type { DraftSlot } from '../../../src/programme/joining/draft.ts';

test.each([
  ['2027-05-11T09:00', '2027-05-11T09:00:00'],
  ['2027-05-11 9:00', '2027-05-11T09:00:00'],
  ['2027-5-1 09:00:30', '2027-05-01T09:00:30'],
  ['2027-05-11T09:00:00.000Z', '2027-05-11T09:00:00Z'],
  ['2027-05-11 09:00 +0200', '2027-05-11T09:00:00+02:00'],
  ['2027-05-11 09:00:00+02', '2027-05-11T09:00:00+02:00'],
  ['2027-05-11 09:00 UTC', '2027-05-11T09:00:00Z'],
  ['2027-05-11-0900', '2027-05-11T09:00:00'],
  ['20270511T090000Z', '2027-05-11T09:00:00Z'],
  ['2027/05/11 9:00 AM', '2027-05-11T09:00:00'],
  ['2027-05-11 noon', '2027-05-11T12:00:00'],
  ['2027-05-11T24:00', '2027-05-12T00:00:00'],
  ['2027-12-31 25:30Z', '2028-01-01T01:30:00Z'],
  ['2027-02-29 24:00', undefined],
  ['2027-05-11 30:00', undefined],
  ['2027-05-11 09:00-10', undefined],
  ['2027-05-11T09:00:00-05:00', '2027-05-11T09:00:00-05:00'],
  ['2027-05-11T09:00:00+02', '2027-05-11T09:00:00+02:00'],
  ['2027-05-11 09:00:00 UTC', '2027-05-11T09:00:00Z'],
  ['2027-05-11T09:00:00+02:00[Europe/Madrid]', '2027-05-11T09:00:00+02:00'],
  ['2027-05-11T09:00:00[Europe/Madrid]', '2027-05-11T09:00:00'],
  ['2027-05-11 09:00-10', undefined],
  ['2027-02-29 09:00', undefined],
  ['2027-05-11', undefined],
  ['09:00', undefined],
  ['11/05/2027 09:00', undefined],
  ['soon', undefined],
  ['', undefined],
])('reads %j as %j', (text, time) => expect(readTime(text)).toBe(time));

test.each([
  ['2027-05-11 09:45', '2027-05-11T09:00:00', '2027-05-11T09:45:00'],
  ['2027-05-11T08:45Z', '2027-05-11T09:00:00+02:00', '2027-05-11T08:45:00Z'],
  ['09:45', '2027-05-11T09:00:00', '2027-05-11T09:45:00'],
  ['9:45', '2027-05-11T09:00:00+02:00', '2027-05-11T09:45:00+02:00'],
  ['00:30', '2027-12-31T23:30:00Z', '2028-01-01T00:30:00Z'],
  ['2027-05-11 08:00', '2027-05-11T09:00:00', undefined],
  ['2027-05-11 09:00', '2027-05-11T09:00:00', undefined],
  ['10:00', '2027-05-11T22:00:00', '2027-05-12T10:00:00'],
  ['11:00', '2027-05-11T22:00:00', undefined],
  ['10am', '2027-05-11T09:00:00', '2027-05-11T10:00:00'],
  ['24:00', '2027-05-11T09:00:00', '2027-05-12T00:00:00'],
  ['midnight', '2027-05-11T22:00:00Z', '2027-05-12T00:00:00Z'],
  ['24:45', '2027-05-12T00:15:00', '2027-05-12T00:45:00'],
  ['08:00', '2027-05-11T09:00:00', undefined],
  ['later', '2027-05-11T09:00:00', undefined],
])('reads the end %j after %j as %j', (text, start, end) => expect(readTimeAfter(text, start)).toBe(end));

it.each([
  ['2027-05-11', '2027-05-12'],
  ['2028-02-28', '2028-02-29'],
  ['2027-12-31', '2028-01-01'],
])('after %s comes %s', (date, after) => expect(addDay(date)).toBe(after));

function check(
  raw: Partial<RawSlot>,
  expected: DraftSlot | undefined,
  problems: readonly string[] = [],
): void {
  const report = createReport('a.json');
  expect(readSlot({ start: '', end: '', rooms: [], ...raw }, { item: 'Ceph' }, report)).toEqual(expected);
  expect(report.problems.map(({ message, item }) => `${item}: ${message}`)).toEqual(
    problems.map(message => `Ceph: ${message}`),
  );
}

const NINE = '2027-05-11T09:00:00';

describe('a slot', () => {
  it.each<[string, Partial<RawSlot>, Partial<DraftSlot>]>([
    [
      'with an offset',
      { start: `${NINE}+02:00`, end: '2027-05-11T09:40:00+02:00' },
      { end: '2027-05-11T09:40:00+02:00' },
    ],
    ['in UTC', { start: `${NINE}Z`, minutes: 40 }, { end: '2027-05-11T09:40:00Z' }],
    ['on the conference’s clocks', { start: NINE, minutes: 40 }, { end: '2027-05-11T09:40:00' }],
    [
      'over midnight',
      { start: '2027-05-11T23:30:00-05:00', minutes: 60 },
      { end: '2027-05-12T00:30:00-05:00' },
    ],
    [
      'with an end and a length',
      { start: NINE, end: '2027-05-11T10:00', minutes: 5 },
      { end: '2027-05-11T10:00:00' },
    ],
    ['a day long', { start: NINE, minutes: 1440 }, { end: '2027-05-12T09:00:00' }],
    ['without an end', { start: NINE }, { end: undefined }],
    ['of no length', { start: NINE, minutes: 0 }, { end: undefined }],
    ['with a programme day', { start: NINE, day: '2027-05-10' }, { end: undefined, day: '2027-05-10' }],
    ['with a day that is none', { start: NINE, day: '2027-02-30' }, { end: undefined }],
    [
      'in rooms',
      {
        start: NINE,
        rooms: [' Quay\u00a0Hall', '', 'Foyer', 'Pier &amp; Loft', 'K&#252;stenhaus', 'R&D <2>'],
      },
      { end: undefined, rooms: ['Quay Hall', 'Foyer', 'Pier & Loft', 'Küstenhaus', 'R&D <2>'] },
    ],
  ])('%s', (_, raw, expected) =>
    check(raw, { start: raw.start ?? '', end: undefined, rooms: [], ...expected }),
  );

  it('is none where there is no start', () => {
    check({ end: NINE, rooms: ['Quay Hall'] }, undefined);
  });

  it.each<[Partial<RawSlot>, DraftSlot | undefined, string]>([
    [{ start: 'Monday' }, undefined, '"Monday" is not a date and time; the talk is listed without a time.'],
    [
      { start: '2027-02-30T09:00' },
      undefined,
      '"2027-02-30T09:00" is not a date and time; the talk is listed without a time.',
    ],
    [
      { start: NINE, end: 'tomorrow' },
      { start: NINE, end: undefined, rooms: [] },
      '"tomorrow" is not a time after the start; the talk is listed without an end.',
    ],
    [
      { start: NINE, end: '2027-05-11T08:00:00' },
      { start: NINE, end: undefined, rooms: [] },
      '"2027-05-11T08:00:00" is not a time after the start; the talk is listed without an end.',
    ],
    ...[
      { minutes: 1441 },
      { minutes: 1e308 },
      { end: '2027-05-12T09:01:00' },
      { end: '2027-05-13T09:00:00Z' },
    ].map((length): [Partial<RawSlot>, DraftSlot, string] => [
      { start: NINE, ...length },
      { start: NINE, end: undefined, rooms: [] },
      'It would last longer than 24 hours; it is listed without its end.',
    ]),
  ])('that cannot be read is a problem: %j', (raw, expected, problem) => check(raw, expected, [problem]));
});
