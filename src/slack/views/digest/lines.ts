import type { types } from '@slack/bolt';
import { dateOf, formatStart, startKey } from '../../../programme/moment.ts';
import type { Session } from '../../../programme/sessions.ts';
import type { Slot, Talk } from '../../../programme/talk.ts';
import { shorten } from '../../../text/display.ts';
import { groupByEach } from '../../../text/keys.ts';
import type { Words } from '../../../words/words.ts';
import { TEXT_BUDGET, textLength } from '../blocks/message.ts';
import { bold, type Inline, richText } from '../blocks/rich-text.ts';
import { optionText } from '../details-menu.ts';
import { factsLine, speakerNames } from '../facts-line.ts';
import { talkLines, talkTitle } from '../row.ts';

/** A session in a digest: its paragraphs, and its share of the message's text. */
export interface Line {
  readonly session: Session;
  readonly paragraphs: readonly (readonly Inline[])[];
  /** In characters, with its option in the menu and its time heading. */
  readonly length: number;
}

/** The longest time heading: a date and a time. */
const HEADING_LENGTH = 30;

/** `summaryLines`: fewer of them bring a longer day into one message. */
export function composeLines(
  sessions: readonly Session[],
  summaryLines: number,
  words: Words,
): readonly Line[] {
  return sessions.map((session, index) => {
    const paragraphs = talkParagraphs(
      session.talk,
      { place: session.slot.rooms.join(', '), summaryLines },
      words,
    );
    const before = sessions[index - 1];
    const begins = before === undefined || startKey(before.slot) !== startKey(session.slot);
    const option = optionText(optionLabel(session, words), words).length;
    const length = textLength(paragraphs) + option + paragraphs.length + (begins ? HEADING_LENGTH : 0);
    return { session, paragraphs, length };
  });
}

/** The title behind a bullet, which tells it from a time; below it `Quay Hall · Ada Lund` and a sentence of the abstract. */
export function talkParagraphs(
  talk: Talk,
  { place, summaryLines }: { readonly place: string; readonly summaryLines: number },
  words: Words,
): readonly (readonly Inline[])[] {
  const facts = factsLine({ speakers: talk.speakers, time: '', shortTime: '', place, names: 'last' }, words);
  return talkLines(talk, facts, { bullet: '• ', summaryLines, lines: SESSION_LINES, own: words });
}

/** A whole title, its facts, and enough of a sentence to say more than how it begins. */
const SESSION_LINES = 5;

/** A block for each time, on the conference's clocks: its sessions by room. */
export function timeBlocks(lines: readonly Line[], day: string, words: Words): types.KnownBlock[] {
  return [...groupByEach(lines, line => [startKey(line.session.slot)]).values()].flatMap(
    ([first, ...others]) =>
      first === undefined
        ? []
        : [
            richText([
              timeHeading(first.session.slot, day, words),
              ...[first, ...others].flatMap(line => line.paragraphs),
            ]),
          ],
  );
}

/** A session after midnight shows its own date, since it belongs to the day before. */
function timeHeading(slot: Slot, day: string, words: Words): Inline[] {
  const date = dateOf(slot.start) === day ? '' : `${words.day(dateOf(slot.start))} `;
  return [bold(`${date}${formatStart(slot, words)}`)];
}

export function optionLabel({ talk, slot }: Session, words: Words): string {
  return `${formatStart(slot, words)} ${talkTitle(talk, words)}`;
}

/** So many sessions a person still reads in one message; with their blocks they keep under Slack's limit of 50. */
export const SESSIONS_A_MESSAGE = 30;
/** Characters for the heading of a reply. */
const RESERVED = 200;

/** Splits sessions into as few messages as they need; sessions that begin together stay together if they fit. */
export function splitIntoPages(lines: readonly Line[]): readonly (readonly Line[])[] {
  const pages: Line[][] = [];
  const times = groupByEach(lines, ({ session }) => [startKey(session.slot)]).values();
  for (const those of times) {
    const page = pages.at(-1);
    if (page !== undefined && fitsMessage([...page, ...those])) page.push(...those);
    else pages.push(...splitTime(those));
  }
  return pages;
}

/** `besides`: how many characters of other text the message has. */
export function fitsMessage(lines: readonly Line[], besides = RESERVED): boolean {
  const length = lines.reduce((sum, line) => sum + line.length, besides);
  return lines.length <= SESSIONS_A_MESSAGE && length <= TEXT_BUDGET;
}

function splitTime(lines: readonly Line[]): Line[][] {
  const pages: Line[][] = [[]];
  for (const line of lines) {
    const page = pages.at(-1);
    if (page !== undefined && (page.length === 0 || fitsMessage([...page, line]))) page.push(line);
    else pages.push([line]);
  }
  return pages;
}

/** `09:00 Quay Hall: Ceph at sea, Ada Lund` */
export function sessionText({ talk, slot }: Session, words: Words): string {
  const where = [formatStart(slot, words), shorten(slot.rooms.join(', '), 60)]
    .filter(part => part !== '')
    .join(' ');
  return `${where}${words.colon}${talkText(talk, words)}`;
}

export function talkText(talk: Talk, words: Words): string {
  const names = shorten(speakerNames(talk.speakers, words), 80);
  return `${shorten(talkTitle(talk, words), 100)}${names === '' ? '' : `, ${names}`}`;
}
