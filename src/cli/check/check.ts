import type { Command } from 'commander';
import { FORMATS, NOT_A_PROGRAMME } from '../../importers/import-file.ts';
import { findOutliers, type Outlier } from '../../programme/outliers.ts';
import type { Programme } from '../../programme/programme.ts';
import { findLinkDomains } from '../../slack/links/link-domains.ts';
import { pluralise } from '../../text/display.ts';
import { groupByEach } from '../../text/keys.ts';
import { type ExitCode, type Io, type Paint, painter, printable, write } from '../io.ts';
import { readLocalConfig } from '../load-data.ts';
import { readPaths } from '../read-paths.ts';
import { buildConferences, type CheckReport, type FileReport, reportOn } from './check-report.ts';

export function checkCommand(program: Command, io: Io, done: (code: ExitCode) => void): void {
  program
    .command('check')
    .description('read programme files and tell what is in them and what is wrong')
    .argument(
      '[paths...]',
      'files, folders, or the web address of a schedule or of a page that links to it; DATA_DIR if none is given',
    )
    .option('--data <dir>', 'a folder to read, as if it were among the paths')
    .option('--json', 'print JSON')
    .action(async (paths: string[], options: { readonly data?: string; readonly json?: true }) => {
      const all = options.data === undefined ? paths : [...paths, options.data];
      const named = all.length > 0 ? all : [readLocalConfig(io.env).dataDir];
      const { folder, settings } = await readPaths(named, io);
      const checked = buildConferences(folder);
      const report = reportOn(folder, checked);
      await write(
        io.stdout,
        options.json
          ? `${JSON.stringify(report)}\n`
          : `${checkText(report, findOutliers(checked.flatMap(({ programme }) => programme.talks)), painter(io))}${linkAdvice(checked.map(({ programme }) => programme))}${advice(settings)}`,
      );
      done(hasErrors(report) ? 1 : 0);
    });
}

function advice(settings: string | undefined): string {
  return settings === undefined
    ? ''
    : `\nTo have Lectern answer for it, save this as conference.yml in DATA_DIR:\n\n${settings}`;
}

/** For operators who want talks' addresses to show as cards. */
function linkAdvice(programmes: readonly Programme[]): string {
  const { domains, others } = findLinkDomains(programmes);
  if (domains.length === 0) return '';
  const left = others.length === 0 ? '' : ` Slack has no room for, or does not take: ${others.join(', ')}.`;
  return `\nFor cards below pasted links (docs/operators.md), register in Slack: ${domains.join(', ')}.${left}\n`;
}

function hasErrors({ files }: CheckReport): boolean {
  return files.some(({ problems }) => problems.some(({ severity }) => severity === 'error'));
}

/** Nobody reads a longer table: beyond it, files without problems are only counted. */
const ROWS_MAX = 40;
const COLUMNS = ['talks', 'breaks', 'slots', 'speakers', 'tracks', 'rooms', 'days'] as const;

/** The report for people: a table of the files, the problems with their places, and a summary. */
function checkText(report: CheckReport, strange: readonly Outlier[], paint: Paint): string {
  // A folder without any files has a problem, too.
  const troubled = report.files.filter(({ file, problems }) => file !== '' && problems.length > 0);
  const well = report.files.filter(({ problems }) => problems.length === 0);
  const rows = [...troubled, ...well.slice(0, Math.max(0, ROWS_MAX - troubled.length))];
  const unlisted = well.length + troubled.length - rows.length;
  const parts = [
    rows.length > 0 ? table(rows, paint) : '',
    unlisted > 0 ? `and ${pluralise(unlisted, 'more file')} without problems` : '',
    problemLines(report, paint),
    strangeLines(strange, paint),
    summaryLine(report),
  ];
  return `${parts.filter(part => part !== '').join('\n\n')}\n`;
}

function table(files: readonly FileReport[], paint: Paint): string {
  const cells = files.map(file => [
    printable(file.file),
    file.format ?? '-',
    ...COLUMNS.map(column => String(file[column])),
    String(file.problems.length),
  ]);
  const all = [['file', 'format', ...COLUMNS, 'problems'], ...cells];
  const widths = (all[0] ?? []).map((_, column) => Math.max(...all.map(row => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) =>
        column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ');
  return all.map((row, index) => (index === 0 ? paint('bold', line(row)) : line(row))).join('\n');
}

interface Placed {
  readonly place: string;
  readonly problem: FileReport['problems'][number];
}

/** A problem in more places than this names only the first. */
const PLACES_MAX = 3;

/** The problems in the order of files and lines; one that many places share stands once. */
function problemLines({ files }: CheckReport, paint: Paint): string {
  const all = files.flatMap(({ file, problems }) =>
    problems.map(problem => ({ place: placeOf(file, problem), problem })),
  );
  const groups = groupByEach(all, ({ problem }) => [`${problem.severity} ${problem.message}`]);
  const lines = [...groups.values()].flatMap(group =>
    group.length > PLACES_MAX ? [manyLine(group, paint)] : group.map(one => line(one, paint)),
  );
  const isStrange = all.some(({ problem }) => problem.message.startsWith(NOT_A_PROGRAMME));
  return [lines.join('\n'), isStrange ? formatsLine() : ''].filter(part => part !== '').join('\n\n');
}

/** For a person whose file is in no known format. */
function formatsLine(): string {
  return `Lectern reads ${[...new Set(FORMATS.map(({ label }) => label))].join('; ')}.`;
}

function placeOf(file: string, { line, item }: Placed['problem']): string {
  const place = line === null ? file : `${file}:${line}`;
  return [place, item === null ? '' : `"${cutForLine(item)}"`].filter(part => part !== '').join(' ');
}

function line({ place, problem }: Placed, paint: Paint): string {
  const said = place === '' ? problem.message : `${place}: ${problem.message}`;
  return `${severityOf(problem, paint)} ${printable(said)}`;
}

function manyLine(group: readonly Placed[], paint: Paint): string {
  const [first] = group;
  if (first === undefined) return '';
  const named = group.slice(0, PLACES_MAX).map(({ place }) => cutForLine(place));
  const rest = group.length - named.length;
  const places = `${group.length} times: ${named.join(', ')} and ${rest} more; --json names them all`;
  return `${severityOf(first.problem, paint)} ${printable(`${first.problem.message} (${places})`)}`;
}

/** Cuts a text to what finds it again. */
function cutForLine(text: string): string {
  return text.length > 100 ? `${text.slice(0, 99).trimEnd()}…` : text;
}

function severityOf({ severity }: Placed['problem'], paint: Paint): string {
  return paint(severity === 'error' ? 'red' : 'yellow', severity);
}

/** Entries that are not wrong, but worth a look. */
function strangeLines(strange: readonly Outlier[], paint: Paint): string {
  if (strange.length === 0) return '';
  const lines = strange.map(({ talk, why }) => printable(`${talk.file} "${cutForLine(talk.title)}": ${why}`));
  return [paint('bold', 'Look at these once more:'), ...lines].join('\n');
}

function summaryLine({ files, talks, speakers, conferences }: CheckReport): string {
  const problems = files.flatMap(file => file.problems);
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  return [
    `${pluralise(talks, 'talk')} by ${pluralise(speakers, 'speaker')} in ${pluralise(files.filter(({ file }) => file !== '').length, 'file')} of ${pluralise(conferences, 'conference')}`,
    `${pluralise(errors, 'error')}, ${pluralise(problems.length - errors, 'warning')}`,
  ].join('; ');
}
