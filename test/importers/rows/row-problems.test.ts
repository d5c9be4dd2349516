import { expect, test } from 'vitest';
import { scheduleCsv } from '../../../src/importers/csv/schedule-csv.ts';

const problems = (days: readonly string[]) =>
  scheduleCsv
    .read(`title,start\n${days.map((day, at) => `T${at},${day} 09:00`).join('\n')}`, 'a.csv')
    .problems.map(({ severity, line, message }) => `${severity} ${line}: ${message}`);

test.each([
  [
    ['11/05/2027', '05/11/2027', '13/05/2027'],
    'warning 3: It is on 2027-11-05, and the others of the file are from 2027-05-11 to 2027-05-13. Is that date right?',
  ],
  [
    ['2027-05-11', '2027-05-11', '2026-05-11', '2026-05-12', '2027-05-12'],
    'warning 4: It is on 2026-05-11, here and in 1 more row, and the others of the file are from 2027-05-11 to 2027-05-12. Is that date right?',
  ],
])('warns of %j', (days, problem) => expect(problems(days)).toEqual([problem]));

test.each([
  [['2027-05-11', '2027-11-05']],
  [['2027-05-11', '2027-05-12', '2027-06-30']],
  [['2027-01-11', '2027-02-11', '2027-03-11', '2027-04-11', '2027-05-11']],
  [['2027-05-11', '2027-05-12', '2027-11-05', '2027-11-06']],
])('does not warn of %j', days => expect(problems(days)).toEqual([]));

test('names what is not a language, once, and no placeholder', () => {
  const sheet = (languages: readonly string[]) =>
    scheduleCsv.read(`title,spoken language\n${languages.map(one => `T,${one}`).join('\n')}`, 'a.csv');
  expect(sheet(['de', 'Elvish tongue', 'Elvish tongue']).problems.map(({ message }) => message)).toEqual([
    '"Elvish tongue" is not a language that Lectern knows, here and in 1 more row; it was left out. Write a code such as "de", or a name such as "German".',
  ]);
  expect(sheet(['de', 'n/a', '-', 'TBD', 'und', '']).problems).toEqual([]);
});
