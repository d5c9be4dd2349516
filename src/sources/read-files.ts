import { readFile } from 'node:fs/promises';
import type { Problem } from '../programme/problem.ts';
import type { FoundFile } from './walk.ts';

export interface FileBytes {
  /** Relative to DATA_DIR, parted by `/`. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Larger than any programme, and small enough to be held in memory several times over. */
export const FILE_BYTES_MAX = 32 * 2 ** 20;

/** Well below what systems let one program hold open. */
export const AT_ONCE = 32;

/** Opens files, some at a time, and gives them in the order in which they came. */
export async function readFiles(
  found: readonly FoundFile[],
): Promise<{ readonly files: readonly FileBytes[]; readonly problems: readonly Problem[] }> {
  const files: FileBytes[] = [];
  const problems: Problem[] = [];
  for (let from = 0; from < found.length; from += AT_ONCE) {
    for (const read of await Promise.all(found.slice(from, from + AT_ONCE).map(readOne))) {
      if ('bytes' in read) files.push(read);
      else problems.push(read);
    }
  }
  return { files, problems };
}

async function readOne({ location, path, size }: FoundFile): Promise<FileBytes | Problem> {
  const problem = (message: string): Problem => ({
    severity: 'error',
    file: path,
    line: undefined,
    item: undefined,
    message,
  });
  if (size > FILE_BYTES_MAX)
    return problem('The file is larger than 32 MB, which no programme is; it was not read.');
  try {
    return { path, bytes: await readFile(location) };
  } catch {
    return problem('The file cannot be opened; it was left out.');
  }
}
