import { cleanLine } from './clean.ts';
import type { Columns } from './columns.ts';
import { isDayHeading } from './csv-dates.ts';
import type { CsvColumn } from './csv-mapping.ts';
import { slotCells } from './csv-slots.ts';
import type { TalkTable } from './csv-table.ts';
import type { TalkRow } from './talk-rows.ts';

/** Rows such as "Friday, Sept 27" stand above those of that day; all other rows are talks. */
export function talkRows({ columns, rows }: TalkTable): readonly TalkRow[] {
  let heading = '';
  return rows.flatMap(({ cells, line }) => {
    const named = headingIn(cells, columns);
    if (named !== undefined) {
      heading = named;
      return [];
    }
    const cell = (column: CsvColumn) => withoutGuard(cells[columns[column] ?? -1] ?? '');
    const slot = slotCells(cell);
    return { line, cell, slot: slot.date === '' && slot.start !== '' ? { ...slot, date: heading } : slot };
  });
}

/** The name of a day, alone in its row, where a title or a date might stand or nothing else would. */
function headingIn(cells: readonly string[], columns: Columns): string | undefined {
  const filled = cells.flatMap((text, at) => (cleanLine(text) === '' ? [] : { text: cleanLine(text), at }));
  const [only] = filled;
  if (only === undefined || filled.length > 1 || cells.length < 3 || only.text.length > 60) return undefined;
  const isElsewhere = Object.entries(columns).some(
    ([column, at]) => at === only.at && column !== 'title' && column !== 'date',
  );
  return !isElsewhere && isDayHeading(only.text) ? only.text : undefined;
}

/**
 * A spreadsheet takes a cell that begins with = for a formula and runs it. Lectern, as pretalx, therefore writes an
 * apostrophe before such a text, which a spreadsheet hides; here it is taken away again.
 */
function withoutGuard(cell: string): string {
  return /^'[=+\-@|%\t]/.test(cell) ? cell.slice(1) : cell;
}
