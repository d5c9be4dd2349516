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
