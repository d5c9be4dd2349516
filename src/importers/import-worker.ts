import { parentPort, workerData } from 'node:worker_threads';
import { inChunks } from '../text/keys.ts';
import type { ImportTask } from './import-aside.ts';
import type { BesideTask } from './import-beside.ts';
import { importFile } from './import-file.ts';

/** So many talks are passed on at once, which takes the receiver about a millisecond. */
const PART_TALKS = 100;

/** Reads the file that this thread was begun with, or else all that it is sent. */
export function importInWorker(): void {
  if ('file' in workerData) importOwnFile(workerData);
  else importAllSent();
}

function importOwnFile(task: ImportTask): void {
  const { file, options, parts } = task;
  const { talks, ...draft } = importFile(file, options);
  for (const some of inChunks(talks, PART_TALKS)) parts.postMessage(some);
  parentPort?.postMessage(draft);
}

function importAllSent(): void {
  parentPort?.on('message', (tasks: readonly BesideTask[]) => {
    parentPort?.postMessage(tasks.map(({ file, options }) => importFile(file, options)));
  });
}
