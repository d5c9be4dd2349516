import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Names the files of a site in its folder: only these are ever replaced. */
const LIST = '.lectern-site.json';

/**
 * Writes the files of a site into a folder, and removes those of the site that was there. Throws if something else is in
 * the folder where a file of the site would stand, or if the folder holds files and no site.
 */
export async function writeSite(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  const there = await readdir(folder, { recursive: true, withFileTypes: true }).catch(ifMissing);
  const before = await readList(folder);
  if (before === undefined && there.length > 0)
    throw new Error(
      `${folder} has files that are no site of Lectern's, and nothing there is overwritten. Name a new folder, or an empty one.`,
    );
  const own = new Set(before ?? []);
  const foreign = there
    .filter(entry => !entry.isDirectory())
    .map(entry => join(entry.parentPath, entry.name).slice(join(folder, '/').length).replaceAll('\\', '/'))
    .filter(path => path !== LIST && !own.has(path) && files.has(path));
  if (foreign.length > 0)
    throw new Error(
      `${join(folder, foreign[0] ?? '')} was not written by Lectern and is not overwritten. Move it away, or name another folder.`,
    );
  for (const path of own) if (!files.has(path)) await rm(join(folder, path), { force: true });
  await mkdir(folder, { recursive: true });
  // The list first: what an interrupted run has written is then known to the next one.
  await writeFile(join(folder, LIST), `${JSON.stringify([...files.keys()], undefined, 1)}\n`);
  for (const parent of new Set([...files.keys()].map(path => dirname(path))))
    await mkdir(join(folder, parent), { recursive: true });
  for (const [path, text] of files) await writeFile(join(folder, path), text);
}

/** Paths as the list has them; those that would lead out of the folder, or are none, are left out. Undefined if there is no list. */
async function readList(folder: string): Promise<readonly string[] | undefined> {
  const text = await readFile(join(folder, LIST), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const list: unknown = JSON.parse(text);
  return Array.isArray(list)
    ? list.filter((path): path is string => typeof path === 'string' && SITE_PATH.test(path))
    : [];
}

/** As siteFiles makes them. */
const SITE_PATH = /^(?:(?:days|talks)\/)?[a-z0-9-]+\.(?:html|md|txt|js)$/;

function ifMissing(error: NodeJS.ErrnoException): [] {
  if (error.code === 'ENOENT') return [];
  throw error;
}
