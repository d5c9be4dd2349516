import { readFileSync, type Stats, statSync } from 'node:fs';
import { readdir, readFile, realpath, stat, statfs } from 'node:fs/promises';
import { basename, dirname, join, sep } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Problem } from '../programme/problem.ts';
import { sortNaturally } from './natural-order.ts';

/** A file below DATA_DIR. */
export interface FoundFile {
  /** The path by which it can be opened. */
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

interface FindOptions {
  /** To do it at once takes a fraction of the processor time, but holds up everything else. */
  readonly isAtOnce: boolean;
  /** The names of files that are found, too, if they lie beside the one file that is given. */
  readonly beside?: readonly string[] | undefined;
}

/**
 * All files below a folder, or the one file that is given, by path. A file or folder that cannot be opened is a problem, and
 * so is a link that leads out of the folder: who may put a link there may not read every file of this machine by it.
 */
export async function findFiles(
  root: string,
  { isAtOnce, beside = [] }: FindOptions,
): Promise<{ readonly files: readonly FoundFile[]; readonly problems: readonly Problem[] }> {
  const files: FoundFile[] = [];
  const problems: Problem[] = [];
  const seenFolders = new Set<string>();
  const complain = (path: string, message: string) =>
    problems.push({ severity: 'error', file: path, line: undefined, item: undefined, message });

  const leadsOut = async (location: string): Promise<boolean> => {
    const [inside, target] = await Promise.all([realpath(root), realpath(location)]);
    return !target.startsWith(inside.endsWith(sep) ? inside : inside + sep) && target !== inside;
  };

  const visit = async (location: string, path: string, { look, isLink }: Entry): Promise<void> => {
    try {
      const found = await look();
      if (isLink && (await leadsOut(location)))
        return void complain(
          path,
          'This link leads out of the folder of the programme; it was not followed.',
        );
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
      complain(path, `${describeFault(error)}; it was left out.`);
    }
  };
  const visitFolder = async (location: string, path: string): Promise<void> => {
    const folder = await realpath(location);
    if (seenFolders.has(folder))
      return void complain(path, 'This link leads to a folder that is read already; it was not followed.');
    seenFolders.add(folder);
    const found = await readdir(location, { withFileTypes: true });
    const entries = sortNaturally(found.filter(({ name }) => !LEFTOVER.test(name)));
    const isQuick = isAtOnce || (await isOwnDisk(location));
    const inside = entries.map(entry => {
      const [inFolder, isLink] = [join(location, entry.name), entry.isSymbolicLink()];
      // A link may lead to another disk.
      const look = isQuick && !isLink ? () => statSync(inFolder) : beginLook(inFolder);
      return { name: entry.name, location: inFolder, look, isLink };
    });
    for (const { name, location: inFolder, ...entry } of inside) {
      looks += 1;
      if (!isAtOnce && looks % LOOKS_A_TURN === 0) await nextTurn();
      await visit(inFolder, path === '' ? name : `${path}/${name}`, entry);
    }
  };

  let looks = 0;
  await visit(root, '', { look: () => stat(root), isLink: false });
  if (files[0]?.location === root)
    for (const name of beside) {
      const location = join(dirname(root), name);
      const look = beginLook(location);
      const isThere = await look().then(
        found => found.isFile(),
        () => false,
      );
      if (isThere && name !== basename(root)) await visit(location, name, { look, isLink: false });
    }
  return { files, problems };
}

interface Entry {
  readonly look: () => Stats | Promise<Stats>;
  readonly isLink: boolean;
}

/** Some tenths of a millisecond, so that an answer does not wait. */
const LOOKS_A_TURN = 100;

/** Asking for one file after the other takes six times as long. */
function beginLook(location: string): () => Promise<Stats> {
  const looked = stat(location);
  // It is awaited in its turn; one that fails before is not unhandled.
  looked.catch(() => {});
  return () => looked;
}

/** Linux's numbers (statfs(2)) of ext4, xfs, btrfs, f2fs, zfs, tmpfs and overlay. */
const OWN_DISKS: ReadonlySet<number> = new Set([
  0xef53, 0x58465342, 0x9123683e, 0xf2f52010, 0x2fc12fc1, 0x01021994, 0x794c7630,
]);

/**
 * Whether a folder is on a disk of this machine, which answers at once. A drive in the network may never answer; one of
 * which the system does not tell, as in a sandbox, counts as such.
 */
async function isOwnDisk(folder: string): Promise<boolean> {
  const type = await statfs(folder).then(
    found => found.type,
    () => undefined,
  );
  return type !== undefined && OWN_DISKS.has(type);
}

/** Copying may keep a file's time, and replacing it its size; hardly anything keeps all four. */
export function stampOf({ mtimeMs, ctimeMs, size, ino }: Stats): string {
  // V8 keeps a joined text as one, and a template as its parts.
  return [mtimeMs, ctimeMs, size, ino].join(' ');
}

/** As the beginning of a sentence. */
function describeFault(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return REASONS[code] ?? 'It cannot be opened';
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'There is nothing, or a link that leads nowhere',
  ELOOP: 'This link leads back to itself',
  EACCES: 'Lectern may not read this',
  EPERM: 'Lectern may not read this',
};

/** The content of a file. */
export interface FileBytes {
  /** Relative to DATA_DIR, parted by `/`. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Larger than any programme, and small enough to be held in memory several times over. */
export const FILE_BYTES_MAX = 32 * 2 ** 20;

/** Reads one file whole. The problem belongs to the file as a whole. */
export async function readDataFile(
  { location, path, size }: FoundFile,
  { isAtOnce }: Pick<FindOptions, 'isAtOnce'>,
): Promise<FileBytes | Problem> {
  const problem = (message: string): Problem => ({
    severity: 'error',
    file: path,
    line: undefined,
    item: undefined,
    message,
  });
  if (size > FILE_BYTES_MAX)
    return problem('The file is larger than 32 MB, which is too large for a programme; it was not read.');
  try {
    return { path, bytes: isAtOnce ? readFileSync(location) : await readFile(location) };
  } catch {
    return problem('The file cannot be opened; it was left out.');
  }
}
