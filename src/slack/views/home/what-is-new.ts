import type { types } from '@slack/bolt';
import { recentNews } from '../../../programme/news.ts';
import { isPause, type Talk } from '../../../programme/talk.ts';
import { shorten } from '../../../text/display.ts';
import { aside, bold, header, type Inline, plain, richText } from '../blocks/rich-text.ts';
import { factsOf, rowButtons } from '../row.ts';
import type { HomeContext } from './home.ts';
import { phaseAt } from './what-is-on.ts';

const TALKS = 5;
const TITLE_LENGTH = 150;
const CHANGE_LENGTH = 300;

/** Before the conference, the talks that came in or changed within a week, the latest first. */
export function whatIsNew({ news, now, programme, reader }: HomeContext): types.KnownBlock[] {
  const phase = phaseAt(now, programme);
  if (phase === 'during' || phase === 'after') return [];
  const known = recentNews(news, now).flatMap(({ talkId, change }) => {
    const talk = programme.talk(talkId);
    return talk === undefined || isPause(talk) ? [] : [{ talk, change }];
  });
  if (known.length === 0) return [];
  const more = known.length - TALKS;
  const row = { reader, conference: programme.conference, page: undefined };
  return [
    header('New in the last week'),
    ...known
      .slice(0, TALKS)
      .flatMap(({ talk, change }) => [
        richText(newsLines(talk, change)),
        ...rowButtons(talk, row, { isShareable: false }),
      ]),
    ...(more > 0 ? [aside(`And ${more} more.`)] : []),
  ];
}

/** Without the word CANCELLED, which the line below has. */
function newsLines(talk: Talk, change: string | undefined): readonly (readonly Inline[])[] {
  const title = bold(shorten(talk.title, TITLE_LENGTH));
  return change === undefined
    ? [[plain('New: '), title], [plain(factsOf(talk, 'weekday and date'))]]
    : [[title], [plain(shorten(change, CHANGE_LENGTH))]];
}
