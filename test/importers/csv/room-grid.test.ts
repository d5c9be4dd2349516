import { describe, expect, it } from 'vitest';
import { scheduleCsv } from '../../../src/importers/csv/schedule-csv.ts';

/** The cells of a grid, each as "start to end in room: title by speakers". */
function read(text: string) {
  const { talks = [], problems } = scheduleCsv.read(text, 'a.csv');
  return {
    isRecognised: scheduleCsv.recognises(text),
    talks: talks.map(({ title, slots: [slot], speakers }) =>
      [
        `${slot?.start.slice(5, 16) ?? ''}${slot?.end === undefined ? '' : `-${slot.end.slice(11, 16)}`}`,
        slot?.rooms.join(', ') ?? '',
        title,
        ...speakers.map(({ name }) => `by ${name}`),
      ].join(' | '),
    ),
    problems: problems.map(({ severity, line, message }) => `${severity} ${line}: ${message}`),
  };
}

describe('a grid with rooms across', () => {
  it.each<[string, string]>([
    [
      'below its day',
      ',Quay Hall,Net Loft\nTue 11 May 2027,,\n09:00-09:40,Ceph,Tape\n10:00,Lunch,\n12:00-13:00,Rope,Knots',
    ],
    [
      'below a day in Portuguese',
      ',Quay Hall,Net Loft\nterça-feira 11/05/2027,,\n09:00-09:40,Ceph,Tape\n10:00,Lunch,\n12:00-13:00,Rope,Knots',
    ],
    [
      'with the day in its corner',
      '2027-05-11,Quay Hall,Net Loft\n09:00-09:40,Ceph,Tape\n10:00,Lunch,\n12:00-13:00,Rope,Knots',
    ],
    [
      'below a title and its day',
      'Harbour Days,,\n11 May 2027,,\nUhrzeit,Quay Hall,Net Loft\n09:00-09:40,Ceph,Tape\n10 Uhr,Lunch\n12:00-13:00,Rope,Knots',
    ],
    [
      'with clocks as people write them',
      'Time,Quay Hall,Net Loft\nTUESDAY - May 11 2027 - Day 1,,\n9:00: AM - 9:40: AM,Ceph,Tape\n10:00: AM,Lunch,\n12:00: PM to 1:00: PM,Rope,Knots',
    ],
    [
      'with its day in the corner',
      'Tuesday 11 May 2027,Quay Hall,Net Loft\n09:00-09:40,Ceph,Tape\n10:00,Lunch,\n12:00-13:00,Rope,Knots',
    ],
    [
      'with semicolons',
      'Hora;Quay Hall;Net Loft\n11/05/2027;;\n9:00–9:40;Ceph;Tape\n10h;Lunch;\n12:00-13:00;Rope;Knots',
    ],
  ])('%s', (_, text) =>
    expect(read(text)).toMatchObject({
      isRecognised: true,
      talks: [
        '05-11T09:00-09:40 | Quay Hall | Ceph',
        '05-11T09:00-09:40 | Net Loft | Tape',
        '05-11T10:00 |  | Lunch',
        '05-11T12:00-13:00 | Quay Hall | Rope',
        '05-11T12:00-13:00 | Net Loft | Knots',
      ],
    }),
  );

  it.each<[string, string]>([
    [
      'of a name',
      'Time,Room A,Room B,Room A speakers\n11 May 2027\n9:00,Ceph,Tape,Ada Lund\n10:00,Rope,Knots,Bo Ek',
    ],
    [
      'beside each room',
      'Time,Room A,Speaker,Room B\n11 May 2027\n9:00,Ceph,Ada Lund,Tape\n10:00,Rope,Bo Ek,Knots',
    ],
    [
      'below the title in a cell',
      'Time,Room A,Room B\n11 May 2027\n9:00,"Ceph\nAda Lund",Tape\n10:00,"Rope\nBo Ek",Knots',
    ],
  ])('has speakers in a column %s', (_, text) =>
    expect(read(text).talks).toEqual([
      '05-11T09:00 | Room A | Ceph | by Ada Lund',
      '05-11T09:00 | Room B | Tape',
      '05-11T10:00 | Room A | Rope | by Bo Ek',
      '05-11T10:00 | Room B | Knots',
    ]),
  );

  it('may name its rooms again below the next day', () =>
    expect(
      read(
        'Time,Quay,Pier\n11 May 2027\n9:00,Ceph,Tape\n10:00,Rope,\n12 May 2027\nTime,Loft,Bridge\n9:00,,Knots',
      ).talks,
    ).toEqual([
      '05-11T09:00 | Quay | Ceph',
      '05-11T09:00 | Pier | Tape',
      '05-11T10:00 | Quay | Rope',
      '05-12T09:00 | Bridge | Knots',
    ]));

  it('loses no row in silence', () =>
    expect(read('Time,Quay,Pier\n11 May 2027\n9:00,Ceph,Tape\n,Keels,\n10:00,Rope,').problems).toEqual([
      'error 4: A row of this grid has no time at its side; such rows were left out.',
    ]));
});

it('reads a grid with days across', () =>
  expect(read('Time,Tue 11 May 2027,Wed 12 May 2027\n9:00,Ceph,Tape\n10:00,Rope,Knots').talks).toEqual([
    '05-11T09:00 |  | Ceph',
    '05-12T09:00 |  | Tape',
    '05-11T10:00 |  | Rope',
    '05-12T10:00 |  | Knots',
  ]));

describe('a grid', () => {
  const TALKS = [
    '05-11T09:00-09:40 | Quay | Ceph',
    '05-11T09:00-09:40 | Pier | Tape',
    '05-11T10:00-10:40 | Quay | Rope',
    '05-11T10:00-10:40 | Pier | Knots',
  ];

  it.each<[string, string]>([
    ['has times across', '11 May 2027,,\nRoom,9:00-9:40,10:00-10:40\nQuay,Ceph,Rope\nPier,Tape,Knots'],
    [
      'has times across and its day in the corner',
      '2027-05-11,9:00-9:40,10:00-10:40\nQuay,Ceph,Rope\nPier,Tape,Knots',
    ],
    [
      'has starts and ends at its side',
      '11 May 2027,,,\nStart,End,Quay,Pier\n9:00,9:40,Ceph,Tape\n10:00,10:40,Rope,Knots',
    ],
    ['has days at its side', 'Date,Time,Quay,Pier\n11 May 2027,9:00-9:40,Ceph,Tape\n,10:00-10:40,Rope,Knots'],
    [
      'has its seats below its rooms',
      'Time,Quay,Pier\n,(200 seats),50\n11 May 2027,,\n9:00-9:40,Ceph,Tape\n10:00-10:40,Rope,Knots',
    ],
    [
      'has a day above its rooms',
      ',11 May 2027,,12 May 2027\nTime,Quay,Pier,Quay\n9:00-9:40,Ceph,Tape,\n10:00-10:40,Rope,Knots,',
    ],
  ])('%s', (_, text) => expect(read(text).talks.sort()).toEqual([...TALKS].sort()));

  it('has days at its side and times across', () =>
    expect(read('Day,9:00,10:00\nTue 11 May 2027,Ceph,Rope\nWed 12 May 2027,Tape,').talks).toEqual([
      '05-11T09:00 |  | Ceph',
      '05-11T10:00 |  | Rope',
      '05-12T09:00 |  | Tape',
    ]));

  it('has other rooms on each day, one of which is called Deck', () =>
    expect(
      read(
        '11 May 2027,,\nTime,Quay,Pier\n9:00,Ceph,Tape\n10:00,Rope,\n12 May 2027,,\nTime,Deck,Mole\n9:00,Knots,Sails',
      ).talks.slice(3),
    ).toEqual(['05-12T09:00 | Deck | Knots', '05-12T09:00 | Mole | Sails']));

  it('has a pause in all rooms, where times stand across', () =>
    expect(read('11 May 2027,,\nRoom,9:00,10:00\nQuay,Ceph,Lunch\nPier,Tape,').talks).toEqual([
      '05-11T09:00 | Quay | Ceph',
      '05-11T10:00 |  | Lunch',
      '05-11T09:00 | Pier | Tape',
    ]));

  it('has what lasts all day, and times in a zone', () =>
    expect(
      read('11 May 2027,,\nTime (CEST),Quay,Pier\nAll day,,Fair\n9:00,Ceph,\n9:00 BST,Rope,').talks.map(
        talk => talk.slice(0, 30),
      ),
    ).toEqual(['05-11T00:00-00:00 | Pier | Fai', '05-11T09:00 | Quay | Ceph', '05-11T09:00 | Quay | Rope']));
});

it('says what a grid without a date lacks', () =>
  expect(read('Time,Quay,Pier\n9:00,Ceph,Tape\n10:00,Rope,Knots').problems).toEqual([
    'error 2: A time has no date, here and in 3 more rows; the talk is listed without its time. Set the first day in conference.yml, as csv: { firstDay: YYYY-MM-DD }.',
  ]));

it.each([
  'Time,Talk,Room\n9:00,Ceph,Pier\n10:00,Rust,Pier',
  'Time,Room,Speaker,Day\n9:00,Quay,Ada Lund,Tue\n10:00,Quay,Bo Ek,Tue',
])('takes %j for no grid', text => expect(read(text).talks.join()).not.toContain('| Quay | Ceph'));
