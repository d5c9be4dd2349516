import type { Command } from 'commander';
import type { ExitCode, Io } from '../io.ts';
import { readConfigOrThrow } from '../load-data.ts';

export function chatCommand(program: Command, io: Io, done: (code: ExitCode) => void): void {
  program
    .command('chat')
    .description('try Lectern in this terminal, as you would in Slack')
    .action(async () => {
      await startChat(io);
      done(0);
    });
}

async function startChat(io: Io): Promise<void> {
  // Loaded only here, as Bolt takes longer to load than a search takes as a whole.
  const [{ whileRunning, createProcessLog }, { chat }] = await Promise.all([
    import('../running.ts'),
    import('./chat-loop.ts'),
  ]);
  // Lectern itself may be running, so this takes a free port. Beside the answers the log holds warnings only.
  const { DATA_DIR, CLOCK, DATABASE_URL, ORGANISERS, LOG_LEVEL = 'warn' } = io.env;
  const config = { ...readConfigOrThrow({ DATA_DIR, CLOCK, DATABASE_URL, ORGANISERS, LOG_LEVEL }), port: 0 };
  await whileRunning(config, { io, log: createProcessLog(config, io) }, async ({ loaded, workspace }) => {
    if (workspace !== undefined) await chat({ loaded, workspace }, io);
  });
}
