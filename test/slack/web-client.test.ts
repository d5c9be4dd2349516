import { App } from '@slack/bolt';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { fetchByHttp } from '../../src/slack/calling/fetch-by-http.ts';
import { clientOptions, limitClients, WorkspaceClients } from '../../src/slack/web-client.ts';
import { LOBBY, MIRA, messagesOfApp } from '../support/slack-people.ts';
import { openStage } from '../support/stage.ts';

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
