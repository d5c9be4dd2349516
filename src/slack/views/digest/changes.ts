import type { types } from '@slack/bolt';
import { type Change, describeChange } from '../../../programme/changes.ts';
import { shorten } from '../../../text/display.ts';
import type { Words } from '../../../words/words.ts';
import { TEXT_BUDGET } from '../blocks/message.ts';
import { bold, plain, richText } from '../blocks/rich-text.ts';

/** Limits of the changes above a day's sessions, and of each further message of changes in the thread. */
export const ABOVE = { lines: 10, length: 2000 };
export const APART = { lines: 60, length: TEXT_BUDGET - 500 };
/** Long enough for two titles, times and rooms. */
const LINE_LENGTH = 500;

/** Changes as lines, split into messages; `first` is the limit of the first one. */
export function changePages(
  changes: readonly Change[],
  first: typeof ABOVE,
  own: Words,
): readonly (readonly string[])[] {
  const pages: string[][] = [];
  let length = 0;
  // The conference's change of time zone gives the same sentence for each talk.
  for (const words of new Set(changes.map(change => describeChange(change, own)))) {
    const line = shorten(words, LINE_LENGTH);
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

export function changesBlock(heading: string, lines: readonly string[]): types.KnownBlock {
  return richText([[bold(heading)], ...lines.map(line => [plain(`• ${line}`)])]);
}
