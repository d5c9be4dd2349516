#!/usr/bin/env bash
# @slack/bolt 5.1.0 in Socket Mode: the body of an `ack` is turned into JSON three times before it leaves, whatever the log level.
#
# One would guess that it is written once, into the frame, and that lines of the log which nobody asked for cost nothing. Bolt
# composes a debug line before and after with `JSON.stringify` of the whole body, and the logger drops the finished
# text. An answer of fifty blocks pays for that at LOG_LEVEL=error too; over HTTP the same answer is written once. A receiver of one's own that
# answers by the client's `send` writes it once.
#
# Source: dist/receivers/SocketModeResponseAck.js of @slack/bolt (two lines of debug); dist/src/SocketModeClient.js of
# @slack/socket-mode 3.1 writes the frame, and guards its own line of debug by the level.
# Seen on Node 20.20.2: "the body was written 3 times", and a small answer arrives.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @slack/bolt@5.1.0 ws@8.18.0
cat >see.mjs <<'JS'
import { once } from 'node:events';
import { createServer } from 'node:http';
import bolt from '@slack/bolt';
import { WebSocketServer } from 'ws';

const server = createServer((request, response) => {
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify({ ok: true, url: `ws://127.0.0.1:${server.address().port}/` }));
}).listen(0, '127.0.0.1');
await once(server, 'listening');
const sockets = new WebSocketServer({ server });

const app = new bolt.App({
  socketMode: true,
  appToken: 'xapp-example',
  authorize: async () => ({ botToken: 'xoxb-example' }),
  clientOptions: { slackApiUrl: `http://127.0.0.1:${server.address().port}/` },
  logLevel: 'error',
});
let written = 0;
const answer = { toJSON: () => { written += 1; return { text: 'answer' }; } };
const acknowledged = new Promise(resolve => app.command('/talk', async ({ ack }) => resolve(await ack(answer))));

const connected = once(sockets, 'connection');
const started = app.start();
const [socket] = await connected;
const said = new Promise(resolve => socket.on('message', data => {
  const frame = JSON.parse(String(data));
  if (frame.envelope_id === 'E1') resolve(frame);
}));
socket.send(JSON.stringify({ type: 'hello', num_connections: 1 }));
await started;
const payload = { command: '/talk', text: 'ceph', user_id: 'U1', team_id: 'T1', channel_id: 'C1' };
socket.send(JSON.stringify({ type: 'slash_commands', envelope_id: 'E1', accepts_response_payload: true, payload }));
const frame = await said;
await acknowledged;
console.log(`the body was written ${written} times; what arrived: ${JSON.stringify(frame.payload)}`);
if (written !== 3 || frame.payload.text !== 'answer') throw new Error('Another number of times.');
process.exit(0);
JS
node see.mjs
