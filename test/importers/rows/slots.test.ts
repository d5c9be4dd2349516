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
