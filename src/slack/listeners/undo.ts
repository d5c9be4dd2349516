import type { Act } from '../../people/acts.ts';
import type { Member } from '../../people/stars.ts';
import { conferenceKey } from '../../programme/conference.ts';
import type { Programme } from '../../programme/programme.ts';
import { conferencesOf } from '../../search/loaded.ts';
import type { ChangedByAct } from '../../store/people/acts.ts';
import type { AppContext } from '../app-context.ts';
import { lineMessage, type Message } from '../views/blocks/message.ts';
import { describePreferences } from '../views/home/settings.ts';
import { alertRemoved } from '../views/mine/alerts.ts';
import { starredAgain } from '../views/mine/unstar-all.ts';
import { restoreAlert } from './alerts.ts';
import { confirmStar } from './star.ts';

const NOTHING = 'There is nothing more to undo.';
const NO_TALK = 'This talk is no longer in the programme.';
const NO_CONFERENCE = 'This conference is no longer in Lectern.';
const CHOSEN_SINCE = 'You have chosen anew since, and that stays:';

type ActOf<Kind extends Act['kind']> = Extract<Act, { readonly kind: Kind }>;

/** Says what was done, once the database has it. */
type Telling = () => Message | Promise<Message>;

interface UndoingFor {
  readonly member: Member;
  readonly app: AppContext;
  readonly changed: ChangedByAct;
}

/**
 * Takes back what the person did last in the last hour, wherever they did it and whichever process answered, and says so.
 */
export async function undoLast(member: Member, app: AppContext): Promise<Message> {
  const tell = await app.acts.takeBack(member, (act, changed) => undo(act, { member, app, changed }));
  if (tell === undefined || tell === 'none') return lineMessage(NOTHING);
  app.homes.refresh(member);
  return tell();
}

async function undo(act: Act, undoing: UndoingFor): Promise<Telling> {
  switch (act.kind) {
    case 'star':
    case 'unstar':
      return undoStars(act, undoing);
    case 'alert':
    case 'remove alert':
      return undoAlert(act, undoing);
    case 'preference':
      return undoChoice(act, undoing);
  }
}

async function undoStars(
  { kind, stars }: ActOf<'star' | 'unstar'>,
  { member, app, changed }: UndoingFor,
): Promise<Telling> {
  const [star, ...others] = stars;
  if (star === undefined || others.length > 0) {
    for (const each of stars) await changed.stars.star({ ...member, ...each }, app.now());
    return () => lineMessage(starredAgain(stars.length));
  }
  const programme = findProgramme(star.conference, member, app);
  const talk = programme?.talk(star.talk);
  if (programme === undefined || talk === undefined) return () => lineMessage(NO_TALK);
  const wish = kind === 'star' ? 'unstar' : 'star';
  const own = { ...member, ...star };
  const isChanged =
    wish === 'star' ? await changed.stars.star(own, app.now()) : await changed.stars.unstar(own);
  return () => confirmStar({ talk, programme }, { wish, isChanged }, { member, app });
}

async function undoAlert(
  { kind, conference, words }: ActOf<'alert' | 'remove alert'>,
  { member, app, changed }: UndoingFor,
): Promise<Telling> {
  const programme = findProgramme(conference, member, app);
  if (programme === undefined) return () => lineMessage(NO_CONFERENCE);
  if (kind === 'remove alert') {
    const { message } = await restoreAlert({ words, programme }, member, { ...app, ...changed });
    return () => message;
  }
  await changed.alerts.remove({ ...member, conference, words });
  return () => alertRemoved(words, programme, []);
}

/** A choice that was made since, in the form or elsewhere, stays. */
async function undoChoice(
  { name, before, after }: ActOf<'preference'>,
  { member, changed: { preferences } }: UndoingFor,
): Promise<Telling> {
  const present = await preferences.of(member);
  if (present[name] !== after) return () => lineMessage(`${CHOSEN_SINCE} ${describePreferences(present)}.`);
  await preferences.change(member, { [name]: before });
  const restored = describePreferences(await preferences.of(member));
  return () => lineMessage(`As before: ${restored}.`);
}

function findProgramme(
  conference: string,
  { workspace }: Member,
  { current }: Pick<AppContext, 'current'>,
): Programme | undefined {
  return conferencesOf(current(workspace)).find(each => conferenceKey(each.conference) === conference);
}
