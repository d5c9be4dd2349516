import { expect, test } from 'vitest';
import { folderOf, LIGHTHOUSE, lectern } from './support.ts';

const data = folderOf(LIGHTHOUSE);
const env = { CLOCK: '2027-05-12T07:00+02:00' };

const WEDNESDAY = `The last day of Lighthouse Days

Wed 12 May · 1 session · times in Europe/Madrid

10:00 (your time: Wed 12 May 10:00–10:30)
Net Loft: Tape ashore · Ines Ferrer
What a museum keeps on tape in one rack, and why it is read once a year.
[Details of... ▾]

Ordered by @whoever orders it. To change or stop it: /talk digest in this channel.
`;

test.each([
  ['today', []],
  ['the day that is named', ['--day', '12 May']],
])('digest prints what is posted for %s', async (_day, options) => {
  expect(await lectern(['digest', '--data', data, ...options], { env })).toEqual({
    code: 0,
    stderr: '',
    stdout: WEDNESDAY,
  });
});

test('digest prints the next day with sessions, else the first', async () => {
  const after = { env: { CLOCK: '2027-06-01T07:00+02:00' } };
  expect((await lectern(['digest', '--data', data], after)).stdout).toMatch(
    /^Lighthouse Days starts today\n/,
  );
});

test('digest says so where nothing is posted', async () => {
  expect(await lectern(['digest', '--data', data, '--day', '2027-05-20'], { env })).toEqual({
    code: 0,
    stderr: '',
    stdout: 'Nothing is posted: Thu 20 May has no sessions.\n',
  });
});

test('digest wants a day', async () => {
  expect(await lectern(['digest', '--data', data, '--day', 'someday'], { env })).toEqual({
    code: 2,
    stderr: 'lectern: "someday" is no day. Say today, tuesday, 12 May or 2027-05-12.\n',
    stdout: '',
  });
});

test('a file cannot steer the terminal through a digest', async () => {
  const steering = folderOf({
    'a.txt': 'Ceph \u001b[31mat sea\n~~~~\n\n**Abstract:**\n\nHow a ferry line \u0007runs Ceph.\n',
  });
  const { stdout } = await lectern(['digest', '--data', steering], { env });
  expect(stdout).toContain('Ceph');
  expect(stdout).not.toMatch(/[^\P{Cc}\n]/u);
});
