import { setImmediate as nextTurn } from 'node:timers/promises';
import { App, type Logger as BoltLogger, LogLevel } from '@slack/bolt';
import { pino } from 'pino';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Fault } from '../../src/local-slack/state/faults.ts';
import { startWorkspace } from '../../src/local-slack/workspace.ts';
import { fetchByHttp } from '../../src/slack/calling/fetch-by-http.ts';
import {
  boltLogger,
  clientOptions,
  KnownToken,
  limitClients,
  proveToken,
  quietly,
  WorkspaceClients,
} from '../../src/slack/web-client.ts';
import { LOBBY, MIRA, messagesOfApp, typeTalk } from '../support/slack-people.ts';
import { openStage } from '../support/stage.ts';

test('a bot token that Slack refuses is known at the start', async () => {
  await expect(openStage({ botToken: 'xoxb-wrong' })).rejects.toThrow('invalid_auth');
});

test('a Slack that cannot be asked at the start is no reason not to start', async () => {
  const { workspace, log } = await openStage({ failing: { kind: 'status', status: 503 } });
  expect(log.map(line => line.msg)).toEqual([
    'The bot token could not be checked with Slack; a wrong one shows at the first reply.',
  ]);
  expect((await typeTalk(workspace, 'ceph')).message).toBeDefined();
});

test('Slack refusing a reply for a moment costs the person nothing', async () => {
  const { workspace, log } = await openStage();
  workspace.fail('chat.postMessage', { kind: 'status', status: 503 }, { times: 2 });
  await workspace.mention({ user: MIRA, channel: LOBBY, text: 'ceph' });
  await workspace.when(() => messagesOfApp(workspace).at(-1));
  expect([messagesOfApp(workspace).length, log]).toEqual([1, []]);
});

test('Slack asking for a moment before a reply is no news', async () => {
  const { workspace, log } = await openStage();
  workspace.fail('chat.postMessage', { kind: 'rate_limited', retryAfterSeconds: 0 });
  workspace.fail('chat.postMessage', { kind: 'reset' });
  await workspace.mention({ user: MIRA, channel: LOBBY, text: 'ceph' });
  await workspace.when(() => messagesOfApp(workspace).at(-1));
  expect([messagesOfApp(workspace).length, log]).toEqual([1, []]);
});

describe('the bot token is proven', () => {
  async function prove(fault?: Fault) {
    const workspace = await startWorkspace();
    onTestFinished(() => workspace.close());
    if (fault !== undefined) workspace.fail('auth.test', fault, { times: 5 });
    const log: string[] = [];
    const logger = pino({ level: 'warn' }, { write: line => log.push(JSON.parse(line).msg) });
    const options = clientOptions({ apiUrl: workspace.apiUrl, log: logger });
    const answer = await proveToken(workspace.tokens.bot, options, logger).then(
      facts => facts && { ...facts, scopes: [...facts.scopes] },
      (thrown: Error) => thrown.message,
    );
    return { answer, log, calls: workspace.callsOf('auth.test').length };
  }

  test('by one call, which tells its scopes and its workspace', async () => {
    const scopes = ['commands', 'app_mentions:read', 'chat:write', 'im:history', 'users:read'];
    expect(await prove()).toEqual({
      answer: { scopes, isOrgWide: false, team: expect.stringMatching(/^T/) },
      log: [],
      calls: 1,
    });
  });

  test.each([
    'invalid_auth',
    'not_authed',
    'account_inactive',
    'token_revoked',
    'token_expired',
    'not_allowed_token_type',
  ])('to be useless where Slack says %s', async error => {
    expect(await prove({ kind: 'error', error })).toEqual({
      answer: expect.stringContaining(error),
      log: [],
      calls: 1,
    });
  });

  test.each<Fault>([
    { kind: 'error', error: 'internal_error' },
    { kind: 'status', status: 503 },
    { kind: 'reset' },
  ])('neither good nor bad by another failure, which is not retried: %j', async fault => {
    expect(await prove(fault)).toEqual({
      answer: undefined,
      log: ['The bot token could not be checked with Slack; a wrong one shows at the first reply.'],
      calls: 1,
    });
  });
});

test.each([
  [undefined, {}],
  ['https://slack-gov.com/api/', { slackApiUrl: 'https://slack-gov.com/api/' }],
])('calls go to %s, and are retried for half a minute', (apiUrl, url) => {
  const { logger: _, ...options } = clientOptions({ apiUrl, log: pino({ level: 'silent' }) });
  expect(options).toEqual({
    ...url,
    retryConfig: { retries: 5, factor: 2, minTimeout: 1000 },
    timeout: 10_000,
    fetch: fetchByHttp,
  });
});

/** The level and the text of everything that one line of Bolt's at each level becomes in our log. */
function logged(of: (log: pino.Logger) => BoltLogger): unknown[] {
  const lines: unknown[] = [];
  const log = pino(
    { level: 'trace' },
    {
      write: line => {
        const { level, msg } = JSON.parse(line);
        lines.push([pino.levels.labels[level], msg]);
      },
    },
  );
  const logger = of(log);
  logger.debug('a', { b: 1 });
  logger.info('c');
  logger.warn(new Error('d'), 2);
  logger.error('e');
  logger.setLevel(LogLevel.ERROR);
  logger.setName('bolt');
  return lines;
}

test("Bolt's information is for those who debug", () => {
  expect(logged(boltLogger)).toEqual([
    ['trace', 'a ...'],
    ['debug', 'c'],
    ['warn', 'd 2'],
    ['error', 'e'],
  ]);
});

test('of calls to Slack nothing is louder than that', () => {
  expect(logged(quietly)).toEqual([
    ['trace', 'a ...'],
    ['debug', 'c'],
    ['debug', 'd 2'],
    ['debug', 'e'],
  ]);
});

test("no line of Slack's packages has what a person wrote", async () => {
  const lines: string[] = [];
  const log = pino({ level: 'trace' }, { write: line => lines.push(line) });
  const { debug } = boltLogger(log);
  debug('ack() call begins (body: {"text":"our secret"})');
  debug('Sending a WebSocket message:', { payload: 'our secret' });
  debug('ack() response sent (body: "our secret")');
  debug('http request body:', ['our secret']);
  expect(lines.map(line => JSON.parse(line).msg)).toEqual([
    'ack() call begins (body: ...',
    'Sending a WebSocket message: ...',
    'ack() response sent (body: ...',
    'http request body: ...',
  ]);
});

test('Bolt prepares its finest lines only for a log that takes them', () => {
  const levels = ['silent', 'debug', 'trace'].map(level => boltLogger(pino({ level })).getLevel());
  expect(levels).toEqual([LogLevel.INFO, LogLevel.INFO, LogLevel.DEBUG]);
  const unread = {
    toJSON: () => {
      throw new Error('A line that nobody reads was written.');
    },
  };
  const { debug, info } = boltLogger(pino({ level: 'warn' }));
  debug(unread);
  info(unread);
});

test('each workspace has a client of its own, made once, and those used longest ago are forgotten', async () => {
  const tokens = new Map([
    ['T1', 'xoxb-1'],
    ['T2', 'xoxb-2'],
    ['T3', 'xoxb-3'],
  ]);
  const clients = new WorkspaceClients({ tokenFor: async id => tokens.get(id) }, {}, 2);
  const [first, second] = [await clients.clientIn('T1'), await clients.clientIn('T2')];
  expect([first?.token, second?.token, await clients.clientIn('T4')]).toEqual([
    'xoxb-1',
    'xoxb-2',
    undefined,
  ]);
  expect(await clients.clientIn('T1')).toBe(first);
  await clients.clientIn('T3');
  expect([(await clients.clientIn('T1')) === first, (await clients.clientIn('T2')) === second]).toEqual([
    true,
    false,
  ]);
  tokens.set('T1', 'xoxb-renewed');
  expect((await clients.clientIn('T1'))?.token).toBe('xoxb-renewed');
  tokens.delete('T1');
  expect(await clients.clientIn('T1')).toBe(undefined);
});

test('scopes that Slack did not tell are asked for again when they are needed, once a minute', async () => {
  const facts = { scopes: new Set(['files:write']), isOrgWide: false, team: 'T1' };
  const answers = [undefined, undefined, facts];
  let [now, asked] = [0, 0];
  const log = pino({ level: 'silent' });
  const known = new KnownToken({ ask: async () => answers[asked++], now: () => now, log });
  await known.learn();
  const canSend = async () => {
    const before = known.facts()?.scopes.has('files:write') ?? false;
    await nextTurn();
    return [before, asked];
  };
  const seen: unknown[] = [];
  for (const at of [0, 59_999, 60_000, 60_001, 120_000, 120_001, 999_999]) {
    now = at;
    seen.push(await canSend());
  }
  expect(seen).toEqual([
    [false, 1],
    [false, 1],
    [false, 2],
    [false, 2],
    [false, 3],
    [true, 3],
    [true, 3],
  ]);
});

test("Bolt's clients are forgotten once there are many, and made again", async () => {
  let token = 'xoxb-1';
  const app = new App({
    receiver: { init: () => {}, start: async () => {}, stop: async () => {} },
    authorize: async source => {
      hearOf(source, token);
      return { botToken: token };
    },
    convoStore: false,
  });
  const hearOf = limitClients(app, 2);
  const used: (string | undefined)[] = [];
  const kept: number[] = [];
  app.use(async ({ client }) => void used.push(client.token));
  const fields = { command: '/talk', text: '', user_id: 'U1', channel_id: 'C1' };
  const requests = [
    ['T1', 'xoxb-1'],
    ['T1', 'xoxb-2'],
    ['T1', 'xoxb-1'],
    ['T1', 'xoxb-3'],
    ['T2', 'xoxb-3'],
    ['T3', 'xoxb-3'],
  ] as const;
  for (const [team, next] of requests) {
    token = next;
    await app.processEvent({ body: { ...fields, team_id: team }, ack: async () => {} });
    const pools: { readonly pool: object }[] = Object.values(Reflect.get(app, 'clients'));
    kept.push(pools.reduce((count, { pool }) => count + Object.keys(pool).length, 0));
  }
  expect(used).toEqual(requests.map(([, each]) => each));
  expect(kept).toEqual([1, 2, 2, 1, 2, 1]);
});
