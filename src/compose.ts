import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { rehearsalStart, startClock } from './clock.ts';
import type { Config } from './config.ts';
import { type LoadedFolder, load } from './load.ts';
import { startWorkspace, type Workspace } from './local/workspace.ts';
import { slackApp } from './slack/app.ts';
import type { SlackMode } from './slack/mode.ts';

/** Lectern, wired as its configuration says. */
export interface Lectern {
  readonly loaded: LoadedFolder;
  /** The workspace on this machine, where that stands in for Slack. */
  readonly workspace: Workspace | undefined;
  /** Lectern's own clock, in milliseconds since 1970. */
  readonly now: () => number;
  start(): Promise<{ readonly url: string }>;
  /** Takes nothing new and finishes what is under way. */
  stop(): Promise<void>;
}

export async function compose(config: Config, log: Logger): Promise<Lectern> {
  const loaded = await load(config.dataDir);
  const door = config.slack.kind === 'local' ? await localDoor() : slackDoor(config, config.slack);
  const { workspace, host } = door;
  const clockStart = rehearsalStart(config, loaded.programme.conference);
  let clock = Date.now;
  let ready = false;
  const app = slackApp({
    ...door,
    port: config.port,
    current: () => loaded,
    ready: () => ready,
    now: () => clock(),
    log,
  });
  return {
    loaded,
    workspace,
    now: () => clock(),
    start: async () => {
      const { port } = await app.start();
      if (clockStart !== undefined) clock = startClock(clockStart, Date.now);
      workspace?.deliverTo(`http://${host}:${port}/slack/events`);
      ready = true;
      return { url: addressOf(host, port) };
    },
    stop: async () => {
      const started = ready;
      ready = false;
      if (started) await app.stop();
      await workspace?.close();
    },
  };
}

/** What stands between Lectern and the people who ask. */
interface Door {
  readonly mode: SlackMode;
  readonly apiUrl: string | undefined;
  readonly host: string;
  readonly workspace: Workspace | undefined;
}

function slackDoor({ apiUrl, host }: Config, mode: SlackMode): Door {
  return { mode, apiUrl, host, workspace: undefined };
}

/** Whoever reaches the local workspace is let in, so it keeps to the loopback whatever HOST says. */
async function localDoor(): Promise<Door> {
  const workspace = await startWorkspace({ tokens: { signingSecret: randomUUID() } });
  const { bot: botToken, signingSecret } = workspace.tokens;
  return {
    mode: { kind: 'http', signingSecret, botToken },
    apiUrl: workspace.apiUrl,
    host: '127.0.0.1',
    workspace,
  };
}

function addressOf(host: string, port: number): string {
  const name = host === '127.0.0.1' || host === '::1' ? 'localhost' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}
