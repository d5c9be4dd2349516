import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { LIGHTHOUSE, lectern } from './support.ts';

const data = temporaryFolder(LIGHTHOUSE);
const at = '2027-05-11T08:55+02:00';

async function ask(words: readonly string[], given: { readonly stdin?: string } = {}) {
  const { code, stdout, stderr } = await lectern(['ask', '--data', data, '--at', at, ...words], given);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout;
}

const nothing = { day: null, from: null, to: null, correction: null, notes: [], talks: [], speakers: [] };
const cephAtSea = {
  id: 'storage/ceph-at-sea',
  title: 'Ceph at sea',
  speakers: ['Ada Lund', 'Tom Okafor'],
  track: 'Storage',
  status: 'confirmed',
  start: '2027-05-11T09:00:00+02:00',
  end: '2027-05-11T09:45:00+02:00',
  rooms: ['Quay Hall'],
  summary: 'How a ferry line runs Ceph on board.',
  source: 'storage/ceph-at-sea.txt',
};

describe('ask --json', () => {
  test('searches for words, and says how they were understood', async () => {
    expect(JSON.parse(await ask(['--json', 'cehp', 'track:storage']))).toEqual({
      ...nothing,
      typed: 'cehp track:storage',
      kind: 'search',
      understood: [
        { what: 'track', value: 'storage' },
        { what: 'words', value: 'cehp' },
      ],
      correction: 'ceph track:storage',
      total: 1,
      talks: [{ ...cephAtSea, score: expect.any(Number) }],
    });
  });

  test('names no day that is left out', async () => {
    const { day, understood } = JSON.parse(await ask(['--json', 'rack', 'not', 'on', 'tuesday']));
    expect({ day, understood }).toEqual({
      day: null,
      understood: [
        { what: 'without', value: '2027-05-11' },
        { what: 'words', value: 'rack' },
      ],
    });
  });

  test('tells what is on', async () => {
    const answer = JSON.parse(await ask(['--json', 'tuesday', '9:10', 'track:storage']));
    expect(answer).toMatchObject({
      kind: 'agenda',
      day: '2027-05-11',
      from: '09:10',
      to: null,
      understood: [
        { what: 'day', value: '2027-05-11' },
        { what: 'time', value: '09:10' },
        { what: 'track', value: 'storage' },
      ],
      total: 2,
      talks: [cephAtSea, { id: 'storage/tape-ashore' }],
    });
  });

  test('takes now for the instant that --at gives', async () => {
    const now = JSON.parse(await ask(['--json', 'now']));
    expect([now.kind, now.day, now.from]).toEqual(['agenda', '2027-05-11', '08:55']);
    const next = JSON.parse(await ask(['--json', 'next']));
    expect([next.day, next.from, next.talks[0].id]).toEqual([null, null, 'storage/ceph-at-sea']);
  });

  test('names the person who is meant', async () => {
    const { speakers } = JSON.parse(await ask(['--json', 'ada lund']));
    expect(speakers).toEqual([
      {
        name: 'Ada Lund',
        summary: 'Ada keeps the storage of a small harbour afloat.',
        talks: ['storage/ceph-at-sea'],
      },
    ]);
  });

  test.each([
    ['help', 'help', []],
    ['', 'help', []],
    ['digest daily 08:00', 'digest', []],
    ['zzzzzz', 'none', [{ what: 'words', value: 'zzzzzz' }]],
  ])('%j is answered by %s', async (typed, kind, understood) => {
    expect(JSON.parse(await ask(['--json', '--', typed]))).toEqual({
      ...nothing,
      typed,
      kind,
      understood,
      total: 0,
    });
  });

  test('answers each line of standard input by a line, an empty one too', async () => {
    const lines = (await ask(['--stdin'], { stdin: 'ceph\n\nwednesday\n' })).trim().split('\n');
    expect(lines.map(line => JSON.parse(line)).map(({ typed, kind }) => [typed, kind])).toEqual([
      ['ceph', 'search'],
      ['', 'help'],
      ['wednesday', 'agenda'],
    ]);
  });

  test('gives a page, or as many talks as are asked for', async () => {
    const { total, talks } = JSON.parse(await ask(['--json', '--limit', '1', 'rack']));
    expect([total, talks.length]).toEqual([2, 1]);
  });
});

describe('ask', () => {
  test('shows people what Slack would show', async () => {
    expect(await ask(['ceph'])).toMatch(/^1 talk for ceph\n+Tue 11 May\n+Ceph at sea\n/);
    expect(await ask(['now'])).toContain('Now, Tue 11 May 08:55');
    expect(await ask(['help'])).toContain('Find a talk');
  });

  test('says where digests are set up', async () => {
    expect(await ask(['digest', 'daily', '08:00'])).toBe(
      'This sets up or changes a digest, which needs a channel: type it in Slack, or in lectern chat.\n',
    );
  });

  test.each([
    [
      ['ask', '--at', 'noon', 'now'],
      "error: option '--at <instant>' argument 'noon' is invalid. It must be an instant with its offset, such as 2027-05-11T10:40+02:00.\n",
    ],
    [
      ['ask', '--stdin', 'ceph'],
      'lectern: With --stdin the questions are the lines that come in; leave out the words.\n',
    ],
  ])('%j is refused', async (argv, message) => {
    const { code, stdout, stderr } = await lectern(argv);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
  });
});

test('ask shows the conference’s times alone: a terminal has no zone', async () => {
  expect(await ask(['tuesday', '9:10', 'track:storage'])).not.toContain('your time');
});
