import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Envelope } from '../../../src/local-slack/delivery/envelope.ts';
import { deliverByHttp, signRequest } from '../../../src/local-slack/delivery/http.ts';
import { manualClock } from '../support.ts';

interface Received {
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

const EVENT: Envelope = { kind: 'events_api', payload: { type: 'event_callback', event: { text: 'é & <' } } };

/** An app that keeps each request and answers as it is told. */
async function startApp(answer: (response: ServerResponse) => void = response => response.end()) {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += part;
    received.push({ headers: request.headers, body });
    answer(response);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const clock = manualClock();
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`;
  return { received, clock, deliver: deliverByHttp({ url, signingSecret: 'secret', clock }) };
}

describe('signRequest', () => {
  it('signs the example of Slack’s documentation as Slack does', () => {
    const body =
      'token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c';
    const signing = { secret: '8f742231b10e8888abcd99yyyzzz85a5', now: 1_531_420_618_999 };
    expect(signRequest(body, signing)).toEqual({
      'x-slack-request-timestamp': '1531420618',
      'x-slack-signature': 'v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503',
    });
  });
});

describe('an envelope by HTTP', () => {
  it.each([
    ['an event', EVENT, 'application/json', JSON.stringify(EVENT.payload)],
    [
      'a command',
      { kind: 'slash_commands', payload: { command: '/talk', text: 'a & b', is_enterprise_install: false } },
      'application/x-www-form-urlencoded',
      'command=%2Ftalk&text=a+%26+b&is_enterprise_install=false',
    ],
    [
      'an interaction',
      { kind: 'interactive', payload: { type: 'shortcut' } },
      'application/x-www-form-urlencoded',
      'payload=%7B%22type%22%3A%22shortcut%22%7D',
    ],
  ] as const)('of %s has its own form, and is signed', async (_name, envelope, type, body) => {
    const { received, deliver } = await startApp();
    await deliver(envelope);
    expect(received).toMatchObject([{ body, headers: { 'content-type': type } }]);
    const headers = received[0]?.headers ?? {};
    const now = Number(headers['x-slack-request-timestamp']) * 1000;
    expect(headers).toMatchObject(signRequest(body, { secret: 'secret', now }));
    expect(Math.abs(now - Date.now())).toBeLessThan(10_000);
    expect(headers).not.toHaveProperty('x-slack-retry-num');
  });

  it('says which retry it is, and why', async () => {
    const { received, deliver } = await startApp();
    await deliver({ ...EVENT, retry: { number: 2, reason: 'http_error' } });
    expect(received[0]?.headers).toMatchObject({
      'x-slack-retry-num': '2',
      'x-slack-retry-reason': 'http_error',
    });
  });
});

describe('the app’s acknowledgement', () => {
  it.each([
    ['nothing', 200, '', '', { kind: 'acknowledged', body: undefined }],
    ['an object', 200, 'application/json', '{"text":"a"}', { kind: 'acknowledged', body: { text: 'a' } }],
    [
      'an object with a charset',
      200,
      'application/json; charset=utf-8',
      '{}',
      { kind: 'acknowledged', body: {} },
    ],
    ['a text', 200, 'text/plain', 'Searching…', { kind: 'acknowledged', body: 'Searching…' }],
    [
      'a text that looks like JSON',
      200,
      'text/plain',
      '{"text":"a"}',
      { kind: 'acknowledged', body: '{"text":"a"}' },
    ],
    ['broken JSON', 200, 'application/json', '{', { kind: 'acknowledged', body: '{' }],
    ['an error', 500, '', 'Oops', { kind: 'refused', status: 500, noRetry: false }],
    ['a redirect, which is not followed', 302, '', '', { kind: 'refused', status: 302, noRetry: false }],
  ])('may be %s', async (_name, status, type, body, expected) => {
    const { deliver } = await startApp(response =>
      response.writeHead(status, { 'content-type': type }).end(body),
    );
    expect(await deliver(EVENT)).toEqual(expected);
  });

  it('may ask for no retry', async () => {
    const { deliver } = await startApp(response =>
      response.writeHead(503, { 'x-slack-no-retry': '1' }).end(),
    );
    expect(await deliver(EVENT)).toEqual({ kind: 'refused', status: 503, noRetry: true });
  });

  it('comes too late after three seconds', async () => {
    const answers: ServerResponse[] = [];
    const { received, clock, deliver } = await startApp(response => answers.push(response));
    const delivered = deliver(EVENT);
    while (received.length === 0) await new Promise(setImmediate);
    expect(clock.pending).toEqual([3000]);
    clock.advance(2999);
    expect(clock.pending).toEqual([1]);
    clock.advance(1);
    expect(await delivered).toEqual({ kind: 'timeout' });
    expect(clock.pending).toEqual([]);
  });

  it('does not come where nobody listens, or the connection breaks', async () => {
    const { deliver } = await startApp(response => response.socket?.destroy());
    expect(await deliver(EVENT)).toEqual({ kind: 'unreachable' });
    const nowhere = deliverByHttp({ url: 'http://127.0.0.1:1/', signingSecret: 's', clock: manualClock() });
    expect(await nowhere(EVENT)).toEqual({ kind: 'unreachable' });
  });

  it('leaves no timer behind', async () => {
    const { clock, deliver } = await startApp();
    await deliver(EVENT);
    expect(clock.pending).toEqual([]);
  });
});
