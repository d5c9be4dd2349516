import { describe, expect, test } from 'vitest';
import { type ImportFile, importHere } from '../../src/importers/import-aside.ts';
import { startWorkspace, type Workspace } from '../../src/local-slack/workspace.ts';
import { compose, type Lectern } from '../../src/wiring/compose.ts';
import { type Config, type Environment, readConfig } from '../../src/wiring/config.ts';
import { createLog } from '../../src/wiring/log.ts';
import { LIGHTHOUSE } from '../cli/support.ts';
import { databaseFile, execute, store as openStore } from '../support/store.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const data = temporaryFolder(LIGHTHOUSE);
const silent = createLog({ level: 'silent', secrets: [], write: () => {} });

/** With a database of its own: whoever runs Lectern from this folder has orders in the usual one. */
function config(env: Environment): Config {
  const DATABASE_URL = `file:${temporaryFolder({})}/lectern.sqlite`;
  const read = readConfig({ DATA_DIR: data, PORT: '0', DATABASE_URL, ...env });
  if ('mistakes' in read) throw new Error(read.mistakes.join(' '));
  return read.config;
}

/** Runs Lectern for as long as a test looks at it. */
async function running(
  env: Environment,
  look: (lectern: Lectern, url: string) => Promise<void>,
): Promise<void> {
  const lectern = await compose(config(env), silent);
  const { url } = await lectern.start();
  await look(lectern, url);
  await lectern.stop();
  await expect(fetch(`${url}/healthz`)).rejects.toThrow('fetch failed');
}

async function health(url: string): Promise<readonly number[]> {
  const answers = await Promise.all([fetch(`${url}/healthz`), fetch(`${url}/readyz`)]);
  return answers.map(answer => answer.status);
}

test('the last searches are counted when Lectern stops', async () => {
  const url = `file:${databaseFile()}`;
  await running({ DATABASE_URL: url }, async ({ workspace }) => {
    if (workspace === undefined) throw new Error('There is no workspace.');
    await answerOf(workspace);
  });
  expect(await execute(url, 'select conference, outcome, words, count from asked_words')).toEqual([
    { conference: 'Lighthouse Days', outcome: 'found', words: 'ceph', count: 1 },
  ]);
});

test('the bot of the local workspace is in the channels of its digests after a restart', async () => {
  const env = { DATABASE_URL: `file:${databaseFile()}` };
  const isThere = ({ directory, channels }: Workspace) =>
    [channels.lobby, channels.corridor].map(({ id }) => {
      const channel = directory.channel(id);
      return channel !== undefined && directory.hasBot(channel);
    });
  await running(env, async ({ workspace }) => {
    if (workspace === undefined) throw new Error('There is no workspace.');
    const { people, channels, directory } = workspace;
    directory.join(channels.corridor.id, directory.bot.userId);
    const typed = { user: people.mira.id, channel: channels.corridor.id, command: '/talk' };
    await workspace.command({ ...typed, text: 'digest daily 08:00' });
    expect(isThere(workspace)).toEqual([true, true]);
  });
  await running(env, async ({ workspace }) => {
    expect(workspace && isThere(workspace)).toEqual([true, true]);
  });
});

test('the bot of the local workspace stays in the channels to which people invited it', async () => {
  const env = { DATABASE_URL: `file:${databaseFile()}` };
  const isIn = ({ directory, channels }: Workspace) => {
    const channel = directory.channel(channels.corridor.id);
    return channel !== undefined && directory.hasBot(channel);
  };
  const found: boolean[] = [];
  for (const acts of ['join', 'leave', 'none'] as const)
    await running(env, async ({ workspace }) => {
      if (workspace === undefined) throw new Error('There is no workspace.');
      found.push(isIn(workspace));
      const { directory, channels, bot } = workspace;
      if (acts !== 'none') directory[acts](channels.corridor.id, bot.userId);
    });
  expect(found).toEqual([false, true, false]);
});

async function answerOf(workspace: Workspace): Promise<string | undefined> {
  const { people, channels } = workspace;
  const typed = { user: people.mira.id, channel: channels.lobby.id, command: '/talk', text: 'ceph' };
  return (await workspace.command(typed)).message?.text;
}

describe('Lectern answers /talk and tells its health', () => {
  test('over HTTP with a signing secret', async () => {
    const slack = await startWorkspace();
    const { bot, signingSecret } = slack.tokens;
    const env = { SLACK_BOT_TOKEN: bot, SLACK_SIGNING_SECRET: signingSecret, SLACK_API_URL: slack.apiUrl };
    await running(env, async (lectern, url) => {
      slack.deliverTo(`${url}/slack/events`);
      expect(lectern.workspace).toBe(undefined);
      // The requests that Lectern answers before the first one are nobody's.
      expect(slack.callsOf('users.info')).toEqual([]);
      expect(await answerOf(slack)).toContain('Ceph at sea');
      expect(await health(url)).toEqual([200, 200]);
    });
    await slack.close();
  });

  test('over a socket with an app token', async () => {
    const slack = await startWorkspace();
    const { bot, app } = slack.tokens;
    const env = { SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app, SLACK_API_URL: slack.apiUrl };
    await running(env, async (_, url) => {
      expect(await answerOf(slack)).toContain('Ceph at sea');
      expect(await health(url)).toEqual([200, 200]);
    });
    await slack.close();
  });

  test('in the workspace on this machine without credentials', async () => {
    await running({}, async ({ workspace }, url) => {
      expect(workspace && (await answerOf(workspace))).toContain('Ceph at sea');
      expect(await health(url)).toEqual([200, 200]);
    });
  });
});

test.each([
  ['on this machine', undefined, /^http:\/\/localhost:\d+\/calendar\//],
  ['where PUBLIC_URL says', 'https://talks.example.org', /^https:\/\/talks\.example\.org\/calendar\//],
])('a calendar is read %s', async (_, publicUrl, address) => {
  const env = publicUrl === undefined ? {} : { PUBLIC_URL: publicUrl };
  await running(env, async ({ workspace }, url) => {
    if (workspace === undefined) throw new Error('There is no workspace.');
    const { people, channels } = workspace;
    const typed = { user: people.mira.id, channel: channels.lobby.id, command: '/talk', text: 'ceph' };
    const { message } = await workspace.command(typed);
    if (message === undefined) throw new Error('There is no answer.');
    await workspace.click({ user: people.mira.id, in: message, label: 'Calendar' });
    const told = await workspace.when(() =>
      workspace.messages.find(({ text }) => text.startsWith('Calendar')),
    );
    const said = told.text.split('\n').find(line => line.startsWith('http')) ?? '';
    expect(said).toMatch(address);
    const calendar = await fetch(url + new URL(said).pathname);
    expect([calendar.status, await calendar.text()]).toEqual([200, expect.stringContaining('BEGIN:VEVENT')]);
  });
});

test('an answer that is under way is finished before Lectern stops', async () => {
  const slack = await startWorkspace();
  const { people, channels, bot, tokens } = slack;
  const env = {
    SLACK_BOT_TOKEN: tokens.bot,
    SLACK_SIGNING_SECRET: tokens.signingSecret,
    SLACK_API_URL: slack.apiUrl,
  };
  await running(env, async (_, url) => {
    slack.deliverTo(`${url}/slack/events`);
    slack.fail('chat.postMessage', { kind: 'slow', delayMs: 300 });
    await slack.mention({ user: people.mira.id, channel: channels.lobby.id, text: 'ceph' });
  });
  const answers = slack.messages.filter(message => message.author === bot.userId);
  expect(answers.map(({ text }) => text.split('\n')[0])).toEqual(['1 talk for ceph.']);
  await slack.close();
});

test('a disk that is full shows in /readyz once somebody has met it, since looking for work only reads', async () => {
  const DATABASE_URL = `file:${databaseFile()}`;
  await running({ DATABASE_URL }, async ({ workspace }, url) => {
    const health = async () => (await fetch(`${url}/readyz`)).json();
    await expect.poll(health).toMatchObject({ ready: true, store: 'ok' });
    const isFull = `create trigger is_full before insert on alerts
      begin select raise(abort, 'database or disk is full'); end;`;
    await execute(DATABASE_URL, isFull);
    await workspace?.directMessage({ user: workspace.people.mira.id, text: 'alert ceph' });
    await workspace?.when(() =>
      workspace.messages.find(({ text }) => text.startsWith('Lectern cannot use its database')),
    );
    expect(await health()).toMatchObject({ ready: true, store: 'unavailable' });
  });
});

test('the log warns at the start of what people have of a conference that is not loaded', async () => {
  const DATABASE_URL = `file:${databaseFile()}`;
  const before = openStore({ url: DATABASE_URL, run: 'local' });
  await before.stars.star({ workspace: 'T1', person: 'U1', conference: 'Spring', talk: 'fog' }, 1000);
  const lines: string[] = [];
  const log = createLog({ level: 'warn', secrets: [], write: line => lines.push(line) });
  const lectern = await compose(config({ DATABASE_URL }), log);
  await lectern.start();
  await expect
    .poll(() => lines.map(line => JSON.parse(line)))
    .toMatchObject([{ conference: 'Spring', people: 1 }]);
  await lectern.stop();
});

describe('the page is served', () => {
  const pageFiles = new Map([['/index.html', { type: 'text/html', body: Buffer.from('<p>') }]]);
  const served = async (env: Environment) => {
    const lectern = await compose(config(env), silent, { pageFiles });
    const { url } = await lectern.start();
    const { status } = await fetch(url);
    await lectern.stop();
    return status;
  };

  test('without credentials', async () => {
    expect(await served({})).toBe(200);
  });

  test('never beside a real Slack', async () => {
    const slack = await startWorkspace();
    const { bot, signingSecret } = slack.tokens;
    const credentials = { SLACK_BOT_TOKEN: bot, SLACK_SIGNING_SECRET: signingSecret };
    expect(await served({ ...credentials, SLACK_API_URL: slack.apiUrl })).toBe(404);
    await slack.close();
  });
});

test("a rehearsal's clock starts when Lectern is ready", async () => {
  const clock = Date.parse('2001-05-11T08:55+02:00');
  const lectern = await compose(config({ CLOCK: '2001-05-11T08:55+02:00' }), silent);
  expect(lectern.now()).toBeGreaterThan(clock + 5000);
  await lectern.start();
  expect(lectern.now() - clock).toBeGreaterThanOrEqual(0);
  expect(lectern.now() - clock).toBeLessThan(5000);
  await lectern.stop();
});

test('Slack is asked about the token while the programme is read', async () => {
  const slack = await startWorkspace();
  const { bot, signingSecret } = slack.tokens;
  const env = { SLACK_BOT_TOKEN: bot, SLACK_SIGNING_SECRET: signingSecret, SLACK_API_URL: slack.apiUrl };
  const asked = () => slack.callsOf('auth.test');
  const readAfterSlack: ImportFile = async (file, options) => {
    await slack.when(() => asked().find(call => call.response !== undefined));
    return importHere(file, options);
  };
  const importMany = () => ({ importFile: readAfterSlack, end: async () => {} });
  const lectern = await compose(config(env), silent, { importMany });
  await lectern.start();
  expect(asked().length).toBe(1);
  await lectern.stop();
  await slack.close();
});

test('Lectern that was not started can be stopped', async () => {
  const lectern = await compose(config({}), silent);
  expect(await lectern.stop()).toBe(undefined);
});
