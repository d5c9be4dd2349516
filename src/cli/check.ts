import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import type { Draft } from '../programme/draft.ts';
import type { Problem } from '../programme/problem.ts';
import type { DataFolder } from '../sources/arrange.ts';
import { unnamedConference } from '../sources/conference-file.ts';
import { readDataFolder } from '../sources/data-folder.ts';
import { type Report, reportOn } from './check-report.ts';
import { checkText } from './check-text.ts';
import { type Io, painter, write } from './io.ts';
import type { ExitCode } from './run.ts';
import { settingsWithoutSlack } from './settings.ts';

export function checkCommand(program: Command, io: Io, done: (code: ExitCode) => void): void {
  program
    .command('check')
    .description('read programme files and say what is in them, and what is wrong')
    .argument('[paths...]', 'files or folders; DATA_DIR where none is given')
    .option('--json', 'an answer for programs')
    .action(async (paths: string[], options: { readonly json?: true }) => {
      const report = await check(paths.length > 0 ? paths : [settingsWithoutSlack(io.env).dataDir]);
      await write(io.stdout, options.json ? `${JSON.stringify(report)}\n` : checkText(report, painter(io)));
      done(hasErrors(report) ? 1 : 0);
    });
}

async function check(paths: readonly string[]): Promise<Report> {
  const [first = '', ...rest] = paths;
  if (rest.length === 0) return reportOn(await readDataFolder(first));
  return reportOn(joined(await Promise.all(paths.map(readNamed))));
}

/** Where several paths are given, each file is named by the path it was found under. */
async function readNamed(path: string): Promise<DataFolder & { readonly isFile: boolean }> {
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
