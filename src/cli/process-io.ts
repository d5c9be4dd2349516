import type { Writable } from 'node:stream';
import { type Environment, readEnvironment } from '../wiring/config.ts';
import { explain } from './faults.ts';
import type { Io } from './io.ts';
import { run } from './run.ts';

/** Runs a command line in this process, and ends it with the command's exit code. */
export async function runInProcess(argv: readonly string[]): Promise<void> {
  // A reader such as `head` may close the output early: that is no fault. A closed log does not end Lectern.
  process.stdout.on('error', error => process.exit('code' in error && error.code === 'EPIPE' ? 0 : 1));
  process.stderr.on('error', () => {});
  // A rejection that nobody awaits, such as a revoked token, is reported like other faults.
  process.on('unhandledRejection', fault => {
    process.stderr.write(`lectern: ${explain(fault)}\n`, () => process.exit(1));
  });
  const code = await run(argv, processIo());
  // All output is written first; then the process ends, whatever is still open.
  await flush(process.stdout);
  await flush(process.stderr);
  process.exit(code);
}

/** Reads files in a thread that was begun for them; see import-aside.ts and import-beside.ts. */
export async function importInThread(): Promise<void> {
  const { importInWorker } = await import('../importers/import-worker.ts');
  importInWorker();
}

function processIo(): Io {
  let asked: Promise<string> | undefined;
  let env: Environment | undefined;
  return {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    // The command that first needs it reads it, so that an unreadable .env is a fault of that command.
    get env() {
      env ??= readEnvironment();
      return env;
    },
    askedToEnd: () => {
      asked ??= nextSignal();
      return asked;
    },
  };
}

/** A terminal that is closed sends SIGHUP. */
const ENDING = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;

/** A second signal ends the process at once, since no listener is left. */
function nextSignal(): Promise<(typeof ENDING)[number]> {
  return new Promise(resolve => {
    const end = (asked: (typeof ENDING)[number]) => {
      for (const signal of ENDING) process.off(signal, end);
      resolve(asked);
    };
    for (const signal of ENDING) process.once(signal, end);
  });
}

function flush(stream: Writable): Promise<void> {
  return new Promise(resolve => stream.write('', () => resolve()));
}
