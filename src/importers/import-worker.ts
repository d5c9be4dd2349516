import { parentPort, workerData } from 'node:worker_threads';
import { inChunks } from '../text/keys.ts';
import type { ImportTask } from './import-aside.ts';
import { importFile } from './import-file.ts';

/** So many talks are passed on at once, which takes the receiver about a millisecond. */
const PART_TALKS = 100;

/** Reads the file that this thread was begun with. */
export function importOwnFile(): void {
  const { file, options, parts }: ImportTask = workerData;
  const { talks, ...draft } = importFile(file, options);
  for (const some of inChunks(talks, PART_TALKS)) parts.postMessage(some);
  parentPort?.postMessage(draft);
}
