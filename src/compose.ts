import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { LoadedFolder } from './choose-programme.ts';
import { rehearsalStart, startClock } from './clock.ts';
import type { Config } from './config.ts';
import { digestsFor } from './digests.ts';
import { openShelf } from './load.ts';
import { startWorkspace, type Workspace } from './local/workspace.ts';
import { rememberer } from './remembered.ts';
import { slackApp } from './slack/app.ts';
import type { SlackMode } from './slack/mode.ts';
import { isConferenceFile } from './sources/conference-file.ts';
import type { Variable } from './sources/headers.ts';

/** Lectern, wired as its configuration says. */
export interface Lectern {
  /** What answers at the start; files and sources may change it from then on. */
  readonly loaded: LoadedFolder;
  /** The workspace on this machine, where that stands in for Slack. */
  readonly workspace: Workspace | undefined;
  /** Lectern's own clock, in milliseconds since 1970. */
  readonly now: () => number;
  start(): Promise<{ readonly url: string }>;
  /** Takes nothing new and finishes what is under way. */
  stop(): Promise<void>;
}

export async function compose(
  config: Config,
  log: Logger,
  { variable = () => undefined }: { readonly variable?: Variable } = {},
): Promise<Lectern> {
  const onFault = (error: unknown) =>
    log.error({ err: error }, 'Looking after the programme failed; it is tried again.');
  const shelf = await openShelf(config.dataDir, { variable, nowMs: config.clock, onFault });
  const { library, first: loaded } = shelf;
  const door = config.slack.kind === 'local' ? await localDoor() : slackDoor(config, config.slack);
  const { workspace, host } = door;
  const clockStart = rehearsalStart(config, loaded.programme.conference);
  let clock = Date.now;
  let ready = false;
  const remembered = rememberer();
  let answering = loaded;
  // Where nothing at all is left, what was there last goes on to answer.
  const current = () => {
    answering = shelf.choose(clock()) ?? answering;
    return remembered.withCancelled(answering);
  };
  library.subscribe(() => reportSwap(current(), log));
  const { remember } = remembered;
  const { apiUrl, mode } = door;
  const digests = digestsFor({
    config,
    botToken: mode.botToken,
    apiUrl,
    current,
    remember,
    now: () => clock(),
    log,
  });
  const app = slackApp({
    ...door,
    port: config.port,
    current,
    ordering: digests.ordering,
    ready: () => ready && digests.isReady(),
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
      digests.start();
      return { url: addressOf(host, port) };
    },
    stop: async () => {
      const started = ready;
      ready = false;
      if (started) await app.stop();
      await digests.stop();
      await library.close();
      await workspace?.close();
    },
  };
}

function reportSwap({ programme, problems, asOf }: LoadedFolder, log: Logger): void {
  const { conference, talks } = programme;
  const counts = { conference: conference.name, talks: talks.length, problems: problems.length };
  if (asOf === undefined) {
    log.info(counts, 'The programme was read anew.');
    return;
  }
  const why = problems.find(({ file }) => isConferenceFile(file))?.message;
  const since = new Date(asOf).toISOString();
  log.warn({ ...counts, asOf: since, why }, 'The programme could not be brought up to date.');
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
