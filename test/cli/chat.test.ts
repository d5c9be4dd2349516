import { describe, expect, test } from 'vitest';
import { folderOf, LIGHTHOUSE, lectern } from './support.ts';

const data = folderOf(LIGHTHOUSE);

/** The first line of each answer to these lines. */
async function headings(...lines: readonly string[]): Promise<readonly string[]> {
  const answers = await chat(`${lines.join('\n')}\n`);
  return answers
    .trimEnd()
    .split('\n\n\n')
    .map(answer => answer.split('\n')[0] ?? '');
}

async function chat(stdin: string): Promise<string> {
  const { code, stdout, stderr } = await lectern(['chat'], { stdin, env: { DATA_DIR: data } });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout;
}

describe('chat answers as Slack would be answered', () => {
  test.each([
    ['/talk ceph', '1 talk for ceph'],
    ['/talk help', 'Find a talk'],
    ['/talk', 'Find a talk'],
    ['ceph', '1 talk for ceph'],
    ['@Lectern ceph', '1 talk for ceph'],
    ['@lectern  museum', '1 talk for museum'],
  ])('%s', async (line, heading) => {
    expect(await headings(line)).toEqual([heading]);
  });

  test('/talk digest with its form', async () => {
    expect((await headings('/talk digest'))[0]).toMatch(/^(New digest|Digest)$/);
  });

  test('each of several lines, in their order, and no empty one', async () => {
    expect(await headings('/talk ceph', '', 'museum', '/talk help')).toEqual([
      '1 talk for ceph',
      '1 talk for museum',
      'Find a talk',
    ]);
  });

  test('with who, when and where, and its buttons by number', async () => {
    const answer = await chat('/talk ceph');
    expect(answer).toMatch(/^Ceph at sea$/m);
    expect(answer).toMatch(/Ada Lund, Tom Okafor · Storage · Tue 11 May 09:00–09:45 .*Quay Hall/);
    expect(answer).toMatch(/^\[Details :1\] \[Share :2\]$/m);
  });
});

describe('chat presses buttons', () => {
  test('of the last answer: Details opens the whole talk', async () => {
    const answer = await chat('/talk ceph\n:1\n');
    expect(answer).toContain('Three nodes share a rack with the lifejackets.');
    expect(answer).toContain('Ada keeps the storage of a small harbour afloat.');
  });

  test('of a direct message', async () => {
    expect(await chat('museum\n:1\n')).toContain('Ines reads tapes for a museum.');
  });

  test('and says where there is none', async () => {
    expect(await headings(':1', '/talk ceph', ':99')).toEqual([
      'The last answer has no button :1.',
      '1 talk for ceph',
      'The last answer has no button :99.',
    ]);
  });
});

test('chat knows no other command', async () => {
  expect(await headings('/tlak ceph')).toEqual([
    "There is no command /tlak here. Lectern's is /talk: try /talk help",
  ]);
});

test('chat needs no credentials, whole or half, and ends where nothing is typed', async () => {
  const env = { DATA_DIR: data, SLACK_BOT_TOKEN: 'xoxb-alone' };
  expect(await lectern(['chat'], { env })).toEqual({ code: 0, stdout: '', stderr: '' });
});
