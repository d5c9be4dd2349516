import { expect, test } from 'vitest';
import { type CsvTable, parseCsv } from '../../../src/importers/csv/parse-csv.ts';

/** Rows as `line: cells`. */
function check(
  text: string,
  rows: readonly string[],
  { unclosedAt, unevenAt = [] }: Partial<Omit<CsvTable, 'rows'>> = {},
) {
  const table = parseCsv(text, {
    rowsMax: 100,
    worth: cells => cells.filter(cell => /^[ab]$/.test(cell)).length,
  });
  expect({ ...table, rows: table.rows.map(({ line, cells }) => `${line}: ${cells.join('|')}`) }).toEqual({
    rows,
    unclosedAt,
    unevenAt,
  });
}

test.each([
  ['commas', 'a,b\nc,d\n', ['1: a|b', '2: c|d']],
  ['semicolons', 'a;b\nd, e, f;g\n', ['1: a|b', '2: d, e, f|g']],
  ['tabs', 'a\tb\n\tc', ['1: a|b', '2: |c']],
  ['a delimiter that the first line names', 'sep=;\na;b', ['2: a|b']],
  ['quoted cells', '"a, b","say ""hi"""', ['1: a, b|say "hi"']],
  ['cells of several lines', 'a,b\n"c\n\nd",e\nf,g', ['1: a|b', '2: c\n\nd|e', '5: f|g']],
  ['quotation marks in the middle', 'a,5" disk\nb, "c"', ['1: a|5" disk', '2: b| "c"']],
  ['rows of different lengths', 'a,b\nc\nd,e,f', ['1: a|b', '2: c', '3: d|e|f']],
  ['empty rows', 'a,b\n\n,,\n  , \nc,d', ['1: a|b', '5: c|d']],
  ['formulas as text', '=1+1,"=HYPERLINK(""x"")"', ['1: =1+1|=HYPERLINK("x")']],
  ['nothing', '', []],
])('reads %s', (_, text, rows) => check(text, rows));

test('loses no row to a quotation mark that is never closed', () => {
  check('a,b\nc,d\n\n"e,f\ng,h\n', ['1: a|b', '2: c|d', '4: e|f', '5: g|h'], { unclosedAt: 4 });
});

test('reads the lines anew in which a quotation mark is missing or one too many', () => {
  const usual = 'a,b\n1,2\n3,4\n';
  const rows = ['1: a|b', '2: 1|2', '3: 3|4'];
  check(`${usual}"c,d\ne,"f"\ng,h\n`, [...rows, '4: c|d', '5: e|f', '6: g|h'], { unevenAt: [4] });
  check(`${usual}"c,"d"\ng,h\n`, [...rows, '4: c|d', '5: g|h'], { unevenAt: [4] });
  check(`${usual}"""c"" d"\n"e, f"\n`, [...rows, '4: "c" d', '5: e, f']);
});

test('reads each row once if one mark is never closed and another is within a formula', () => {
  check(
    'a,b,c\n=HYPERLINK("https://x.example","Rope"),1,2\n"Knot,3,4\nTape,5,6\n',
    ['1: a|b|c', '2: =HYPERLINK("https://x.example","Rope")|1|2', '3: Knot|3|4', '4: Tape|5|6'],
    { unclosedAt: 3 },
  );
  check('a,b\n1,2\n"c,"d"\n"e,f\ng,h\n', ['1: a|b', '2: 1|2', '3: c|d', '4: e|f', '5: g|h'], {
    unclosedAt: 4,
    unevenAt: [3],
  });
});

test('reads as many rows as it is asked for', () => {
  expect(parseCsv('a,b\n'.repeat(10), { rowsMax: 3, worth: cells => cells.length }).rows).toHaveLength(3);
});
