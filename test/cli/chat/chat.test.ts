import { existsSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import { pino } from 'pino';
import { describe, expect, test } from 'vitest';
import { chat as chatLoop } from '../../../src/cli/chat/chat-loop.ts';
import { startWorkspace } from '../../../src/local-slack/workspace.ts';
import { posterTo } from '../../../src/slack/post.ts';
import { configuredToken } from '../../../src/slack/workspace-tokens.ts';
import { harbour } from '../../support/harbour.ts';
import { loadedWith } from '../../support/loaded.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { Collected, inFolderOfItsOwn, LIGHTHOUSE, lectern } from '../support.ts';

inFolderOfItsOwn();

const data = temporaryFolder(LIGHTHOUSE);

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
    expect((await headings('/talk digest'))[0]).toBe('New digest');
  });

  test.each([
    ['U0MIRA0001', 'This digest is on. The message in this channel says what it posts, and when.'],
    ['U0OTHER001', 'Only organisers can set up or change digests: ask @U0OTHER001.'],
  ])('/talk digest with ORGANISERS=%s', async (ORGANISERS, answer) => {
    const env = { DATA_DIR: data, DATABASE_URL: `file:./${ORGANISERS}.sqlite`, ORGANISERS };
    const { stdout } = await lectern(['chat'], { stdin: '/talk digest daily 08:00\n', env });
    expect(stdout.split('\n')[0]).toBe(answer);
  });

  test('/talk settings with what holds, and where to change it', async () => {
    const answer = await chat('/talk remind me 10 minutes before\n/talk settings\n');
    expect(answer).toContain('Reminders before your talks: [10 minutes before ▾]');
    expect(answer.trimEnd().split('\n').at(-1)).toBe(
      'This form cannot be saved in a terminal; in Slack it can. Here type /talk reminders 10 or /talk reminders off.',
    );
    expect(answer).not.toContain('[Save]');
  });

  test('with what the database keeps that DATABASE_URL names', async () => {
    const env = { DATA_DIR: data, DATABASE_URL: 'file:./named.sqlite' };
    await lectern(['chat'], { stdin: '/talk alert ceph\n', env });
    const { stdout } = await lectern(['chat'], { stdin: '/talk alerts\n', env });
    expect([existsSync('named.sqlite'), stdout.includes('ceph')]).toEqual([true, true]);
  });

  test('undo below an answer to /talk', async () => {
    expect((await headings('/talk alert ceph', 'undo', '/talk alert')).slice(1)).toEqual([
      'The alert for “ceph” is removed.',
      'You have no alerts. Type /talk alert and a topic to hear about new talks on it.',
    ]);
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
    expect(answer).toMatch(/^Ada Lund.* · (Tue )?09:00.* · Quay Hall/m);
    expect(answer).toMatch(/^\[Details :1\] \[Share :2\] \[Star :3\]$/m);
  });
});

test.each(['exit', 'QUIT', ':q'])('chat ends at %s', async line => {
  expect(await headings('/talk ceph', line, 'museum')).toEqual(['1 talk for ceph']);
});

test('chat says once how to press where Lectern says what to press', async () => {
  const said = await chat('more\nmore\n');
  expect(said.match(/Here :1 presses the first button of the last answer, :2 the second\./g)).toHaveLength(1);
});

test('chat stars by a word, below an answer to a command and to a direct message', async () => {
  // The question about reminders comes by itself, at any time.
  for (const asked of ['/talk ceph', 'ceph'])
    expect(await headings(asked, 'star 1', '/talk mine', '/talk unstar all')).toEqual(
      expect.arrayContaining([
        '1 talk for ceph',
        'My talks',
        'You have starred 1 talk. To take one star away, press Unstar below the talk in /talk mine.',
      ]),
    );
  // A word acts on the answer, and not on a message that came by itself since.
  expect(await headings('/talk ceph', '/talk museum', 'star 1', 'star 1')).toContain(
    'That talk is starred already.',
  );
  expect(await headings('/talk ceph', 'star 1')).toEqual([
    '1 talk for ceph',
    'That talk is starred already.',
  ]);
});

test.each(['star 9', 'star 0'])('chat says for %s how many talks there are', async line => {
  expect(await headings('/talk ceph', line)).toContain('The last answer shows 1 talk.');
});

test('chat writes dates as Lectern does', async () => {
  const answer = await chat('/talk ceph\n:1\n');
  expect(answer).not.toMatch(/(?:May|[Jj]une?) \d+,/);
});

describe('chat presses buttons', () => {
  test('by a word, as under an answer to a direct message', async () => {
    for (const lines of ['/talk ceph\nmore\ndetails\n', '@Lectern ceph\n1\n'])
      expect(await chat(lines)).toContain('Three nodes share a rack with the lifejackets.');
  });

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

test.each(['', '/talk ', '@Lectern '])(
  'chat takes what Slack takes, and says so of more: %j',
  async before => {
    const longest = before + 'x'.repeat(40_000);
    expect(await headings(`${before}ceph`, `${longest}x`, `${before}museum`)).toEqual([
      '1 talk for ceph',
      'Slack takes at most 40,000 characters.',
      '1 talk for museum',
    ]);
  },
);

test('chat greets who sits at a terminal, with a first answer, and takes their lines', async () => {
  const given = { stdin: 'museum\n', terminal: true, env: { DATA_DIR: data, NO_COLOR: '1' } };
  const { code, stdout } = await lectern(['chat'], given);
  expect(code).toBe(0);
  expect(stdout).toMatch(
    /^Lectern answers for Lighthouse Days \(2 talks, 3 speakers\), here as it would in Slack\.\n/,
  );
  expect(stdout).toContain('> /talk ceph\n1 talk for ceph\n');
  expect(stdout).toContain('1 talk for museum\n');
});

test('chat at a terminal answers all lines before Ctrl-D, and prompts for none after it', async () => {
  const given = { stdin: 'ceph\nmuseum\n', terminal: true, env: { DATA_DIR: data, NO_COLOR: '1' } };
  const { code, stdout, stderr } = await lectern(['chat'], given);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const [, typed] = stdout.split('ceph\r\n');
  expect(typed).toMatch(/^museum\r\n1 talk for ceph\n[^>]*\n1 talk for museum\n[^>]*\]\n\n\n$/);
});

test('chat needs no credentials, whole or half, and ends where nothing is typed', async () => {
  const env = { DATA_DIR: data, SLACK_BOT_TOKEN: 'xoxb-alone' };
  expect(await lectern(['chat'], { env })).toEqual({ code: 0, stdout: '', stderr: '' });
});

/** A workspace in which the bot posts, and the input and output of somebody who chats in it. */
async function startBare({ terminal }: { readonly terminal: boolean }) {
  const workspace = await startWorkspace();
  const { post, close } = posterTo({
    tokens: configuredToken(workspace.tokens.bot),
    apiUrl: workspace.apiUrl,
    log: pino({ level: 'silent' }),
  });
  const io = {
    stdin: Object.assign(new PassThrough(), { isTTY: terminal }),
    stdout: Object.assign(new Collected(), { isTTY: terminal }),
    stderr: new Collected(),
    env: { NO_COLOR: '1' },
    askedToEnd: () => new Promise<string>(() => {}),
  };
  return {
    io,
    chat: () => chatLoop({ loaded: loadedWith(harbour), workspace }, io),
    post: (channel: string, text: string, threadTs?: string) =>
      post(channel, { text, blocks: [] }, { workspace: workspace.team.id, threadTs }),
    close: async () => {
      await close();
      await workspace.close();
    },
  };
}

test('chat shows what comes by itself, and where, once', async () => {
  const { io, chat, post, close } = await startBare({ terminal: false });
  const chatting = chat();
  const first = await post('C0LOBBY001', 'Harbour Days start today');
  await post('C0LOBBY001', '1 of 1: 09:00', first.kind === 'posted' ? first.ts : undefined);
  await post('U0MIRA0001', 'Is it there?');
  await io.stdout.until(/Is it there/);
  io.stdin.end();
  await chatting;
  expect(io.stdout.text.trimEnd().split('\n\n\n')).toEqual([
    'In #lobby:\nHarbour Days start today',
    'In #lobby, in a thread:\n1 of 1: 09:00',
    'To you:\nIs it there?',
  ]);
  await close();
});

test('chat at a terminal shows what came meanwhile after Ctrl-D too', async () => {
  const { io, chat, post, close } = await startBare({ terminal: true });
  await post('U0MIRA0001', 'Is it there?');
  io.stdin.end('/tlak\n');
  await chat();
  expect(io.stdout.text).toMatch(/There is no command \/tlak.*\n\n\n\S*To you:\nIs it there\?\n\n\n$/);
  await close();
});
