import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
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

/** A thread loads the program first, which takes as long as to read two thousand short files. */
const FILES_MIN = 4000;

/** The thread is never without a file, and at the end it is waited for some hundredths of a second. */
const AHEAD_MAX = 128;

/** A file that the thread is to read. */
export interface BesideTask {
  readonly file: Parameters<ImportFile>[0];
  readonly options: ImportOptions | undefined;
}

/**
 * Reads very many files, here and in a thread beside, whichever is free. `script` calls `importInWorker` of
 * import-worker.ts. If the thread fails, `onFault` is told, and all files are read here.
 */
export function importBeside(
  script: URL,
  onFault: (error: unknown) => void,
  cores = availableParallelism(),
): ImportMany {
  return count =>
    count < FILES_MIN || cores < 2 ? importManyHere(count) : new BesideImporter(script, onFault);
}

interface Sent extends BesideTask {
  readonly settle: (draft: Draft | Promise<Draft>) => void;
}

class BesideImporter implements LookImporter {
  readonly #worker: Worker;
  /** Those that the thread has not read yet, in the order in which it reads them. */
  readonly #ahead: Sent[] = [];
  /** The last of them, which were not sent yet. */
  #unsent: Sent[] = [];
  #hasFailed = false;

  constructor(script: URL, onFault: (error: unknown) => void) {
    // Modules that Node was told to load first are not made for a thread.
    this.#worker = new Worker(script, { execArgv: [], workerData: {} });
    this.#worker.on('message', (drafts: readonly Draft[]) => {
      for (const draft of drafts) this.#ahead.shift()?.settle(draft);
    });
    this.#worker.on('error', error => {
      onFault(error);
      this.#hasFailed = true;
      for (const { file, options, settle } of this.#ahead.splice(0)) settle(importHere(file, options));
    });
  }

  readonly importFile: ImportFile = (file, options) => {
    if (this.#hasFailed || this.#ahead.length >= AHEAD_MAX) return importHere(file, options);
    return new Promise(settle => {
      if (this.#unsent.length === 0) setImmediate(() => this.#send());
      const sent = { file, options, settle };
      this.#ahead.push(sent);
      this.#unsent.push(sent);
    });
  };

  readonly end = (): Promise<unknown> => this.#worker.terminate();

  #send(): void {
    const tasks = this.#unsent.map(({ file, options }): BesideTask => ({ file, options }));
    this.#unsent = [];
    this.#worker.postMessage(tasks);
  }
}
