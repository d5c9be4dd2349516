export type Row = Readonly<Record<string, number | string>>;

/** Rows as a table that Markdown takes too; whole numbers as they are, others to three places. */
export function table(rows: readonly Row[]): string {
  const columns = [...new Set(rows.flatMap(row => Object.keys(row)))];
  const cells = [columns, ...rows.map(row => columns.map(column => shown(row[column])))];
  const widths = columns.map((_, column) => Math.max(...cells.map(row => (row[column] ?? '').length)));
  const lines = cells.map(
    row => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`,
  );
  lines.splice(1, 0, `|${widths.map(width => '-'.repeat(width + 2)).join('|')}|`);
  return lines.join('\n');
}

function shown(value: number | string | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'string') return value;
  return Number.isInteger(value) ? String(value) : value.toFixed(Math.abs(value) >= 100 ? 0 : 3);
}
