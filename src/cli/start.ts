import type { Command } from 'commander';
import type { Logger } from 'pino';
import type { Lectern } from '../wiring/compose.ts';
import type { Config } from '../wiring/config.ts';
import { countTalks } from './count-talks.ts';
import { fillFirstScreen, whereToLook } from './first-screen.ts';
import { type ExitCode, type Io, write } from './io.ts';
import { settings } from './settings.ts';

export function startCommand(program: Command, io: Io, done: (code: ExitCode) => void): void {
  program
    .command('start')
    .description('answer in Slack, or without credentials in a page on this machine')
    .action(async () => {
      await start(io);
      done(0);
    });
}

async function start(io: Io): Promise<void> {
  // From now on, being asked to end is no failure, however little there is to end yet.
  void io.askedToEnd();
  // Loaded only here, as Bolt takes longer to load than a search takes as a whole.
  const [{ whileRunning, logOf }, { readPageFiles }] = await Promise.all([
    import('./running.ts'),
    import('../wiring/page-files.ts'),
  ]);
  const config = settings(io.env);
  const log = logOf(config, io);
  const pageFiles = config.slack.kind === 'local' ? await readPageFiles() : undefined;
  await whileRunning(config, { io, log, ...(pageFiles && { pageFiles }) }, async (lectern, url) => {
    const { workspace } = lectern;
    remark(lectern, config, log);
    if (workspace === undefined) reportReady(lectern, { url, config, log });
    else {
      await fillFirstScreen(lectern, workspace);
      await write(io.stdout, `${whereToLook(lectern, url)}\n`);
    }
    await io.askedToEnd();
  });
}

function reportReady(
  { loaded: { programme, problems } }: Lectern,
  { url, config, log }: { readonly url: string; readonly config: Config; readonly log: Logger },
): void {
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
}

function remark({ loaded: { others }, workspace }: Lectern, { host }: Config, log: Logger): void {
  if (others.length > 0)
    log.info(
      { others: others.map(({ name }) => name) },
      'These are asked for by name: /talk conference:NAME words.',
    );
  if (workspace !== undefined && !/^(localhost|127\.|::1$)/.test(host))
    log.warn('HOST is not used: without credentials Lectern can be reached from this machine only.');
}
