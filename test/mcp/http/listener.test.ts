import { once } from 'node:events';
import { type ClientRequest, createServer, type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { signRequest } from '../../../src/local-slack/delivery/http.ts';
import { mcpListener } from '../../../src/mcp/http/listener.ts';
import { claimsSlackSignature, isSignedBySlack } from '../../../src/slack/receiving/signature.ts';

const SECRET = 'a-signing-secret';
const BEARER = { authorization: 'Bearer a-token' };
const seconds = (ago: number) => String(Math.floor(Date.now() / 1000) - ago);

/** A server that answers everybody who is let in with the entrance. */
async function listen({ takes = 100 } = {}) {
  const taken: string[] = [];
  const refusals: string[] = [];
  const server = createServer(
    mcpListener({
      signature: {
        isClaimed: claimsSlackSignature,
        isTrue: (headers, body) => isSignedBySlack(headers, body, SECRET),
      },
      ...{ token: 'a-token', isOpen: false, hosts: ['127.0.0.1'] },
      load: async () => async (entrance, _, response) => void response.end(entrance),
      takesOther: () => taken.push('one') <= takes,
      onRefusal: kind => refusals.push(kind),
      onFault: error => refusals.push(String(error)),
    }),
  ).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/mcp`, refusals };
}

/** Promises a body of ten bytes, and sends none. */
function promiseBody(url: string, headers: Record<string, string>): ClientRequest {
  const sent = request(url, {
    method: 'POST',
    headers: { ...headers, 'content-length': '10' },
    agent: false,
  });
  sent.on('error', () => {});
  sent.flushHeaders();
  return sent;
}

/** The answer to a request whose body never comes. */
async function answerTo(sent: ClientRequest) {
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  const chunks = await response.toArray();
  return { status: response.statusCode, text: String(Buffer.concat(chunks)) };
}

async function post(url: string, body: string, headers: Record<string, string>) {
  const response = await fetch(url, { method: 'POST', body, headers });
  return [response.status, await response.text()];
}

test('with the token a request too many is refused before its body', async () => {
  const { url, refusals } = await listen({ takes: 1 });
  expect(await post(url, '{}', BEARER)).toEqual([200, 'other']);
  const { status } = await answerTo(promiseBody(url, BEARER));
  const refusal = '429: too many requests came at once; try again in a second.';
  expect([status, refusals]).toEqual([429, [`A request to /mcp was refused with ${refusal}`]]);
});

test('many messages in one request are refused, so that each counts', async () => {
  const { url } = await listen();
  const batch = JSON.stringify([1, 2].map(id => ({ jsonrpc: '2.0', id, method: 'ping' })));
  const message = 'Only one message a request is answered, and no array of them.';
  const refused = JSON.stringify({ jsonrpc: '2.0', error: { code: -32_600, message }, id: null });
  const signed = signRequest(batch, { secret: SECRET, now: Date.now() });
  const answers = [
    await post(url, batch, BEARER),
    await post(url, '[]', BEARER),
    await post(url, batch, signed),
  ];
  expect(answers).toEqual([1, 2, 3].map(() => [400, refused]));
});

test.each<[string, Record<string, string>]>([
  ['nothing', {}],
  ['another token', { authorization: 'Bearer another-token' }],
  ['a signature of another form', { 'x-slack-signature': 'x', 'x-slack-request-timestamp': seconds(0) }],
  ['a signature without a time', { 'x-slack-signature': `v0=${'0'.repeat(64)}` }],
  [
    'a signature of ten minutes ago',
    { 'x-slack-signature': `v0=${'0'.repeat(64)}`, 'x-slack-request-timestamp': seconds(600) },
  ],
])('with %s a request is refused before its body', async (_, headers) => {
  const { url, refusals } = await listen();
  const { status, text } = await answerTo(promiseBody(url, headers));
  const message = 'Refused: no valid Slack signature and no valid bearer token.';
  expect([status, JSON.parse(text)]).toEqual([
    401,
    { jsonrpc: '2.0', error: { code: -32_000, message }, id: null },
  ]);
  expect(refusals).toEqual([
    'A request to /mcp was refused with 401: no valid Slack signature and no valid bearer token.',
  ]);
});

test('those who never send their bodies keep nobody out', async () => {
  const { url } = await listen();
  const forged = () =>
    promiseBody(url, {
      'x-slack-signature': `v0=${'0'.repeat(64)}`,
      'x-slack-request-timestamp': seconds(0),
    });
  const first = answerTo(forged());
  for (let count = 0; count < 100; count += 1) forged();
  expect(await first).toMatchObject({ status: 408 });
  const signed = signRequest('{}', { secret: SECRET, now: Date.now() });
  expect([await post(url, '{}', signed), await post(url, '{}', BEARER)]).toEqual([
    [200, 'slack'],
    [200, 'other'],
  ]);
});
