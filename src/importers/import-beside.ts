import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import type { Draft } from '../programme/joining/draft.ts';
import type { ImportOptions } from './format.ts';
import { type ImportFile, importHere } from './import-aside.ts';

/** Reads the files of one look. It must be ended. */
interface LookImporter {
  readonly importFile: ImportFile;
  end(): Promise<unknown>;
}

/** Begins to read so many files, of which all are asked for before the first is awaited. */
export type ImportMany = (count: number) => LookImporter;

export const importManyHere: ImportMany = () => ({ importFile: importHere, end: async () => {} });

/** A process loads the program first, which takes as long as to read two thousand short files. */
const FILES_MIN = 4000;

/** The process is never without a file, and at the end it is waited for some hundredths of a second. */
const AHEAD_MAX = 128;

/** One that sends nothing for so long is stuck: a file takes milliseconds. */
const SILENT_MS = 30_000;

/** Runs work once, later; see `src/live/timers.ts`. */
interface Later {
  after(delayMs: number, work: () => Promise<void>): () => void;
}

/** A file that the process is to read. */
export interface BesideTask {
  readonly file: Parameters<ImportFile>[0];
  readonly options: ImportOptions | undefined;
}

/**
 * Reads very many files, here and in a process beside, whichever is free. `script` calls `importInWorker` of
 * import-worker.ts. If the process fails or hangs, `onFault` is told, and all files are read here.
 */
export function importBeside(
  script: URL,
  onFault: (error: unknown) => void,
  { timers, cores = availableParallelism() }: { readonly timers: Later; readonly cores?: number },
): ImportMany {
  return count => {
    if (count < FILES_MIN || cores < 2) return importManyHere(count);
    try {
      return new BesideImporter(script, onFault, timers);
    } catch (error) {
      // If there is no memory for a process, Node throws that here.
      onFault(error);
      return importManyHere(count);
    }
  };
}

interface Sent extends BesideTask {
  readonly settle: (draft: Draft | Promise<Draft>) => void;
}

/** A process and no thread, because the C library keeps the memory of a thread that ended. */
class BesideImporter implements LookImporter {
  readonly #process: ChildProcess;
  /** Those that the process has not read yet, in the order in which it reads them. */
  readonly #ahead: Sent[] = [];
  /** The last of them, which were not sent yet. */
  #unsent: Sent[] = [];
  #hasEnded = false;
  readonly #onFault: (error: unknown) => void;
  readonly #timers: Later;
  /** How many messages have come. */
  #received = 0;
  #stopWatch = () => {};

  constructor(script: URL, onFault: (error: unknown) => void, timers: Later) {
    this.#onFault = onFault;
    this.#timers = timers;
    // Modules that Node was told to load first are not made for it.
    this.#process = fork(script, {
      execArgv: [],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    this.#process.on('message', drafts => {
      this.#received += 1;
      for (const draft of drafts as readonly Draft[]) this.#ahead.shift()?.settle(draft);
    });
    // Each batch that it can no longer receive is an error of its own.
    this.#process.on('error', error => this.#fail(error));
    this.#process.once('exit', (code, signal) =>
      this.#fail(new Error(`The process that reads files ended with ${code ?? signal}.`)),
    );
    this.#watch();
  }

  readonly importFile: ImportFile = (file, options) => {
    if (this.#hasEnded || this.#ahead.length >= AHEAD_MAX) return importHere(file, options);
    return new Promise(settle => {
      if (this.#unsent.length === 0) setImmediate(() => this.#send());
      const sent = { file, options, settle };
      this.#ahead.push(sent);
      this.#unsent.push(sent);
    });
  };

  readonly end = async (): Promise<void> => {
    if (this.#hasEnded) return;
    const ended = once(this.#process, 'exit');
    this.#finish();
    await ended;
  };

  #send(): void {
    const tasks = this.#unsent.map(({ file, options }): BesideTask => ({ file, options }));
    this.#unsent = [];
    if (!this.#hasEnded) this.#process.send(tasks);
  }

  /** Looks whether anything has come since the last look. `before` is how much had come then, if files were waited for. */
  #watch(before?: number): void {
    this.#stopWatch = this.#timers.after(SILENT_MS, async () => {
      const isWaiting = this.#ahead.length > 0;
      if (!isWaiting || this.#received !== before) this.#watch(isWaiting ? this.#received : undefined);
      else
        this.#fail(
          new Error(`The process that reads files has sent nothing for ${SILENT_MS / 1000} seconds.`),
        );
    });
  }

  #fail(error: unknown): void {
    if (this.#hasEnded) return;
    this.#finish();
    this.#onFault(error);
    for (const { file, options, settle } of this.#ahead.splice(0)) settle(importHere(file, options));
  }

  #finish(): void {
    this.#hasEnded = true;
    this.#stopWatch();
    // It has nothing to lose, and one that hangs may heed no other signal.
    this.#process.kill('SIGKILL');
  }
}
