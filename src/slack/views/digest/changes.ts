import type { types } from '@slack/bolt';
import { type Change, slotsOf } from '../../../programme/changes.ts';
import { describeChange } from '../../../programme/describe-change.ts';
import { shorten } from '../../../text/display.ts';
import { compare, groupByEach } from '../../../text/keys.ts';
import type { Words } from '../../../words/words.ts';
import { TEXT_BUDGET } from '../blocks/message.ts';
import { bold, type Inline, plain, richText } from '../blocks/rich-text.ts';

/** Limits of the changes above a day's sessions, and of each further message of changes in the thread. */
export const ABOVE = { lines: 10, length: 2000 };
export const APART = { lines: 60, length: TEXT_BUDGET - 500 };
/** Long enough for two titles, times and rooms. */
const LINE_LENGTH = 500;

/** Changes as lines, split into messages; `first` is the limit of the first one. They are read below `day`, if that is given. */
export function changePages(
  changes: readonly Change[],
  first: typeof ABOVE,
  { words, day }: { readonly words: Words; readonly day?: string },
): readonly (readonly string[])[] {
  const pages: string[][] = [];
  let length = 0;
  for (const line of changeLines(changes, words, day)) {
    const page = pages.at(-1);
    const limit = pages.length === 1 ? first : APART;
    if (page === undefined || page.length >= limit.lines || length + line.length > limit.length) {
      pages.push([line]);
      length = line.length;
    } else {
      page.push(line);
      length += line.length;
    }
  }
  return pages;
}

/** The conference's change of time zone gives the same sentence for each talk, and is said once. */
function changeLines(changes: readonly Change[], words: Words, day?: string): readonly string[] {
  const lines = changes.map(change => shorten(describeChange(change, words, day), LINE_LENGTH));
  return [...new Set(lines)];
}

/** Changes of one day, each in a line. */
export interface DayChanges {
  /** Undefined for those of no day. */
  readonly day: string | undefined;
  readonly lines: readonly string[];
}

/** Changes by day, as many as fit into one message, and how many more there are. */
export function changesByDay(
  changes: readonly Change[],
  words: Words,
): { readonly days: readonly DayChanges[]; readonly left: number } {
  const byDay = groupByEach(changes, change => [dayOf(change) ?? '']);
  const days: DayChanges[] = [];
  let [count, length, left] = [0, 0, 0];
  for (const [day, those] of [...byDay].sort(([a], [b]) => compare(a, b))) {
    const lines = changeLines(those, words, day);
    const fitting = lines.filter(line => {
      count += 1;
      length += line.length;
      return count <= APART.lines && length <= APART.length;
    });
    left += lines.length - fitting.length;
    if (fitting.length > 0) days.push({ day: day === '' ? undefined : day, lines: fitting });
  }
  return { days, left };
}

/** The day on which people look for a talk: that on which it was, or the first of those that a change is about. */
function dayOf(change: Change): string | undefined {
  if (change.kind === 'zone') return undefined;
  return slotsOf(change)[0]?.day;
}

export function changesByDayBlock(
  heading: string,
  days: readonly DayChanges[],
  words: Words,
): types.KnownBlock {
  return richText([
    [bold(heading)],
    ...days.flatMap(({ day, lines }) => [
      ...(day === undefined ? [] : [[bold(words.day(day))]]),
      ...lines.map(bullet),
    ]),
  ]);
}

function bullet(line: string): readonly Inline[] {
  return [plain(`• ${line}`)];
}

export function changesBlock(heading: string, lines: readonly string[]): types.KnownBlock {
  return richText([[bold(heading)], ...lines.map(bullet)]);
}
