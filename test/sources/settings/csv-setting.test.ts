import { expect, test } from 'vitest';
import { LineCounter, parseDocument } from 'yaml';
import { readCsvSettings } from '../../../src/sources/settings/csv-setting.ts';

/** What is read of a `conference.yml`, and the mistakes as `line: message`. */
function check(text: string, mapping: unknown, mistakes: readonly string[] = []) {
  const lines = new LineCounter();
  const said: string[] = [];
  const { contents } = parseDocument(text, { lineCounter: lines });
  const read = readCsvSettings(contents, (offset, message) =>
    said.push(`${lines.linePos(offset ?? 0).line}: ${message}`),
  );
  expect({ read, said }).toEqual({ read: mapping, said: mistakes });
}

test('reads names and numbers of columns, the order of dates and the first day', () =>
  check('csv: { title: Talk name, speakers: 2, dateFormat: "dd/MM/yyyy", firstDay: 2027-05-11 }', {
    columns: { title: 'Talk name', speakers: 2 },
    dateFormat: 'dd/MM/yyyy',
    firstDay: '2027-05-11',
  }));

test('reads columns in a group of their own', () =>
  check('csv: { columns: { title: Talk name, speakers: 2 }, dateFormat: d/m/y }', {
    columns: { title: 'Talk name', speakers: 2 },
    dateFormat: 'd/m/y',
  }));

test.each(['', 'name: Lighthouse Days', 'csv:', '[csv]'])('reads nothing of %j', text =>
  check(text, undefined),
);

test.each([
  [
    'csv: yes please',
    undefined,
    '1: "csv" should be lines such as "title: Talk name" below it; it was left out.',
  ],
  [
    'csv:\n  titles: A\n  start: B',
    { columns: { start: 'B' } },
    '2: "titles" is not a setting of "csv"; did you mean "title"? It was left out.',
  ],
  [
    'csv: { title: [A] }',
    { columns: {} },
    '1: "title" should be the name of a column, or its number from 1. It was left out.',
  ],
  [
    'csv: { title: 0 }',
    { columns: {} },
    '1: "title" should be the name of a column, or its number from 1. It was left out.',
  ],
  [
    'csv: { columns: 3 }',
    { columns: {} },
    '1: "columns" should be lines such as "title: Talk name" below it. It was left out.',
  ],
  [
    'csv: { columns: { titel: A } }',
    { columns: {} },
    '1: "titel" is not a setting of "csv"; did you mean "title"? It was left out.',
  ],
  [
    'csv: { dateFormat: sometimes }',
    { columns: {} },
    '1: "dateFormat" should be the order of dates, such as "dd/MM/yyyy". It was left out.',
  ],
  [
    'csv: { firstDay: 2027-02-30 }',
    { columns: {} },
    '1: "firstDay" should be a date such as 2027-05-11. It was left out.',
  ],
])('says what is wrong with %j', (text, mapping, mistake) => check(text, mapping, [mistake]));
