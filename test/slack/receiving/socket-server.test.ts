import type { App } from '@slack/bolt';
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { startWorkspace } from '../../../src/local-slack/workspace.ts';
import { RefusalLog } from '../../../src/slack/receiving/refusal-log.ts';
import { socketServer } from '../../../src/slack/receiving/socket-server.ts';
import { boltLogger } from '../../../src/slack/web-client.ts';
import { StoreFault } from '../../../src/store/store-fault.ts';
import { typeTalk } from '../../support/slack-people.ts';

/** The lines that are logged while a request fails with this in Bolt. */
async function logged(fault: Error) {
  const workspace = await startWorkspace();
  const lines: { level: number; msg: string; err?: { stack: string } }[] = [];
  const log = pino({ level: 'warn', base: null }, { write: line => lines.push(JSON.parse(line)) });
  const server = socketServer(
    {
      mode: { kind: 'socket', appToken: workspace.tokens.app, botToken: workspace.tokens.bot },
      port: 0,
      host: '127.0.0.1',
      health: () => ({ ready: true, store: 'ok', programme: { talks: 0, problems: 0 } }),
      serveCalendar: undefined,
      clientOptions: { slackApiUrl: workspace.apiUrl, retryConfig: { retries: 0 } },
      logger: boltLogger(log),
      refusals: new RefusalLog(log, () => {}),
    },
    workspace.tokens.app,
  );
  onTestFinished(async () => {
    await server.close();
    await workspace.close();
  });
  server.receiver.init({ processEvent: () => Promise.reject(fault) } as unknown as App);
  await server.open();
  void typeTalk(workspace, 'ceph').catch(() => {});
  await expect.poll(() => lines.length).toBe(1);
  return lines.map(({ level, msg, err }) => [level, msg, err?.stack.split('\n')[0]]);
}

test('a fault of a request is an error with its stack, and no fault of the socket', async () => {
  expect(await logged(new TypeError('It is no function.'))).toEqual([
    [50, 'A request could not be handled: It is no function.', 'TypeError: It is no function.'],
  ]);
});

test('a request that comes while the database is away is a refusal', async () => {
  expect(await logged(new StoreFault('gone', 'The database is gone.'))).toEqual([
    [
      40,
      'A request was not acknowledged, so that Slack sends it again: its workspace could not be looked up, or the database is away.',
      undefined,
    ],
  ]);
});
