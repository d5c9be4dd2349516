import type { Command } from 'commander';
import type { Logger } from 'pino';
import type { Lectern } from '../compose.ts';
import type { Config } from '../config.ts';
import { countTalks } from './count-talks.ts';
import type { Io } from './io.ts';
import type { ExitCode } from './run.ts';
import { settings } from './settings.ts';

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
  // Loaded only here, as Bolt takes longer to load than a search takes as a whole.
  const [{ whileRunning, logOf }, { chat }] = await Promise.all([
    import('./running.ts'),
    import('./chat-loop.ts'),
  ]);
  const config = settings(io.env);
  const log = logOf(config, io);
  await whileRunning(config, { io, log }, async (lectern, url) => {
    report(lectern, { url, config, log });
    const { loaded, workspace } = lectern;
    if (workspace === undefined) return io.askedToEnd();
    const hadCompany = await chat({ loaded, workspace }, io, { greet: 'everyone' });
    // Whoever wrote something and closed the input has their answers. Input from nowhere ends nothing.
    if (!hadCompany) await io.askedToEnd();
  });
}

function report(
  { loaded, workspace }: Lectern,
  { url, config, log }: { readonly url: string; readonly config: Config; readonly log: Logger },
): void {
  const { programme, problems, others } = loaded;
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
  if (others.length > 0)
    log.info(
      { others: others.map(({ name }) => name) },
      'These are asked for by name: /talk conference:NAME words.',
    );
  if (workspace !== undefined && !/^(localhost|127\.|::1$)/.test(config.host))
    log.warn('HOST is not used: without credentials Lectern can be reached from this machine only.');
}
