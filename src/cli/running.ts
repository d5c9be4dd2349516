import type { Logger } from 'pino';
import { waitAtMost } from '../slack/digest/late-answer.ts';
import { isPostgresUrl, readPostgresUrl } from '../store/postgres/postgres-url.ts';
import { type ComposeOptions, compose, type Lectern } from '../wiring/compose.ts';
import type { Config } from '../wiring/config.ts';
import { createLog } from '../wiring/log.ts';
import type { Io } from './io.ts';

/** After the drain. Docker and Kubernetes wait ten seconds or more before they kill; a person at a terminal about five. */
const STOP_WITHIN_MS = 4000;

interface RunContext extends Pick<ComposeOptions, 'pageFiles' | 'importFile' | 'importMany' | 'kept'> {
  readonly io: Io;
  readonly log: Logger;
}

/** Starts Lectern, lets it run until the work is done or the process is asked to end, and stops it in good time. */
export async function whileRunning(
  config: Config,
  { io, log, ...options }: RunContext,
  work: (lectern: Lectern, url: string) => Promise<void>,
): Promise<void> {
  const asked = io.askedToEnd();
  const composing = compose(config, log, { ...options, variable: name => io.env[name] });
  const end = (lectern: Lectern) =>
    lectern.stop().catch(error => log.error({ err: error }, 'Lectern could not stop cleanly.'));
  if (config.slack.kind !== 'local') void asked.then(signal => log.info(`Lectern stops: ${signal}.`));
  const composed = await Promise.race([asked, composing]);
  if (typeof composed === 'string') {
    // Reading a programme may take long, and nobody waits for it any more.
    void composing.then(end, () => {});
    return;
  }
  try {
    const working = composed.start().then(({ url }) => work(composed, url));
    await Promise.race([asked, working]);
  } finally {
    // The process ends anyway.
    const isOver = await waitAtMost(
      end(composed).then(() => true),
      config.drainSeconds * 1000 + STOP_WITHIN_MS,
    );
    if (!isOver) log.warn('Lectern ends before all its work is done.');
    else if (config.slack.kind !== 'local') log.info('Lectern has stopped.');
  }
}

export function createProcessLog(
  { logLevel, slack, mcpToken, databaseUrl = '' }: Config,
  { stderr }: Io,
): Logger {
  const { kind: _, ...tokens } = slack;
  const known = [...Object.values(tokens).flat(), mcpToken].filter(secret => secret !== undefined);
  const secrets = [...known, ...passwordsIn(databaseUrl)];
  return createLog({ level: logLevel, secrets, write: line => stderr.write(line) });
}

/** The password of a database as it is, and as an address may have it. */
function passwordsIn(databaseUrl: string): readonly string[] {
  const read = isPostgresUrl(databaseUrl) ? readPostgresUrl(databaseUrl) : undefined;
  if (read === undefined || 'mistake' in read || read.password === undefined) return [];
  return [read.password, encodeURIComponent(read.password)];
}
