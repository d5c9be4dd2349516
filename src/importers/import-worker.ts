import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { inChunks } from '../text/keys.ts';
import type { ImportTask } from './import-aside.ts';
import type { BesideTask } from './import-beside.ts';
import { importFile } from './import-file.ts';

/** So many talks are passed on at once, which takes the receiver about a millisecond. */
const PART_TALKS = 100;

/** Reads the file that this thread was begun with, or all that this process is sent. */
export function importInWorker(): void {
  if (isMainThread) importAllSent();
  else importOwnFile(workerData);
}

function importOwnFile(task: ImportTask): void {
  const { file, options, parts } = task;
  const { talks, ...draft } = importFile(file, options);
  for (const some of inChunks(talks, PART_TALKS)) parts.postMessage(some);
  parentPort?.postMessage(draft);
}

function importAllSent(): void {
  process.on('message', tasks => {
    const drafts = (tasks as readonly BesideTask[]).map(({ file, options }) => importFile(file, options));
    // Nobody reads them any more if the process that began this one has ended.
    process.send?.(drafts, undefined, undefined, error => {
      if (error !== null) process.exit();
    });
  });
}
