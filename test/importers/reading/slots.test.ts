import { describe, expect, it } from 'vitest';
import { reportOn } from '../../../src/importers/reading/report.ts';
import { type RawSlot, readSlot } from '../../../src/importers/reading/slots.ts';
import type { DraftSlot } from '../../../src/programme/joining/draft.ts';

function check(
  raw: Partial<RawSlot>,
  expected: DraftSlot | undefined,
  problems: readonly string[] = [],
): void {
  const report = reportOn('a.json');
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
      { start: NINE, rooms: [' Quay\u00a0Hall', '', 'Foyer'] },
      { end: undefined, rooms: ['Quay Hall', 'Foyer'] },
    ],
  ])('%s', (_, raw, expected) =>
    check(raw, { start: raw.start ?? '', end: undefined, rooms: [], ...expected }),
  );

  it('is none where there is no start', () => {
    check({ end: NINE, rooms: ['Quay Hall'] }, undefined);
  });

  it.each<[Partial<RawSlot>, DraftSlot | undefined, string]>([
    [{ start: 'Monday' }, undefined, '"Monday" is no date and time; the talk is listed without it.'],
    [
      { start: '2027-02-30T09:00' },
      undefined,
      '"2027-02-30T09:00" is no date and time; the talk is listed without it.',
    ],
    [
      { start: NINE, end: 'noon' },
      { start: NINE, end: undefined, rooms: [] },
      '"noon" is no time after the start; the talk is listed without its end.',
    ],
    [
      { start: NINE, end: '2027-05-11T08:00:00' },
      { start: NINE, end: undefined, rooms: [] },
      '"2027-05-11T08:00:00" is no time after the start; the talk is listed without its end.',
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
