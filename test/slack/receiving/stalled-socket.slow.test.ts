import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import type { App } from '@slack/bolt';
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { boltLogger } from '../../../src/slack/calling/bolt-log.ts';
import { RefusalLog } from '../../../src/slack/receiving/refusal-log.ts';
import { socketServer } from '../../../src/slack/receiving/socket-server.ts';

/** RFC 6455, 1.3. */
const ACCEPTED = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

/** The first byte of the frame that closes. */
const CLOSING = 0x88;

const SHORTCUT =
  '{"type":"interactive","envelope_id":"1","payload":{"type":"shortcut","user":{"id":"U"},"callback_id":"c","trigger_id":"t"}}';

/** A Slack that greets the app, and then hears nothing any more: neither pings nor closing frames. */
async function startStalledSlack() {
  const sockets: Duplex[] = [];
  const ended = new Set<number>();
  const server = createServer((_request, response) => {
    const { port } = server.address() as AddressInfo;
    response
      .setHeader('content-type', 'application/json')
      .end(JSON.stringify({ ok: true, url: `ws://127.0.0.1:${port}/` }));
  });
  server.on('upgrade', (request, socket) => {
    const accept = createHash('sha1').update(`${request.headers['sec-websocket-key']}${ACCEPTED}`);
    const hello = '{"type":"hello"}';
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept.digest('base64')}\r\n\r\n`,
    );
    socket.write(frame(hello));
    const place = sockets.push(socket);
    socket.on('error', () => {}).resume();
    for (const event of ['end', 'close']) socket.once(event, () => ended.add(place));
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return { sockets, ended, apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/` };
}

async function startServer(slack: { readonly apiUrl: string }, processEvent: App['processEvent']) {
  const log = pino({ level: 'silent' });
  const server = socketServer(
    {
      mode: { kind: 'socket', appToken: 'xapp-test', botToken: 'xoxb-test' },
      port: 0,
      host: '127.0.0.1',
      health: () => ({ ready: true, store: 'ok', programme: { talks: 0, problems: 0 } }),
      serveCalendar: undefined,
      clientOptions: { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } },
      logger: boltLogger(log),
      refusals: new RefusalLog(log, () => {}),
    },
    'xapp-test',
  );
  server.receiver.init({ processEvent } as unknown as App);
  onTestFinished(() => server.close());
  await server.open();
}

/** A text as a server sends it, of fewer than 126 bytes. */
function frame(text: string): Buffer {
  return Buffer.concat([Buffer.from([0x81, text.length]), Buffer.from(text)]);
}

test('a connection on which Slack neither answers nor closes is ended, and another one is opened', async () => {
  const slack = await startStalledSlack();
  await startServer(slack, async () => {});
  await expect.poll(() => slack.sockets.length, { timeout: 10_000 }).toBe(2);
  expect([...slack.ended]).toEqual([1]);
});

test('an answer is lost, and not sent behind the closing frame, once Slack wishes another connection', async () => {
  const slack = await startStalledSlack();
  const outcomes: string[] = [];
  const sent: (number | undefined)[] = [];
  await startServer(slack, async ({ ack }) => {
    const [socket] = slack.sockets;
    socket?.on('data', (bytes: Buffer) => sent.push(bytes[0]));
    socket?.write(frame('{"type":"disconnect"}'));
    await expect.poll(() => sent).toContain(CLOSING);
    await ack({ text: 'Ceph' } as never).then(
      () => outcomes.push('sent'),
      () => outcomes.push('lost'),
    );
  });
  slack.sockets[0]?.write(frame(SHORTCUT));
  await expect.poll(() => outcomes).toEqual(['lost']);
  expect(sent.at(-1)).toBe(CLOSING);
});
