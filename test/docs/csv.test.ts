import { expect, test } from 'vitest';
import { COLUMN_NAMES, VAGUE_COLUMN_NAMES } from '../../src/importers/rows/columns/column-names.ts';
import { findColumns } from '../../src/importers/rows/columns/columns.ts';
import { nameKey } from '../../src/text/fold.ts';
import { codeIn, docsPage } from '../support/docs-page.ts';
import { readSheet } from './read-sheet.ts';

const page = docsPage('csv.md');

/** A sheet, the `conference.yml` above it if there is one, and the text below: all that is read of it. */
const examples = page.sections.flatMap(({ blocks }) =>
  blocks.flatMap(({ language, text: csv }, at) => {
    const [before, after] = [blocks[at - 1], blocks[at + 1]];
    if (language !== 'csv') return [];
    return { csv, yaml: before?.language === 'yaml' ? before.text : undefined, read: after?.text };
  }),
);

test.each(examples)('tells all that is read of $csv', ({ csv, yaml, read }) =>
  expect(readSheet(csv, yaml)).toBe(read),
);

test.each([
  ['Columns', COLUMN_NAMES],
  ['Columns with a vague name', VAGUE_COLUMN_NAMES],
])('"%s" lists each name that is known, in the order in which names are preferred', (heading, names) => {
  const listed = page
    .section(heading)
    .rows.map(([column = '', cell = '']) => [codeIn(column)[0], cell.split(', ').map(nameKey)]);
  const known = Object.entries(names).map(([column, each]) => [column, each.split(/\s+/)]);
  expect(Object.fromEntries(listed)).toEqual(Object.fromEntries(known));
});

/** Each form in a row of a table, and the row's last cell. */
function formsIn(heading: string): readonly (readonly [written: string, read: string])[] {
  return page.section(heading).rows.flatMap(([forms = '', read = '']) => {
    return codeIn(forms).map(written => [written, read] as const);
  });
}

test.each(formsIn('Spelling of a name'))('reads the column %s as %s', (written, column) =>
  expect(findColumns([written])).toEqual({ [codeIn(column)[0] ?? '']: [0] }),
);

/** What is read of a talk with these cells: its time, and nothing else. */
function timeOf(cells: Readonly<Record<string, string>>, yaml?: string): string | undefined {
  const row = Object.values(cells).map(cell => `"${cell}"`);
  const csv = `Title,${Object.keys(cells).join(',')}\nCeph at sea,${row.join(',')}\n`;
  return /^Ceph at sea\n {2}time: (.*)\n(?!error)/.exec(readSheet(csv, yaml))?.[1];
}

test.each(formsIn('Dates'))('reads the date %s as %s', (date, read) =>
  expect(timeOf({ Date: date, Start: '09:00' })).toBe(`${read} 09:00`),
);

test.each(formsIn('Days without a date'))('reads the day %s as %s', (date, read) =>
  expect(
    timeOf({ Date: date, Start: '09:00' }, 'timeZone: Europe/Madrid\ncsv: { firstDay: 2027-05-11 }'),
  ).toBe(`${read} 09:00`),
);

test.each(formsIn('Times'))('reads the time %s as %s', (start, read) =>
  expect(timeOf({ Date: '2027-05-11', Start: start })).toBe(`2027-05-11 ${read}`),
);

test.each(formsIn('Durations'))('reads the duration %s as %s', (duration, read) =>
  expect(timeOf({ Start: '2027-05-11 09:00', Duration: duration })).toBe(
    `2027-05-11 09:00–${{ '40 minutes': '09:40', '90 minutes': '10:30' }[read]}`,
  ),
);
