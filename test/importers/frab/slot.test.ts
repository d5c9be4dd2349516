import { expect, it } from 'vitest';
import { chooseRoom, type FrabTime, readDayChange, readFrabSlot } from '../../../src/importers/frab/slot.ts';
import { createReport } from '../../../src/importers/reading/report.ts';
import type { DraftSlot } from '../../../src/programme/joining/draft.ts';

const DAY = { date: '2027-05-11', change: '09:00' };
const TIME: FrabTime = { date: '', start: '', duration: '', end: '', room: 'Quay Hall', day: DAY };

function check(
  { countsDays = false, ...given }: Partial<FrabTime> & { readonly countsDays?: boolean },
  expected: DraftSlot | undefined,
  problems: readonly string[] = [],
) {
  const report = createReport('schedule.xml');
  expect(readFrabSlot({ ...TIME, ...given }, { countsDays, spot: {}, report })).toEqual(expected);
  expect(report.problems.map(problem => problem.message)).toEqual(problems);
}

const slot = (given: Partial<DraftSlot>): DraftSlot => ({
  start: '2027-05-11T10:30:00',
  end: undefined,
  rooms: ['Quay Hall'],
  day: '2027-05-11',
  ...given,
});

it('takes the date with its offset, and states the clock that stands beside it', () =>
  check(
    { date: '2027-05-11T10:30:00+02:00', start: '10:30', duration: '00:25' },
    slot({ start: '2027-05-11T10:30:00+02:00', end: '2027-05-11T10:55:00+02:00', clock: '10:30' }),
  ));

it('makes a time of day and start where there is no date', () =>
  check({ start: '10:30', duration: '0:25' }, slot({ end: '2027-05-11T10:55:00', clock: '10:30' })));

it('puts what starts before the day changes after midnight', () =>
  check(
    { start: '00:30', duration: '00:45' },
    slot({ start: '2027-05-12T00:30:00', end: '2027-05-12T01:15:00', clock: '00:30' }),
  ));

it.each([
  ['2:30 PM', '2027-05-11T14:30:00', '14:30'],
  ['24:00', '2027-05-12T00:00:00', '00:00'],
  ['25:30', '2027-05-12T01:30:00', '01:30'],
])('reads a start at %s', (start, placed, clock) => check({ start }, slot({ start: placed, clock })));

it('leaves what starts as the day changes on that day', () =>
  check({ start: '09:00' }, slot({ start: '2027-05-11T09:00:00', clock: '09:00' })));

it('keeps what is after midnight on its programme day', () =>
  check(
    { date: '2027-05-12T01:30:00+02:00', start: '01:30' },
    slot({ start: '2027-05-12T01:30:00+02:00', clock: '01:30' }),
  ));

it('states a clock that differs from its date, and lets the programme judge', () =>
  check(
    { date: '2027-05-11T08:30:00Z', start: '10:30' },
    slot({ start: '2027-05-11T08:30:00Z', clock: '10:30' }),
  ));

it('takes the start where the date is a day alone', () =>
  check({ date: '2027-05-11', start: '8:30' }, slot({ start: '2027-05-11T08:30:00', clock: '08:30' })));

it.each(['2027-02-30', '9999-99-99', '11.05.2027', ''])('takes no harm from a day called %j', date =>
  check(
    { date: '2027-05-11T10:30:00Z', day: { ...DAY, date } },
    slot({ start: '2027-05-11T10:30:00Z', day: undefined }),
  ),
);

it('prefers an end that is stated', () =>
  check(
    { date: '2027-05-11T10:30:00Z', end: '2027-05-11T11:00:00Z', duration: '00:25' },
    slot({ start: '2027-05-11T10:30:00Z', end: '2027-05-11T11:00:00Z' }),
  ));

it.each([
  ['1:02:30', false, '2027-05-12T13:00:00'],
  ['1:12:00', true, '2027-05-12T22:30:00'],
  ['1:00:00', true, '2027-05-12T10:30:00'],
  ['1:12:00', false, '2027-05-11T11:42:00'],
  ['1:00:00', false, '2027-05-11T11:30:00'],
  ['00:45:00', true, '2027-05-11T11:15:00'],
  ['0:45:00', true, '2027-05-11T11:15:00'],
  ['01:30:00', true, '2027-05-11T12:00:00'],
  ['03:00:00', true, '2027-05-11T13:30:00'],
  ['01:10:30', false, '2027-05-11T11:40:30'],
])('lasts %s, in a file that writes 0:45 for others (%j), until %s', (duration, countsDays, end) =>
  check({ start: '10:30', duration, countsDays }, slot({ clock: '10:30', end })),
);

it.each([
  ['2027-05-12T03:59:00+02:00', '', '03:59'],
  ['2027-05-11T23:59:59+02:00', '', '00:00'],
  ['2027-05-11T18:00:00', '', '00:00'],
  ['2027-05-11T18:00:00', '09:00:00', '09:00'],
  ['03:59', '', '00:00'],
  ['', '', '00:00'],
])('changes the day that ends at %j, in a conference with %j, at %s', (end, conferenceChange, change) =>
  expect(readDayChange({ conferenceChange, date: '2027-05-11', end })).toBe(change),
);

it('knows no end where the length is nothing', () =>
  check({ start: '10:30', duration: '00:00' }, slot({ clock: '10:30' })));

it.each([{}, { date: '2027-05-11' }])('knows only the day where %j has no hour', time =>
  check(time, slot({ start: '2027-05-11', day: undefined })),
);

it('has no room where none is named', () =>
  check({ start: '10:30', room: ' ' }, slot({ clock: '10:30', rooms: [] })));

it.each([
  [{ day: { date: '', change: '00:00' } }, undefined, 'It has no time; it is listed without one.'],
  [{ start: 'later' }, undefined, '"later" is not a date and time; it is listed without one.'],
  [
    { start: '10:30', day: { date: '', change: '00:00' } },
    undefined,
    '"10:30" is not a date and time; it is listed without one.',
  ],
  [
    { date: '2027-13-40T10:30:00Z' },
    undefined,
    '"2027-13-40T10:30:00Z" is not a date and time; it is listed without one.',
  ],
  [
    { date: 'soon', start: '10:30' },
    slot({ clock: '10:30' }),
    '"soon" is not a date and time; the day and start beside it were used instead.',
  ],
  [
    { start: '10:30', duration: '6944:11:40' },
    slot({ clock: '10:30' }),
    'It would last longer than 31 days; it is listed without its end.',
  ],
  [
    { start: '10:30', duration: '36:00' },
    slot({ clock: '10:30' }),
    'It would last longer than 24 hours; it is listed without its end.',
  ],
  [
    { start: '10:30', duration: 'a while' },
    slot({ clock: '10:30' }),
    '"a while" is not a length such as 00:45; the talk has no end unless the file gives one.',
  ],
  [
    { date: '2027-06-01T10:30:00Z' },
    slot({ start: '2027-06-01T10:30:00Z', day: undefined }),
    'It is listed under 2027-05-11 but dated 2027-06-01; its date was used.',
  ],
])('reports %j', (given, expected, message) => check(given, expected, [message]));

it.each([
  ['k4201', 'K.4.201', 'K.4.201'],
  ['quay-hall', 'Quay Hall', 'Quay Hall'],
  ['Pier', 'Quay Hall', 'Pier'],
  ['', 'Quay Hall', 'Quay Hall'],
  ['Pier', '', 'Pier'],
  ['', '', ''],
])('takes %j under %j for %j', (own, around, room) => expect(chooseRoom(own, around)).toBe(room));
