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
    socket.write(Buffer.concat([Buffer.from([0x81, hello.length]), Buffer.from(hello)]));
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

test('a connection on which Slack neither answers nor closes is ended, and another one is opened', async () => {
  const slack = await startStalledSlack();
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
  server.receiver.init({ processEvent: async () => {} } as unknown as App);
  onTestFinished(() => server.close());
  await server.open();
  await expect.poll(() => slack.sockets.length, { timeout: 10_000 }).toBe(2);
  expect([...slack.ended]).toEqual([1]);
});
