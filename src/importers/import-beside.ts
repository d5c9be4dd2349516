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

/** A file that the process is to read. */
export interface BesideTask {
  readonly file: Parameters<ImportFile>[0];
  readonly options: ImportOptions | undefined;
}

/**
 * Reads very many files, here and in a process beside, whichever is free. `script` calls `importInWorker` of
 * import-worker.ts. If the process fails, `onFault` is told, and all files are read here.
 */
export function importBeside(
  script: URL,
  onFault: (error: unknown) => void,
  cores = availableParallelism(),
): ImportMany {
  return count => {
    if (count < FILES_MIN || cores < 2) return importManyHere(count);
    try {
      return new BesideImporter(script, onFault);
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

  constructor(script: URL, onFault: (error: unknown) => void) {
    // Modules that Node was told to load first are not made for it.
    this.#process = fork(script, {
      execArgv: [],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    this.#process.on('message', drafts => {
      for (const draft of drafts as readonly Draft[]) this.#ahead.shift()?.settle(draft);
    });
    const fail = (error: unknown) => {
      if (this.#hasEnded) return;
      this.#hasEnded = true;
      this.#process.kill();
      onFault(error);
      for (const { file, options, settle } of this.#ahead.splice(0)) settle(importHere(file, options));
    };
    this.#process.once('error', fail);
    this.#process.once('exit', (code, signal) =>
      fail(new Error(`The process that reads files ended with ${code ?? signal}.`)),
    );
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
    this.#hasEnded = true;
    const ended = once(this.#process, 'exit');
    this.#process.kill();
    await ended;
  };

  #send(): void {
    const tasks = this.#unsent.map(({ file, options }): BesideTask => ({ file, options }));
    this.#unsent = [];
    if (!this.#hasEnded) this.#process.send(tasks);
  }
}
