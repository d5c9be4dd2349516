import type { Command } from 'commander';
import { version } from '../wiring/version.ts';
import type { ExitCode, Io } from './io.ts';
import { readLocalConfig } from './load-data.ts';

export function mcpCommand(program: Command, io: Io, done: (code: ExitCode) => void): void {
  program
    .command('mcp')
    .description('answer an assistant (Claude, Cursor and others) over standard input and output, by MCP')
    .option('--data <dir>', 'the folder to answer from, instead of DATA_DIR')
    .action(async (options: { readonly data?: string }) => {
      await answerAssistant(options, io);
      done(0);
    });
}

/** Answers until the assistant closes the input. Standard output carries the protocol alone; the log has warnings. */
async function answerAssistant({ data }: { readonly data?: string }, io: Io): Promise<void> {
  // Loaded only here, as no other command needs them.
  const [
    { serveOverStdio },
    { openDataFolder },
    { followProgramme },
    { RunningClock, chooseClockStart },
    { createLog },
  ] = await Promise.all([
    import('../mcp/stdio.ts'),
    import('../live/load.ts'),
    import('../wiring/follow-programme.ts'),
    import('../wiring/clock.ts'),
    import('../wiring/log.ts'),
  ]);
  const { dataDir, clock: clockStart, logLevel } = readLocalConfig({ LOG_LEVEL: 'warn', ...io.env });
  const log = createLog({ level: logLevel, secrets: [], write: line => io.stderr.write(line) });
  const onFault = (error: unknown) => log.error({ err: error }, 'A request of an assistant failed.');
  const shelf = await openDataFolder(data ?? dataDir, {
    variable: name => io.env[name],
    nowMs: clockStart,
    onFault: error => log.error({ err: error }, 'Updating the programme failed; Lectern will try again.'),
  });
  const clock = new RunningClock(Date.now);
  const start = chooseClockStart(
    { clock: clockStart, slack: { kind: 'local' } },
    shelf.first.programme.conference,
  );
  if (start !== undefined) clock.set(start);
  const { current } = followProgramme(shelf, { now: clock.now, log, onFault });
  await Promise.race([
    serveOverStdio({
      stdin: io.stdin,
      stdout: io.stdout,
      version: version(),
      current,
      now: clock.now,
      onFault,
      onMistake: sentence => log.warn(sentence),
    }),
    io.askedToEnd(),
  ]);
  const { library } = shelf;
  await library.close();
}
