import type { Command } from 'commander';
import { findOutliers } from '../../programme/outliers.ts';
import { type ExitCode, type Io, painter, write } from '../io.ts';
import { readLocalConfig } from '../load-data.ts';
import { readPaths } from '../read-paths.ts';
import { buildConferences, type CheckReport, reportOn } from './check-report.ts';
import { checkText } from './check-text.ts';

export function checkCommand(program: Command, io: Io, done: (code: ExitCode) => void): void {
  program
    .command('check')
    .description('read programme files and tell what is in them and what is wrong')
    .argument(
      '[paths...]',
      'files, folders, or the web address of a schedule or of a page that links to it; DATA_DIR if none is given',
    )
    .option('--json', 'print JSON')
    .action(async (paths: string[], options: { readonly json?: true }) => {
      const named = paths.length > 0 ? paths : [readLocalConfig(io.env).dataDir];
      const { folder, settings } = await readPaths(named, io);
      const checked = buildConferences(folder);
      const report = reportOn(folder, checked);
      await write(
        io.stdout,
        options.json
          ? `${JSON.stringify(report)}\n`
          : `${checkText(report, findOutliers(checked.flatMap(({ programme }) => programme.talks)), painter(io))}${advice(settings)}`,
      );
      done(hasErrors(report) ? 1 : 0);
    });
}

function advice(settings: string | undefined): string {
  return settings === undefined
    ? ''
    : `\nTo have Lectern answer for it, save this as conference.yml in DATA_DIR:\n\n${settings}`;
}

function hasErrors({ files }: CheckReport): boolean {
  return files.some(({ problems }) => problems.some(({ severity }) => severity === 'error'));
}
