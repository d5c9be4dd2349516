import { stat } from 'node:fs/promises';
import { decode } from '../importers/decode.ts';
import type { ImportOptions } from '../importers/format.ts';
import { importFile } from '../importers/import-file.ts';
import { folderOf } from '../programme/conference.ts';
import { askOnce, type Web } from '../sources/ask-source.ts';
import { type FileBytes, readFiles } from '../sources/read-files.ts';
import { arrange, type DataFolder } from '../sources/settings/arrange.ts';
import {
  type ConferenceFile,
  isConferenceFile,
  readConferenceFile,
} from '../sources/settings/conference-file.ts';
import { walk } from '../sources/walk.ts';

/** Told how many files of how many have been read. */
export type Progress = (done: number, all: number) => void;

/**
 * Reads all conferences below a folder, or the one file that is given, and asks their sources where the web is given.
 * What cannot be read never hides what can; only where nothing is at `dataDir` does it throw.
 */
export async function readDataFolder(
  dataDir: string,
  { progress = () => {}, web }: { readonly progress?: Progress; readonly web?: Web } = {},
): Promise<DataFolder> {
  await mustExist(dataDir);
  const found = await walk(dataDir);
  const read = await readFiles(found.files);
  const settings = read.files
    .filter(({ path }) => isConferenceFile(path))
    .map(file => ({ ...readSettings(file), path: file.path }));
  const asked = web === undefined ? { drafts: [], problems: [] } : await askOnce(settings, web);
  const settingsFor = importSettings(settings);
  const drafts = read.files
    .filter(({ path }) => !isConferenceFile(path))
    .map((file, done, all) => {
      progress(done, all.length);
      return importFile(file, settingsFor(file.path));
    });
  const shown = arrange(
    settings.map(({ conference }) => conference),
    [...drafts, ...asked.drafts],
  );
  return {
    conferences: shown.conferences,
    problems: [
      ...found.problems,
      ...read.problems,
      ...settings.flatMap(({ problems }) => problems),
      ...asked.problems,
      ...shown.problems,
    ],
  };
}

/** Reads a `conference.yml`, which describes the folder that it lies in. */
export function readSettings({ path, bytes }: FileBytes): ConferenceFile {
  return readConferenceFile(decode(bytes).text, { path, folder: folderOf(path) });
}

/** The settings of the nearest `conference.yml` above a file that say how it is read. */
export function importSettings(settings: readonly ConferenceFile[]): (path: string) => ImportOptions {
  const byFolder = new Map(settings.map(({ conference, csv }) => [conference.folder, { csv }]));
  return path => {
    let folder = folderOf(path);
    while (folder !== '' && !byFolder.has(folder)) folder = folderOf(folder);
    return byFolder.get(folder) ?? {};
  };
}

/** Throws where nothing is at a place that somebody named. */
export async function mustExist(dataDir: string): Promise<void> {
  try {
    await stat(dataDir);
  } catch (cause) {
    throw new Error(
      `There is nothing at ${dataDir}. See that it is spelt right, or set DATA_DIR to where the programme's files are.`,
      { cause },
    );
  }
}
