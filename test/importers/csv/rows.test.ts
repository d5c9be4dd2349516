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

test('leaves out what a column without a known name has as rejected', () => {
  const { talks, problems } = scheduleCsv.read(
    'title,start,Outcome\nCeph,2027-05-11 09:00,Accepted\nSecret,2027-05-11 10:00,Rejected\n',
    'a.csv',
  );
  expect(talks?.map(({ title }) => title)).toEqual(['Ceph']);
  expect(problems.map(({ message }) => message)).toEqual(['Left out because not accepted: 1 rejected.']);
});

test("a company beside several speakers is nobody's, which is said once", () => {
  const { talks, problems } = scheduleCsv.read(
    'title,speaker 1 first name,speaker 1 last name,speaker 2 first name,speaker 2 last name,company\nCeph,Ada,Lund,Bo,Ek,Harbour Ltd\nRope,Cy,Moe,Di,Roe,Pier AG\nTape,Ada,Lund,,,Harbour Ltd\n',
    'a.csv',
  );
  expect(talks?.map(({ speakers }) => speakers)).toEqual([
    [
      { name: 'Ada Lund', bio: '' },
      { name: 'Bo Ek', bio: '' },
    ],
    [
      { name: 'Cy Moe', bio: '' },
      { name: 'Di Roe', bio: '' },
    ],
    [{ name: 'Ada Lund', bio: '', affiliation: 'Harbour Ltd' }],
  ]);
  expect(problems.map(({ line, message }) => `${line}: ${message}`)).toEqual([
    '2: A company stands beside several speakers, here and in 1 more row, and nothing tells whose it is; it was left out. Write one for each speaker, with semicolons between them.',
  ]);
});
