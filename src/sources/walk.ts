import type { Stats } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Problem } from '../programme/problem.ts';

/** A file below DATA_DIR. */
export interface FoundFile {
  /** Where it can be opened. */
  readonly location: string;
  /** Relative to DATA_DIR, parted by `/`. */
  readonly path: string;
  readonly size: number;
  /** Another one as soon as the file is written or replaced. */
  readonly stamp: string;
}

/** Left by editors, version control and file managers; nobody means them as a programme. */
const LEFTOVER =
  /^\.|^~\$|~$|^#.*#$|\.(swp|swo|tmp|bak|part|crdownload)$|^(node_modules|thumbs\.db|desktop\.ini)$/i;

/** All files below a folder, or the one file that is given, by path. What cannot be looked into is a problem. */
export async function walk(
  root: string,
): Promise<{ readonly files: readonly FoundFile[]; readonly problems: readonly Problem[] }> {
  const files: FoundFile[] = [];
  const problems: Problem[] = [];
  const seenFolders = new Set<string>();
  const complain = (path: string, message: string) =>
    problems.push({ severity: 'error', file: path, line: undefined, item: undefined, message });

  const visit = async (location: string, path: string): Promise<void> => {
    try {
      const found = await stat(location);
      if (found.isDirectory()) await visitFolder(location, path);
      else if (found.isFile())
        files.push({
          location,
          path: (path || basename(location)).normalize('NFC'),
          size: found.size,
          stamp: stampOf(found),
        });
      else complain(path, 'This is neither a file nor a folder; it was left out.');
    } catch (error) {
      complain(path, `It cannot be opened (${codeOf(error)}); it was left out.`);
    }
  };
  const visitFolder = async (location: string, path: string): Promise<void> => {
    const folder = await realpath(location);
    if (seenFolders.has(folder))
      return void complain(path, 'This link leads to a folder that is read already; it was not followed.');
    seenFolders.add(folder);
    const names = (await readdir(location)).filter(name => !LEFTOVER.test(name));
    for (const name of names.sort(naturally))
      await visit(join(location, name), path === '' ? name : `${path}/${name}`);
  };

  await visit(root, '');
  return { files, problems };
}

/** Copying may keep a file's time, and replacing it its size; hardly anything keeps all four. */
export function stampOf({ mtimeMs, ctimeMs, size, ino }: Stats): string {
  return `${mtimeMs} ${ctimeMs} ${size} ${ino}`;
}

const collator = new Intl.Collator('en', { numeric: true });

/** As people sort: `talk 9` before `talk 10`; names that differ in nothing a person sees still have one order. */
function naturally(a: string, b: string): number {
  return collator.compare(a, b) || (a < b ? -1 : 1);
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'it cannot be read';
}
