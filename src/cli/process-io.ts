import type { Writable } from 'node:stream';
import { type Environment, environment } from '../wiring/config.ts';
import { explain } from './faults.ts';
import type { Io } from './io.ts';
import { run } from './run.ts';

/** Runs a command line in this process, and ends it with the command's exit code. */
export async function runInProcess(argv: readonly string[]): Promise<void> {
  // A reader that has read enough, such as `head`, is no fault; a log that nobody takes any more is no reason to end.
  process.stdout.on('error', error => process.exit('code' in error && error.code === 'EPIPE' ? 0 : 1));
  process.stderr.on('error', () => {});
  // A fault that nobody awaits, such as a token that Slack takes back, is told like the others.
  process.on('unhandledRejection', fault => {
    process.stderr.write(`lectern: ${explain(fault)}\n`, () => process.exit(1));
  });
  const code = await run(argv, processIo());
  // The process ends when all is written, and then it does, whatever is still open.
  await written(process.stdout);
  await written(process.stderr);
  process.exit(code);
}

function processIo(): Io {
  let asked: Promise<void> | undefined;
  let env: Environment | undefined;
  return {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    // Read by the command that first needs it, so that a file which cannot be read is a fault of that command.
    get env() {
      env ??= environment();
      return env;
    },
    askedToEnd: () => {
      asked ??= nextSignal();
      return asked;
    },
  };
}

/** Asked a second time, the process ends at once, for no listener is left. */
function nextSignal(): Promise<void> {
  return new Promise(resolve => {
    const end = () => {
      process.off('SIGTERM', end).off('SIGINT', end);
      resolve();
    };
    process.once('SIGTERM', end).once('SIGINT', end);
  });
}

function written(stream: Writable): Promise<void> {
  return new Promise(resolve => stream.write('', () => resolve()));
}
