#!/usr/bin/env bash
# @slack/socket-mode 3.1.0: `clientPingTimeout` is two things. It says how long a pong may take, and also how long the client
# waits before it connects again, times the number of failures so far.
#
# One would guess that a lost connection is opened again at once, or by a backoff of its own; the option is described by pings
# alone. With its default of 5 seconds each lost connection is five seconds in which commands time out in Slack, and whoever
# raises the timeout because of a slow network makes every interruption longer.
#
# Source: dist/src/SocketModeClient.js of the package, delayReconnectAttempt.
# Seen on Node 20.20.2: after the first loss, 0.2 s with a timeout of 200 ms and 2 s with one of 2,000.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @slack/socket-mode@3.1.0 ws@8.23.0
cat >see.mjs <<'JS'
import { createServer } from 'node:http';
import { SocketModeClient } from '@slack/socket-mode';
import { WebSocketServer } from 'ws';

const sockets = new WebSocketServer({ noServer: true });
const api = createServer((request, response) => {
  request.resume();
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify({ ok: true, url: `ws://127.0.0.1:${api.address().port}/` }));
});
api.on('upgrade', (request, socket, head) =>
  sockets.handleUpgrade(request, socket, head, connection => sockets.emit('connection', connection)),
);
await new Promise(resolve => api.listen(0, '127.0.0.1', resolve));
const connected = () =>
  new Promise(resolve =>
    sockets.once('connection', connection => {
      connection.send(JSON.stringify({ type: 'hello' }));
      resolve(connection);
    }),
  );

async function waitAfterLoss(clientPingTimeout) {
  const slackApiUrl = `http://127.0.0.1:${api.address().port}/`;
  const client = new SocketModeClient({ appToken: 'xapp-example', clientPingTimeout, logLevel: 'error', clientOptions: { slackApiUrl } });
  const first = connected();
  await client.start();
  const again = connected();
  const greeted = new Promise(resolve => client.once('connected', resolve));
  const from = performance.now();
  (await first).close();
  await again;
  const waited = performance.now() - from;
  await greeted;
  await client.disconnect();
  return waited;
}

const short = await waitAfterLoss(200);
const long = await waitAfterLoss(2000);
console.log(`clientPingTimeout 200: connected again after ${(short / 1000).toFixed(1)} s`);
console.log(`clientPingTimeout 2000: connected again after ${(long / 1000).toFixed(1)} s`);
if (short > 1500 || long < 2000) throw new Error('The wait before a reconnect no longer follows clientPingTimeout.');
process.exit(0);
JS
node see.mjs
