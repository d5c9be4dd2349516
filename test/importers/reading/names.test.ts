import { expect, test } from 'vitest';
import { scheduleCsv } from '../../../src/importers/csv/schedule-csv.ts';

/** The speakers of a talk, where another one is given by `others`. */
function speakers(cell: string, others: string) {
  const { talks } = scheduleCsv.read(`title;speaker\nCeph;"${cell}"\nRust;"${others}"`, 'a.csv');
  return talks?.[0]?.speakers.map(({ name }) => name);
}

test.each([
  ['Lund, Ada', 'Ada Lund', ['Ada Lund']],
  ['LUND, Ada', 'Bo Ek & Ada Lund', ['Ada Lund']],
  ['Müller, Jürgen', 'Dipl.-Ing. Jürgen Müller, MBA', ['Dipl.-Ing. Jürgen Müller']],
  ['Müller, Jürgen', 'Prof. Dr. Jürgen Müller and Jürgen Müller', ['Jürgen Müller']],
  ['Müller, Jürgen; Lund, Ada', 'Jürgen Müller, Ada Lund', ['Jürgen Müller', 'Ada Lund']],
  ['van der Meer, Zoë', 'Frau Zoë van der Meer', ['Frau Zoë van der Meer']],
])('takes %j beside %j for %j', (cell, others, names) => expect(speakers(cell, others)).toEqual(names));

test.each([
  ['Lund, Ada', 'Bo Ek', ['Lund', 'Ada']],
  ['Lund, Ann', 'Mary Ann Lund', ['Lund', 'Ann']],
  ['Lund, Ada & Bo Ek', 'Cy Fry', ['Lund', 'Ada', 'Bo Ek']],
  ['Ada Lund, Bo Ek', 'Ada Lund', ['Ada Lund', 'Bo Ek']],
])('leaves %j beside %j as %j', (cell, others, names) => expect(speakers(cell, others)).toEqual(names));

/** Names with their affiliations. */
function people(cell: string, ...others: readonly string[]) {
  const rows = [cell, ...others].map((one, at) => `Talk ${at};"${one}"`).join('\n');
  const { talks } = scheduleCsv.read(`title;speaker\n${rows}`, 'a.csv');
  return talks?.[0]?.speakers.map(({ name, affiliation = '-' }) => `${name}: ${affiliation}`);
}

test.each([
  [
    'Ivo Juul (Dock Ltd, Aarhus), Kai Lind (Pier GmbH)',
    ['Ivo Juul: Dock Ltd, Aarhus', 'Kai Lind: Pier GmbH'],
  ],
  [
    'Mia Noor (Dock & Sons Inc.) and Bo Falk (Tar/Oil und Co.)',
    ['Mia Noor: Dock & Sons Inc.', 'Bo Falk: Tar/Oil und Co.'],
  ],
  ['Nia Orr [Dock; Aarhus]; Lee Moss', ['Nia Orr: Dock; Aarhus', 'Lee Moss: -']],
  ['Flo Gran, Head of Masts, Dock Ltd', ['Flo Gran: Head of Masts, Dock Ltd']],
  ['Flo Gran, CTO, Dock, Bo Ek', ['Flo Gran: CTO, Dock', 'Bo Ek: -']],
  ['Flo Gran, Dock, Inc., Bo Ek', ['Flo Gran: Dock, Inc.', 'Bo Ek: -']],
  ['Flo Gran, Merrow Systems; Bo Ek', ['Flo Gran: Merrow Systems', 'Bo Ek: -']],
  ['Flo Gran, CTO (Dock Ltd)', ['Flo Gran: CTO, Dock Ltd']],
  ['Zoë Meer, Leiterin, Hafen GmbH & Bo Ek', ['Zoë Meer: Leiterin, Hafen GmbH', 'Bo Ek: -']],
  ['Luis Mar, director, Universidad de Vigo', ['Luis Mar: director, Universidad de Vigo']],
  ['Anne Le Bras (Université de Brest)', ['Anne Le Bras: Université de Brest']],
  ['Ada Lund (she/her), Bo Ek (Moderator)', ['Ada Lund (she/her): -', 'Bo Ek (Moderator): -']],
  ['Roberta (Bobby) Tide', ['Roberta (Bobby) Tide: -']],
  ['Ada Lund, Jr. & Bo Ek III', ['Ada Lund, Jr.: -', 'Bo Ek III: -']],
  ['Ada Lund, PhD, Bo Ek, M.D.', ['Ada Lund: -', 'Bo Ek: -']],
  ['Siobh&aacute;n O&#39;Krag &amp; Bo Ek', ["Siobhán O'Krag: -", 'Bo Ek: -']],
  ['Dr. Ada L. and Bo & Co', ['Dr. Ada L.: -', 'Bo: -']],
  ['A. Lund / B. Ek', ['A. Lund: -', 'B. Ek: -']],
  ['Ada Lund (DOCK), Bo Ek (Tar, Inc.)', ['Ada Lund: DOCK', 'Bo Ek: Tar, Inc.']],
  ['TBA (Dock Ltd), Bo Ek', ['Bo Ek: -']],
  ['Ada Lund (Dock Ltd, ada@example.org)', ['Ada Lund: Dock Ltd']],
])('reads people and affiliations in %j', (cell, expected) => expect(people(cell)).toEqual(expected));

test('takes any company in parentheses where most names of the file have one', () => {
  expect(people('Ada Lund (Dock)*; Bo Ek (Rigging)')).toEqual(['Ada Lund: Dock', 'Bo Ek: Rigging']);
  expect(people('Ada Lund (Dock)', 'Cy Fry (Tar)', 'Di Orr')).toEqual(['Ada Lund: Dock']);
  expect(people('Ada Lund (Dock)', 'Cy Fry', 'Di Orr')).toEqual(['Ada Lund (Dock): -']);
  expect(people('Ada Lund (fnord)', 'Cy Fry (nord)')).toEqual(['Ada Lund (fnord): -']);
});

test.each([
  [['Lund, Ada; Ek, Bo'], ['Ada Lund: -', 'Bo Ek: -']],
  [['Lund, Ada and van der Meer, Zoë'], ['Ada Lund: -', 'Zoë van der Meer: -']],
  [['Lund, Ada\nEk, Bo Karl'], ['Ada Lund: -', 'Bo Karl Ek: -']],
  [['Lund, Ada', 'Ek, Bo; Fry, Cy'], ['Ada Lund: -']],
  [['Lund, Ada', 'Ek, Bo'], ['Ada Lund: -']],
  [['Lund, Ada (Dock Ltd)', 'Ek, Bo (Tar GmbH)'], ['Ada Lund: Dock Ltd']],
])('turns the names of a file that has family names first: %j', (cells, expected) =>
  expect(people(cells[0] ?? '', ...cells.slice(1))).toEqual(expected),
);

test('a link and a company behind a role are no part of a name', () => {
  expect(people('<a href=""https://example.org"">Ada Lund</a>')).toEqual(['Ada Lund: -']);
  expect(people('Ada Lund, Captain, Pier GmbH; Bo Ek')).toEqual(['Ada Lund: Captain, Pier GmbH', 'Bo Ek: -']);
});

test('an entity ends no name, in one column or in several', () => {
  const sheet = 'title,speaker 1,speaker 2\nCeph,Nora O&#39;Krag,Jos&eacute; Ek\n';
  const { talks } = scheduleCsv.read(sheet, 'a.csv');
  expect(talks?.[0]?.speakers.map(({ name }) => name)).toEqual(["Nora O'Krag", 'José Ek']);
});
