import { expect, test } from 'vitest';
import { scheduleCsv } from '../../../src/importers/csv/schedule-csv.ts';

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

/** Start, end and day of a talk in a sheet. */
function times(header: string, row: string) {
  const { talks, problems } = scheduleCsv.read(`title;${header}\nRopes;${row}`, 'a.csv');
  return {
    times: talks?.flatMap(({ slots }) => slots.map(({ start, end, day }) => [start, end, day])),
    problems: problems.map(({ message }) => message),
  };
}

test.each([
  ['date;time', '2027-05-11;2:30-3:45pm', '2027-05-11T14:30:00', '2027-05-11T15:45:00'],
  ['date;time', '2027-05-11;9 to 10am', '2027-05-11T09:00:00', '2027-05-11T10:00:00'],
  ['date;time', '2027-05-11;10 - 10:45', '2027-05-11T10:00:00', '2027-05-11T10:45:00'],
  ['date;time', '2027-05-11;22–24 Uhr', '2027-05-11T22:00:00', '2027-05-12T00:00:00'],
  ['date;time', '2027-05-11;de 9h à 10h30', '2027-05-11T09:00:00', '2027-05-11T10:30:00'],
  ['date;time', '2027-05-11;von 9 bis 10 Uhr', '2027-05-11T09:00:00', '2027-05-11T10:00:00'],
  ['date;time', '2027-05-11;0900-1030h', '2027-05-11T09:00:00', '2027-05-11T10:30:00'],
  ['date;start;end', '2027-05-11;2:30;3:45 pm', '2027-05-11T14:30:00', '2027-05-11T15:45:00'],
  ['date;start;end', '2027-05-11;2:30 PM;3:45', '2027-05-11T14:30:00', '2027-05-11T15:45:00'],
  ['date;start;end', '2027-05-11;12 noon;1 pm', '2027-05-11T12:00:00', '2027-05-11T13:00:00'],
  ['date;start;end', '2027-05-11;10 pm;midnight', '2027-05-11T22:00:00', '2027-05-12T00:00:00'],
  ['date;start;end', '2027-05-11;0900;0945', '2027-05-11T09:00:00', '2027-05-11T09:45:00'],
  ['start', '2027-05-11, 9-10am', '2027-05-11T09:00:00', '2027-05-11T10:00:00'],
  ['start', '11 May 2027 2:30-3:45 p.m.', '2027-05-11T14:30:00', '2027-05-11T15:45:00'],
  ['start', '2027-05-11 09:00-10:00', '2027-05-11T09:00:00', '2027-05-11T10:00:00'],
  ['start', '2027-05-11 22:00 - 2027-05-12 01:00', '2027-05-11T22:00:00', '2027-05-12T01:00:00'],
  ['start', '2027-05-11-0900', '2027-05-11T09:00:00', undefined],
  ['date;start;end', '11 May 2027 9:00 am;9:00;9:45', '2027-05-11T09:00:00', '2027-05-11T09:45:00'],
  [
    'start date;start time;end time',
    '2027-05-11 09:00:00;09:00;09:45',
    '2027-05-11T09:00:00',
    '2027-05-11T09:45:00',
  ],
  ['date;start;duration', '2027-05-11;9h30;1h 30m', '2027-05-11T09:30:00', '2027-05-11T11:00:00'],
])('reads times as people write them: %s of %s', (header, row, start, end) =>
  expect(times(header, row)).toEqual({ times: [[start, end, undefined]], problems: [] }),
);

test('keeps the day of what begins after midnight of it', () =>
  expect(times('date;start;end', '2027-05-11;24:30;26:00')).toEqual({
    times: [['2027-05-12T00:30:00', '2027-05-12T02:00:00', '2027-05-11']],
    problems: [],
  }));

test('leaves an offset an offset', () =>
  expect(times('start', '2027-05-11 09:00-04:00')).toEqual({
    times: [['2027-05-11T09:00:00-04:00', undefined, undefined]],
    problems: [],
  }));
