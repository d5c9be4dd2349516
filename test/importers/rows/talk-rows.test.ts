import { describe, expect, it } from 'vitest';
import { createReport } from '../../../src/importers/reading/report.ts';
import type { CsvColumn, CsvMapping } from '../../../src/importers/rows/mapping.ts';
import type { RowSpeaker } from '../../../src/importers/rows/row.ts';
import { readSlotCells } from '../../../src/importers/rows/slot-cells.ts';
import { readRows } from '../../../src/importers/rows/talk-rows.ts';
import { PLAIN_TALK } from '../../support/plain-talk.ts';

type Cells = Readonly<Partial<Record<CsvColumn, string>>> & { readonly people?: readonly RowSpeaker[] };

/** The talks of rows, the first of which is in line 2, and their problems. */
function read(rows: readonly Cells[], mapping: CsvMapping = {}) {
  const report = createReport('a.csv');
  const talks = readRows(
    rows.map(({ people, ...cells }, at) => {
      const cell = (column: CsvColumn) => cells[column] ?? '';
      return { line: at + 2, cell, slot: readSlotCells(cell), speakers: people };
    }),
    { csv: mapping },
    report,
  );
  return {
    talks,
    problems: report.problems.map(({ severity, line, item, message }) =>
      [severity, line, `${item}:`, message].join(' '),
    ),
  };
}

const [TITLE, LINE] = ['Ceph at sea', 2];
const check = (
  cells: Cells,
  talk: Partial<Record<keyof typeof PLAIN_TALK, unknown>>,
  problems: readonly string[] = [],
) =>
  expect(read([{ title: TITLE, ...cells }])).toEqual({
    talks: [{ ...PLAIN_TALK, line: LINE, ...talk }],
    problems,
  });

describe('a row', () => {
  it('is a talk with all that its cells give', () =>
    check(
      {
        id: '7',
        abstract: 'How.',
        description: 'Why.',
        date: '2027-05-11',
        start: '9:00',
        end: '9:40',
        room: 'Quay Hall',
        track: 'Storage',
        level: 'Beginner',
        language: 'de',
        type: 'Workshop',
        state: 'Zugesagt',
        link: 'https://example.org/7',
      },
      {
        id: '7',
        abstract: 'How.\n\nWhy.',
        slots: [
          { start: '2027-05-11T09:00:00', end: '2027-05-11T09:40:00', rooms: ['Quay Hall'], day: undefined },
        ],
        track: 'Storage',
        level: 'Beginner',
        languages: ['de'],
        links: [{ kind: 'web', url: 'https://example.org/7', title: '' }],
      },
    ));

  it('states its kind with a word of Lectern', () => check({ type: 'social' }, { kind: 'social' }));

  it('is left out if its state is not accepted', () =>
    expect(
      read([
        { title: TITLE, state: 'Abgelehnt' },
        { title: 'Tape', state: 'OK' },
      ]),
    ).toMatchObject({
      talks: [{ title: 'Tape', line: 3 }],
      problems: ['warning  undefined: Left out because not accepted: 1 abgelehnt.'],
    }));

  it('is cancelled if it has a time and its state says so', () =>
    expect(read([{ title: TITLE, state: 'Cancelled', start: '2027-05-11 9:00' }]).talks[0]?.status).toBe(
      'cancelled',
    ));

  it('is one talk with another of its id and title', () => {
    const slot = { id: '7', title: TITLE, date: '2027-05-11' };
    const { talks } = read([
      { ...slot, start: '9:00', speakers: 'Ada Lund' },
      { ...slot, start: '10:00', speakers: 'Bo Ek' },
    ]);
    expect(
      talks.map(({ line, slots, speakers }) => [line, slots.length, speakers.map(({ name }) => name)]),
    ).toEqual([[2, 2, ['Ada Lund', 'Bo Ek']]]);
  });

  it('reports a missing title at its line', () =>
    expect(read([{ title: TITLE }, { id: '8', title: '' }]).problems).toEqual([
      'error 3 8: The entry has no title; it was left out.',
    ]));
});

describe('the speakers of a row', () => {
  it('have its bio only if there is one', () => {
    check(
      { speakers: 'Ada Lund', bio: '<p>Sails.</p>' },
      { speakers: [{ name: 'Ada Lund', bio: 'Sails.' }] },
    );
    check(
      { speakers: 'Ada Lund, Bo Ek', bio: 'Sails.' },
      {
        speakers: [
          { name: 'Ada Lund', bio: '' },
          { name: 'Bo Ek', bio: '' },
        ],
      },
    );
  });

  it('have numbers before their names if all of them do', () => {
    check(
      { speakers: '10:Ada Lund|11: Bo Ek' },
      {
        speakers: [
          { id: '10', name: 'Ada Lund', bio: '' },
          { id: '11', name: 'Bo Ek', bio: '' },
        ],
      },
    );
    check(
      { speakers: '10:Ada Lund|Bo Ek' },
      {
        speakers: [
          { name: '10:Ada Lund', bio: '' },
          { name: 'Bo Ek', bio: '' },
        ],
      },
    );
  });

  it('may be known to the source by more than a name', () =>
    check(
      {
        people: [
          { id: 'ada', name: '', bio: '' },
          { id: ' bo ', name: 'Bo Ek', bio: 'Writes.' },
          { name: 'TBA', bio: '' },
        ],
        speakers: 'Cy Fry',
      },
      {
        speakers: [
          { id: 'ada', name: '', bio: '' },
          { id: 'bo', name: 'Bo Ek', bio: 'Writes.' },
        ],
      },
    ));
});

describe('a fault that rows share is reported once', () => {
  const at = (cells: Cells) => [
    { title: 'Ceph', ...cells },
    { title: 'Tape', ...cells },
  ];
  const [SET, UNTIMED] = [
    'Set the first day in conference.yml, as csv: { firstDay: YYYY-MM-DD }.',
    'the talk is listed without its time.',
  ];

  it.each<[string, Cells, string]>([
    ['no date', { start: '9:00' }, `A time has no date, here and in 1 more row; ${UNTIMED} ${SET}`],
    [
      'no year',
      { date: '11 May', start: '9:00' },
      `"11 May" names no year, here and in 1 more row; ${UNTIMED} Write the year, or s${SET.slice(1)}`,
    ],
    [
      'no first day',
      { date: 'Day 1', start: '9:00' },
      `"Day 1" does not say which date it is, here and in 1 more row; ${UNTIMED} ${SET}`,
    ],
    [
      'a number',
      { date: '2027-05-11', start: '9' },
      `"9" is a number, not a time, here and in 1 more row; ${UNTIMED} In the spreadsheet, format the cells as dates and times.`,
    ],
    [
      'a bad duration',
      { start: '2027-05-11 9:00', duration: 'long' },
      'A duration is not a length such as 45 or 00:45, here and in 1 more row; the talk is listed without its end.',
    ],
  ])('%s', (_, cells, problem) => expect(read(at(cells)).problems).toEqual([`error 2 Ceph: ${problem}`]));

  it('a room without a time, which is to come', () =>
    expect(read(at({ room: 'Quay Hall' })).problems).toEqual([
      'warning 2 Ceph: It has a room and no day or time yet, here and in 1 more row; the talk is listed without time and room.',
    ]));

  it('a link that is none, of which the talk needs nothing', () =>
    expect(read(at({ link: 'example' })).problems).toEqual([
      'warning 2 Ceph: A link is not a web address, here and in 1 more row; it was left out.',
    ]));

  it('with the first day that the others have', () =>
    expect(
      read([
        { title: 'Ceph', start: '9:00' },
        { title: 'Tape', start: '2027-05-12 9:00' },
      ]).problems,
    ).toEqual([
      `error 2 Ceph: A time has no date; ${UNTIMED} Set the first day in conference.yml, as csv: { firstDay: 2027-05-12 }.`,
    ]));

  it('but is none with the first day set', () =>
    expect(read(at({ date: 'Day 2', start: '9:00' }), { firstDay: '2027-05-11' })).toMatchObject({
      talks: [{ slots: [{ start: '2027-05-12T09:00:00' }] }, { slots: [{ start: '2027-05-12T09:00:00' }] }],
      problems: [],
    }));
});

it('places a row that lies within the session above it, or in one that it names', () => {
  const session = {
    title: 'Storage',
    id: '7',
    date: '2027-05-11',
    start: '09:00',
    end: '10:30',
    room: 'Quay',
  };
  const { talks } = read([
    session,
    { title: 'Ceph', start: '09:00', date: '2027-05-11', end: '09:30', within: 'Sub' },
    { title: 'Tape', within: 'Sub' },
    { title: 'Ropes', within: '7', room: 'Pier' },
    { title: 'Knots', within: 'storage' },
    { title: 'Sails', within: 'Masts' },
  ]);
  const placed = talks.map(({ title, within, slots: [slot] }) => [
    title,
    within,
    slot?.end?.slice(11, 16),
    ...(slot?.rooms ?? []),
  ]);
  expect(placed).toEqual([
    ['Storage', undefined, '10:30', 'Quay'],
    ['Ceph', 'Storage', '09:30', 'Quay'],
    ['Tape', 'Storage', '10:30', 'Quay'],
    ['Ropes', 'Storage', '10:30', 'Pier'],
    ['Knots', 'Storage', '10:30', 'Quay'],
    ['Sails', undefined, undefined],
  ]);
});
