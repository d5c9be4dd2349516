import { expect, test } from 'vitest';
import { scheduleCsv } from '../../../src/importers/csv/schedule-csv.ts';
import { readClock } from '../../../src/importers/rows/cell-times.ts';

test.each([
  ['9:20', '09:20:00'],
  ['09:20:30', '09:20:30'],
  ['9.20', '09:20:00'],
  ['9.20 Uhr', '09:20:00'],
  ['9h20', '09:20:00'],
  ['14h', '14:00:00'],
  ['9 am', '09:00:00'],
  ['12 AM', '00:00:00'],
  ['12:30 p.m.', '12:30:00'],
  ['2:30 PM', '14:30:00'],
  ['9', undefined],
  ['24:00', undefined],
  ['9:60', undefined],
  ['13 pm', undefined],
  ['soon', undefined],
  ['', undefined],
])('reads %j as %j', (text, time) => expect(readClock(text)).toBe(time));

function read(rows: string) {
  const { talks, problems } = scheduleCsv.read(`date;start;end;title\n${rows}`, 'a.csv');
  return {
    times: talks?.map(({ slots }) => slots.map(({ start, end }) => [start, end])),
    problems: problems.map(({ severity, line, message }) => `${severity} ${line}: ${message}`),
  };
}

test('reads dates and times as the numbers that a spreadsheet keeps of them', () =>
  expect(read('46518;0.375;0.40625;A\n;0,5;0,53125;B\n46519,0;0.333333333333333;10:00;C\n46520;;;D')).toEqual(
    {
      times: [
        [['2027-05-11T09:00:00', '2027-05-11T09:45:00']],
        [['2027-05-11T12:00:00', '2027-05-11T12:45:00']],
        [['2027-05-12T08:00:00', '2027-05-12T10:00:00']],
        [['2027-05-13', undefined]],
      ],
      problems: [
        'warning undefined: Its dates are numbers such as 46518, which was read as 2027-05-11; if that is wrong, format the cells as dates and times in the spreadsheet.',
        'warning 5: The row has no start; the talk is listed on its day, with its time to come.',
      ],
    },
  ));

test('says of a number that is no time what to do', () =>
  expect(read('2027-05-11;0.5;;A').problems).toEqual([
    'error 2: "0.5" is a number, not a time; the talk is listed without its time. In the spreadsheet, format the cells as dates and times.',
  ]));

test('takes no other number for a date', () =>
  expect(read('1234;9:00;;A\n46518;9;;B').times).toEqual([[], []]));
