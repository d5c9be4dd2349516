import { parentPort, workerData } from 'node:worker_threads';
import type { ImportTask } from './import-aside.ts';
import { importFile } from './import-file.ts';

/** So many talks are passed on at once, which takes the receiver about a millisecond. */
const PART_TALKS = 100;

/** Reads the file that this thread was begun with. */
export function importOwnFile(): void {
  const { file, options, parts }: ImportTask = workerData;
  const { talks, ...draft } = importFile(file, options);
  for (let from = 0; from < talks.length; from += PART_TALKS)
    parts.postMessage(talks.slice(from, from + PART_TALKS));
  parentPort?.postMessage(draft);
}
