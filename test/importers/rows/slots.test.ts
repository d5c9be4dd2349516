import { expect, test } from 'vitest';
import { scheduleCsv } from '../../../src/importers/csv/schedule-csv.ts';

/** The rooms of a talk, beside talks in these others. */
function rooms(cell: string, others: readonly string[]) {
  const rows = [cell, ...others].map((room, at) => `T${at}\t2027-05-11 09:00\t${room}`);
  const { talks } = scheduleCsv.read(`title\tstart\troom\n${rows.join('\n')}`, 'a.csv');
  return talks?.[0]?.slots[0]?.rooms;
}

test.each([
  'Quay Hall / Pilot House',
  'Quay Hall/Pilot House',
  'Quay Hall and Pilot House',
  'Quay Hall, Pilot House',
  'Quay Hall; Pilot House',
  'Quay Hall + Pilot House',
  'Quay Hall & Pilot House',
  'Quay Hall und Pilot House',
  'QUAY HALL + pilot house',
])('takes %j for two rooms that the sheet knows', cell =>
  expect(rooms(cell, ['Pilot House', 'Quay Hall'])).toEqual(['Quay Hall', 'Pilot House']),
);

test('takes three rooms apart', () => expect(rooms('A, B and C', ['C', 'B', 'A'])).toEqual(['A', 'B', 'C']));

test.each([
  ['Quay Hall / Pilot House', ['Quay Hall']],
  ['QUAY HALL', ['Quay Hall']],
  ['Food and Drink', ['Quay Hall']],
  ['Hall A/B', ['Hall A', 'Hall B']],
])('leaves %j beside %j one room', (cell, others) => expect(rooms(cell, others)).toEqual([cell]));

/** The slots of the talks of a sheet, and its problems. */
function read(sheet: string) {
  const { talks, problems } = scheduleCsv.read(sheet, 'a.csv');
  return {
    slots: talks?.flatMap(({ slots }) => slots.map(({ start, end }) => [start, end])),
    problems: problems.map(({ message }) => message),
  };
}

test.each([
  'All day',
  'all-day',
  'whole day',
  'allday',
  'all day long',
  'den ganzen Tag',
  'ganztägig',
  'Toute la journée',
  'todo el día',
  'tutto il giorno',
])('a talk at "%s" lasts its day', start =>
  expect(read(`title,date,start\nSails,2027-05-11,${start}`)).toEqual({
    slots: [['2027-05-11T00:00:00', '2027-05-12T00:00:00']],
    problems: [],
  }),
);

test.each([
  ['de las 9:30 a las 10:15', '09:30', '10:15'],
  ['van 9:30 tot 10:15 uur', '09:30', '10:15'],
  ['dalle ore 9:30 alle ore 10:15', '09:30', '10:15'],
  ['09:30 – 10:15 (45 min)', '09:30', '10:15'],
])('a talk at "%s"', (time, start, end) =>
  expect(read(`title,date,time\nSails,2027-05-11,${time}`)).toEqual({
    slots: [[`2027-05-11T${start}:00`, `2027-05-11T${end}:00`]],
    problems: [],
  }),
);

test.each(['1810038600,1810043100', '1810038600000,1810043100000'])('instants as numbers: %s', times =>
  expect(read(`title,start,end\nSails,${times}`)).toEqual({
    slots: [['2027-05-11T12:30:00Z', '2027-05-11T13:45:00Z']],
    problems: [],
  }),
);

test('a time that cannot be read is told as it is written, and keeps its day', () =>
  expect(read('title,date,start\nSails,2027-05-11,Session 1: 9:30-10:15')).toEqual({
    slots: [['2027-05-11', undefined]],
    problems: [
      '"Session 1: 9:30-10:15" is not a date and time; the talk is listed on its day, with its time to come.',
    ],
  }));

test('a calendar that Outlook saved as a sheet says in a column what lasts all day', () =>
  expect(
    read(
      [
        'Subject,Start Date,Start Time,End Time,All day event,Location',
        'Sails,5/13/2027,12:00:00 AM,12:00:00 AM,TRUE,Deck',
        'Ropes,5/13/2027,9:00:00 AM,10:00:00 AM,FALSE,Pier',
      ].join('\n'),
    ).slots,
  ).toEqual([
    ['2027-05-13T00:00:00', '2027-05-14T00:00:00'],
    ['2027-05-13T09:00:00', '2027-05-13T10:00:00'],
  ]));

test.each(['TBA', 'tbd', 'n/a', '?', '-', 'to be announced', 'noch offen', 'por confirmar', 'à confirmer'])(
  'a talk at "%s" has its day, and its time to come',
  start =>
    expect(read(`title,date,start\nSails,2027-05-11,${start}\nRopes,2027-05-11,`)).toEqual({
      slots: [
        ['2027-05-11', undefined],
        ['2027-05-11', undefined],
      ],
      problems: [],
    }),
);

test('a start that is no time costs only the time', () =>
  expect(read('title,date,start\nSails,2027-05-11,after lunch')).toEqual({
    slots: [['2027-05-11', undefined]],
    problems: ['"after lunch" is not a date and time; the talk is listed on its day, with its time to come.'],
  }));
