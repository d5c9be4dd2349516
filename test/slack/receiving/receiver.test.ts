import { request } from 'node:http';
import { text as readText } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { signRequest } from '../../../src/local-slack/delivery/http.ts';
import { typeTalk } from '../../support/slack-people.ts';
import { openStage, type Stage } from '../../support/stage.ts';
import { webServer } from '../../support/web-server.ts';

const FORM = 'application/x-www-form-urlencoded';
const ASKED = 'command=%2Ftalk&text=ceph&user_id=U0MIRA0001&channel_id=C0LOBBY001';

interface Sent {
  readonly type?: string;
  readonly body?: string;
  readonly secondsAhead?: number;
  readonly secret?: string;
}

/** Sends what Slack could have sent, signed. */
function post(
  { url, workspace }: Stage,
  { type = FORM, body = ASKED, secondsAhead = 0, secret = workspace.tokens.signingSecret }: Sent,
) {
  const now = Date.now() + secondsAhead * 1000;
  const signed = signRequest(body, { secret, now });
  return fetch(`${url}/slack/events`, { method: 'POST', body, headers: { 'content-type': type, ...signed } });
}

describe.each(['http', 'socket'] as const)('over %s', mode => {
  test('a path that is no address is not there, and costs nobody else anything', async () => {
    const { url } = await openStage({ mode });
    const statuses = await Promise.all(
      ['//', '/%', '/healthz?from=//'].map(async path => (await fetch(url + path)).status),
    );
    expect(statuses).toEqual([404, 404, 200]);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
  });

  test('health is asked for, not sent', async () => {
    const { url } = await openStage({ mode });
    const status = async (method: string) => (await fetch(`${url}/healthz`, { method })).status;
    expect([await status('GET'), await status('HEAD'), await status('POST')]).toEqual([200, 200, 405]);
  });
});

test.each([FORM, `${FORM}; charset=utf-8`, 'Application/X-WWW-Form-URLencoded;charset=UTF-8'])(
  'a form is a form, called %s',
  async type => {
    const answer = await post(await openStage(), { type });
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('7 talks for ceph');
  },
);

test.each([
  [-290, 200],
  [290, 200],
  [-310, 401],
  [310, 401],
])('a request that is signed %i seconds from now: %i', async (secondsAhead, status) => {
  expect((await post(await openStage(), { secondsAhead })).status).toBe(status);
});

test.each([
  ['null', 'application/json'],
  [' null\n', 'application/json; charset=utf-8'],
  ['payload=null', FORM],
  ['payload=', FORM],
  ['{', 'application/json'],
  ['', 'application/json'],
])('%j is refused, and the next request is answered', async (body, type) => {
  const stage = await openStage();
  expect((await post(stage, { body, type })).status).toBe(400);
  expect((await post(stage, {})).status).toBe(200);
});

test('a command without a text asks for help', async () => {
  const answer = await post(await openStage(), { body: ASKED.replace('&text=ceph', '') });
  expect(await answer.text()).toContain('Find a talk');
});

test('the log tells a wrong clock from a wrong signature', async () => {
  const stage = await openStage();
  await post(stage, { secondsAhead: 3600 });
  await post(stage, { secondsAhead: -3600 });
  await post(stage, { secret: 'another-secret' });
  expect(stage.log.map(({ msg, times }) => [msg, times])).toEqual([
    [
      'A request was refused with 401: Slack signed it for another time. If there are many of these, set the clock of this machine.',
      1,
    ],
    ['A request was refused with 401: Slack has not signed it.', 1],
  ]);
});

test('the answer to a command whose connection is closed before it goes to its response_url', async () => {
  const stage = await openStage();
  const { store, url, workspace, log } = stage;
  const told: unknown[] = [];
  const slack = await webServer(async (asked, answer) => {
    told.push(JSON.parse(await readText(asked)));
    answer.end();
  });
  const body = `${ASKED.replace('ceph', 'alert+ceph')}&response_url=${encodeURIComponent(slack.url)}`;
  const signed = signRequest(body, { secret: workspace.tokens.signingSecret, now: Date.now() });
  const sent = request(`${url}/slack/events`, {
    method: 'POST',
    headers: { 'content-type': FORM, ...signed },
  });
  const closed = new Promise(resolve => sent.on('error', () => {}).on('close', resolve));
  const record = store.acts.record.bind(store.acts);
  store.acts.record = async (...act) => {
    sent.destroy();
    await closed;
    // Lectern, which runs here, too, has seen it once it answers another request.
    await fetch(`${url}/healthz`);
    return record(...act);
  };
  sent.end(body);
  while (told.length === 0) await new Promise(resolve => setImmediate(resolve));
  expect(told).toMatchObject([{ response_type: 'ephemeral', text: expect.stringContaining('ceph') }]);
  expect(log).toEqual([]);
});

test('a request with another signature does nothing', async () => {
  const stage = await openStage();
  expect((await post(stage, { secret: 'another-secret' })).status).toBe(401);
  expect(stage.workspace.calls.map(call => call.method)).toEqual(['auth.test']);
});

test.each([
  ['none', {}],
  ['no time', { 'x-slack-signature': `v0=${'0'.repeat(64)}` }],
  ['no signature', { 'x-slack-request-timestamp': String(Math.floor(Date.now() / 1000)) }],
  [
    'half a signature',
    { 'x-slack-request-timestamp': String(Math.floor(Date.now() / 1000)), 'x-slack-signature': 'v0=' },
  ],
])('a request with %s of the headers that sign it is refused', async (_which, headers) => {
  const { url } = await openStage();
  const sent = { method: 'POST', body: ASKED, headers: { 'content-type': FORM, ...headers } };
  expect((await fetch(`${url}/slack/events`, sent)).status).toBe(401);
});

test('Slack learns that the address is ours and its certificate good', async () => {
  const stage = await openStage();
  const challenge = JSON.stringify({ type: 'url_verification', challenge: 'a-harbour' });
  const asked = await post(stage, { body: challenge, type: 'application/json' });
  expect([asked.status, await asked.json()]).toEqual([200, { challenge: 'a-harbour' }]);
  const checks = ['ssl_check=1', 'token=t&ssl_check=1', 'ssl_check=1&command=%2Ftalk&text=ceph'];
  for (const body of checks) {
    const answer = await post(stage, { body, secret: 'another-secret' });
    expect([answer.status, await answer.text()]).toEqual([200, '']);
  }
  expect((await post(stage, { body: 'ssl_check=12', secret: 'another-secret' })).status).toBe(401);
});

test('a body over a megabyte is refused', async () => {
  const { url } = await openStage();
  const response = await fetch(`${url}/slack/events`, {
    method: 'POST',
    body: 'x'.repeat(1024 * 1024 + 1),
  });
  expect(response.status).toBe(413);
});

test.each(['http', 'socket'] as const)(
  'tells on its port over %s whether it lives and is ready',
  async mode => {
    const { url } = await openStage({ mode });
    const answers = await Promise.all(
      ['/healthz', '/readyz', '/nothing'].map(path => fetch(`${url}${path}`)),
    );
    expect(answers.map(answer => answer.status)).toEqual([200, 200, 404]);
  },
);

test('a frame of the socket that makes no sense is left aside, and the next one is answered', async () => {
  const { workspace, log } = await openStage({ mode: 'socket' });
  const strange = [
    'null',
    '7',
    '{}',
    '{',
    '{"type":"events_api","payload":null}',
    '{"type":"events_api","payload":{"event":null}}',
    '{"type":"interactive","envelope_id":"1","payload":null}',
    '{"type":"slash_commands","envelope_id":"2","payload":{"command":7}}',
  ];
  for (const text of strange) workspace.sockets.sendText(text);
  expect((await typeTalk(workspace, 'ceph')).message?.text).toMatch(/^7 talks for ceph/);
  expect(log.map(({ msg, times }) => [msg, times]).sort()).toEqual([
    ['Ignored a frame of the socket that is not in the form that Slack documents.', 1],
    [
      'Ignored a request that is not in the form that Slack documents. The first field that is wrong: body.',
      1,
    ],
    [
      'Ignored a request that is not in the form that Slack documents. The first field that is wrong: command.',
      1,
    ],
  ]);
});
