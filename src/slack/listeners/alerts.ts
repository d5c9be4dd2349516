import type { AllMiddlewareArgs, BlockAction, ButtonAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import type { AwaitedWords } from '../../conversation/awaited-words.ts';
import type { PersonalAnswer } from '../../conversation/mine/personal-answer.ts';
import type { NamedAlert } from '../../digests/messages.ts';
import { findOwnMatches, toldId } from '../../digests/mine/tell-alerts.ts';
import type { Alert, Member } from '../../people/stars.ts';
import { conferenceKey } from '../../programme/conference.ts';
import { isHeld } from '../../programme/talk.ts';
import { conferencesOf } from '../../search/loaded.ts';
import type { ChangedByAct } from '../../store/people/acts.ts';
import { fold } from '../../text/fold.ts';
import { ACTION } from '../action-ids.ts';
import type { AppContext } from '../app-context.ts';
import { readAlertValue } from '../button-values.ts';
import { memberIn, workspaceIn } from '../receiving/request-source.ts';
import { optionValue } from '../views/blocks/inputs.ts';
import type { Message } from '../views/blocks/message.ts';
import { lineMessage } from '../views/blocks/message.ts';
import { alertAdded, alertList, alertRemoved, nameAlert, toggleAlert } from '../views/mine/alerts.ts';
import { redrawDirectMessage } from './buttons.ts';

/** Every change of the programme asks all of them, and a list of more is read by nobody. */
const ALERTS_MAX = 20;

/** A topic is shorter by far; a pasted text is a mistake. */
const WORDS_MAX = 300;
/** In a programme of so many talks, words that match all of them are no topic. */
const ANYTHING_MIN = 10;

/** `/talk alert ceph`, `/talk alert` and `/talk stop alert ceph`. */
export async function answerAlert(
  { isStop, awaited, context }: Extract<PersonalAnswer, { readonly kind: 'alert' }>,
  member: Member,
  app: Pick<AppContext, 'acts' | 'alerts' | 'homes' | 'now'>,
): Promise<Message> {
  const { acts, alerts, homes, now } = app;
  const { programme } = context;
  const conference = conferenceKey(programme.conference);
  const all = await alerts.wordsOf(member, conference);
  const known = awaited === undefined ? undefined : findKept(all, awaited);
  if (isStop && known !== undefined) {
    await removeAlert({ conference, words: known }, member, app);
    homes.refresh(member);
    return alertRemoved(known, programme, []);
  }
  if (isStop || awaited === undefined) return alertList(all, programme, { isStop });
  const words = known ?? awaited.words;
  if (words.length > WORDS_MAX)
    return lineMessage(
      `An alert takes up to ${WORDS_MAX} characters. Name a topic, such as /talk alert ceph.`,
    );
  if (known === undefined && all.length >= ALERTS_MAX)
    return lineMessage(
      `You have ${all.length} alerts, the most there can be. Type /talk alert to remove one first.`,
    );
  const [own = programme] = conferencesOf(context);
  const matches = findOwnMatches(words, own, context);
  if (matches.length >= ANYTHING_MIN && matches.length === programme.talks.filter(isHeld).length)
    return lineMessage(
      `Every talk matches "${nameAlert(words, programme)}". Name a topic, such as /talk alert ceph.`,
    );
  const told = matches.map(each => toldId(each, conference));
  const act = await acts.record(member, async changed => {
    const isNew = await changed.alerts.add({ ...member, conference, words }, told, now());
    return isNew ? { kind: 'alert', conference, words } : undefined;
  });
  const isNew = act !== undefined;
  if (isNew) homes.refresh(member);
  const mended = words === awaited.asTyped ? [] : awaited.mended;
  return alertAdded({ words, isNew, mended, matches: matches.length }, programme);
}

/** `Ceph` waits for the same talks as `ceph`. One that was kept as it was typed comes first. */
function findKept(all: readonly string[], { words, asTyped }: AwaitedWords): string | undefined {
  const find = (wanted: string) => all.find(each => fold(each) === fold(wanted));
  return find(asTyped) ?? find(words);
}

async function removeAlert(
  { conference, words }: Pick<Alert, 'conference' | 'words'>,
  member: Member,
  { acts }: Pick<AppContext, 'acts'>,
): Promise<void> {
  await acts.record(member, async changed => {
    const isGone = await changed.alerts.remove({ ...member, conference, words });
    return isGone ? { kind: 'remove alert', conference, words } : undefined;
  });
}

const NO_CONFERENCE = 'This conference is no longer in Lectern, so its alerts are off.';

type Press = SlackActionMiddlewareArgs<BlockAction<ButtonAction>> & AllMiddlewareArgs;

/** *Remove*: on the Home, in the list, in the confirmation, and in each message of an alert. */
export function onRemoveAlertButton({ acts, alerts, current, homes }: AppContext) {
  return async ({ action, ack, body, context, respond }: Press): Promise<void> => {
    await ack();
    const value = readAlertValue(action.value ?? '', current(workspaceIn(context)));
    if (value === undefined) return void (await respond(beside(NO_CONFERENCE)));
    const { programme } = value;
    const member = memberIn(context, body.user.id);
    const conference = conferenceKey(programme.conference);
    const all = await alerts.wordsOf(member, conference);
    const words = all.find(each => optionValue(each) === value.words);
    if (words !== undefined) await removeAlert({ conference, words }, member, { acts });
    if (body.view?.type === 'home') return homes.open(member, body.view.hash);
    homes.refresh(member);
    if (words === undefined) return void (await respond(beside('This alert is already removed.')));
    const removed = { words, programme, isKept: false };
    if (await redrawDirectMessage(body, respond, blocks => toggleAlert(blocks, action.action_id, removed)))
      return;
    const isList = action.action_id !== ACTION.alertRemove;
    const others = isList ? all.filter(each => each !== words) : [];
    await respond({ replace_original: true, ...alertRemoved(words, programme, others) });
  };
}

/**
 * Keeps an alert again. The talks that match by now are known to the person. `isNew` is false if it is there again already.
 */
export async function restoreAlert(
  { words, programme }: NamedAlert,
  member: Member,
  { alerts, current, now }: Pick<ChangedByAct, 'alerts'> & Pick<AppContext, 'current' | 'now'>,
): Promise<{ readonly isNew: boolean; readonly message: Message }> {
  const conference = conferenceKey(programme.conference);
  const matches = findOwnMatches(words, programme, current(member.workspace));
  const told = matches.map(each => toldId(each, conference));
  const isNew = await alerts.add({ ...member, conference, words }, told, now());
  return {
    isNew,
    message: alertAdded({ words, isNew: true, mended: [], matches: matches.length }, programme),
  };
}

/** *Undo*, in the place of *Remove*. */
export function onUndoAlertButton(app: AppContext) {
  return async ({ action, ack, body, context, respond }: Press): Promise<void> => {
    await ack();
    const value = readAlertValue(action.value ?? '', app.current(workspaceIn(context)));
    if (value === undefined) return void (await respond(beside(NO_CONFERENCE)));
    const member = memberIn(context, body.user.id);
    const { words, programme } = value;
    const conference = conferenceKey(programme.conference);
    let restored: Message | undefined;
    await app.acts.record(member, async ({ alerts }) => {
      const { isNew, message } = await restoreAlert(value, member, { ...app, alerts });
      restored = message;
      return isNew ? { kind: 'alert', conference, words } : undefined;
    });
    app.homes.refresh(member);
    const kept = { words, programme, isKept: true };
    if (await redrawDirectMessage(body, respond, blocks => toggleAlert(blocks, action.action_id, kept)))
      return;
    await respond({ replace_original: true, ...restored });
  };
}

/** A line of its own, which leaves the message as it is. */
function beside(says: string) {
  return { response_type: 'ephemeral', replace_original: false, ...lineMessage(says) } as const;
}
