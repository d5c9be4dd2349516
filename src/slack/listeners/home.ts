import type { AllMiddlewareArgs, SlackEventMiddlewareArgs, types } from '@slack/bolt';
import type { Member } from '../../people/stars.ts';
import { conferenceKey } from '../../programme/conference.ts';
import type { News } from '../../programme/news.ts';
import { type Loaded, shownTalk } from '../../search/loaded.ts';
import { StoreFault } from '../../store/store-fault.ts';
import { type AppContext, contextFor } from '../app-context.ts';
import { memberIn } from '../receiving/request-source.ts';
import { home } from '../views/home/home.ts';
import type { HomeContext } from '../views/home/home-context.ts';

export function onHomeOpened(app: AppContext) {
  return async ({
    event,
    context,
  }: SlackEventMiddlewareArgs<'app_home_opened'> & AllMiddlewareArgs): Promise<void> => {
    if (event.tab !== 'home') return;
    await app.homes.open(memberIn(context, event.user), hashOf(event.view));
    // A person who opens the Home is likely to search next; by then their time zone should be known.
    await app.readers.learn(memberIn(context, event.user));
  };
}

/** Slack sends the hash along, which its types do not know. */
function hashOf(view: object | undefined): string | undefined {
  return view !== undefined && 'hash' in view && typeof view.hash === 'string' ? view.hash : undefined;
}

/** A person's Home as it is now. Without the database it lacks what is their own, and searches all the same. */
export async function drawHome(member: Member, app: AppContext): Promise<types.HomeView> {
  const [context, kept] = await Promise.all([contextFor(member, 'apart', app), readKept(member, app)]);
  return home({ ...context, ...kept });
}

async function readKept(member: Member, app: AppContext): Promise<Pick<HomeContext, 'own' | 'news'>> {
  const loaded = app.current(member.workspace);
  const conference = conferenceKey(loaded.programme.conference);
  try {
    const [digests, alerts, ratings, preferences, news] = await Promise.all([
      app.digests.store.digests.ownedBy(member),
      app.alerts.wordsOf(member, conference),
      app.ratings.ratingsOf(member),
      app.preferences.of(member),
      readNews(app, loaded),
    ]);
    return { own: { digests, alerts, ratings, preferences }, news };
  } catch (error) {
    if (!(error instanceof StoreFault)) throw error;
    // The loop that delivers says once that the database cannot be used.
    app.log.debug({ err: error }, "A Home lacks the person's own: the database cannot be used.");
    return { own: undefined, news: [] };
  }
}

/** The news of all talks that answer, the latest first. */
export async function readNews({ news }: Pick<AppContext, 'news'>, loaded: Loaded): Promise<readonly News[]> {
  const { programme, joined } = loaded;
  if (joined === undefined) return news.of(conferenceKey(programme.conference));
  const all = await Promise.all(
    joined.map(async own =>
      (await news.of(conferenceKey(own.conference))).flatMap(each => {
        const talk = own.talk(each.talkId);
        const shown = talk && shownTalk(talk, loaded);
        return shown === undefined ? [] : { ...each, talkId: shown.id };
      }),
    ),
  );
  return all.flat().sort((a, b) => b.at - a.at);
}
