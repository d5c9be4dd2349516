import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { LIGHTHOUSE, lectern } from './support.ts';

const data = temporaryFolder(LIGHTHOUSE);

test('show gives a talk as a whole', async () => {
  expect(await lectern(['show', '--data', data, 'storage/ceph-at-sea'])).toEqual({
    code: 0,
    stderr: '',
    stdout: `Ceph at sea
Ada Lund, Tom Okafor · Storage · Tue 11 May 09:00–09:45, Quay Hall

How a ferry line runs Ceph on board. Three nodes share a rack with the lifejackets.

Ada Lund
Ada keeps the storage of a small harbour afloat.

Tom Okafor

storage/ceph-at-sea in storage/ceph-at-sea.txt
`,
  });
});

test('show gives all of it to programs, too', async () => {
  const { code, stdout } = await lectern(['show', '--json', 'storage/ceph-at-sea', '--data', data]);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toEqual({
    id: 'storage/ceph-at-sea',
    kind: 'talk',
    status: 'confirmed',
    title: 'Ceph at sea',
    abstract: 'How a ferry line runs Ceph on board. Three nodes share a rack with the lifejackets.',
    summary: 'How a ferry line runs Ceph on board.',
    speakers: ['Ada Lund', 'Tom Okafor'],
    bios: [{ name: 'Ada Lund', bio: 'Ada keeps the storage of a small harbour afloat.' }],
    affiliations: [],
    track: 'Storage',
    start: '2027-05-11T09:00:00+02:00',
    end: '2027-05-11T09:45:00+02:00',
    rooms: ['Quay Hall'],
    links: [],
    slots: [
      {
        start: '2027-05-11T09:00:00+02:00',
        end: '2027-05-11T09:45:00+02:00',
        rooms: ['Quay Hall'],
        day: '2027-05-11',
      },
    ],
    source: 'storage/ceph-at-sea.txt',
  });
});

test.each(['storage/ceph-at-see', 'ceph-at-sea', 'Ceph at Sea'])(
  'show names the nearest id to %s',
  async id => {
    const { code, stdout, stderr } = await lectern(['show', '--data', data, id]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toBe(
      `lectern: No talk has the id "${id}". The nearest is storage/ceph-at-sea, "Ceph at sea". Find ids with: lectern search WORDS\n`,
    );
  },
);

test.each(['nosuch', '../../etc/passwd', 'c'.repeat(1000)])('show guesses no talk for %s', async id => {
  const { code, stderr } = await lectern(['show', '--data', data, id]);
  expect({ code, stderr }).toEqual({
    code: 1,
    stderr: `lectern: No talk has the id "${id}". Find ids with: lectern search WORDS\n`,
  });
});

test('show wants an id', async () => {
  expect(await lectern(['show'])).toEqual({
    code: 2,
    stdout: '',
    stderr: "error: missing required argument 'id'\n",
  });
});
