import { groupByEach } from '../../../text/group.ts';
import { TEXT_BUDGET } from '../blocks/text-length.ts';
import type { Line } from './lines.ts';

/** As many sessions are read in one message; a block for each time, a heading, a menu and a footer fit beside them. */
export const SESSIONS_A_MESSAGE = 30;
/** For the heading of a reply. */
const RESERVED = 200;

/** Sessions on as few pages as they fit, each within what a message takes; a time is not parted where it fits on one. */
export function pagesOf(lines: readonly Line[]): readonly (readonly Line[])[] {
  const pages: Line[][] = [];
  const times = groupByEach(lines, ({ session }) => [session.slot.start]).values();
  for (const those of times) {
    const page = pages.at(-1);
    if (page !== undefined && fits([...page, ...those])) page.push(...those);
    else pages.push(...split(those));
  }
  return pages;
}

/** Whether these lines fit into a message in which so much text stands besides. */
export function fits(lines: readonly Line[], besides = RESERVED): boolean {
  const length = lines.reduce((sum, line) => sum + line.length, besides);
  return lines.length <= SESSIONS_A_MESSAGE && length <= TEXT_BUDGET;
}

function split(lines: readonly Line[]): Line[][] {
  const pages: Line[][] = [[]];
  for (const line of lines) {
    const page = pages.at(-1);
    if (page !== undefined && (page.length === 0 || fits([...page, line]))) page.push(line);
    else pages.push([line]);
  }
  return pages;
}
