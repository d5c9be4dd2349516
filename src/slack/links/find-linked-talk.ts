import { conferenceKey } from '../../programme/conference.ts';
import { type News, recentNews } from '../../programme/news.ts';
import type { Programme } from '../../programme/programme.ts';
import { talkPagesOf } from '../../programme/talk-pages.ts';
import { conferencesOf, type Loaded } from '../../search/loaded.ts';
import type { AppContext } from '../app-context.ts';
import type { TalkOfProgramme } from '../button-values.ts';
import { WAIT_MS, waitAtMost } from '../digest/late-answer.ts';
import { readTalkOption } from '../views/details-menu.ts';
import type { ChangedTalk } from './talk-entity.ts';

/** The talk whose page an address leads to, in the first of the conferences that have one; undefined if none has. */
export async function findLinkedTalk(
  url: string,
  loaded: Pick<Loaded, 'programme' | 'others' | 'joined'>,
): Promise<TalkOfProgramme | undefined> {
  // Slack escapes & in what people type, and its documentation does not say whether in this event, too.
  const address = url.replaceAll('&amp;', '&');
  for (const programme of conferencesOf(loaded)) {
    const talk = (await talkPagesOf(programme)).talkAt(address);
    if (talk !== undefined) return { talk, programme };
  }
  return undefined;
}

/** The talk of a card: by its address, or else by its id, since the address may have been another one when it was made. */
export async function findCardTalk(
  { url, id }: { readonly url: string; readonly id: string },
  loaded: Loaded,
): Promise<TalkOfProgramme | undefined> {
  return (await findLinkedTalk(url, loaded)) ?? readTalkOption(id, loaded);
}

/** Adds how each talk changed lately, if the database tells in time. */
export async function withChanges(
  found: readonly TalkOfProgramme[],
  app: Pick<AppContext, 'news' | 'now' | 'log'>,
): Promise<readonly ChangedTalk[]> {
  const programmes = [...new Set(found.map(({ programme }) => programme))];
  const read = await Promise.all(
    programmes.map(async programme => [programme, await readNews(programme, app)] as const),
  );
  const news = new Map(read);
  return found.map(each => ({
    ...each,
    change: news.get(each.programme)?.find(({ talkId }) => talkId === each.talk.id)?.change,
  }));
}

async function readNews(
  programme: Programme,
  { news, now, log }: Pick<AppContext, 'news' | 'now' | 'log'>,
): Promise<readonly News[]> {
  const reading = news.of(conferenceKey(programme.conference)).catch((error: unknown) => {
    log.debug({ err: error }, 'The database did not tell how talks changed; cards are shown without it.');
    return [];
  });
  const known = (await waitAtMost(reading, WAIT_MS.stars)) ?? [];
  return recentNews(known, now());
}
