import type { SpotlightContent } from '../../../digests/compose/spotlight.ts';
import type { Part } from '../../../digests/compose/words.ts';
import { shorten } from '../../../text/shorten.ts';
import { message } from '../blocks/message.ts';
import { richText } from '../blocks/rich-text.ts';
import { detailsMenu } from '../details-menu.ts';
import { titleOf } from '../row.ts';
import { countsText, footer, type Heading, headingBlocks, titleText } from './heading.ts';
import { talkParagraphs } from './lines.ts';
import { spoken, spokenTitle } from './spoken.ts';

const DETAIL = { title: 150, names: 120, rooms: 0, summary: 240 };
const TRACK_LENGTH = 80;

/** Some talks of a conference without times, each with its track in the place of a room. */
export function spotlightPart(of: Heading & { readonly content: SpotlightContent }): Part {
  const { talks } = of.content;
  return {
    message: message(
      [
        ...headingBlocks(of),
        ...talks.map(talk => richText(talkParagraphs(talk, DETAIL, shorten(talk.track ?? '', TRACK_LENGTH)))),
        detailsMenu(
          talks.map(talk => ({ talk, label: titleOf(talk) })),
          of.conference.folder,
        ),
        footer(of.digest),
      ],
      spoken([titleText(of), countsText(of)], talks.map(spokenTitle)),
    ),
    talks: talks.map(talk => talk.id),
  };
}
