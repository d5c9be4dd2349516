import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { decode } from '../importers/decode.ts';
import { importFile } from '../importers/import-file.ts';
import type { Conference } from '../programme/conference.ts';
import type { Draft } from '../programme/draft.ts';
import type { Problem } from '../programme/problem.ts';
import { readConferenceFile, unnamedConference } from './conference-file.ts';
import { type FoundFile, walk } from './walk.ts';

/** A conference and what each of its files says. */
export interface ConferenceFiles {
  readonly conference: Conference;
  readonly drafts: readonly Draft[];
}

/** What a data folder holds; `problems` are those that no draft carries. */
export interface DataFolder {
  readonly conferences: readonly ConferenceFiles[];
  readonly problems: readonly Problem[];
}

/** Larger than any programme, and small enough to be held in memory several times. */
const FILE_BYTES_MAX = 32 * 2 ** 20;

/** Reads all conferences below a folder, or the one file that is given. What cannot be read never hides what can. */
export async function readDataFolder(dataDir: string): Promise<DataFolder> {
  await mustExist(dataDir);
  const { files, problems } = await walk(dataDir);
  const found: Problem[] = [...problems];
  const settings = files.filter(isConferenceFile);
  const folders = new Map<string, Conference>();
  for (const file of settings) {
    const bytes = await readBytes(file, found);
    const folder = folderOf(file.path);
    const read = readConferenceFile(bytes === undefined ? '' : decode(bytes).text, {
      path: file.path,
      folder,
    });
    found.push(...read.problems);
    folders.set(folder, read.conference);
  }
  const drafts = new Map<string, Draft[]>([...folders.keys()].map(folder => [folder, []]));
  for (const file of files) {
    if (isConferenceFile(file)) continue;
    const bytes = await readBytes(file, found);
    if (bytes === undefined) continue;
    const folder = conferenceFolderOf(file.path, folders);
    const draft = importFile({ path: file.path.normalize('NFC'), bytes });
    drafts.set(folder, [...(drafts.get(folder) ?? []), draft]);
  }
  const conferences = [...drafts].map(([folder, own]) => ({
    conference: folders.get(folder) ?? unnamedConference(folder),
    drafts: own,
  }));
  return { conferences: withoutSample(conferences), problems: found };
}

function isConferenceFile({ path }: FoundFile): boolean {
  return /^conference\.ya?ml$/.test(basename(path));
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** The nearest folder above a file that is a conference of its own; else DATA_DIR. */
function conferenceFolderOf(path: string, folders: ReadonlyMap<string, Conference>): string {
  let folder = folderOf(path);
  while (folder !== '' && !folders.has(folder)) folder = folderOf(folder);
  return folder;
}

function withoutSample(conferences: readonly ConferenceFiles[]): readonly ConferenceFiles[] {
  const real = conferences.filter(({ conference }) => !conference.sample);
  const hasAny = real.some(
    ({ conference, drafts }) => conference.folder !== '' || drafts.some(draft => draft.talks.length > 0),
  );
  return hasAny ? real : conferences;
}

async function readBytes(
  { location, path, size }: FoundFile,
  problems: Problem[],
): Promise<Uint8Array | undefined> {
  const complain = (message: string) => {
    problems.push({ severity: 'error', file: path, line: undefined, item: undefined, message });
    return undefined;
  };
  if (size > FILE_BYTES_MAX)
    return complain('The file is larger than 32 MB, which no programme is; it was not read.');
  try {
    return await readFile(location);
  } catch {
    return complain('The file cannot be opened; it was left out.');
  }
}

async function mustExist(dataDir: string): Promise<void> {
  try {
    await stat(dataDir);
  } catch (cause) {
    throw new Error(
      `There is no folder ${dataDir}; make it, or set DATA_DIR to the folder with the programme.`,
      { cause },
    );
  }
}
