import { expect, test } from 'vitest';
import { scheduleCsv } from '../../../src/importers/csv/schedule-csv.ts';

function read(text: string) {
  const { talks, problems } = scheduleCsv.read(text, 'a.csv');
  return {
    isRecognised: scheduleCsv.recognises(text),
    titles: talks?.map(({ title }) => title),
    problems: problems.map(({ severity, line, message }) => `${severity} ${line}: ${message}`),
  };
}

test.each([
  ['Time,Talk,Room\n9:00,Ceph,Pier\n10:00,Rust,Pier', ['Ceph', 'Rust']],
  [
    '2027-05-11 09:00,Ceph at sea,Ada Lund\n2027-05-11 10:00,Rust at sea,Bo Ek\n2027-05-11 11:00,Crews,Cy Fry',
    ['Ceph at sea', 'Rust at sea', 'Crews'],
  ],
])('takes %j for no grid', (text, titles) => expect(read(text).titles).toEqual(titles));

test('says that a sheet has no rows', () =>
  expect(read('title,start,room\n')).toEqual({
    isRecognised: true,
    titles: [],
    problems: [
      'warning 1: The file has a header and no rows below it, so nothing was read. Export it again if there should be some.',
    ],
  }));

test("reads the papers that ConfTool's wide sheet has in the row of their session", () => {
  const text = [
    'session_ID;session_title;session_start;session_end;session_room;chair1;p1_paperID;p1_authors;p1_title;p1_start;p1_end;p1_emails;p2_paperID;p2_authors;p2_title;p2_start;p2_end;p2_emails',
    '12;Storage;2027-05-11 09:00;2027-05-11 10:30;Quay;Cy;101;"Lund, Ada (1,2); Ek, Bo (2)";Ceph;2027-05-11 09:00;2027-05-11 09:45;a;102;Ek, Bo;Tape;;;b',
    '13;Lunch;2027-05-11 12:00;2027-05-11 13:00;Foyer;;;;;;;;;;;;;',
  ].join('\n');
  const { talks = [], problems } = scheduleCsv.read(text, 'sessions.csv');
  expect({
    talks: talks.map(({ id, title, within, speakers, slots: [slot] }) => [
      id,
      title,
      within,
      speakers.map(({ name }) => name).join(' + '),
      slot?.start.slice(11, 16),
      slot?.end?.slice(11, 16),
      slot?.rooms.join(),
    ]),
    problems: problems.map(({ message }) => message),
  }).toEqual({
    talks: [
      ['12', 'Storage', undefined, '', '09:00', '10:30', 'Quay'],
      ['101', 'Ceph', 'Storage', 'Ada Lund + Bo Ek', '09:00', '09:45', 'Quay'],
      ['102', 'Tape', 'Storage', 'Bo Ek', '09:00', '10:30', 'Quay'],
      ['13', 'Lunch', undefined, '', '12:00', '13:00', 'Foyer'],
    ],
    problems: ['These columns were not read: chair1, p1_emails.'],
  });
});

test.each([
  'Date,Start,Paper 1 Title,Paper 1 Authors,Paper 2 Title\n2027-05-11,09:00,Ceph,Ada Lund,Tape',
  'Session,Start,Talk 1: Title,Talk 1: Speaker,Talk 2: Title\n,2027-05-11 09:00,Ceph,Ada Lund,Tape',
  'Session;Start;Title 1;Speaker 1;Title 2\n;2027-05-11 09:00;Ceph;Ada Lund;Tape',
])('reads the papers of a row whose session has no name: %j', text =>
  expect(read(text)).toEqual({ isRecognised: true, titles: ['Ceph', 'Tape'], problems: [] }),
);
