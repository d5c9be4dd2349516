import type { Act } from '../../people/acts.ts';
import type { Member } from '../../people/stars.ts';
import { conferenceKey } from '../../programme/conference.ts';
import type { Programme } from '../../programme/programme.ts';
import { conferencesOf } from '../../search/loaded.ts';
import type { AppContext } from '../app-context.ts';
import { lineMessage, type Message } from '../views/blocks/message.ts';
import { describePreferences } from '../views/home/settings.ts';
import { alertRemoved } from '../views/mine/alerts.ts';
import { starredAgain } from '../views/mine/unstar-all.ts';
import { restoreAlert } from './alerts.ts';
import { starTalk } from './star.ts';

const NOTHING = 'There is nothing more to undo.';
const NO_TALK = 'This talk is no longer in the programme.';
const NO_CONFERENCE = 'This conference is no longer in Lectern.';

/**
 * Takes back what the person did last, wherever they did it and whichever process answered. Returns undefined if they did
 * nothing in the last hour.
 */
export async function undoLast(member: Member, app: AppContext): Promise<Message | undefined> {
  const act = await app.acts.takeLast(member, app.now());
  if (act === undefined) return undefined;
  const message = act === 'none' ? lineMessage(NOTHING) : await undo(act, member, app);
  app.homes.refresh(member);
  return message;
}

async function undo(act: Act, member: Member, app: AppContext): Promise<Message> {
  switch (act.kind) {
    case 'star':
    case 'unstar':
      return undoStars(act, member, app);
    case 'alert':
    case 'remove alert': {
      const { conference, words } = act;
      const programme = findProgramme(conference, member, app);
      if (programme === undefined) return lineMessage(NO_CONFERENCE);
      if (act.kind === 'remove alert') return restoreAlert({ words, programme }, member, app);
      await app.alerts.remove({ ...member, conference, words });
      return alertRemoved(words, programme, []);
    }
    case 'preference':
      await app.preferences.change(member, { [act.name]: act.before[act.name] });
      return lineMessage(`As before: ${describePreferences(await app.preferences.of(member))}.`);
  }
}

async function undoStars(
  { kind, stars }: Extract<Act, { readonly kind: 'star' | 'unstar' }>,
  member: Member,
  app: AppContext,
): Promise<Message> {
  const [star, ...others] = stars;
  if (star !== undefined && others.length === 0) {
    const programme = findProgramme(star.conference, member, app);
    const talk = programme?.talk(star.talk);
    return programme === undefined || talk === undefined
      ? lineMessage(NO_TALK)
      : starTalk({ talk, programme }, kind === 'star' ? 'unstar' : 'star', { member, app, isUndo: true });
  }
  for (const each of stars) await app.stars.star({ ...member, ...each }, app.now());
  return lineMessage(starredAgain(stars.length));
}

function findProgramme(
  conference: string,
  { workspace }: Member,
  { current }: Pick<AppContext, 'current'>,
): Programme | undefined {
  return conferencesOf(current(workspace)).find(each => conferenceKey(each.conference) === conference);
}
