import { expect, test } from 'vitest';
import { scheduleCsv } from '../../../src/importers/csv/schedule-csv.ts';

/** The times of the first talk of a sheet beside talks on two days, and the sheet's problems. */
function read(header: string, row: string) {
  const columns = header.split('\t').length;
  const others = ['2027-05-11', '2027-05-12'].map(day =>
    header.startsWith('date') ? [day, '9:00', ...Array(columns - 2).fill('')] : [`${day} 9:00`],
  );
  const rows = [[row], ...others].map((cells, at) => `${cells.join('\t')}\tT${at}`);
  const { talks, problems } = scheduleCsv.read(`${header}\ttitle\n${rows.join('\n')}`, 'a.csv');
  return {
    times: talks?.[0]?.slots.map(({ start, end }) => [start.slice(5, 16), end?.slice(11, 16)]),
    problems: problems.map(({ message }) => message),
  };
}

test.each([
  '11-12 May 2027',
  '11/12 May 2027',
  '11 and 12 May 2027',
  'May 11-12, 2027',
  'May 11th & 12th, 2027',
  '11 May - 12 May 2027',
  'Tue 11 May 2027 and Wed 12 May 2027',
  'Tue 11 + Wed 12 May 2027',
  '11./12. Mai 2027',
  'vom 11. bis 12. Mai 2027',
  '11.-12.05.2027',
  '11.05.-12.05.2027',
  '11.05.2027 und 12.05.2027',
  'du 11 au 12 mai 2027',
  '11 et 12 mai 2027',
  '11 y 12 de mayo de 2027',
  '2027-05-11, 2027-05-12',
  '2027-05-11/2027-05-12',
  '2027-05-11 bis 2027-05-12',
  '11-12 May',
  'Tue/Wed',
  'Tuesday and Wednesday',
  'Dienstag bis Mittwoch',
])('a talk on "%s" is on both days', date =>
  expect(read('date\ttime', `${date}\t9:30-10:15`)).toEqual({
    times: [
      ['05-11T09:30', '10:15'],
      ['05-12T09:30', '10:15'],
    ],
    problems: [],
  }),
);

test('days from the first to the last are all those between', () =>
  expect(read('date\ttime', '11–13 May 2027\t9:30').times).toEqual([
    ['05-11T09:30', undefined],
    ['05-12T09:30', undefined],
    ['05-13T09:30', undefined],
  ]));

test.each([
  'Tuesday, 11 May 2027',
  'TUESDAY - May 11 2027 - Day 1',
  '11 May 27',
  'Tue 11.05.27',
  '11-05-2027',
])('a talk on "%s" is on one day', date =>
  expect(read('date\ttime', `${date}\t9:30`)).toEqual({ times: [['05-11T09:30', undefined]], problems: [] }),
);

test.each([
  ['9:30 and 14:00', '09:30', undefined, '14:00', undefined],
  ['9:30-10:15, 14:00-15:00', '09:30', '10:15', '14:00', '15:00'],
  ['9:30-10:15; 14:00-15:00', '09:30', '10:15', '14:00', '15:00'],
  ['9 und 14 Uhr', '09:00', undefined, '14:00', undefined],
  ['9h30 et 14h', '09:30', undefined, '14:00', undefined],
  ['9:30am & 2pm', '09:30', undefined, '14:00', undefined],
])('a talk at "%s" is at both times', (time, first, firstEnd, second, secondEnd) =>
  expect(read('date\ttime', `2027-05-11\t${time}`)).toEqual({
    times: [
      [`05-11T${first}`, firstEnd],
      [`05-11T${second}`, secondEnd],
    ],
    problems: [],
  }),
);

test('two starts stand beside two ends', () =>
  expect(read('date\tstart\tend', '2027-05-11\t9:30, 14:00\t10:15, 15:00').times).toEqual([
    ['05-11T09:30', '10:15'],
    ['05-11T14:00', '15:00'],
  ]));

test.each(['2027-05-11 09:30; 2027-05-12 14:00', '11 May 2027 9:30 and 12 May 2027 14:00'])(
  'a start of "%s"',
  start =>
    expect(read('start', start)).toEqual({
      times: [
        ['05-11T09:30', undefined],
        ['05-12T14:00', undefined],
      ],
      problems: [],
    }),
);

test.each(['11-12 May 2027, 9:30', '11-12 May 2027'])('days under a start: "%s"', start =>
  expect(read('start', start).times?.map(([time]) => time?.slice(0, 5))).toEqual(['05-11', '05-12']),
);

test.each([
  ['date\tstart', '11-12 May 2027\t9:30 and 14:00'],
  ['date\tstart', '29-30 February 2027\t9:30'],
  ['date\tstart', '2027-05-11\t9:30 / 14:00'],
  ['date\tstart\tend', '2027-05-11\t9:30, 14:00\t15:00'],
])('%s: "%s" may be several things, and is told', (header, row) =>
  expect(read(header, row).problems).toHaveLength(1),
);
