import { pino } from 'pino';
import { afterEach } from 'vitest';
import type { Fault } from '../../src/local/faults.ts';
import { startWorkspace, type Workspace, type WorkspaceOptions } from '../../src/local/workspace.ts';
import type { Programme } from '../../src/programme/programme.ts';
import { indexProgramme } from '../../src/search/index-programme.ts';
import { type SlackApp, slackApp } from '../../src/slack/app.ts';
import { harbour } from './harbour.ts';

export interface Stage {
  readonly workspace: Workspace;
  readonly app: SlackApp;
  readonly url: string;
  /** What the app logged, a line each. */
  readonly log: Record<string, unknown>[];
  /** Puts another programme in the place of the first. */
  show(programme: Programme): void;
}

export interface StageOptions extends WorkspaceOptions {
  readonly mode?: 'http' | 'socket';
  readonly programme?: Programme;
  /** Another bot token than the workspace's own. */
  readonly botToken?: string;
  /** What befalls the first call to Slack. */
  readonly failing?: Fault;
}

const open: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

/** The real app, in a Slack on this machine; both end with the test. */
export async function openStage(options: StageOptions = {}): Promise<Stage> {
  const workspace = await startWorkspace(options);
  const { app: appToken, signingSecret } = workspace.tokens;
  const botToken = options.botToken ?? workspace.tokens.bot;
  if (options.failing !== undefined) workspace.fail('*', options.failing);
  const log: Record<string, unknown>[] = [];
  let loaded = {
    programme: options.programme ?? harbour,
    index: indexProgramme(options.programme ?? harbour),
  };
  const app = slackApp({
    mode:
      options.mode === 'socket'
        ? { kind: 'socket', appToken, botToken }
        : { kind: 'http', signingSecret, botToken },
    apiUrl: workspace.apiUrl,
    port: 0,
    host: '127.0.0.1',
    current: () => loaded,
    ready: () => true,
    now: () => Date.UTC(2027, 4, 11, 7),
    log: pino({ level: 'warn' }, { write: line => log.push(JSON.parse(line)) }),
    retry: { retries: 2, minTimeout: 1, maxTimeout: 2 },
  });
  open.push(() => workspace.close());
  const { port } = await app.start();
  open.unshift(() => app.stop());
  const url = `http://127.0.0.1:${port}`;
  if (options.mode !== 'socket') workspace.deliverTo(`${url}/slack/events`);
  const show = (programme: Programme) => {
    loaded = { programme, index: indexProgramme(programme) };
  };
  return { workspace, app, url, log, show };
}
