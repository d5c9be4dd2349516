import { FORMATS, NOT_A_PROGRAMME } from '../../importers/import-file.ts';
import type { Outlier } from '../../programme/outliers.ts';
import { pluralise } from '../../text/display.ts';
import { groupByEach } from '../../text/keys.ts';
import { printable } from '../io.ts';
import type { Paint } from '../search/search-text.ts';
import type { CheckReport, FileReport } from './check-report.ts';

/** Nobody reads a longer table: beyond it, files without problems are only counted. */
const ROWS_MAX = 40;
const COLUMNS = ['talks', 'breaks', 'slots', 'speakers', 'tracks', 'rooms', 'days'] as const;

/** The report for people: a table of the files, the problems with their places, and a summary. */
export function checkText(report: CheckReport, strange: readonly Outlier[], paint: Paint): string {
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
  return [place, item === null ? '' : `"${item}"`].filter(part => part !== '').join(' ');
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
