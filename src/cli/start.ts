import type { Command } from 'commander';
import type { Logger } from 'pino';
import { compose, type Lectern } from '../compose.ts';
import type { Config } from '../config.ts';
import { createLog } from '../log.ts';
import { chat } from './chat-loop.ts';
import { countTalks } from './count-talks.ts';
import type { Io } from './io.ts';
import type { ExitCode } from './run.ts';
import { settings } from './settings.ts';

/** Docker and Kubernetes count ten seconds and more before they kill; whoever waits by a terminal counts five. */
const STOP_WITHIN_MS = 4500;

export function startCommand(program: Command, io: Io, done: (code: ExitCode) => void): void {
  program
    .command('start')
    .description('answer in Slack, or without credentials in this terminal')
    .action(async () => {
      await start(io);
      done(0);
    });
}

async function start(io: Io): Promise<void> {
  const config = settings(io.env);
  const log = logOf(config, io);
  await whileRunning(config, { io, log }, async (lectern, url) => {
    report(lectern, { url, config, log });
    if (lectern.workspace === undefined) return io.askedToEnd();
    const hadCompany = await chat({ ...lectern, workspace: lectern.workspace }, io, { greet: 'everyone' });
    // Whoever wrote something and closed the input has their answers. Input from nowhere ends nothing.
    if (!hadCompany) await io.askedToEnd();
  });
}

interface Surroundings {
  readonly io: Io;
  readonly log: Logger;
}

/** Starts Lectern, lets it run until the work is done or the process is asked to end, and stops it in good time. */
export async function whileRunning(
  config: Config,
  { io, log }: Surroundings,
  work: (lectern: Lectern, url: string) => Promise<void>,
): Promise<void> {
  const asked = io.askedToEnd();
  const lectern = await compose(config, log);
  try {
    const working = lectern.start().then(({ url }) => work(lectern, url));
    await Promise.race([asked, working]);
  } finally {
    await soon(lectern.stop());
  }
}

export function logOf({ logLevel, slack }: Config, { stderr }: Io): Logger {
  const { kind: _, ...secrets } = slack;
  return createLog({ level: logLevel, secrets: Object.values(secrets), write: line => stderr.write(line) });
}

function report(
  { loaded, workspace }: Lectern,
  { url, config, log }: { readonly url: string; readonly config: Config; readonly log: Logger },
): void {
  const { programme, problems, waiting } = loaded;
  log.info(
    {
      conference: programme.conference.name,
      talks: countTalks(programme),
      speakers: programme.speakers.length,
      problems: problems.length,
      mode: config.slack.kind,
      url,
    },
    'Lectern is ready.',
  );
  if (waiting.length > 0)
    log.warn({ waiting }, 'There are more conferences; Lectern answers for the first alone.');
  if (workspace !== undefined && !/^(localhost|127\.|::1$)/.test(config.host))
    log.warn('HOST is not used: without credentials Lectern can be reached from this machine only.');
}

/** What has not ended by then is left behind: the process ends anyway. */
async function soon(stopping: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>(resolve => {
    timer = setTimeout(resolve, STOP_WITHIN_MS);
  });
  await Promise.race([stopping, late]);
  clearTimeout(timer);
}
