import { Command, CommanderError } from 'commander';
import { version } from '../wiring/version.ts';
import { agendaCommand } from './agenda.ts';
import { askCommand } from './ask.ts';
import { chatCommand } from './chat/chat.ts';
import { checkCommand } from './check/check.ts';
import { convertCommand } from './convert/convert.ts';
import { copyDatabaseCommand } from './copy-database.ts';
import { digestCommand } from './digest.ts';
import { explain, UsageError } from './faults.ts';
import type { ExitCode, Io } from './io.ts';
import { mcpCommand } from './mcp.ts';
import { rehearseCommand } from './rehearse/rehearse.ts';
import { searchCommand } from './search.ts';
import { showCommand } from './show.ts';
import { startCommand } from './start.ts';

/** Runs one command line (without node and the script). Every fault of every command ends here. */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  let exitCode: ExitCode = 0;
  const program = lectern(io, code => {
    exitCode = code;
  });
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return exitCode;
  } catch (error) {
    return failed(error, io);
  }
}

function lectern(io: Io, done: (code: ExitCode) => void): Command {
  const program = new Command('lectern')
    .description('Lectern answers for a conference.')
    .version(version())
    .exitOverride()
    .configureOutput({
      writeOut: text => io.stdout.write(text),
      writeErr: text => io.stderr.write(text),
      outputError: (text, write) => write(withHint(text)),
    });
  for (const command of [
    askCommand,
    searchCommand,
    showCommand,
    agendaCommand,
    digestCommand,
    rehearseCommand,
    checkCommand,
    convertCommand,
    copyDatabaseCommand,
    startCommand,
    chatCommand,
    mcpCommand,
  ]) {
    command(program, io, done);
  }
  return program;
}

function failed(error: unknown, { stderr }: Io): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  stderr.write(`lectern: ${explain(error)}\n`);
  return error instanceof UsageError ? 2 : 1;
}

/** A word that is left out by a dash looks like an option. */
function withHint(text: string): string {
  return /unknown option '-[^-]/.test(text)
    ? `${text}Words that begin with a dash go behind two of them: lectern search -- ceph -luminous\n`
    : text;
}
