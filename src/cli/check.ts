import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import type { Draft } from '../programme/draft.ts';
import type { Problem } from '../programme/problem.ts';
import type { DataFolder } from '../sources/arrange.ts';
import { unnamedConference } from '../sources/conference-file.ts';
import { readDataFolder } from '../sources/data-folder.ts';
import { isWebAddress, readWebAddress } from '../sources/web-address.ts';
import { type Report, reportOn } from './check-report.ts';
import { checkText } from './check-text.ts';
import { type Io, painter, write } from './io.ts';
import type { ExitCode } from './run.ts';
import { settingsWithoutSlack } from './settings.ts';

export function checkCommand(program: Command, io: Io, done: (code: ExitCode) => void): void {
  program
    .command('check')
    .description('read programme files and say what is in them, and what is wrong')
    .argument(
      '[paths...]',
      'files, folders, or the web address of a schedule or of a page that links it; DATA_DIR where none is given',
    )
    .option('--json', 'an answer for programs')
    .action(async (paths: string[], options: { readonly json?: true }) => {
      const { report, settings } = await check(
        paths.length > 0 ? paths : [settingsWithoutSlack(io.env).dataDir],
      );
      await write(
        io.stdout,
        options.json ? `${JSON.stringify(report)}\n` : `${checkText(report, painter(io))}${advice(settings)}`,
      );
      done(hasErrors(report) ? 1 : 0);
    });
}

/** A report, and the `conference.yml` that a web address needs to become a conference. */
interface Checked {
  readonly report: Report;
  readonly settings?: string | undefined;
}

async function check(paths: readonly string[]): Promise<Checked> {
  const [first = '', ...rest] = paths;
  if (rest.length > 0) return { report: reportOn(joined(await Promise.all(paths.map(readNamed)))) };
  if (!isWebAddress(first)) return { report: reportOn(await readDataFolder(first)) };
  const read = await readWebAddress(first, fetch);
  return { report: reportOn(read), settings: read.settings };
}

function advice(settings: string | undefined): string {
  return settings === undefined
    ? ''
    : `\nTo have Lectern answer for it, save this as conference.yml in DATA_DIR:\n\n${settings}`;
}

/** Where several paths are given, each file is named by the path it was found under. */
async function readNamed(path: string): Promise<DataFolder & { readonly isFile: boolean }> {
  if (isWebAddress(path)) return { ...(await readWebAddress(path, fetch)), isFile: false };
  const folder = await readDataFolder(path);
  const isFile = (await stat(path)).isFile();
  const named = (file: string) => (isFile ? path : join(path, file));
  return {
    isFile,
    conferences: folder.conferences.map(({ conference, drafts }) => ({
      conference: { ...conference, folder: isFile ? '' : join(path, conference.folder) },
      drafts: drafts.map(draft => renamed(draft, named)),
    })),
    problems: folder.problems.map(problem => ({ ...problem, file: named(problem.file) })),
  };
}

function renamed(draft: Draft, named: (file: string) => string): Draft {
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

/** Single files are taken together as one conference: a schedule belongs to the abstracts named beside it. */
function joined(read: readonly (DataFolder & { readonly isFile: boolean })[]): DataFolder {
  const loose = read.filter(({ isFile }) => isFile).flatMap(({ conferences }) => conferences);
  const drafts = loose.flatMap(each => each.drafts);
  return {
    conferences: [
      ...(drafts.length > 0 ? [{ conference: unnamedConference(''), drafts }] : []),
      ...read.filter(({ isFile }) => !isFile).flatMap(({ conferences }) => conferences),
    ],
    problems: read.flatMap(({ problems }) => problems),
  };
}

function hasErrors({ files }: Report): boolean {
  return files.some(({ problems }) => problems.some(({ severity }) => severity === 'error'));
}
