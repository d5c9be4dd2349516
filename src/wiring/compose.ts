import type { Logger } from 'pino';
import type { LoadedFolder } from '../live/choose-programme.ts';
import { openShelf } from '../live/load.ts';
import { openerAside } from '../live/open-aside.ts';
import { rememberer } from '../live/remembered.ts';
import type { WorkspacePage } from '../local-slack/serving/page.ts';
import type { Workspace } from '../local-slack/workspace.ts';
import { type SlackApp, slackApp } from '../slack/app.ts';
import { OFFERS } from '../slack/offers.ts';
import type { Variable } from '../sources/headers.ts';
import { isConferenceFile } from '../sources/settings/conference-file.ts';
import type { Config } from './config.ts';
import { digestsFor } from './digests.ts';
import { rehearsalStart } from './rehearsal-start.ts';
import { RunningClock } from './running-clock.ts';
import { connectSlack } from './slack-connection.ts';

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

export interface ComposeOptions {
  readonly variable?: Variable;
  /** The files of the page in which the local workspace is shown, where it is to be. */
  readonly pageFiles?: WorkspacePage['files'];
}

export async function compose(
  config: Config,
  log: Logger,
  { variable = () => undefined, pageFiles }: ComposeOptions = {},
): Promise<Lectern> {
  const onFault = (error: unknown) =>
    log.error({ err: error }, 'Looking after the programme failed; it is tried again.');
  const shelf = await openShelf(config.dataDir, { variable, nowMs: config.clock, onFault });
  const { library, first: loaded } = shelf;
  const clock = new RunningClock(Date.now);
  const clockStart = rehearsalStart(config, loaded.programme.conference);
  let ready = false;
  const isReady = () => ready && digests.isReady();
  const onZoneChange = (userId: string): void => app.forgetZone(userId);
  const page = pageFiles && { files: pageFiles, offers: OFFERS, clock, onZoneChange };
  const door = await connectSlack(config, { ready: isReady, page }).catch(async error => {
    await library.close();
    throw error;
  });
  const { workspace, host } = door;
  const remembered = rememberer();
  let answering = loaded;
  // Where nothing at all is left, what was there last goes on to answer.
  const current = () => {
    answering = shelf.choose(clock.now()) ?? answering;
    return remembered.withCancelled(answering);
  };
  const opener = openerAside({ onFault });
  library.subscribe(() => {
    const folder = current();
    reportSwap(folder, log);
    opener.open(folder.others);
  });
  const { remember } = remembered;
  const { apiUrl, mode } = door;
  const digests = digestsFor({
    config,
    botToken: mode.botToken,
    apiUrl,
    current,
    remember,
    now: clock.now,
    log,
  });
  const app: SlackApp = slackApp({
    ...door,
    current,
    digests: digests.ordering,
    ready: isReady,
    now: clock.now,
    log,
  });
  return {
    loaded,
    workspace,
    now: clock.now,
    start: async () => {
      const { port } = await app.start();
      if (clockStart !== undefined) clock.set(clockStart);
      workspace?.deliverTo(`http://${host}:${port}/slack/events`);
      ready = true;
      digests.start();
      opener.open(current().others);
      return { url: workspace === undefined ? addressOf(host, port) : workspace.pageUrl };
    },
    stop: async () => {
      const started = ready;
      ready = false;
      opener.end();
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
    const errors = problems.filter(({ severity }) => severity === 'error');
    const [first] = errors;
    if (first === undefined) log.info(counts, 'The programme was read anew.');
    else
      log.warn(
        {
          ...counts,
          errors: errors.length,
          first: `${first.file}, line ${first.line ?? 1}: ${first.message}`,
        },
        'The programme was read anew, with errors; "lectern check" names them all.',
      );
    return;
  }
  const why = problems.find(({ file }) => isConferenceFile(file))?.message;
  const since = new Date(asOf).toISOString();
  log.warn({ ...counts, asOf: since, why }, 'The programme could not be brought up to date.');
}

function addressOf(host: string, port: number): string {
  const name = host === '127.0.0.1' || host === '::1' ? 'localhost' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}
