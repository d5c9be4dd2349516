import type { App } from '@slack/bolt';
import { type Logger, pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { startWorkspace, type Workspace } from '../../../src/local-slack/workspace.ts';
import { boltLogger } from '../../../src/slack/calling/bolt-log.ts';
import { RefusalLog } from '../../../src/slack/receiving/refusal-log.ts';
import { socketServer } from '../../../src/slack/receiving/socket-server.ts';
import { StoreFault } from '../../../src/store/store-fault.ts';
import { workFields } from '../../../src/text/work-id.ts';
import { typeTalk } from '../../support/slack-people.ts';

interface Line {
  readonly level: number;
  readonly msg: string;
  readonly id?: string;
  readonly err?: { readonly stack: string };
}

/** The lines that are logged while Bolt does this with what people do; so many of them are waited for. */
async function linesOf(
  processEvent: (log: Logger) => Promise<void>,
  ask: (workspace: Workspace) => Promise<unknown>,
  count: number,
): Promise<readonly Line[]> {
  const workspace = await startWorkspace();
  const lines: Line[] = [];
  const log = pino(
    { level: 'warn', base: null, mixin: workFields },
    { write: line => lines.push(JSON.parse(line)) },
  );
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
  server.receiver.init({ processEvent: () => processEvent(log) } as unknown as App);
  await server.open();
  void ask(workspace).catch(() => {});
  await expect.poll(() => lines.length).toBe(count);
  return lines;
}

/** What is logged while a request fails with this in Bolt. */
async function logged(fault: Error) {
  const lines = await linesOf(
    () => Promise.reject(fault),
    workspace => typeTalk(workspace, 'ceph'),
    1,
  );
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

test.each([new TypeError('It is no function.'), new StoreFault('gone', 'The database is gone.')])(
  'the lines about a request have one id: %s',
  async fault => {
    const lines = await linesOf(
      async log => {
        log.warn('It begins.');
        throw fault;
      },
      workspace => workspace.openHome({ user: workspace.people.mira.id }),
      2,
    );
    const [first, second] = lines.map(({ id }) => id);
    expect(first).toMatch(/^[0-9a-f]{8}$/);
    expect(second).toBe(first);
  },
);
