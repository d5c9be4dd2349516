import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as passed } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import type { Io } from '../../src/cli/io.ts';
import { whileRunning } from '../../src/cli/running.ts';
import { startWorkspace } from '../../src/local-slack/workspace.ts';
import { compose } from '../../src/wiring/compose.ts';
import { readConfig } from '../../src/wiring/config.ts';
import { createLog } from '../../src/wiring/log.ts';
import { LIGHTHOUSE } from '../cli/support.ts';
import { typeTalk } from '../support/slack-people.ts';
import { databaseFile } from '../support/store.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

test('what changes in the files shows in Slack without a restart', async () => {
  const folder = temporaryFolder(LIGHTHOUSE);
  const read = readConfig({ DATA_DIR: folder, PORT: '0' });
  if ('mistakes' in read) throw new Error(read.mistakes.join(' '));
  const lines: string[] = [];
  const log = createLog({ level: 'info', secrets: [], write: line => lines.push(line) });
  const lectern = await compose(read.config, log);
  await lectern.start();
  const ask = async () => {
    const workspace = lectern.workspace ?? expect.unreachable();
    const { people, channels } = workspace;
    const typed = { user: people.mira.id, channel: channels.lobby.id, command: '/talk', text: 'ceph' };
    return (await workspace.command(typed)).message?.text;
  };
  expect(await ask()).not.toContain('Ceph in the fog');
  const text = LIGHTHOUSE['storage/ceph-at-sea.txt'].replaceAll('Ceph at sea', 'Ceph in the fog');
  writeFileSync(join(folder, 'storage', 'fog.txt'), text);
  // One person may ask 40 times at once, and then once a second.
  await expect.poll(ask, { timeout: 15_000, interval: 500 }).toContain('Ceph in the fog');
  expect(lines.map(line => JSON.parse(line).msg)).toContain('The programme was read again.');
  writeFileSync(join(folder, 'conference.yml'), 'timeZone: Madrid\n');
  const warned = () => lines.map(line => JSON.parse(line)).filter(({ level }) => level === 'warn');
  await expect.poll(() => warned().length, { timeout: 15_000 }).toBe(1);
  expect(warned()[0]).toMatchObject({
    errors: 1,
    first: expect.stringMatching(/^conference\.yml, line 1: .*Europe\/Madrid/),
    msg: 'The programme was read again, with errors; "lectern check" lists them all.',
  });
  await lectern.stop();
});

test('while it drains, as long as it was told, it says that it is not ready, and still answers', async () => {
  const slack = await startWorkspace();
  onTestFinished(() => slack.close());
  const { bot, signingSecret } = slack.tokens;
  const read = readConfig({
    DATA_DIR: temporaryFolder(LIGHTHOUSE),
    DATABASE_URL: `file:${databaseFile()}`,
    PORT: '0',
    SLACK_API_URL: slack.apiUrl,
    SLACK_BOT_TOKEN: bot,
    SLACK_SIGNING_SECRET: signingSecret,
    // Longer than the time in which it stops without it.
    DRAIN_SECONDS: '6',
  });
  if ('mistakes' in read) throw new Error(read.mistakes.join(' '));
  const log = createLog({ level: 'silent', secrets: [], write: () => {} });
  let askToEnd = () => {};
  const asked = new Promise<string>(resolve => {
    askToEnd = () => resolve('SIGTERM');
  });
  const io = { env: {}, askedToEnd: () => asked } as Io;
  let url = '';
  let isOver = false;
  const running = whileRunning(read.config, { io, log }, async (_lectern, at) => {
    url = at;
    await asked;
  }).then(() => {
    isOver = true;
  });
  const ready = async () => {
    const response = await fetch(`${url}/readyz`);
    const { ready, store } = (await response.json()) as Record<string, unknown>;
    return { status: response.status, ready, store };
  };
  await expect.poll(() => url).not.toBe('');
  slack.deliverTo(`${url}/slack/events`);
  await expect.poll(ready).toEqual({ status: 200, ready: true, store: 'ok' });
  askToEnd();
  const until = performance.now() + 5000;
  while (performance.now() < until) {
    expect([await ready(), isOver]).toEqual([{ status: 503, ready: false, store: 'ok' }, false]);
    expect((await typeTalk(slack, 'ceph')).message?.text).toContain('Ceph at sea');
    await passed(200);
  }
  await running;
  await expect(ready()).rejects.toThrow('fetch failed');
});
