import type { Command } from 'commander';
import type { ExitCode, Io } from './io.ts';
import { settingsWithoutSlack } from './settings.ts';

export function chatCommand(program: Command, io: Io, done: (code: ExitCode) => void): void {
  program
    .command('chat')
    .description('try in this terminal what one would type in Slack')
    .action(async () => {
      await chatAlone(io);
      done(0);
    });
}

async function chatAlone(io: Io): Promise<void> {
  // Loaded only here, as Bolt takes longer to load than a search takes as a whole.
  const [{ whileRunning, logOf }, { chat }] = await Promise.all([
    import('./running.ts'),
    import('./chat-loop.ts'),
  ]);
  // A free port, since Lectern itself may be running on its own; and a log of faults alone beside the answers.
  const config = { ...settingsWithoutSlack({ LOG_LEVEL: 'warn', ...io.env }), port: 0 };
  await whileRunning(config, { io, log: logOf(config, io) }, async ({ loaded, workspace }) => {
    if (workspace !== undefined) await chat({ loaded, workspace }, io);
  });
}
