import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import type { Logger } from 'pino';
import { realTimers } from '../live/timers.ts';
import type { Workspace } from '../local-slack/workspace.ts';
import { describeOldRule } from '../programme/joining/times/zone-problems.ts';
import { SAMPLE_LEFT_OUT } from '../sources/settings/arrange.ts';
import { pluralise } from '../text/display.ts';
import type { Lectern } from '../wiring/compose.ts';
import type { Config } from '../wiring/config.ts';
import { BUNDLE_HASH } from '../wiring/version.ts';
import { type ExitCode, type Io, write } from './io.ts';
import { exampleQuery, readConfigOrThrow } from './load-data.ts';

/** The thread or process that reads files, seen from here in `src` and in `dist` alike. It is there once it is built. */
const IMPORT_WORKER = new URL('../../dist/bundle/import-worker.js', import.meta.url);

/** It may be removed at any time. */
const KEPT_IN = './var/kept';

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
  // From now on a signal to end is no failure, even if nothing has started yet.
  void io.askedToEnd();
  // Loaded only here, as Bolt takes longer to load than a search takes as a whole.
  const [{ whileRunning, createProcessLog }, { readPageFiles }, { importAside }, { importBeside }] =
    await Promise.all([
      import('./running.ts'),
      import('../wiring/page-files.ts'),
      import('../importers/import-aside.ts'),
      import('../importers/import-beside.ts'),
    ]);
  const config = readConfigOrThrow(io.env);
  const log = createProcessLog(config, io);
  const pageFiles = config.slack.kind === 'local' ? await readPageFiles() : undefined;
  const onFault = (error: unknown) =>
    log.warn({ err: error }, 'A second process to read files failed; the start takes longer without it.');
  const importing = existsSync(IMPORT_WORKER)
    ? {
        importFile: importAside(IMPORT_WORKER),
        importMany: importBeside(IMPORT_WORKER, onFault, { timers: realTimers }),
      }
    : {};
  const kept = BUNDLE_HASH === undefined ? undefined : { folder: KEPT_IN, program: BUNDLE_HASH, log };
  await whileRunning(
    config,
    { io, log, kept, ...importing, ...(pageFiles && { pageFiles }) },
    async (lectern, url) => {
      const { workspace } = lectern;
      warnOfSurprises(lectern, config, log);
      if (workspace === undefined) reportReady(lectern, { url, config, log });
      else {
        await fillFirstScreen(lectern, workspace);
        await write(io.stdout, `${startedLine(lectern, url)}\n`);
      }
      await io.askedToEnd();
    },
  );
}

function reportReady(
  { loaded: { programme, problems } }: Lectern,
  { url, config, log }: { readonly url: string; readonly config: Config; readonly log: Logger },
): void {
  log.info(
    {
      conference: programme.conference.name,
      talks: programme.talkCount,
      speakers: programme.speakers.length,
      problems: problems.length,
      mode: config.slack.kind,
      url,
    },
    'Lectern is ready.',
  );
}

function warnOfSurprises(
  { loaded: { others, programme, problems }, workspace }: Lectern,
  { host }: Config,
  log: Logger,
): void {
  const oldRule = describeOldRule(programme.talks, programme.conference.timeZone ?? 'UTC');
  if (oldRule !== undefined) log.warn(oldRule);
  if (others.length > 0)
    log.info(
      { others: others.map(({ name }) => name) },
      'These conferences answer by name: /talk conference:NAME words.',
    );
  for (const { file, message } of problems) if (message === SAMPLE_LEFT_OUT) log.info(`${file}: ${message}`);
  if (workspace !== undefined && !/^(localhost|127\.|::1$)/.test(host))
    log.warn('HOST is ignored: without Slack credentials Lectern can only be reached from this machine.');
}

/**
 * Fills the page before anybody opens it: a colleague has asked, and `/talk ceph` is answered. The Home is opened first, so
 * that Lectern knows the reader's time zone.
 */
async function fillFirstScreen({ loaded }: Lectern, workspace: Workspace): Promise<void> {
  const { people, channels } = workspace;
  const channel = channels.lobby.id;
  const words = exampleQuery(loaded);
  await workspace.openHome({ user: people.mira.id });
  await workspace.when(() => workspace.callsOf('users.info').find(call => call.response !== undefined));
  await workspace.say({ user: people.june.id, channel, text: `Is there anything on ${words}?` });
  await workspace.command({ user: people.mira.id, channel, command: '/talk', text: words });
}

/** The line that `npm start` prints. */
function startedLine({ loaded: { programme } }: Lectern, url: string): string {
  const size = `${pluralise(programme.talkCount, 'talk')}, ${pluralise(programme.speakers.length, 'speaker')}`;
  return `Lectern answers for ${programme.conference.name ?? 'your conference'} (${size}): open ${url}`;
}
