import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Writable } from 'node:stream';
import { stringify } from 'yaml';
import { readDataFolder } from '../live/data-folder.ts';
import type { Progress } from '../live/folder-reader.ts';
import type { Draft } from '../programme/joining/draft.ts';
import type { Problem } from '../programme/problem.ts';
import { askSource, type Web } from '../sources/ask-source.ts';
import type { Fetch } from '../sources/fetch-source.ts';
import type { ConferenceFiles, DataFolder } from '../sources/settings/arrange.ts';
import { isConferenceFile, unnamedConference } from '../sources/settings/conference-file.ts';
import { groupByEach } from '../text/keys.ts';
import { parseUrl } from '../text/parse-url.ts';
import type { Io } from './io.ts';

/** The conferences at some paths, and the `conference.yml` that would make one of a web address. */
export interface ReadPaths {
  readonly folder: DataFolder;
  readonly settings?: string | undefined;
}

/** Reads the files, folders and web addresses of a command line, and shows its progress if that takes long. */
export async function readPaths(paths: readonly string[], { stderr, env }: Io): Promise<ReadPaths> {
  const progress = createProgressBar(stderr, () => performance.now());
  const web = { fetch, variable: (name: string) => env[name] };
  const read = await readAll(paths, { progress: progress.show, web });
  progress.clear();
  return read;
}

interface Reading {
  readonly progress: Progress;
  readonly web: Web;
}

async function readAll(paths: readonly string[], reading: Reading): Promise<ReadPaths> {
  const [first = '', ...rest] = paths;
  if (rest.length > 0)
    return { folder: joinFolders(await Promise.all(paths.map(path => readNamed(path, reading)))) };
  if (!isWebAddress(first)) return { folder: (await readLocal(first, reading)).folder };
  const read = await readWebAddress(first, reading.web.fetch);
  return { folder: read, settings: read.settings };
}

/** A file is read as its folder is, with the `conference.yml` beside it, but no other sources are asked. */
async function readLocal(
  path: string,
  { progress, web }: Reading,
): Promise<{ readonly folder: DataFolder; readonly isFile: boolean }> {
  const isFile = (await stat(path).catch(() => undefined))?.isFile() === true;
  const folder = await readDataFolder(path, isFile ? { progress, isWithSettings: true } : { progress, web });
  return { folder, isFile };
}

/** Reads one of several paths; each file is named by the path it was found under. */
async function readNamed(path: string, reading: Reading): Promise<DataFolder & { readonly isFile: boolean }> {
  if (isWebAddress(path)) return { ...(await readWebAddress(path, reading.web.fetch)), isFile: false };
  const { folder, isFile } = await readLocal(path, reading);
  const named = (file: string) =>
    isFile && isConferenceFile(file) ? join(dirname(path), file) : isFile ? path : join(path, file);
  return {
    isFile,
    conferences: folder.conferences.map(({ conference, drafts }) => ({
      conference: { ...conference, folder: isFile ? '' : join(path, conference.folder) },
      drafts: drafts.map(draft => renameFiles(draft, named)),
    })),
    problems: folder.problems.map(problem => ({ ...problem, file: named(problem.file) })),
  };
}

function renameFiles(draft: Draft, named: (file: string) => string): Draft {
  const moved = (problem: Problem) => ({ ...problem, file: named(problem.file) });
  return {
    ...draft,
    file: named(draft.file),
    trackNames: Object.fromEntries(
      Object.entries(draft.trackNames).map(([folder, name]) => [named(folder), name]),
    ),
    problems: draft.problems.map(moved),
  };
}

function joinFolders(read: readonly (DataFolder & { readonly isFile: boolean })[]): DataFolder {
  const conferencesOf = (isFile: boolean) =>
    read.filter(each => each.isFile === isFile).flatMap(({ conferences }) => conferences);
  return {
    conferences: [...joinFiles(conferencesOf(true)), ...conferencesOf(false)],
    // Several files may have one conference.yml beside them.
    problems: [
      ...new Map(read.flatMap(({ problems }) => problems).map(each => [JSON.stringify(each), each])).values(),
    ],
  };
}

/**
 * Makes one conference of single files, since a schedule belongs to the abstracts named beside it. Files beside different
 * `conference.yml` are of different ones.
 */
function joinFiles(loose: readonly ConferenceFiles[]): readonly ConferenceFiles[] {
  const none = JSON.stringify(unnamedConference(''));
  const bySettings = groupByEach(loose, ({ conference }) => [JSON.stringify(conference)]);
  const described = [...bySettings].flatMap(([settings, those]) => (settings === none ? [] : [those]));
  const groups =
    described.length > 1
      ? [...bySettings.values()]
      : [[...described.flat(), ...(bySettings.get(none) ?? [])]];
  return groups.flatMap(those => {
    const [first] = those;
    const drafts = those.flatMap(each => each.drafts);
    return first === undefined || drafts.length === 0 ? [] : [{ conference: first.conference, drafts }];
  });
}

/** A shorter wait needs no bar. */
const PATIENCE_MS = 1000;
const WIDTH = 30;

/** Draws a progress bar on a terminal after a second of waiting; draws none elsewhere. `now` is in milliseconds. */
export function createProgressBar(
  stderr: Writable & { readonly isTTY?: boolean },
  now: () => number,
): { readonly show: Progress; clear(): void } {
  const begunAt = now();
  let shown = -1;
  return {
    show: (done, all) => {
      const filled = Math.floor((WIDTH * done) / Math.max(1, all));
      if (stderr.isTTY !== true || filled === shown || now() - begunAt < PATIENCE_MS) return;
      shown = filled;
      stderr.write(`\r[${'#'.repeat(filled)}${' '.repeat(WIDTH - filled)}] ${done} of ${all} files`);
    },
    clear: () => {
      if (shown >= 0) stderr.write('\r\x1b[K');
    },
  };
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\//i.test(text) && parseUrl(text) !== undefined;
}

/** The content of a web address, and the `conference.yml` with which Lectern would go on asking for it. */
interface WebConference extends DataFolder {
  /** Undefined if no programme was found. */
  readonly settings: string | undefined;
}

/** Reads the programme at a web address, or the one that a page there leads to, once. */
async function readWebAddress(url: string, fetch: Fetch): Promise<WebConference> {
  const { host } = new URL(url);
  const answer = await askSource({ url, headers: {}, path: host, fetch });
  if (answer.kind !== 'fresh') {
    const message = answer.kind === 'failed' ? answer.message : `${host} sent nothing.`;
    return {
      conferences: [],
      problems: [{ severity: 'error', file: host, line: undefined, item: undefined, message }],
      settings: undefined,
    };
  }
  const { draft } = answer;
  return {
    conferences: [{ conference: unnamedConference(''), drafts: [draft] }],
    problems: [],
    settings: draft.talks.length === 0 ? undefined : settingsFor(url, draft),
  };
}

/** Settings that the source does not give stand there as comments, to be filled in. */
function settingsFor(url: string, { conferenceName: name, timeZone }: Draft): string {
  const settings = stringify({ ...(name && { name }), ...(timeZone && { timeZone }), sources: [{ url }] });
  return [
    settings,
    ...(name ? [] : ['# name: Harbour Cloud Days 2027   # as people call it; the source does not say it\n']),
    ...(timeZone ? [] : ['# timeZone: Europe/Madrid   # of the place; the times there do not say it\n']),
  ].join('');
}
