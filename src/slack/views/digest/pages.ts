import type { types } from '@slack/bolt';
import type { DayContent } from '../../../digests/compose/content.ts';
import type { DayPart } from '../../../digests/messages.ts';
import { formatStart } from '../../../programme/moment.ts';
import type { Session } from '../../../programme/sessions.ts';
import type { Words } from '../../../words/words.ts';
import { fitLines, message } from '../blocks/message.ts';
import { bold, richText } from '../blocks/rich-text.ts';
import { detailsMenu } from '../details-menu.ts';
import { SUMMARY_LINES } from '../row.ts';
import { joinParts } from '../when-and-where.ts';
import { channelClocks, type DayHeading } from './heading.ts';
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
    const place = { number: index + 1, pages: pages.length, range: timeRange(those, words) };
    const title = replyTitle(of, titleOf(place));
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

export function replyTitle({ rehearsal, words }: DayHeading, title: string): string {
  return rehearsal ? words.heading.rehearsal(title) : title;
}

/** `09:00 to 10:30` */
export function timeRange(sessions: readonly Session[], words: Words): string {
  const [first = '', last = ''] = [sessions.at(0), sessions.at(-1)].map(session =>
    session === undefined ? '' : formatStart(session.slot, words),
  );
  return first === last ? first : words.times.range(first, last);
}

export function menuOf(sessions: readonly Session[], { conference, words }: DayHeading): types.KnownBlock {
  const labelled = sessions.map(session => ({ talk: session.talk, label: optionLabel(session, words) }));
  return detailsMenu(labelled, conference.folder, words);
}

export function idsOf(sessions: readonly Session[]): readonly string[] {
  return [...new Set(sessions.map(({ talk }) => talk.id))];
}
