import { chooseContent, type SpotlightContent } from '../../../digests/compose/content.ts';
import type { Compose, DayPart } from '../../../digests/messages.ts';
import { wordsIn } from '../../../words/catalogue.ts';
import { fitLines, message } from '../blocks/message.ts';
import { richText } from '../blocks/rich-text.ts';
import { detailsMenu } from '../details-menu.ts';
import { SUMMARY_LINES, talkTitle } from '../row.ts';
import { composeDay } from './day.ts';
import { closingBlocks, frameLines, introBlocks } from './frame.ts';
import { countsText, type DayHeading, headingBlocks, titleText } from './heading.ts';
import { talkParagraphs, talkText } from './lines.ts';
import { composeWeek } from './week.ts';

/** Composes a day's digest as Slack messages; no part if the day has nothing for this digest. */
export const composeDigest: Compose = (digest, day, of) => {
  const content = chooseContent(digest, day, of);
  if (content === undefined) return [];
  const { conference } = of.loaded.programme;
  const words = wordsIn(digest.language);
  const heading = { digest, words, conference, rehearsal: of.rehearsal, readerZone: of.readerZone };
  switch (content.kind) {
    case 'day':
      return composeDay({ ...heading, content });
    case 'week':
      return composeWeek({ ...heading, content });
    case 'spotlight':
      return [spotlightPart({ ...heading, content })];
  }
};

/** Some talks of a conference without times; each shows its track where a session shows its room. */
function spotlightPart(of: DayHeading & { readonly content: SpotlightContent }): DayPart {
  const { words } = of;
  const { talks } = of.content;
  const texts = frameLines(of);
  return {
    message: message(
      [
        ...headingBlocks(of, introBlocks(of)),
        ...talks.map(talk =>
          richText(talkParagraphs(talk, { place: talk.track ?? '', summaryLines: SUMMARY_LINES }, words)),
        ),
        detailsMenu(
          talks.map(talk => ({ talk, label: talkTitle(talk, words) })),
          of.conference.folder,
          words,
        ),
        ...closingBlocks(of),
      ],
      fitLines(
        [titleText(of), ...texts.above, countsText(of)],
        talks.map(talk => talkText(talk, words)),
        words,
        texts.below,
      ),
    ),
    talks: talks.map(talk => talk.id),
  };
}
