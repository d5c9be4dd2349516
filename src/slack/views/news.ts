import type { types } from '@slack/bolt';
import type { Answering } from '../../conversation/context.ts';
import { dateOf, toMoment } from '../../programme/moment.ts';
import { type News, recentNews } from '../../programme/news.ts';
import type { Programme } from '../../programme/programme.ts';
import { isPause, type Talk } from '../../programme/talk.ts';
import { shorten } from '../../text/display.ts';
import { addDays } from '../../text/read-day.ts';
import { fitLines, lineMessage, type Message, message } from './blocks/message.ts';
import { aside, bold, type Inline, plain, richText } from './blocks/rich-text.ts';
import { factsOf, rowButtons } from './row.ts';

/** The day from which on news are told, on the conference's clocks; undefined for all of the last week. */
export type Since = 'today' | 'yesterday' | undefined;

interface NewsOfTalk {
  readonly talk: Talk;
  readonly change: string | undefined;
}

type Context = Pick<Answering, 'programme' | 'reader' | 'now'>;

const TALKS = 5;
/** A message of its own has room for more. */
const TALKS_ALONE = 10;
const TITLE_LENGTH = 150;
const CHANGE_LENGTH = 300;

const HEADINGS = {
  today: 'New today',
  yesterday: 'New since yesterday',
  week: 'New in the last week',
};

/** The talks that came in or changed, the latest first, in a message of their own. */
export function newsMessage(
  news: readonly News[],
  { since, own }: { readonly since: Since; readonly own: boolean },
  context: Context,
): Message {
  const known = newsSince(news, since, context);
  const heading = HEADINGS[since ?? 'week'];
  if (known.length === 0)
    return lineMessage(`${heading}: ${own ? 'none of your talks changed' : 'no talk came in or changed'}.`);
  return message(
    [richText([[bold(heading)]]), ...newsBlocks(known, context, TALKS_ALONE)],
    fitLines(
      [heading],
      known.map(each => newsText(each)),
    ),
  );
}

export function newsSince(
  news: readonly News[],
  since: Since,
  { programme, now }: { readonly programme: Programme; readonly now: number },
): readonly NewsOfTalk[] {
  const dayOf = (epochMs: number) => dateOf(toMoment(epochMs, programme.conference.timeZone));
  const first = since === undefined ? '' : addDays(dayOf(now), since === 'today' ? 0 : -1);
  return recentNews(news, now)
    .filter(({ at }) => dayOf(at) >= first)
    .toSorted((a, b) => b.at - a.at)
    .flatMap(({ talkId, change }) => {
      const talk = programme.talk(talkId);
      return talk === undefined || isPause(talk) ? [] : [{ talk, change }];
    });
}

/** A row for each of the first ones, and how many more there are. */
export function newsBlocks(
  known: readonly NewsOfTalk[],
  { programme, reader }: Context,
  max = TALKS,
): types.KnownBlock[] {
  const more = known.length - max;
  const row = { reader, conference: programme.conference, page: undefined };
  return [
    ...known
      .slice(0, max)
      .flatMap(each => [richText(newsLines(each)), ...rowButtons(each.talk, row, { isShareable: false })]),
    ...(more > 0 ? [aside(`And ${more} more.`)] : []),
  ];
}

/** Without the word CANCELLED, which the line below has. */
function newsLines({ talk, change }: NewsOfTalk): readonly (readonly Inline[])[] {
  const title = bold(shorten(talk.title, TITLE_LENGTH));
  return change === undefined
    ? [[plain('New: '), title], [plain(factsOf(talk, 'weekday and date'))]]
    : [[title], [plain(shorten(change, CHANGE_LENGTH))]];
}

function newsText({ talk, change }: NewsOfTalk): string {
  const title = shorten(talk.title, TITLE_LENGTH);
  return change === undefined
    ? `New: ${title}, ${factsOf(talk, 'weekday and date')}`
    : `${title}: ${shorten(change, CHANGE_LENGTH)}`;
}
