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
  ['Lund, Ada; Ek, Bo', 'Ada Lund', ['Ada Lund', 'Ek, Bo']],
  ['Ada Lund, Bo Ek', 'Ada Lund', ['Ada Lund', 'Bo Ek']],
])('leaves %j beside %j as %j', (cell, others, names) => expect(speakers(cell, others)).toEqual(names));

test.each([
  [
    'Ivo Juul (Dock Ltd, Aarhus), Kai Lind (Pier GmbH)',
    ['Ivo Juul (Dock Ltd, Aarhus)', 'Kai Lind (Pier GmbH)'],
  ],
  [
    'Mia Noor (Dock & Sons) and Bo Falk (Tar/Oil und Co.)',
    ['Mia Noor (Dock & Sons)', 'Bo Falk (Tar/Oil und Co.)'],
  ],
  ['Nia Orr [Dock; Aarhus]; Lee Moss', ['Nia Orr [Dock; Aarhus]', 'Lee Moss']],
  ['Flo Gran, Head of Masts, Dock Ltd', ['Flo Gran, Head of Masts, Dock Ltd']],
  ['Flo Gran, CTO, Dock, Bo Ek', ['Flo Gran, CTO, Dock', 'Bo Ek']],
])('splits %j at people alone', (cell, names) => expect(speakers(cell, 'Cy Fry')).toEqual(names));
