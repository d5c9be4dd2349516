import type { Command } from 'commander';
import { chat } from './chat-loop.ts';
import type { Io } from './io.ts';
import type { ExitCode } from './run.ts';
import { settingsWithoutSlack } from './settings.ts';
import { logOf, whileRunning } from './start.ts';

export function chatCommand(program: Command, io: Io, done: (code: ExitCode) => void): void {
  program
    .command('chat')
    .description('try in this terminal what one would type in Slack')
    .action(async () => {
      const set = settingsWithoutSlack({ LOG_LEVEL: 'warn', ...io.env });
      // A free port, since Lectern itself may be running on its own.
      const config = { ...set, port: 0 };
      await whileRunning(config, { io, log: logOf(config, io) }, async lectern => {
        if (lectern.workspace !== undefined)
          await chat({ ...lectern, workspace: lectern.workspace }, io, { greet: 'people' });
      });
      done(0);
    });
}
