import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { LIGHTHOUSE, lectern } from './support.ts';

const data = temporaryFolder(LIGHTHOUSE);
const env = { CLOCK: '2027-05-11T09:10:00+02:00' };

test.each([['tuesday'], ['2027-05-11'], ['today'], ['11', 'May'], []])(
  'agenda %s %s shows the day',
  async (...when) => {
    const { code, stdout, stderr } = await lectern(['agenda', '--data', data, ...when], { env });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.split('\n').slice(0, 2)).toEqual([
      'Tue 11 May: 1 session',
      '09:00–09:45 Quay Hall · Ceph at sea · Ada Lund, Tom Okafor',
    ]);
  },
);

test('agenda now shows what runs', async () => {
  const { stdout } = await lectern(['agenda', '--data', data, 'now'], { env });
  expect(stdout.split('\n').slice(0, 4)).toEqual([
    'Now, Tue 11 May 09:10',
    '',
    'Running',
    '09:00–09:45 Quay Hall · Ceph at sea · Ada Lund, Tom Okafor',
  ]);
});

test.each([[['tuesday', '9:10']], [['at', '9:10']], [['11', 'May', '9:10am']]])(
  'agenda %s shows what runs then',
  async when => {
    const { stdout } = await lectern(['agenda', '--data', data, ...when], { env });
    expect(stdout).toBe(
      `Tue 11 May 09:10

Running
09:00–09:45 Quay Hall · Ceph at sea · Ada Lund, Tom Okafor

Next
Wed 12 May
10:00–10:30 Net Loft · Tape ashore · Ines Ferrer
`,
    );
  },
);

test('agenda next names the day', async () => {
  const { stdout } = await lectern(['agenda', '--data', data, 'next'], { env });
  expect(stdout).toBe('Next\nWed 12 May\n10:00–10:30 Net Loft · Tape ashore · Ines Ferrer\n');
});

test('agenda of the sample is of its first day, as it is in the workspace', async () => {
  const { stdout } = await lectern(['agenda', '--data', 'data', 'now']);
  expect(stdout.split('\n').slice(0, 2)).toEqual(['Now, Tue 11 May 08:55', 'Nothing runs now.']);
});

test('agenda names the days where one has nothing', async () => {
  const { code, stdout } = await lectern(['agenda', '--data', data, '2027-05-20']);
  expect({ code, stdout }).toEqual({
    code: 0,
    stdout:
      'Thu 20 May: 0 sessions\nNothing is scheduled then.\nDays with sessions: Tue 11 May, Wed 12 May\n',
  });
});

test('agenda answers programs', async () => {
  const { stdout } = await lectern(['agenda', '--data', data, '--json', 'tuesday', 'track:storage']);
  expect(JSON.parse(stdout)).toEqual({
    title: 'Tue 11 May: 1 session',
    notes: [],
    sessions: [
      {
        id: 'storage/ceph-at-sea',
        kind: 'talk',
        status: 'confirmed',
        title: 'Ceph at sea',
        speakers: ['Ada Lund', 'Tom Okafor'],
        track: 'Storage',
        start: '2027-05-11T09:00:00+02:00',
        end: '2027-05-11T09:45:00+02:00',
        rooms: ['Quay Hall'],
        summary: 'How a ferry line runs Ceph on board.',
        source: 'storage/ceph-at-sea.txt',
      },
    ],
  });
});

test('agenda takes no words for a day', async () => {
  expect(await lectern(['agenda', '--data', data, 'soon'])).toEqual({
    code: 2,
    stdout: '',
    stderr:
      'lectern: "soon" is not a day. Say now, next, today, tomorrow, a weekday, a date such as 2027-05-11, or a time such as 14:00.\n',
  });
});
