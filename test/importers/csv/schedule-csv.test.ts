import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scheduleCsv } from '../../../src/importers/csv/schedule-csv.ts';
import { decode } from '../../../src/importers/decode.ts';
import type { CsvMapping } from '../../../src/importers/rows/mapping.ts';
import { cases } from '../../support/cases.ts';
import { hostileText } from '../../support/hostile.ts';
import { PLAIN_TALK } from '../../support/plain-talk.ts';
import { hasRealProgrammes, realBytes } from '../../support/real-programme.ts';

const TALK = { ...PLAIN_TALK, title: 'Ceph', line: 2 };
const SLOT = { start: '2027-05-11T09:00:00', end: '2027-05-11T09:45:00', rooms: ['Quay Hall'] };

/** One talk as it differs from a bare one, and the problems as `line: message`. */
function check(
  text: string,
  talk: Partial<Record<keyof typeof TALK, unknown>>,
  problems: readonly string[] = [],
  csv: CsvMapping = {},
) {
  const read = scheduleCsv.read(text, 'schedule.csv', { csv });
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
  ["Ada Lund / Tom O'Neil", ['Ada Lund', "Tom O'Neil"]],
  ["Ada Lund/Tom O'Neil and Bo Ek", ['Ada Lund', "Tom O'Neil", 'Bo Ek']],
  ['Ada Lund (Acme / Buoys)', ['Ada Lund (Acme / Buoys)']],
  ['Ada Lund (she/her)', ['Ada Lund (she/her)']],
  ['AC/DC', ['AC/DC']],
  ['"Dipl.-Ing. Jürgen Müller, MBA"', ['Dipl.-Ing. Jürgen Müller']],
  ['"Ada Lund, Ph.D., M.Sc., Bo Ek, CISSP and Cy Fry, MD"', ['Ada Lund', 'Bo Ek', 'Cy Fry']],
  ['"Ada Lund, MBA; Bo Ek, PhD (Acme)"', ['Ada Lund', 'Bo Ek (Acme)']],
  ['"Ada Lund, MA Jun"', ['Ada Lund', 'MA Jun']],
  ['"Ada Lund, Ma"', ['Ada Lund', 'Ma']],
])('finds in %j the speakers %j', (cell, names) => {
  check(`title,speakers\nCeph,${cell}`, { speakers: names.map(name => ({ name, bio: '' })) });
});

test.each([
  ['Tue 11.05.2027, 09:00 - 09:40', '2027-05-11T09:00:00', '2027-05-11T09:40:00'],
  ['Di 11.05.2027 09:00', '2027-05-11T09:00:00', undefined],
  ['Tue 11 May 2027 09:00–09:40', '2027-05-11T09:00:00', '2027-05-11T09:40:00'],
  ['11.05.2027 09:00', '2027-05-11T09:00:00', undefined],
  ['11.05.2027 09:00 bis 09:40 Uhr', '2027-05-11T09:00:00', '2027-05-11T09:40:00'],
  ['2027-05-11T09:00-04:00', '2027-05-11T09:00:00-04:00', undefined],
  ['11.05.2027 09:00 - 11.05.2027 09:40', '2027-05-11T09:00:00', '2027-05-11T09:40:00'],
])('reads %j as a start and an end', (cell, start, end) => {
  const { talks } = scheduleCsv.read(`title;when\nCeph;${cell}`, 'schedule.csv');
  expect(talks?.[0]?.slots.map(slot => [slot.start, slot.end])).toEqual([[start, end]]);
});

describe('says what it could not take', () => {
  test.each([
    [
      'a time',
      `${HEADER}Ceph,soon,,Pier`,
      {},
      'error 2: "soon" is not a date and time; the talk is listed without a time.',
    ],
    [
      'an end',
      `${HEADER}Ceph,2027-05-11 09:00,soon,Quay Hall`,
      { slots: [{ ...SLOT, end: undefined }] },
      'error 2: "soon" is not a time after the start; the talk is listed without an end.',
    ],
    [
      'a room without a time',
      `${HEADER}Ceph,,,Pier`,
      {},
      'warning 2: It has a room and no day or time yet; the talk is listed without time and room.',
    ],
    [
      'a row without a title',
      `${HEADER}Ceph,,,\n,2027-05-11 09:00,,`,
      {},
      'error 3: The entry has no title; it was left out.',
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
      'warning 1: The rows above the header row were left out.',
    ],
    [
      'a speaker who is an address',
      'title,speakers\nCeph,ada@example.org',
      { speakers: [{ id: 'cfe00dde46ef', name: 'Name withheld', bio: '' }] },
      'warning 2: A speaker has an e-mail address or phone number for a name; it is shown as "Name withheld".',
    ],
    [
      'a time without a date',
      `${HEADER}Ceph,9 am,,Pier`,
      {},
      'error 2: A time has no date; the talk is listed without its time. Set the first day in conference.yml, as csv: { firstDay: YYYY-MM-DD }.',
    ],
    [
      'a weekday for a date',
      'title,day,start\nCeph,fri,9:00',
      {},
      'error 2: "fri" does not say which date it is; the talk is listed without its time. Set the first day in conference.yml, as csv: { firstDay: YYYY-MM-DD }.',
    ],
    [
      'a day and a month for a date',
      'title,start\nCeph,12 May 9:00',
      {},
      'error 2: "12 May 9:00" names no year; the talk is listed without its time. Write the year, or set the first day in conference.yml, as csv: { firstDay: YYYY-MM-DD }.',
    ],
    [
      'a date that there is not',
      `${HEADER}Ceph,2027-13-45T09:00,,Pier`,
      {},
      'error 2: "2027-13-45T09:00" is not a date and time; the talk is listed without a time.',
    ],
    [
      'a date that there is not beside its time',
      'title,date,start\nCeph,30.2.2027,9:00',
      {},
      'error 2: "30.2.2027 9:00" is not a date and time; the talk is listed without a time.',
    ],
    [
      'a date that there is not in its year',
      'title,date,start\nCeph,29 Feb 2027,9:00',
      {},
      'error 2: "29 Feb 2027 9:00" is not a date and time; the talk is listed without a time.',
    ],
    [
      'a length that is none',
      'title,start,duration\nCeph,2027-05-11 9:00,a while',
      { slots: [{ start: '2027-05-11T09:00:00', rooms: [] }] },
      'error 2: A duration is not a length such as 45 or 00:45; the talk is listed without its end.',
    ],
    [
      'a link that leads nowhere',
      'title,slides\nCeph,slides/ceph.pdf',
      {},
      'warning 2: A link is not a web address; it was left out.',
    ],
    [
      'dates that can be read in two ways',
      'title,start\nCeph,05/11/2027 9:00',
      { slots: [{ start: '2027-11-05T09:00:00', rooms: [] }] },
      'warning undefined: Its dates, such as 05/11/2027, were read as day, month, year; if that is wrong, set csv: { dateFormat: "MM/dd/yyyy" } in conference.yml.',
    ],
    [
      'a row of which only the spreadsheet knows the speakers',
      'title,start,speakers\n"=HYPERLINK(""https://x.example"",""Ceph"")",,#REF!',
      {},
      'error 2: "#REF!" is an error of the spreadsheet; the cell was read as empty, and a row without a title was left out.',
    ],
    [
      'an open quotation mark',
      `${HEADER}"Ceph,,,`,
      {},
      'error 2: A quotation mark is never closed; from here on each line was read as a row and quotation marks were ignored.',
    ],
  ])('of %s', (_, text, talk, problem) => check(text, talk, [problem]));

  test('of a file that is longer than any schedule', () => {
    const { talks, problems } = scheduleCsv.read(HEADER + ' '.repeat(16 * 2 ** 20), 'schedule.csv');
    expect({ talks, problems: problems.map(({ message }) => message) }).toEqual({
      talks: [],
      problems: ['The file is longer than 16 MB, which no schedule is; it was not read.'],
    });
  });
});

test('says once what many rows lack', () => {
  const { problems } = scheduleCsv.read('title,start\nA,9:00\nB,10:00\nC,11:00', 'schedule.csv');
  expect(problems.map(({ line, message }) => `${line}: ${message}`)).toEqual([
    '2: A time has no date, here and in 2 more rows; the talk is listed without its time. Set the first day in conference.yml, as csv: { firstDay: YYYY-MM-DD }.',
  ]);
});

test('says a first day as the sheet itself has it', () => {
  const { problems } = scheduleCsv.read(
    'title,date,start\nA,Day 1,9:00\nB,Day 2,9:00\nC,31 Dec 2026,9:00\nD,30 Dec 2026,9:00\nE,1 Jan 2027,9:00\nF,2 Jan,9:00',
    'schedule.csv',
  );
  expect(problems.map(({ line, message }) => `${line}: ${message}`)).toEqual([
    '7: "2 Jan" names no year; the talk is listed without its time. Write the year, or set the first day in conference.yml, as csv: { firstDay: 2026-12-30 }.',
    '2: "Day 1" does not say which date it is, here and in 1 more row; the talk is listed without its time. Set the first day in conference.yml, as csv: { firstDay: 2026-12-30 }.',
  ]);
});

describe('reads the headers of', () => {
  test.each([
    ['German', 'Titel;Beginn;Ende;Raum;Vortragende;Sprache'],
    ['French', 'Titre;Début;Fin;Salle;Intervenants;Langue'],
    ['Spanish', 'Título;Inicio;Fin;Sala;Ponentes;Idioma'],
    ['Portuguese', 'Título;Início;Fim;Sala;Palestrantes;Idioma'],
    ['Italian', 'Titolo;Inizio;Fine;Sala;Relatori;Lingua'],
    ['pretalx', '"Proposal title";"Start";"End";"Room";"Speaker names";"Language"'],
    ['Sched', 'name;event_start;event_end;venue;panelists;language'],
  ])('%s', (_, header) =>
    check(`\ufeff${header}\nCeph;2027-05-11 09:00;09:45;Quay Hall;Ada Lund;en`.replace('\ufeff', ''), {
      slots: [SLOT],
      speakers: [{ name: 'Ada Lund', bio: '' }],
      languages: ['en'],
    }),
  );

  test('PyConES, where "name" is who speaks', () =>
    check('name,title,abstract\nAda Lund,Ceph,How.', {
      speakers: [{ name: 'Ada Lund', bio: '' }],
      abstract: 'How.',
    }));
});

describe('reads people', () => {
  const names = (text: string) => scheduleCsv.read(text, 'a.csv').talks?.map(({ speakers }) => speakers);
  test.each([
    ['of a column each', 'title,Speaker 1,Speaker 2\nCeph,Ada Lund,Bo Ek'],
    ['of two columns with several', 'title,Speaker,Co-speakers\nCeph,Ada Lund,"Bo Ek, Ada Lund"'],
    ['with a first and a last name', 'title,First name,Last name,id\nCeph,Ada,Lund,7\nCeph,Bo,Ek,7'],
    ['of a row each', 'id,title,speaker\n7,Ceph,Ada Lund\n7,Ceph,Bo Ek'],
  ])('%s', (_, text) =>
    expect(names(text)).toEqual([
      [
        { name: 'Ada Lund', bio: '' },
        { name: 'Bo Ek', bio: '' },
      ],
    ]),
  );
});

describe('reads days and times', () => {
  const at = (start: string, end?: string) => ({ slots: [{ start, end, rooms: [] }] });
  test.each([
    [
      'parted',
      'title,date,start,end\nCeph,2027-05-11,9:00,9:45',
      at('2027-05-11T09:00:00', '2027-05-11T09:45:00'),
    ],
    [
      'of pretalx',
      'Title,Start (date),Start (time),End (time)\nCeph,2027-05-11,09:00:00,09:45:00',
      at('2027-05-11T09:00:00', '2027-05-11T09:45:00'),
    ],
    ['as dd.mm.yyyy', 'title,date,start\nCeph,11.05.2027,9.30 Uhr', at('2027-05-11T09:30:00')],
    ['as dd/mm/yyyy', 'title,date,start\nCeph,31/05/2027,9h30', at('2027-05-31T09:30:00')],
    ['as mm/dd/yyyy', 'title,date,start\nCeph,05/31/2027,2:30 PM', at('2027-05-31T14:30:00')],
    ['as dd/mm/yy', 'title,date,start\nCeph,31/05/27,9:30', at('2027-05-31T09:30:00')],
    [
      'in one cell',
      'title,start,end\nCeph,31/05/2027 09:00,31/05/2027 09:45',
      at('2027-05-31T09:00:00', '2027-05-31T09:45:00'),
    ],
    ['in words', 'title,date,start\nCeph,"Tuesday, 11 May 2027",9:00', at('2027-05-11T09:00:00')],
    ['in words of America', 'title,start\nCeph,"May 11, 2027, 9:00 am"', at('2027-05-11T09:00:00')],
    ['in words of Spain', 'title,date,start\nCeph,11 de mayo de 2027,9:00', at('2027-05-11T09:00:00')],
    [
      'as a range',
      'title,date,time\nCeph,2027-05-11,09:00 - 09:45',
      at('2027-05-11T09:00:00', '2027-05-11T09:45:00'),
    ],
    [
      'past midnight',
      'title,date,start,end\nCeph,2027-05-11,23:30,0:30',
      at('2027-05-11T23:30:00', '2027-05-12T00:30:00'),
    ],
    [
      'of Sessionize',
      'title,Scheduled At,Scheduled Duration\nCeph,11 May 2027 09:00 AM,45',
      at('2027-05-11T09:00:00', '2027-05-11T09:45:00'),
    ],
    [
      'under the name of a date',
      'title,start_date,end_date\nCeph,2027-05-11 09:00:00,2027-05-11 09:45:00',
      at('2027-05-11T09:00:00', '2027-05-11T09:45:00'),
    ],
    [
      'that end on a day',
      'title,date,start,end date\nCeph,2027-05-11,9:00,2027-05-11',
      at('2027-05-11T09:00:00'),
    ],
    ['with an offset', 'title,start\nCeph,2027-05-11T09:00:00+02:00', at('2027-05-11T09:00:00+02:00')],
  ])('%s', (_, text, talk) => check(text, talk));

  test.each(['45', '45 min', '0:45', '00:45:00', '45m', '0h45', '0.75h', '"0,75 h"'])(
    'with a length of %s',
    length =>
      check(
        `title,start,duration\nCeph,2027-05-11 09:00,${length}`,
        at('2027-05-11T09:00:00', '2027-05-11T09:45:00'),
      ),
  );

  test('of the evening before', () =>
    check('title,day,start\nCeph,2027-05-11,2027-05-12 00:30', {
      slots: [{ start: '2027-05-12T00:30:00', rooms: [], day: '2027-05-11' }],
    }));

  test('that other rows explain', () => {
    const { talks } = scheduleCsv.read(
      'title,date,start\nA,05/10/2027,9:00\nB,06/10/2027,9:00\nC,07/10/2027,9:00\nD,wed,10:00',
      'schedule.csv',
    );
    expect(talks?.map(talk => talk.slots[0]?.start)).toEqual([
      '2027-10-05T09:00:00',
      '2027-10-06T09:00:00',
      '2027-10-07T09:00:00',
      '2027-10-06T10:00:00',
    ]);
  });

  test('that stand above their rows', () => {
    const { talks, problems } = scheduleCsv.read(
      'title,start,room\n"Friday, Sept 24 Afternoon",,\nA,14:00,Pier\n,,\nSaturday 25 September,,\nB,9:00,Pier\nC,10:00,Pier',
      'schedule.csv',
      { csv: { firstDay: '2027-09-24' } },
    );
    expect({ starts: talks?.map(({ title, slots }) => [title, slots[0]?.start]), problems }).toEqual({
      starts: [
        ['A', '2027-09-24T14:00:00'],
        ['B', '2027-09-25T09:00:00'],
        ['C', '2027-09-25T10:00:00'],
      ],
      problems: [],
    });
  });
});

describe('takes for a row without a date', () => {
  const starts = (text: string, csv: CsvMapping = {}) =>
    scheduleCsv.read(text, 'a.csv', { csv }).talks?.map(({ slots }) => slots[0]?.start);
  const merged =
    'date,start,title\n14 June 2027,9:00,A\n,10:00,B\n,,\n15 June 2027,9:00,C\n,11:00,D\n,12:00,E\n';

  test.each<[string, CsvMapping]>([
    ['that of the merged cell', {}],
    ['that of the merged cell, whichever day is the first', { firstDay: '2027-06-13' }],
  ])('%s', (_, csv) =>
    expect(starts(merged, csv)).toEqual([
      '2027-06-14T09:00:00',
      '2027-06-14T10:00:00',
      '2027-06-15T09:00:00',
      '2027-06-15T11:00:00',
      '2027-06-15T12:00:00',
    ]),
  );

  test('none of a row below it', () =>
    expect(starts('date,start,title\n,9:00,A\n14 June 2027,9:00,B\n')).toEqual([
      undefined,
      '2027-06-14T09:00:00',
    ]));

  test('none where it has no time either', () =>
    expect(scheduleCsv.read('date,start,title\n14 June 2027,9:00,A\n,,B\n', 'a.csv').problems).toEqual([]));
});

describe('reads a sheet of people', () => {
  test.each([
    ['of pretalx', '', 'ID,Name,Email,Biography\nADA,Ada Lund,ada@example.org,Ada sails.'],
    [
      'of Sessionize',
      'Captain',
      'Id,FirstName,LastName,Email,TagLine,Bio\nADA,Ada,Lund,ada@example.org,Captain,Ada sails.',
    ],
    [
      'with semicolons',
      'Captain, Harbour, Inc.',
      'Code;Speaker;Company;Job title;Bio\nADA;Ada Lund;Harbour, Inc.;Captain;Ada sails.',
    ],
  ])('%s', (_, affiliation, text) => {
    expect(scheduleCsv.recognises(text)).toBe(true);
    expect(scheduleCsv.read(text, 'speakers.csv')).toEqual({
      people: [{ id: 'ADA', name: 'Ada Lund', bio: 'Ada sails.', ...(affiliation && { affiliation }) }],
      problems: [],
    });
  });
});

describe('reads a sheet in which no row names the columns', () => {
  const read = (text: string) => {
    const { talks = [], problems } = scheduleCsv.read(text, 'a.csv');
    return {
      talks: talks.map(({ title, speakers, slots }) => [
        title,
        ...speakers.map(({ name }) => name),
        ...slots.map(({ start }) => start),
      ]),
      problems: problems.map(({ severity, line, message }) => `${severity} ${line}: ${message}`),
    };
  };

  test('by who speaks', () =>
    expect(
      read(
        'Magic Storage,Ada Lund and Bo Ek,https://example.org/1\n"Rust: what, and why?",Cy van Fry,https://example.org/2\nCrews,Dee Roe,https://example.org/3',
      ),
    ).toEqual({
      talks: [
        ['Magic Storage', 'Ada Lund', 'Bo Ek'],
        ['Rust: what, and why?', 'Cy van Fry'],
        ['Crews', 'Dee Roe'],
      ],
      problems: [
        'warning 1: No row names the columns; they were read as csv: { title: 1, link: 3, speakers: 2 }. If that is wrong, set the right ones in conference.yml.',
      ],
    }));

  test('by when it is', () =>
    expect(
      read('2027-05-11 09:00,Ceph at sea\n2027-05-11 10:00,Rust at sea\n2027-05-11 11:00,Crews').talks,
    ).toEqual([
      ['Ceph at sea', '2027-05-11T09:00:00'],
      ['Rust at sea', '2027-05-11T10:00:00'],
      ['Crews', '2027-05-11T11:00:00'],
    ]));

  test.each([
    ['numbers', '1,2\n3,4\n5,6'],
    [
      'sponsors',
      'Acme Ropes,https://example.org/a\nBuoy Works,https://example.org/b\nCrane Hire,https://example.org/c',
    ],
  ])('but not %s', (_, text) =>
    expect(read(text)).toEqual({
      talks: [],
      problems: [expect.stringMatching(/^error undefined: No row names the columns; put a header/)],
    }),
  );
});

describe('reads what conference.yml explains', () => {
  test('in the names of columns', () =>
    check(
      'Was,Wann,Who dunnit\nCeph,2027-05-11 09:00,Ada Lund',
      { slots: [{ start: '2027-05-11T09:00:00', rooms: [] }], speakers: [{ name: 'Ada Lund', bio: '' }] },
      [],
      { columns: { title: 'was', start: 'Wann', speakers: 'Who dunnit' } },
    ));

  test('in the numbers of columns', () =>
    check(
      'Ceph,Ada Lund,https://example.org/ceph',
      {
        line: 1,
        speakers: [{ name: 'Ada Lund', bio: '' }],
        links: [{ kind: 'web', url: 'https://example.org/ceph', title: '' }],
      },
      [],
      { columns: { title: 1, speakers: 2, link: 3 } },
    ));

  test('in the order of dates', () =>
    check('title,start\nCeph,05/11/2027 9:00', { slots: [{ start: '2027-05-11T09:00:00', rooms: [] }] }, [], {
      dateFormat: 'MM/dd/yyyy',
    }));

  test.each([
    ['', '2027-05-11T09:00:00'],
    ['Tue', '2027-05-11T09:00:00'],
    ['Thursday', '2027-05-13T09:00:00'],
    ['2', '2027-05-12T09:00:00'],
    ['Day 3', '2027-05-13T09:00:00'],
  ])('in the first day, of which %j tells the day', (day, start) =>
    check(`title,day,start\nCeph,${day},9:00`, { slots: [{ start, rooms: [] }] }, [], {
      firstDay: '2027-05-11',
    }),
  );

  test('and asks for it where no row names the columns', () => {
    const text = 'Ceph,Ada Lund,x\nB,Bo Ek,y\nC,Cy Fry,z';
    const { talks, problems } = scheduleCsv.read(text, 'schedule.csv');
    expect({
      isMine: scheduleCsv.recognises(text),
      talks,
      messages: problems.map(({ message }) => message),
    }).toEqual({
      isMine: true,
      talks: [],
      messages: [
        'No row names the columns; put a header such as "title,speakers,start,end,room" first, or number them in conference.yml as csv: { title: 1, speakers: 2 }. The first row has Ceph, Ada Lund, x; none of these is a title. Call the column of titles "title".',
      ],
    });
  });
});

describe('reads of a talk', () => {
  test.each([
    [
      'HTML',
      'title,abstract\nCeph,"<p>How,</p>\n   <ul><li>and why</li></ul>"',
      { abstract: 'How,\n\n- and why' },
    ],
    ['entities', 'title,abstract\nCeph,Ada&#x27;s', { abstract: "Ada's" }],
    ['a longer text', 'title,abstract,description\nCeph,How.,And why.', { abstract: 'How.\n\nAnd why.' }],
    [
      'level, track and language',
      'title,level,track,language\nCeph,Beginner,Ops,"de, en"',
      { level: 'Beginner', track: 'Ops', languages: ['de', 'en'] },
    ],
    ['a pause', 'title,type\nCeph,break', { kind: 'break' }],
    ['a cancellation', 'title,speaker\nCANCELLED: Ceph,', { status: 'cancelled' }],
    [
      'links',
      'title,url,video,slides\nCeph,https://a.example/,https://b.example/,https://c.example/',
      {
        links: [
          { kind: 'web', url: 'https://a.example/', title: '' },
          { kind: 'video', url: 'https://b.example/', title: '' },
          { kind: 'slides', url: 'https://c.example/', title: '' },
        ],
      },
    ],
    [
      'the bio of one speaker',
      'title,speaker,bio\nCeph,Ada Lund,Keeper.',
      { speakers: [{ name: 'Ada Lund', bio: 'Keeper.' }] },
    ],
    [
      'no bio of two',
      'title,speaker,bio\nCeph,Ada Lund & Bo Ek,Keeper.',
      {
        speakers: [
          { name: 'Ada Lund', bio: '' },
          { name: 'Bo Ek', bio: '' },
        ],
      },
    ],
    [
      'numbered speakers',
      'title,speakers\nCeph,10:Ada Lund|11:Bo',
      {
        speakers: [
          { id: '10', name: 'Ada Lund', bio: '' },
          { id: '11', name: 'Bo', bio: '' },
        ],
      },
    ],
    ['a title that a spreadsheet must not run', "title,room\n'=1+1,", { title: '=1+1' }],
    [
      'two slots, a row each',
      'id,title,start\n7,Ceph,2027-05-11 09:00\n7,Ceph,2027-05-12 09:00',
      {
        id: '7',
        slots: [
          { start: '2027-05-11T09:00:00', rooms: [] },
          { start: '2027-05-12T09:00:00', rooms: [] },
        ],
      },
    ],
  ])('%s', (_, text, talk) => check(text, talk));

  test.each([
    ['Ada Lund y Bo Ek', ['Ada Lund', 'Bo Ek']],
    ['Santiago Ramón y Cajal', ['Santiago Ramón y Cajal']],
    ['João Soares e Maria Lima', ['João Soares', 'Maria Lima']],
    ['Ada Lund et Bo Ek', ['Ada Lund', 'Bo Ek']],
    ['Ada Lund und Bo Ek', ['Ada Lund', 'Bo Ek']],
    ['Ada &amp; Bo', ['Ada', 'Bo']],
  ])('the speakers of %j', (cell, names) =>
    check(`title,speakers\nCeph,${cell}`, { speakers: names.map(name => ({ name, bio: '' })) }),
  );

  test('nothing that organisers keep for themselves', () => {
    const { talks, problems } = scheduleCsv.read(
      'title,speaker,E-Mail,Phone,Internal notes,Notes,What is your number?\nCeph,Ada Lund,ada@secret.example,+34 600 123 456,secret,secret,600 123 456',
      'schedule.csv',
    );
    expect(JSON.stringify({ talks, problems })).not.toMatch(/secret|600/);
  });
});

describe('lists of proposals', () => {
  test('are read as far as they were accepted', () => {
    const { talks, problems } = scheduleCsv.read(
      'title,state,start\nA,accepted,\nB,confirmed,\nC,submitted,\nD,Abgelehnt,\nE,,\nF,sponsored,2027-05-11 09:00\nG,waitlist,\nH,sponsored,\nI,canceled,2027-05-11 10:00\nJ,canceled,\nK,angenommen,',
      'schedule.csv',
    );
    expect({
      talks: talks?.map(({ title, status }) => `${title} ${status}`),
      problems: problems.map(({ message }) => message),
    }).toEqual({
      talks: ['A confirmed', 'B confirmed', 'E confirmed', 'F confirmed', 'I cancelled', 'K confirmed'],
      problems: [
        'Left out because not accepted: 1 submitted, 1 abgelehnt, 1 waitlist, 1 sponsored, 1 canceled.',
      ],
    });
  });

  test('say nothing of the people behind those that were not', () => {
    const { problems } = scheduleCsv.read('title,state,speaker\nA,rejected,ada@example.org', 'schedule.csv');
    expect(problems).toHaveLength(1);
  });
});

test.each([
  ['title,start\n', true],
  ['name,email\nAda,ada@example.org', false],
  ['name,start\nCeph,2027-05-11 09:00', true],
  ['Dear Ada,\n\nwe are glad, and so on,\nthat you come.', false],
  ['a,b\nc,d\ne,f', true],
])('recognises %j: %s', (text, expected) => expect(scheduleCsv.recognises(text)).toBe(expected));

test('never throws', () => {
  const cell = fc.oneof(
    hostileText,
    fc.constantFrom('2027-05-11', '9:00', 'fri', '31/12/2027', '=1', '"', '1:Ada'),
  );
  const rows = fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 8 });
  fc.assert(
    fc.property(rows, table => {
      const text = `title,date,start,duration,speakers,state\n${table.map(cells => cells.join(',')).join('\n')}`;
      expect(
        scheduleCsv.read(text, 'schedule.csv', { csv: { firstDay: '2027-05-11' } }).talks,
      ).toBeInstanceOf(Array);
    }),
    { numRuns: cases(30) },
  );
});

describe.skipIf(!hasRealProgrammes)('real sheets', () => {
  test.each<[string, CsvMapping, object]>([
    ['pycones-2018', {}, { entries: 76, pauses: 6, speakers: 78, days: 3, problems: 2 }],
    ['gpn11', {}, { entries: 29, pauses: 0, speakers: 31, days: 4, problems: 1 }],
    ['orconf-schedule', {}, { entries: 45, pauses: 8, speakers: 34, days: 0, problems: 3 }],
    [
      'orconf-schedule',
      { firstDay: '2023-09-15' },
      { entries: 45, pauses: 8, speakers: 34, days: 2, problems: 2 },
    ],
    ['purplecon-2019-talks', {}, { entries: 15, pauses: 0, speakers: 15, days: 0, problems: 1 }],
    ['purplecon-2019-schedule', {}, { entries: 20, pauses: 0, speakers: 17, days: 0, problems: 2 }],
    [
      'purplecon-2019-schedule',
      { firstDay: '2019-11-14' },
      { entries: 20, pauses: 0, speakers: 17, days: 1, problems: 1 },
    ],
    ['iswc2016-talks', {}, { entries: 21, pauses: 0, speakers: 31, days: 0, problems: 2 }],
    ['pyconza-2024', {}, { entries: 36, pauses: 0, speakers: 34, days: 0, problems: 0 }],
    ['esug-2011', {}, { entries: 44, pauses: 0, speakers: 44, days: 0, problems: 1 }],
    [
      'esug-2011',
      { columns: { title: 1, speakers: 2, link: 3 } },
      { entries: 44, pauses: 0, speakers: 44, days: 0, problems: 0 },
    ],
  ])('%s with %j', (name, csv, counts) => {
    const { text } = decode(realBytes(`csv/${name}.csv`));
    const { talks = [], problems } = scheduleCsv.read(text, `${name}.csv`, { csv });
    const distinct = (values: readonly unknown[]) => new Set(values).size;
    expect({
      entries: talks.length,
      pauses: talks.filter(({ kind }) => kind !== 'talk').length,
      speakers: distinct(
        talks.flatMap(({ speakers }) => speakers.map(speaker => speaker.id ?? speaker.name)),
      ),
      days: distinct(talks.flatMap(({ slots }) => slots.map(({ start }) => start.slice(0, 10)))),
      problems: problems.length,
    }).toEqual(counts);
  });
});

describe('sheets of other programs', () => {
  const read = (text: string) => {
    const { talks = [], problems } = scheduleCsv.read(text, 'a.csv');
    return {
      talks: talks.map(({ title, slots: [slot], track }) =>
        [title, slot?.start.slice(5, 16), slot?.end?.slice(11, 16), ...(slot?.rooms ?? []), track]
          .filter(Boolean)
          .join(', '),
      ),
      errors: problems.filter(({ severity }) => severity === 'error'),
    };
  };

  test.each<[string, string, readonly string[]]>([
    [
      'Whova',
      '*Date,*Time Start,*Time End,*Session or Sub-session(Sub),*Session Title,Tracks,Room/Location,Description\n05/13/2027,9:00 AM,9:45 AM,Session,Ceph at sea,Storage,Quay,How.',
      ['Ceph at sea, 05-13T09:00, 09:45, Quay, Storage'],
    ],
    [
      'Guidebook',
      'Notes,Session Title,Date,Time Start,Time End,Room/Location,Schedule Track (Optional),Description (Optional)\n,Ceph at sea,5/13/27,2:00 PM,2:45 PM,Quay,Storage,How.',
      ['Ceph at sea, 05-13T14:00, 14:45, Quay, Storage'],
    ],
    [
      'CMT',
      'Paper ID,Paper Title,Abstract,DAY,TRACK,SESSION_TITLE,START_TIME,END_TIME\n101,Ceph at sea,How.,2027-05-11,Single,1A: Storage,09:00,09:45',
      ['Ceph at sea, 05-11T09:00, 09:45, Single'],
    ],
    [
      'a session as its track',
      'Session title,Title of paper,Date,Start\n1A: Storage,Ceph at sea,2027-05-11,09:00',
      ['Ceph at sea, 05-11T09:00, 1A: Storage'],
    ],
    [
      'Vortragstitel',
      'Sitzungs-Titel,Vortragstitel,Datum,Beginn\n1A,Ceph at sea,2027-05-11,09:00',
      ['Ceph at sea, 05-11T09:00'],
    ],
    [
      'a type for a title',
      'day,time,type,author,title\n2027-05-11,9:00,Opening,,Welcome\n2027-05-11,9:30,Keynote,,\n2027-05-11,13:00,Lunch,,',
      ['Welcome, 05-11T09:00', 'Keynote, 05-11T09:30', 'Lunch, 05-11T13:00'],
    ],
    [
      'EasyChair',
      '#,title,authors,keywords,decision,abstract,deleted?\n1,Ceph at sea,Ada Lund and Bo Ek,ropes,accept,How.,\n2,Desk,Cy Oh,ropes,desk reject,How.,\n3,Deleted,Cy Oh,ropes,accept,How.,✓\n4,Open,Cy Oh,ropes,no decision,How.,',
      ['Ceph at sea'],
    ],
    [
      'Sched',
      'event_key,active,name,event_start,event_end,event_type,venue,speakers\nA1,Y,Ceph at sea,2027-05-11 09:00,2027-05-11 09:45,Talk,Quay,Ada Lund\nA2,N,Not shown,2027-05-11 10:00,2027-05-11 10:45,Talk,Quay,Bo Ek',
      ['Ceph at sea, 05-11T09:00, 09:45, Quay'],
    ],
  ])('%s', (_, text, talks) => expect(read(text)).toEqual({ talks, errors: [] }));
});
