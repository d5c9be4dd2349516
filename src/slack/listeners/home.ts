import type { AllMiddlewareArgs, SlackEventMiddlewareArgs, types } from '@slack/bolt';
import type { Member } from '../../people/stars.ts';
import { conferenceKey } from '../../programme/conference.ts';
import { StoreFault } from '../../store/store-fault.ts';
import { type AppContext, contextFor, memberIn } from '../app-context.ts';
import { home, type OwnThings } from '../views/home/home.ts';

export function onHomeOpened(app: AppContext) {
  return async ({
    event,
    context,
  }: SlackEventMiddlewareArgs<'app_home_opened'> & AllMiddlewareArgs): Promise<void> => {
    if (event.tab !== 'home') return;
    await app.homes.open(memberIn(context, event.user), hashOf(event.view));
    // A person who opens the Home is likely to search next; by then their time zone should be known.
    await app.readers.learn(event.user);
  };
}

/** Slack sends the hash along, which its types do not know. */
function hashOf(view: object | undefined): string | undefined {
  return view !== undefined && 'hash' in view && typeof view.hash === 'string' ? view.hash : undefined;
}

/** A person's Home as it is now. Without the database it lacks what is their own, and searches all the same. */
export async function drawHome(member: Member, app: AppContext): Promise<types.HomeView> {
  const [context, own] = await Promise.all([contextFor(member, 'apart', app), readOwnThings(member, app)]);
  return home({ ...context, own });
}

async function readOwnThings(member: Member, app: AppContext): Promise<OwnThings | undefined> {
  try {
    const conference = conferenceKey(app.current().programme.conference);
    const [digests, alerts, preferences] = await Promise.all([
      app.digests.store.digests.ownedBy(member),
      app.alerts.wordsOf(member, conference),
      app.preferences.of(member),
    ]);
    return { digests, alerts, preferences };
  } catch (error) {
    if (!(error instanceof StoreFault)) throw error;
    app.log.warn({ err: error }, "A Home lacks the person's own: the database cannot be used.");
    return undefined;
  }
}
