import type { DraftSpeaker } from '../programme/draft.ts';
import { isCancelled } from './accepted.ts';
import { cleanLine } from './clean.ts';
import type { Columns } from './columns.ts';
import { isDayHeading } from './csv-dates.ts';
import type { CsvColumn } from './csv-mapping.ts';
import { type CsvSlot, type SlotCells, slotCells } from './csv-slots.ts';
import { stateOf } from './csv-state.ts';
import type { TalkTable } from './csv-table.ts';
import { readSpeaker } from './fields.ts';
import { namesIn } from './names.ts';
import type { RawLink, RawTalk } from './raw-talk.ts';
import { readableText } from './readable-text.ts';
import { type Report, reportAtLine } from './report.ts';

/** A row that is about a talk. */
export interface TalkRow {
  readonly line: number;
  readonly cell: (column: CsvColumn) => string;
  readonly slot: SlotCells;
}

/** A row and what of it decides whether its talk is listed. */
export interface Session extends TalkRow {
  readonly when: CsvSlot;
  readonly state: string;
  readonly isScheduled: boolean;
}

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

export function sessionOf(row: TalkRow, when: CsvSlot): Session {
  const isScheduled = typeof when === 'object';
  return {
    ...row,
    when,
    isScheduled,
    state: stateOf(cleanLine(row.cell('state')).slice(0, 60), { isScheduled }),
  };
}

export function rowTalk(
  { line, cell, when, state }: Session,
  report: Report,
): RawTalk & { readonly line: number } {
  return {
    line,
    isCancelled: isCancelled(state),
    id: cell('id'),
    title: cell('title'),
    texts: [cell('abstract'), cell('description')],
    speakers: speakersOf(cell, {
      spot: { item: cleanLine(cell('title')) },
      report: reportAtLine(line, report),
    }),
    slots: typeof when === 'object' ? [when] : [],
    links: linksOf(cell),
    track: cell('track'),
    level: cell('level'),
    languages: cell('language'),
    type: cell('type'),
  };
}

export function linksOf(cell: TalkRow['cell']): readonly RawLink[] {
  const links: readonly RawLink[] = [
    { url: cell('link') },
    { url: cell('video'), kind: 'video' },
    { url: cell('slides'), kind: 'slides' },
  ];
  return links.filter(({ url }) => url.trim() !== '');
}

/** A bio is only of use where it is known whose it is. */
function speakersOf(
  cell: TalkRow['cell'],
  { spot, report }: { readonly spot: { readonly item: string }; readonly report: Report },
): readonly DraftSpeaker[] {
  const names = namesIn(readableText(cell('speakers')));
  const bio = names.length === 1 ? readableText(cell('bio')) : '';
  const isNumbered = names.length > 0 && names.every(name => NUMBERED.test(name));
  return names.flatMap((written): DraftSpeaker | [] => {
    const [, id, name = written] = (isNumbered && NUMBERED.exec(written)) || [];
    const speaker = readSpeaker({ name, bio }, spot, report);
    return speaker === undefined ? [] : { ...speaker, ...(id === undefined ? {} : { id }) };
  });
}

/** GPN wrote `10:Konrad|11:Dennis`: each person's number and name. */
const NUMBERED = /^\s*(\d{1,6}):\s*(\S.*)$/s;
