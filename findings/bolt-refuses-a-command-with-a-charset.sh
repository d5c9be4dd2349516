#!/usr/bin/env bash
# @slack/bolt 5.1.0: a signed slash command whose content type has a charset is answered 400 by HTTPReceiver, while an
# event whose content type has one is taken.
#
# One would guess that both are parsed by their media type, as every body parser does it. The receiver compares the whole header with
# "application/x-www-form-urlencoded"; anything else is parsed as JSON. Slack sends no charset, but gateways in front of an app
# may (RFC 9110 allows it), and then events work and commands do not.
#
# Source: dist/receivers/HTTPModuleFunctions.js of the package, parseHTTPRequestBody.
# Seen on Node 20.20.2: see the lines at the end.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @slack/bolt@5.1.0
cat >see.mjs <<'JS'
import { createHmac } from 'node:crypto';
import bolt from '@slack/bolt';

const signingSecret = 'a-secret-of-this-example';
const receiver = new bolt.HTTPReceiver({ signingSecret, logLevel: 'error' });
const app = new bolt.App({ receiver, authorize: async () => ({ botToken: 'xoxb-example' }), logLevel: 'error' });
app.command('/talk', ({ ack }) => ack('answer'));
app.event('app_mention', async () => {});
const server = await app.start(0);
const { port } = server.address();

async function post(what, type, body) {
  const time = Math.floor(Date.now() / 1000);
  const signature = createHmac('sha256', signingSecret).update(`v0:${time}:${body}`).digest('hex');
  const headers = { 'content-type': type, 'x-slack-request-timestamp': `${time}`, 'x-slack-signature': `v0=${signature}` };
  const { status } = await fetch(`http://127.0.0.1:${port}/slack/events`, { method: 'POST', body, headers });
  console.log(`${what}, ${type}: ${status}`);
}

const command = new URLSearchParams({ command: '/talk', text: 'ceph', user_id: 'U1', team_id: 'T1', channel_id: 'C1' }).toString();
const mention = { type: 'app_mention', user: 'U1', channel: 'C1', ts: '1.1', text: 'ceph' };
const event = JSON.stringify({ type: 'event_callback', event_id: 'Ev1', team_id: 'T1', event: mention });
await post('command', 'application/x-www-form-urlencoded', command);
await post('command', 'application/x-www-form-urlencoded; charset=utf-8', command);
await post('event', 'application/json', event);
await post('event', 'application/json; charset=utf-8', event);
await app.stop();
JS
node see.mjs 2>/dev/null | tee seen.txt
diff seen.txt - <<'SEEN'
command, application/x-www-form-urlencoded: 200
command, application/x-www-form-urlencoded; charset=utf-8: 400
event, application/json: 200
event, application/json; charset=utf-8: 200
SEEN
