import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { WebSocket } from 'undici';
import { expect, onTestFinished, test } from 'vitest';
import { type WebSocket as Accepted, WebSocketServer } from 'ws';
import { SlackSocket } from '../../../src/slack/receiving/slack-socket.ts';

/** A WebSocket over a connection, and the other side of it. */
async function connect() {
  const server = createServer();
  const sockets = new WebSocketServer({ server });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const connection = new SlackSocket();
  const open = async () => {
    const { dispatcher } = connection;
    const accepting = once(sockets, 'connection');
    const webSocket = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`, {
      dispatcher: dispatcher as never,
    });
    await once(webSocket, 'open');
    const [accepted, { socket }] = (await accepting) as [Accepted, { socket: Socket }];
    const received: string[] = [];
    accepted.on('message', (message, isBinary) => received.push(isBinary ? 'bytes' : String(message)));
    return { webSocket, accepted, socket, received };
  };
  onTestFinished(() => {
    connection.end();
    sockets.close();
    server.close();
  });
  return { connection, open };
}

test('texts arrive whole and in order, between those that the WebSocket sends itself', async () => {
  const { connection, open } = await connect();
  const { webSocket, received } = await open();
  const texts = ['{}', 'Ceph — “déjà vu” 🐙', 'x'.repeat(70_000), 'é'.repeat(300)];
  for (const text of texts) {
    connection.send(Buffer.from(text));
    webSocket.send('between');
  }
  await expect.poll(() => received).toEqual(texts.flatMap(text => [text, 'between']));
});

test('after another one is opened, texts go there', async () => {
  const { connection, open } = await connect();
  const first = await open();
  connection.end();
  await once(first.socket, 'close');
  const second = await open();
  connection.send(Buffer.from('Ceph'));
  await expect.poll(() => second.received).toEqual(['Ceph']);
  expect(first.received).toEqual([]);
});

test('a connection that the other side does not close is ended', async () => {
  const { connection, open } = await connect();
  const { webSocket, socket } = await open();
  // It hears no closing frame, and answers none.
  socket.removeAllListeners('data').resume();
  webSocket.close();
  connection.end();
  await once(socket, 'close');
  expect(() => connection.send(Buffer.from('Ceph'))).toThrow('The connection to Slack is gone.');
});

test('nothing can be sent before it is open', () => {
  expect(() => new SlackSocket().send(Buffer.from('Ceph'))).toThrow('The connection to Slack is gone.');
});
