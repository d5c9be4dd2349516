import { describe, expect, test } from 'vitest';
import { scheduleCsv } from '../../src/importers/schedule-csv.ts';

const TALK = {
  id: undefined,
  title: 'Ceph',
  abstract: '',
  speakers: [],
  track: undefined,
  slots: [],
  line: 2,
};
const SLOT = { start: '2027-05-11T09:00:00', end: '2027-05-11T09:45:00', rooms: ['Quay Hall'] };

/** One talk as it differs from a bare one, and the problems as `line: message`. */
function check(
  text: string,
  talk: Partial<Record<keyof typeof TALK, unknown>>,
  problems: readonly string[] = [],
) {
  const read = scheduleCsv.read(text, 'schedule.csv');
  expect({
    talks: read.talks,
    problems: read.problems.map(({ severity, line, message }) => `${severity} ${line}: ${message}`),
  }).toEqual({ talks: [{ ...TALK, ...talk }], problems });
}

const HEADER = 'title,start,end,room\n';

test.each([
  [
    'a talk with time and room',
    `${HEADER}Ceph,2027-05-11T09:00,2027-05-11T09:45,Quay Hall`,
    { slots: [SLOT] },
  ],
  ['an end that is only a time', `${HEADER}Ceph,2027-05-11 09:00,9:45,Quay Hall`, { slots: [SLOT] }],
  [
    'a talk that ends when it ends',
    `${HEADER}Ceph,2027-05-11 09:00,,Quay Hall`,
    { slots: [{ ...SLOT, end: undefined }] },
  ],
  [
    'a talk in two rooms',
    `${HEADER}Ceph,2027-05-11 09:00,09:45,"Quay Hall;Pier"`,
    { slots: [{ ...SLOT, rooms: ['Quay Hall', 'Pier'] }] },
  ],
  ['a talk without a time', `${HEADER}Ceph,,,`, {}],
  ['a short row', `${HEADER}Ceph`, {}],
  [
    'id, track and abstract',
    'id,title,track,abstract\n7,Ceph,Storage,How.',
    { id: '7', track: 'Storage', abstract: 'How.' },
  ],
  ['a title that looks like a formula', `${HEADER}=cmd|x,,,`, { title: '=cmd|x' }],
  [
    'columns in any order and case',
    'Room;START;Title\nQuay Hall;2027-05-11 09:00;Ceph',
    { slots: [{ ...SLOT, end: undefined }] },
  ],
])('reads %s', (_, text, talk) => check(text, talk));

test.each([
  ['Ada Lund', ['Ada Lund']],
  ['"Ada Lund, Bo Ek"', ['Ada Lund', 'Bo Ek']],
  ['Ada Lund & Bo Ek', ['Ada Lund', 'Bo Ek']],
  ['"Ada Lund, Bo Ek and Cy Fry"', ['Ada Lund', 'Bo Ek', 'Cy Fry']],
  ['"Ada Lund\nBo Ek, Acme"', ['Ada Lund', 'Bo Ek, Acme']],
  ['"Ada Lund; Lund, Bo"', ['Ada Lund', 'Lund, Bo']],
  ['"Martin King, Jr."', ['Martin King, Jr.']],
  ['Andy Sandberg', ['Andy Sandberg']],
])('finds in %j the speakers %j', (cell, names) => {
  check(`title,speakers\nCeph,${cell}`, { speakers: names.map(name => ({ name, bio: '' })) });
});

describe('says what it could not take', () => {
  test.each([
    [
      'a time',
      `${HEADER}Ceph,9 am,,Pier`,
      {},
      'error 2: "9 am" is no date and time such as 2027-05-11 09:00; the talk is listed without it.',
    ],
    [
      'an end',
      `${HEADER}Ceph,2027-05-11 09:00,soon,Quay Hall`,
      { slots: [{ ...SLOT, end: undefined }] },
      'error 2: "soon" is no time after the start; the talk is listed without its end.',
    ],
    [
      'a room without a time',
      `${HEADER}Ceph,,,Pier`,
      {},
      'error 2: The row has no start; the talk is listed without time and room.',
    ],
    [
      'a row without a title',
      `${HEADER}Ceph,,,\n,2027-05-11 09:00,,`,
      {},
      'error 3: The row has no title; it was left out.',
    ],
    [
      'other columns',
      'title,room,email\nCeph,,ada@example.org',
      {},
      'warning 1: These columns were not read: email.',
    ],
    [
      'what stands above the header',
      `Lighthouse Days\n\n${HEADER}Ceph`,
      { line: 4 },
      'warning 1: What stands above the header row was left out.',
    ],
    [
      'a speaker who is an address',
      'title,speakers\nCeph,ada@example.org',
      {},
      'error 2: A speaker has an e-mail address or phone number for a name; the talk is listed without this speaker.',
    ],
    [
      'an open quotation mark',
      `${HEADER}"Ceph,,,`,
      {},
      'warning 2: A quotation mark is never closed; from here on rows were read a line each, without minding quotation marks.',
    ],
  ])('of %s', (_, text, talk, problem) => check(text, talk, [problem]));

  test('of a file that is longer than any schedule', () => {
    const { talks, problems } = scheduleCsv.read(HEADER + ' '.repeat(16 * 2 ** 20), 'schedule.csv');
    expect({ talks, problems: problems.map(({ message }) => message) }).toEqual({
      talks: undefined,
      problems: ['The file is longer than 16 MB, which no schedule is; it was not read.'],
    });
  });

  test('beyond fifty thousand rows', () => {
    const { talks, problems } = scheduleCsv.read(`${HEADER}${'Ceph\n'.repeat(50_002)}`, 'schedule.csv');
    expect({ talks: talks?.length, problems }).toEqual({
      talks: 50_000,
      problems: [
        {
          severity: 'error',
          file: 'schedule.csv',
          line: 50_002,
          item: undefined,
          message: 'The file has more than 50,000 rows; from here on they were left out.',
        },
      ],
    });
  });
});
