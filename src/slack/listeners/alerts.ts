import type { AllMiddlewareArgs, BlockAction, ButtonAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import type { PersonalAnswer } from '../../conversation/answer.ts';
import { findOwnMatches, toldId } from '../../digests/mine/tell-alerts.ts';
import type { Member } from '../../people/stars.ts';
import { conferenceKey } from '../../programme/conference.ts';
import { isHeld } from '../../programme/talk.ts';
import { conferencesOf } from '../../search/loaded.ts';
import { fold } from '../../text/fold.ts';
import { type AppContext, memberIn } from '../app-context.ts';
import { readAlertValue } from '../button-values.ts';
import { optionValue } from '../views/blocks/inputs.ts';
import type { Message } from '../views/blocks/message.ts';
import { lineMessage } from '../views/blocks/message.ts';
import { alertAdded, alertList, nameAlert } from '../views/mine/alerts.ts';

/** Every change of the programme asks all of them, and a list of more is read by nobody. */
const ALERTS_MAX = 20;

/** A topic is shorter by far; a pasted text is a mistake. */
const WORDS_MAX = 300;
/** In a programme of so many talks, words that match all of them are no topic. */
const ANYTHING_MIN = 10;

/** `/talk alert ceph` and `/talk alert`. */
export async function answerAlert(
  { words: typed, context }: Extract<PersonalAnswer, { readonly kind: 'alert' }>,
  member: Member,
  { alerts, homes, now }: Pick<AppContext, 'alerts' | 'homes' | 'now'>,
): Promise<Message> {
  const { programme } = context;
  const conference = conferenceKey(programme.conference);
  const all = await alerts.wordsOf(member, conference);
  if (typed === undefined) return alertList(all, programme);
  // `Ceph` waits for the same talks as `ceph`.
  const known = all.find(each => fold(each) === fold(typed));
  const words = known ?? typed;
  if (words.length > WORDS_MAX)
    return lineMessage(
      `An alert takes up to ${WORDS_MAX} characters. Name a topic, such as /talk alert ceph.`,
    );
  if (known === undefined && all.length >= ALERTS_MAX)
    return lineMessage(
      `You have ${all.length} alerts, and more are not kept. Type /talk alert and remove one first.`,
    );
  const [own = programme] = conferencesOf(context);
  const matches = findOwnMatches(words, own, context);
  if (matches.length >= ANYTHING_MIN && matches.length === programme.talks.filter(isHeld).length)
    return lineMessage(
      `Every talk matches "${nameAlert(words, programme)}". Name a topic, such as /talk alert ceph.`,
    );
  const told = matches.map(each => toldId(each, conference));
  const isNew = await alerts.add({ ...member, conference, words }, told, now());
  if (isNew) homes.refresh(member);
  return alertAdded({ words, isNew, matches: matches.length }, programme);
}

const NO_CONFERENCE = 'Lectern has no files of this conference any more, so its alerts tell nothing.';

/** *Remove*: on the Home, in the list, in the confirmation, and in each message of an alert. */
export function onRemoveAlertButton({ alerts, current, homes }: AppContext) {
  return async ({
    action,
    ack,
    body,
    context,
    respond,
  }: SlackActionMiddlewareArgs<BlockAction<ButtonAction>> & AllMiddlewareArgs): Promise<void> => {
    await ack();
    const value = readAlertValue(action.value ?? '', current());
    if (value === undefined) {
      await respond({ response_type: 'ephemeral', replace_original: false, ...lineMessage(NO_CONFERENCE) });
      return;
    }
    const { programme } = value;
    const member = memberIn(context, body.user.id);
    const conference = conferenceKey(programme.conference);
    const all = await alerts.wordsOf(member, conference);
    const words = all.find(each => optionValue(each) === value.words) ?? value.words;
    const isRemoved = await alerts.remove({ ...member, conference, words });
    if (body.view?.type === 'home') return homes.open(member, body.view.hash);
    homes.refresh(member);
    const alert = `alert for "${nameAlert(words, programme)}"`;
    const line = isRemoved ? `The ${alert} is removed.` : `There is no ${alert} any more.`;
    await respond({ response_type: 'ephemeral', replace_original: false, ...lineMessage(line) });
  };
}
