import { expect, test } from 'vitest';
import { scheduleCsv } from '../../../src/importers/csv/schedule-csv.ts';

function read(row: string) {
  const { talks, problems } = scheduleCsv.read(
    `date,start,end,room,title,speakers\n2027-05-11,9:00,9:40,Pier,Ceph,Ada Lund\n${row}`,
    'a.csv',
  );
  return {
    titles: talks?.map(({ title }) => title),
    problems: problems.map(({ severity, line, message }) => `${severity} ${line}: ${message}`),
  };
}

test.each(['TOTAL,,,,4 talks,5 speakers', ',,,Summe:,4,', ',,,,Gesamt,12', ',,,,Totals,', 'Sum,,,2 rooms,,'])(
  'leaves out the total %j',
  row =>
    expect(read(row)).toEqual({
      titles: ['Ceph'],
      problems: ['warning 3: This row only totals the others; it was left out.'],
    }),
);

test.each([
  ',10:00,10:40,Pier,Total,Bo Ek',
  ',,,,Sum,Bo Ek',
  ',,,,Total recall of 4 disks,',
  'Total,10:00,,,4 talks,',
])('takes %j for a talk', row => expect(read(row).titles).toHaveLength(2));

test('reads the errors of a spreadsheet as empty, and says so once', () =>
  expect(read('2027-05-11,10:00,#VALUE!,#REF!,Tape,#N/A\n,########,,,#REF!,')).toEqual({
    titles: ['Ceph', 'Tape'],
    problems: [
      'error 3: "#VALUE!" is an error of the spreadsheet, here and in 1 more row; the cell was read as empty, and a row without a title was left out.',
    ],
  }));
