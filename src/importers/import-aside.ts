import { once } from 'node:events';
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';
import type { Draft } from '../programme/joining/draft.ts';
import { finishInSlices, type Steps } from '../text/steps.ts';
import type { ImportOptions } from './format.ts';
import { importFile } from './import-file.ts';

/** Reads a programme file in any format, as `importFile` does. `path` is relative to DATA_DIR, parted by `/`. */
export type ImportFile = (
  file: { readonly path: string; readonly bytes: Uint8Array },
  options?: ImportOptions,
) => Promise<Draft>;

/** Reads it at once, where nobody waits for an answer meanwhile. */
export const importHere: ImportFile = async (file, options) => importFile(file, options);

/** A smaller file is read in some ten milliseconds, and a thread takes hundreds to begin. */
const LARGE_BYTES = 50_000;

/** The task of a thread. The talks of the draft are sent to `parts`, and the rest of it to the parent. */
export interface ImportTask {
  readonly file: Parameters<ImportFile>[0];
  readonly options: ImportOptions | undefined;
  readonly parts: MessagePort;
}

/**
 * Reads large files in a thread of their own, one at a time, because the parser of a format reads a file in one go.
 * `script` calls `importInWorker` of import-worker.ts. A fault of the thread is thrown.
 */
export function importAside(script: URL): ImportFile {
  let reading: Promise<unknown> = Promise.resolve();
  return (file, options) => {
    if (file.bytes.length < LARGE_BYTES) return importHere(file, options);
    const draft = reading.then(() => importInThread(script, file, options));
    reading = draft.catch(() => {});
    return draft;
  };
}

async function importInThread(
  script: URL,
  file: ImportTask['file'],
  options: ImportTask['options'],
): Promise<Draft> {
  const { port1: talks, port2: parts } = new MessageChannel();
  const task: ImportTask = { file, options, parts };
  // Modules that Node was told to load first are not made for a thread.
  const worker = new Worker(script, { workerData: task, transferList: [parts], execArgv: [] });
  try {
    const [draft] = (await once(worker, 'message')) as [Omit<Draft, 'talks'>];
    return { ...draft, talks: await finishInSlices(receiveAll(talks)) };
  } finally {
    talks.close();
    await worker.terminate();
  }
}

function* receiveAll(port: MessagePort): Steps<Draft['talks']> {
  const talks: Draft['talks'][number][] = [];
  for (let part = receiveMessageOnPort(port); part !== undefined; part = receiveMessageOnPort(port)) {
    talks.push(...part.message);
    yield;
  }
  return talks;
}
