import type { types } from '@slack/bolt';
import type { DayContent } from '../../../digests/compose/content.ts';
import type { DayPart } from '../../../digests/messages.ts';
import { formatStart, timeOf } from '../../../programme/moment.ts';
import type { Session } from '../../../programme/sessions.ts';
import type { Moment, Slot } from '../../../programme/talk.ts';
import { compare } from '../../../text/keys.ts';
import type { Words } from '../../../words/words.ts';
import { fitLines, message } from '../blocks/message.ts';
import { bold, richText } from '../blocks/rich-text.ts';
import { detailsMenu } from '../details-menu.ts';
import { SUMMARY_LINES } from '../row.ts';
import { joinParts } from '../when-and-where.ts';
import { channelClocks, type DayHeading, headed } from './heading.ts';
import { composeLines, optionLabel, sessionText, splitIntoPages, timeBlocks } from './lines.ts';

/** Where a page stands among the others of its day, and the times that it covers. */
export interface PagePlace {
  readonly number: number;
  readonly pages: number;
  readonly range: string;
}

/** The sessions of a day as replies in a thread, in as few messages as they need. */
export function pageParts(
  of: DayHeading,
  { sessions, day }: DayContent,
  titleOf: (place: PagePlace) => string,
): readonly DayPart[] {
  const { words } = of;
  const pages = splitIntoPages(composeLines(sessions, SUMMARY_LINES, words));
  return pages.map((lines, index) => {
    const those = lines.map(line => line.session);
    const range = pages.length === 1 ? timeRange(those, words) : startRange(those, words);
    const place = { number: index + 1, pages: pages.length, range };
    const title = headed(titleOf(place), of.rehearsal, words);
    return {
      message: message(
        [
          richText([joinParts([[bold(title)], channelClocks(those, of)])]),
          ...timeBlocks(lines, day, words),
          menuOf(those, of),
        ],
        fitLines(
          [title],
          those.map(each => sessionText(each, words)),
          words,
        ),
      ),
      talks: idsOf(those),
    };
  });
}

/** `09:00 to 17:30`: from the first start to the last end that is known; `all day` for what has no times. */
export function timeRange(sessions: readonly Session[], words: Words): string {
  return rangeOf(sessions, words, ({ start, end = start }) => end);
}

/** `09:00 to 10:30`, by starts: pages by ends would cover the same hours. */
function startRange(sessions: readonly Session[], words: Words): string {
  return rangeOf(sessions, words, ({ start }) => start);
}

function rangeOf(sessions: readonly Session[], words: Words, untilOf: (slot: Slot) => Moment): string {
  const timed = sessions.map(({ slot }) => slot).filter(({ untimed }) => untimed === undefined);
  const [first] = timed;
  if (first === undefined)
    return [...new Set(sessions.map(({ slot }) => formatStart(slot, words)))].join(', ');
  const last = timed.map(untilOf).sort(compare).at(-1) ?? first.start;
  const [from, to] = [timeOf(first.start), timeOf(last)];
  return from === to ? from : words.times.range(from, to);
}

export function menuOf(sessions: readonly Session[], { conference, words }: DayHeading): types.KnownBlock {
  const labelled = sessions.map(session => ({ talk: session.talk, label: optionLabel(session, words) }));
  return detailsMenu(labelled, conference.folder, words);
}

export function idsOf(sessions: readonly Session[]): readonly string[] {
  return [...new Set(sessions.map(({ talk }) => talk.id))];
}
