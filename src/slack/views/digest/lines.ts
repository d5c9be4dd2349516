import type { types } from '@slack/bolt';
import { dateOf, timeOf } from '../../../programme/moment.ts';
import type { Session } from '../../../programme/session.ts';
import type { Slot, Talk } from '../../../programme/talk.ts';
import { dayWords } from '../../../programme/when.ts';
import { summarise } from '../../../search/summary/summarise.ts';
import { groupByEach } from '../../../text/group.ts';
import { shorten } from '../../../text/shorten.ts';
import { bold, type Inline, plain, richText } from '../blocks/rich-text.ts';
import { TEXT_BUDGET, textLength } from '../blocks/text-length.ts';
import { optionText } from '../details-menu.ts';
import { namesOf, titleOf } from '../row.ts';
import { ownTime } from '../when-and-where.ts';

/** How much is said of a talk, in characters: less where that brings a day into one message. */
export interface Detail {
  readonly title: number;
  readonly names: number;
  readonly rooms: number;
  readonly summary: number;
}

/** A session in a digest: two lines, and an option of the menu. */
export interface Line {
  readonly session: Session;
  readonly paragraphs: readonly (readonly Inline[])[];
  /** What it takes of a message's text, a heading of its own included. */
  readonly length: number;
}

/** What a heading with the reader's own time takes at the most. */
const HEADING_LENGTH = 80;

export function linesOf(sessions: readonly Session[], detail: Detail): readonly Line[] {
  return sessions.map((session, index) => {
    const where = shorten(session.slot.rooms.join(', '), detail.rooms);
    const [first = [], ...others] = talkParagraphs(session.talk, detail, where);
    // Between talks that begin together nothing else shows on a small screen where one ends.
    const paragraphs = [[plain('• '), ...first], ...others];
    const begins = sessions[index - 1]?.slot.start !== session.slot.start;
    const option = optionText(optionLabel(session)).length;
    const length = textLength(paragraphs) + option + paragraphs.length + (begins ? HEADING_LENGTH : 0);
    return { session, paragraphs, length };
  });
}

/** `Quay Hall: Ceph at sea · Ada Lund`, and below it a sentence of the abstract. */
export function talkParagraphs(talk: Talk, detail: Detail, where: string): readonly (readonly Inline[])[] {
  const names = shorten(namesOf(talk.speakers), detail.names);
  return [
    [
      plain(where === '' ? '' : `${where}: `),
      bold(shorten(titleOf(talk), detail.title)),
      plain(names === '' ? '' : ` · ${names}`),
    ],
    [plain(summarise(talk.abstract, { length: detail.summary }))],
  ];
}

/** A block for each time: the conference's time, the reader's own once beside it, and what begins then, by room. */
export function timeBlocks(lines: readonly Line[], day: string): types.KnownBlock[] {
  return [...groupByEach(lines, line => [line.session.slot.start]).values()].flatMap(([first, ...others]) =>
    first === undefined
      ? []
      : [
          richText([
            timeHeading(first.session.slot, day),
            ...[first, ...others].flatMap(line => line.paragraphs),
          ]),
        ],
  );
}

/** What begins after midnight says on which date. */
function timeHeading(slot: Slot, day: string): Inline[] {
  const date = dateOf(slot.start) === day ? '' : `${dayWords(dateOf(slot.start))} `;
  return [bold(`${date}${timeOf(slot.start)}`), ...ownTime(slot, undefined)];
}

export function optionLabel({ talk, slot }: Session): string {
  return `${timeOf(slot.start)} ${titleOf(talk)}`;
}

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

/** `09:00 Quay Hall: Ceph at sea, Ada Lund` */
export function sessionText({ talk, slot }: Session): string {
  const where = [timeOf(slot.start), shorten(slot.rooms.join(', '), 60)]
    .filter(part => part !== '')
    .join(' ');
  return `${where}: ${talkText(talk)}`;
}

export function talkText(talk: Talk): string {
  const names = shorten(namesOf(talk.speakers), 80);
  return `${shorten(titleOf(talk), 100)}${names === '' ? '' : `, ${names}`}`;
}
