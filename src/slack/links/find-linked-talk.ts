import { conferenceKey } from '../../programme/conference.ts';
import { recentNews } from '../../programme/news.ts';
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

/** Adds how a talk changed lately, if the database tells in time. */
export async function withChange(
  found: TalkOfProgramme,
  { news, now, log }: Pick<AppContext, 'news' | 'now' | 'log'>,
): Promise<ChangedTalk> {
  const { talk, programme } = found;
  const reading = news.of(conferenceKey(programme.conference)).catch((error: unknown) => {
    log.debug({ err: error }, 'The database did not tell how a talk changed; its card is shown without it.');
    return [];
  });
  const known = (await waitAtMost(reading, WAIT_MS.stars)) ?? [];
  const change = recentNews(known, now()).find(({ talkId }) => talkId === talk.id)?.change;
  return { ...found, change };
}
