import type { Strange } from '../programme/strangest.ts';
import type { FileReport, Report } from './check-report.ts';
import { counted } from './counted.ts';
import { printable } from './io.ts';
import type { Paint } from './search-text.ts';

/** More rows than this nobody reads: of files in which all is well, the rest is only counted. */
const ROWS_MAX = 40;
const COLUMNS = ['talks', 'breaks', 'slots', 'speakers', 'tracks', 'rooms', 'days'] as const;

/** The report for people: a table of the files, the problems with their places, and the sum of it. */
export function checkText(report: Report, strange: readonly Strange[], paint: Paint): string {
  const troubled = report.files.filter(({ problems }) => problems.length > 0);
  const well = report.files.filter(({ problems }) => problems.length === 0);
  const rows = [...troubled, ...well.slice(0, Math.max(0, ROWS_MAX - troubled.length))];
  const unlisted = report.files.length - rows.length;
  const parts = [
    rows.length > 0 ? table(rows, paint) : '',
    unlisted > 0 ? `and ${unlisted} more files without problems` : '',
    troubled.map(file => problemLines(file, paint)).join('\n'),
    strangeLines(strange, paint),
    total(report),
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

function problemLines({ file, problems }: FileReport, paint: Paint): string {
  return problems
    .map(({ severity, line, item, message }) => {
      const place = line === null ? file : `${file}:${line}`;
      const about = item === null ? '' : `"${item}": `;
      return `${paint(severity === 'error' ? 'red' : 'yellow', severity)} ${printable(`${place} ${about}${message}`)}`;
    })
    .join('\n');
}

/** What is not wrong, but worth a look. */
function strangeLines(strange: readonly Strange[], paint: Paint): string {
  if (strange.length === 0) return '';
  const lines = strange.map(({ talk, why }) => printable(`${talk.file} "${talk.title}": ${why}`));
  return [paint('bold', 'Look at these once more:'), ...lines].join('\n');
}

function total({ files, talks, speakers, conferences }: Report): string {
  const problems = files.flatMap(file => file.problems);
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  return [
    `${counted(talks, 'talk')} by ${counted(speakers, 'speaker')} in ${counted(files.length, 'file')} of ${counted(conferences, 'conference')}`,
    `${counted(errors, 'error')}, ${counted(problems.length - errors, 'warning')}`,
  ].join('; ');
}
