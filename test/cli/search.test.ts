import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { LIGHTHOUSE, lectern } from './support.ts';

const data = temporaryFolder(LIGHTHOUSE);
const unscheduled = temporaryFolder({ 'ceph-at-sea.txt': LIGHTHOUSE['storage/ceph-at-sea.txt'] });

const cephAtSea = {
  id: 'storage/ceph-at-sea',
  title: 'Ceph at sea',
  speakers: ['Ada Lund', 'Tom Okafor'],
  track: 'Storage',
  start: '2027-05-11T09:00:00+02:00',
  end: '2027-05-11T09:45:00+02:00',
  rooms: ['Quay Hall'],
  summary: 'How a ferry line runs Ceph on board.',
  status: 'confirmed',
  score: expect.any(Number),
  source: 'storage/ceph-at-sea.txt',
};
const found = (query: string, talks: readonly object[]) => ({
  query,
  total: talks.length,
  tookMs: expect.any(Number),
  suggestion: null,
  notes: [],
  talks,
  speakers: [],
});

async function json(argv: readonly string[], stdin?: string): Promise<unknown[]> {
  const { code, stdout, stderr } = await lectern(['search', ...argv], stdin === undefined ? {} : { stdin });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout
    .split('\n')
    .slice(0, -1)
    .map(line => JSON.parse(line));
}

describe('search --json', () => {
  test('gives all that is known of a talk', async () => {
    expect(await json(['--json', '--data', data, 'ceph'])).toEqual([found('ceph', [cephAtSea])]);
  });

  test('leaves out what is not known', async () => {
    const { track, start, end, ...talk } = { ...cephAtSea, id: 'ceph-at-sea', rooms: [] };
    expect(await json(['--json', '--data', unscheduled, 'ceph'])).toEqual([
      found('ceph', [{ ...talk, source: 'ceph-at-sea.txt' }]),
    ]);
  });

  test('counts all talks and gives as many as asked for', async () => {
    const [answer] = await json(['--json', '--limit', '1', '--data', data, 'rack']);
    expect(answer).toMatchObject({ total: 2, talks: { length: 1 } });
  });

  test('takes several words as one query, and words with a dash behind two of them', async () => {
    const [answer] = await json(['--json', '--data', data, '--', 'ferry', '-tape']);
    expect(answer).toMatchObject({ query: 'ferry -tape' });
  });

  test('says so by exit code 0 and no talk where nothing matches', async () => {
    const [answer] = await json(['--json', '--data', data, 'zzzzzz']);
    expect(answer).toMatchObject({ total: 0, talks: [], speakers: [] });
  });
});

test.each([
  ['tuesday', 'To see what is on: lectern agenda tuesday'],
  ['now track:storage', 'To see what is on: lectern agenda now track:storage'],
  ['12 May', 'To see what is on: lectern agenda 12 May'],
  ['help', 'To get the answer of /talk: lectern ask help'],
  ['wifi', 'To get the answer of /talk: lectern ask wifi'],
])('search %s tells which command gives the answer of Slack', async (words, other) => {
  const { stdout } = await lectern(['search', '--data', data, words]);
  expect(stdout.split('\n')[1]).toBe(`These words were searched. ${other}`);
});

describe('search --stdin', () => {
  test('answers each line by one line, an empty one too', async () => {
    const answers = await json(['--stdin', '--data', data], 'ceph\n\nferry\u2028line\r\nmuseum');
    expect(answers).toMatchObject([
      { query: 'ceph', total: 1 },
      { query: '', total: 0 },
      { query: 'ferry\u2028line' },
      { query: 'museum', total: 1 },
    ]);
  });

  test('answers nothing where no line comes', async () => {
    expect(await json(['--stdin', '--data', data])).toEqual([]);
  });

  test('writes no character at which another language would end a line', async () => {
    const { stdout } = await lectern(['search', '--stdin', '--data', data], {
      stdin: 'a\u2028b\u2029c\u0085d\n',
    });
    expect(stdout.match(/[\u0085\u2028\u2029]/)).toBe(null);
    expect(JSON.parse(stdout).query).toBe('a\u2028b\u2029c\u0085d');
  });
});

describe('search for people', () => {
  test('shows who, when, where and what it is about', async () => {
    expect(await lectern(['search', '--data', data, 'ceph'])).toEqual({
      code: 0,
      stderr: '',
      stdout: `1 talk for "ceph"

Ceph at sea
Ada Lund, Tom Okafor · Storage · Tue 11 May 09:00–09:45, Quay Hall
How a ferry line runs Ceph on board.
storage/ceph-at-sea
`,
    });
  });

  test('reads the folder that DATA_DIR names, and needs no credentials, whole or half', async () => {
    const env = { DATA_DIR: data, SLACK_BOT_TOKEN: 'xoxb-alone' };
    expect((await lectern(['search', 'ceph'], { env })).stdout).toContain('Ceph at sea');
  });

  test.each([
    ['colours a terminal', true, {}, true],
    ['leaves colours out for NO_COLOR', true, { NO_COLOR: '1' }, false],
    ['leaves colours out of a pipe', false, {}, false],
  ])('%s', async (_, terminal, env, coloured) => {
    const { stdout } = await lectern(['search', '--data', data, 'ceph'], { terminal, env });
    expect(stdout.includes('\u001b[1mCeph at sea')).toBe(coloured);
  });

  test('lets no file steer the terminal', async () => {
    const text = 'Ceph \u001b[31mat\u0007 sea\n~~~~\n\n**Abstract:**\n\nRed \u001b]0;title\u0007 ceph.\n';
    const { stdout } = await lectern(['search', '--data', temporaryFolder({ 'a.txt': text }), 'ceph']);
    expect(stdout.replaceAll('\n', '').match(/\p{Cc}/u)).toBe(null);
  });
});

describe('search refuses', () => {
  test.each([
    ['no words', ['search'], 'lectern: Give some words to search for: lectern search ceph\n'],
    [
      'words beside --stdin',
      ['search', '--stdin', 'ceph'],
      'lectern: With --stdin the queries are the lines that come in; leave out the words.\n',
    ],
    [
      'a limit that is no number',
      ['search', '--limit', 'all', 'ceph'],
      "error: option '--limit <n>' argument 'all' is invalid. It must be a whole number from 1.\n",
    ],
    [
      'an option there is none of, and tells how to leave words out',
      ['search', 'ceph', '-luminous'],
      "error: unknown option '-luminous'\nWords that begin with a dash go behind two of them: lectern search -- ceph -luminous\n",
    ],
  ])('%s', async (_, argv, stderr) => {
    expect(await lectern(argv)).toEqual({ code: 2, stdout: '', stderr });
  });

  test('a folder without talks, and says what to do', async () => {
    const empty = temporaryFolder({});
    expect(await lectern(['search', '--data', empty, 'ceph'])).toEqual({
      code: 1,
      stdout: '',
      stderr: `lectern: There is no talk in ${empty}. Put a conference's abstracts or schedule there, or name another folder by DATA_DIR or --data; "lectern check" lists what is wrong with the files there.\n`,
    });
  });
});

test('another conference is asked by its name, and each talk is shown', async () => {
  const two = temporaryFolder({
    'spring/conference.yml': 'name: Spring\n',
    'spring/s.csv': 'id,title,start,end,room\n1,Ropes,2027-05-11T09:00+02:00,2027-05-11T09:30+02:00,Quay\n',
    'autumn/conference.yml': 'name: Autumn\n',
    'autumn/s.csv': 'id,title,start,end,room\n2,Sails,2027-10-11T09:00+02:00,2027-10-11T09:30+02:00,Bow\n',
  });
  const env = { CLOCK: '2027-05-11T09:10:00+02:00', DATA_DIR: two };
  const out = async (...argv: string[]) => (await lectern(argv, { env })).stdout.split('\n').slice(0, 3);
  expect(await out('search', 'conference:autumn', 'sails')).toEqual([
    '1 talk for "conference:autumn sails"',
    'This is from Autumn.',
    '',
  ]);
  expect((await out('search', 'conference:autumn', 'monday'))[2]).toBe(
    'These words were searched. To see what is on: lectern agenda conference:autumn monday',
  );
  expect(await out('agenda', 'conference:autumn')).toEqual([
    'Mon 11 Oct: 1 session',
    'This is from Autumn.',
    '09:00–09:30 Bow · Sails',
  ]);
  expect((await out('show', '2'))[0]).toBe('Sails');
});
