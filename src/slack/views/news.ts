import type { types } from '@slack/bolt';
import type { Answering } from '../../conversation/context.ts';
import type { NewsRequest } from '../../conversation/mine/personal-request.ts';
import { dateOf, formatDay, toMoment } from '../../programme/moment.ts';
import { type News, recentNews } from '../../programme/news.ts';
import type { Programme } from '../../programme/programme.ts';
import { isPause, type Talk } from '../../programme/talk.ts';
import { shorten } from '../../text/display.ts';
import { groupByEach } from '../../text/keys.ts';
import { addDays } from '../../text/read-day.ts';
import { fitLines, lineMessage, type Message, message } from './blocks/message.ts';
import { aside, bold, type Inline, plain, richText } from './blocks/rich-text.ts';
import { factsOf, rowButtons } from './row.ts';

interface NewsOfTalk {
  readonly talk: Talk;
  readonly change: string | undefined;
}

type Context = Pick<Answering, 'programme' | 'reader' | 'now'>;

/** So many in a message of their own. */
const TALKS = 10;
const TITLE_LENGTH = 150;
const CHANGE_LENGTH = 300;

/** The talks that came in or changed, the latest first, in a message of their own. */
export function newsMessage(news: readonly News[], request: NewsAsked, context: Context): Message {
  const { heading, known } = selectNews(news, request, context);
  if (known.length === 0) return lineMessage(heading);
  return message(
    [richText([[bold(heading)]]), ...newsBlocks(known, context, TALKS)],
    fitLines(
      [heading],
      known.map(each => newsText(each)),
    ),
  );
}

type NewsAsked = Omit<NewsRequest, 'kind'>;

/** The talks that are asked for, the latest first, and what they are; if there are none, the heading says so. */
export function selectNews(
  news: readonly News[],
  { since, isDay, own }: NewsAsked,
  context: Pick<Context, 'programme' | 'now'>,
): { readonly heading: string; readonly known: readonly NewsOfTalk[] } {
  const known = newsSince(isDay ? newsOn(since, news, context) : news, since, context);
  const span = isDay ? nameDay(since, context) : spanOf(since, context);
  if (known.length > 0) return { heading: `${isDay ? 'Changed' : 'New'} ${span}`, known };
  const heading = own
    ? `None of your talks changed ${span}.`
    : `Nothing ${isDay ? 'changed' : 'new'} ${span}.`;
  return { heading, known };
}

function newsOn(
  day: string | undefined,
  news: readonly News[],
  context: Pick<Context, 'programme'>,
): readonly News[] {
  return news.filter(({ at }) => dayOf(at, context) === day);
}

/** `today`, `yesterday`, `on Sun 9 May` */
function nameDay(day = '', context: Pick<Context, 'programme' | 'now'>): string {
  const today = dayOf(context.now, context);
  if (day === today) return 'today';
  return day === addDays(today, -1) ? 'yesterday' : `on ${formatDay(day)}`;
}

/** `since Mon 10 May`. News are kept for a week, so an earlier day is the last week. */
function spanOf(since: string | undefined, context: Pick<Context, 'programme' | 'now'>): string {
  const today = dayOf(context.now, context);
  if (since === undefined || since <= addDays(today, -7)) return 'in the last week';
  if (since >= today) return 'today';
  return since === addDays(today, -1) ? 'since yesterday' : `since ${formatDay(since)}`;
}

export function dayOf(epochMs: number, { programme }: Pick<Context, 'programme'>): string {
  return dateOf(toMoment(epochMs, programme.conference.timeZone));
}

/**
 * The talks that came in or changed on this day of the conference's clocks or later; undefined for the last week. Each once,
 * by its latest change: one that came in within that time is new, whatever changed of it since.
 */
export function newsSince(
  news: readonly News[],
  since: string | undefined,
  { programme, now }: { readonly programme: Programme; readonly now: number },
): readonly NewsOfTalk[] {
  const known = recentNews(news, now)
    .filter(({ at }) => since === undefined || dayOf(at, { programme }) >= since)
    .toSorted((a, b) => b.at - a.at);
  return [...groupByEach(known, ({ talkId }) => [talkId])].flatMap(([talkId, those]) => {
    const talk = programme.talk(talkId);
    if (talk === undefined || isPause(talk)) return [];
    const changes = those.flatMap(({ change }) => change ?? []);
    const isNew = changes.length < those.length && talk.status === 'confirmed';
    return [{ talk, change: isNew ? undefined : changes.join('; ') }];
  });
}

/** A row for each of the first ones, and how many more there are. */
export function newsBlocks(
  known: readonly NewsOfTalk[],
  { programme, reader }: Context,
  max: number,
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

/** `Ceph at sea: Room: Quay Hall, was Net Loft` */
export function newsText({ talk, change }: NewsOfTalk): string {
  const title = shorten(talk.title, TITLE_LENGTH);
  return change === undefined
    ? `New: ${title}, ${factsOf(talk, 'weekday and date')}`
    : `${title}: ${shorten(change, CHANGE_LENGTH)}`;
}
