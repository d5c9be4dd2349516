import { writeFile } from 'node:fs/promises';
import { type Command, Option } from 'commander';
import { exportCsv } from '../../exporters/csv.ts';
import type { ExportResult } from '../../exporters/export-result.ts';
import { exportJson } from '../../exporters/frab-json.ts';
import { exportXml } from '../../exporters/frab-xml.ts';
import { exportIcs } from '../../exporters/icalendar.ts';
import { buildProgramme } from '../../programme/joining/build.ts';
import type { Problem } from '../../programme/problem.ts';
import type { Programme } from '../../programme/programme.ts';
import { siteFiles } from '../../publishing/site/site.ts';
import { readSiteSearch } from '../../wiring/page-files.ts';
import { UsageError } from '../faults.ts';
import { type ExitCode, type Io, painter, printable, write } from '../io.ts';
import { readPaths } from '../read-paths.ts';
import { writeSite } from './write-site.ts';

const EXPORTERS: Readonly<Record<string, (programme: Programme) => ExportResult>> = {
  json: exportJson,
  xml: exportXml,
  ics: programme => exportIcs(programme, { stampedAt: new Date().toISOString() }),
  csv: exportCsv,
};

export function convertCommand(program: Command, io: Io, done: (code: ExitCode) => void): void {
  program
    .command('convert')
    .description('write a programme in a form that other programs read')
    .argument('<paths...>', "one conference's files or folder, or the web address of its schedule")
    .addOption(
      new Option('--to <form>', 'the form')
        .choices([...Object.keys(EXPORTERS), 'html'])
        .makeOptionMandatory(),
    )
    .option('-o, --output <file>', 'where to write it, instead of standard output; for html, a folder')
    .action(async (paths: string[], options: { readonly to: string; readonly output?: string }) => {
      const { folder } = await readPaths(paths, io);
      const [conference, ...others] = folder.conferences;
      if (conference === undefined || others.length > 0)
        throw new UsageError(
          `There are ${folder.conferences.length} conferences at these paths. Name the files or the folder of one.`,
        );
      const { programme } = buildProgramme(conference.conference, conference.drafts);
      if (options.to === 'html') {
        await writeSiteTo(options.output, programme);
        return done(0);
      }
      const { text, problems } = EXPORTERS[options.to]?.(programme) ?? { text: undefined, problems: [] };
      await write(io.stderr, problems.map(problem => problemLine(problem, io)).join(''));
      if (text === undefined) throw new Error(`Nothing of this programme can be written as ${options.to}.`);
      if (options.output === undefined) await write(io.stdout, text);
      else await writeFile(options.output, text);
      done(problems.some(({ severity }) => severity === 'error') ? 1 : 0);
    });
}

async function writeSiteTo(folder: string | undefined, programme: Programme): Promise<void> {
  if (folder === undefined)
    throw new UsageError(
      'A website is a folder of files: name it with -o, as in convert data --to html -o site',
    );
  await writeSite(folder, siteFiles(programme, await readSiteSearch()));
}

function problemLine({ severity, file, item, message }: Problem, io: Io): string {
  const about = [file, item === undefined ? '' : `"${item}"`].filter(part => part !== '').join(' ');
  const text = about === '' ? message : `${about}: ${message}`;
  return `${painter(io)(severity === 'error' ? 'red' : 'yellow', severity)} ${printable(text)}\n`;
}
