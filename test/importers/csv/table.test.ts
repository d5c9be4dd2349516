import { expect, test } from 'vitest';
import { scheduleCsv } from '../../../src/importers/csv/schedule-csv.ts';

const GRID =
  'error 1: This is a grid with times down its side, which Lectern does not read. Give each talk a row of its own, below a header such as "title,speakers,date,start,end,room".';

function read(text: string) {
  const { talks, problems } = scheduleCsv.read(text, 'a.csv');
  return {
    isRecognised: scheduleCsv.recognises(text),
    titles: talks?.map(({ title }) => title),
    problems: problems.map(({ severity, line, message }) => `${severity} ${line}: ${message}`),
  };
}

test.each([
  ',Quay Hall,Pilot House\nTue 11 May 2027,,\n09:00-09:40,Keynote,\n10:00-10:40,Ceph at sea,NFS in anger\n12:00,Lunch,',
  ',Quay Hall,Pilot House\n09:00-09:40,Keynote\n10:00,Ceph at sea,NFS in anger\n12:00,Lunch',
  'Time,Main Room,Room 2\n9:00,Ceph,NFS\n10:00,Rust,Crews\n11:00,Tape,BGP\n12:00,Disks,Ropes\n13:00,Buoys,Nets',
  'Harbour Days\nUhrzeit;Saal 1;Saal 2\n9:00;Ceph;NFS\n10 Uhr;Rust;Crews',
])('says of the grid %j what to do', text =>
  expect(read(text)).toEqual({ isRecognised: true, titles: [], problems: [GRID] }),
);

test.each([
  ['Time,Talk,Room\n9:00,Ceph,Pier\n10:00,Rust,Pier', ['Ceph', 'Rust']],
  [
    '2027-05-11 09:00,Ceph at sea,Ada Lund\n2027-05-11 10:00,Rust at sea,Bo Ek\n2027-05-11 11:00,Crews,Cy Fry',
    ['Ceph at sea', 'Rust at sea', 'Crews'],
  ],
])('takes %j for no grid', (text, titles) => expect(read(text).titles).toEqual(titles));
