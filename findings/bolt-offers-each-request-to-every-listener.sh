#!/usr/bin/env bash
# @slack/bolt 5.1.0: a slash command costs three to five times as much of Bolt's own work in an app with 27 listeners as in an app with one.
#
# One would guess that an app looks up the listener of a command, a button or an event by its name. It keeps one list of all
# listeners and runs each request past each of them, as a chain of middleware with two or three promises: an app with a button
# for each of its features pays for all of them at every command. One `app.action` for all ids, with a table behind it, costs as
# much as one button. (`convoStore: false` halves what is left: by default each request looks for a conversation.)
#
# Source: dist/App.js of the package, processEvent: `this.listeners.map(...)`.
# Seen on Node 20.20.2: 0.08 ms of processor time a command with one listener, 0.31 to 0.40 with 27, 0.03 to 0.05 with one and no store.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @slack/bolt@5.1.0
cat >see.mjs <<'JS'
import bolt from '@slack/bolt';

/** Milliseconds of processor time of a command in an app with so many buttons besides. */
async function costOf(buttons, options = {}) {
  const receiver = { init: () => {}, start: async () => {}, stop: async () => {} };
  const app = new bolt.App({ receiver, authorize: async () => ({ botToken: 'xoxb-example' }), logLevel: 'error', ...options });
  app.command('/talk', ({ ack }) => ack('answer'));
  for (let button = 0; button < buttons; button++) app.action(`button-${button}`, ({ ack }) => ack());
  const ask = () => {
    const body = { command: '/talk', text: 'ceph', user_id: 'U1', team_id: 'T1', channel_id: 'C1' };
    return app.processEvent({ body, ack: async () => {} });
  };
  for (let warm = 0; warm < 3000; warm++) await ask();
  const before = process.cpuUsage();
  for (let request = 0; request < 10_000; request++) await ask();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / 10_000;
}

const [one, many, bare] = [await costOf(0), await costOf(26), await costOf(0, { convoStore: false })];
console.log(`one listener: ${one.toFixed(3)} ms`);
console.log(`27 listeners: ${many.toFixed(3)} ms`);
console.log(`one listener, convoStore: false: ${bare.toFixed(3)} ms`);
if (many < 2 * one) throw new Error('The other listeners no longer cost a command anything.');
JS
node see.mjs
