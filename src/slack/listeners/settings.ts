import type {
  AllMiddlewareArgs,
  BlockAction,
  ButtonAction,
  SlackActionMiddlewareArgs,
  SlackCommandMiddlewareArgs,
  SlackViewMiddlewareArgs,
  types,
  ViewSubmitAction,
} from '@slack/bolt';
import { feedName, findConference } from '../../calendar/feeds.ts';
import { type Preferences, readReminders } from '../../people/preferences.ts';
import type { Member } from '../../people/stars.ts';
import { conferenceKey } from '../../programme/conference.ts';
import { dateOf, formatDay, toMoment } from '../../programme/moment.ts';
import { FIELD } from '../action-ids.ts';
import { type AppContext, memberIn } from '../app-context.ts';
import { waitAtMost } from '../digest/late-answer.ts';
import { replaceView, showModal } from '../modals.ts';
import { forgottenMessage, type ListedFeed, settingsForm, settingsResult } from '../views/home/settings.ts';

type ButtonPress = SlackActionMiddlewareArgs<BlockAction<ButtonAction>> & AllMiddlewareArgs;
type Submission = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;

/** `/talk settings`: opens the form. */
export async function answerSettingsCommand(
  app: AppContext,
  { command, ack, client, context }: SlackCommandMiddlewareArgs & AllMiddlewareArgs,
): Promise<void> {
  const opening = formFor(memberIn(context, command.user_id), app).then(view =>
    client.views.open({ trigger_id: command.trigger_id, view }),
  );
  await waitAtMost(opening, app.answerWithinMs);
  await ack();
  await opening;
}

/** *Settings*, on the Home or in a message. */
export function onSettingsButton(app: AppContext) {
  return async ({ ack, body, client, context }: ButtonPress): Promise<void> => {
    await ack();
    await showModal(await formFor(memberIn(context, body.user.id), app), body, client);
  };
}

export async function formFor(member: Member, app: AppContext): Promise<types.ModalView> {
  const zone = app.readers.zoneOf(member);
  const [preferences, feeds] = await Promise.all([app.preferences.of(member), listFeeds(member, zone, app)]);
  return settingsForm(preferences, zone, feeds);
}

/** By the names that people know, with the conference where another one answers. */
async function listFeeds(
  member: Member,
  zone: string | undefined,
  { feeds, current }: AppContext,
): Promise<readonly ListedFeed[]> {
  const loaded = current(member.workspace);
  const { conference } = loaded.programme;
  const all = (await feeds?.store.of(member)) ?? [];
  return all.map(({ hash, subject, createdAt, conference: key }) => {
    const programme = findConference(key, loaded)?.programme;
    const name = feedName(subject, programme ?? loaded.programme);
    return {
      hash,
      name: key === conferenceKey(conference) ? name : [name, key].filter(Boolean).join(' · '),
      madeOn: formatDay(dateOf(toMoment(createdAt, zone ?? conference.timeZone))),
    };
  });
}

/** Keeps what was entered, then closes the form. */
export function onSettingsSubmitted(app: AppContext) {
  return async ({ ack, body, view, context }: Submission): Promise<void> => {
    const entered = readSettings(view);
    if (entered.quietHours !== undefined && entered.quietHours.from === entered.quietHours.to) {
      const error = 'Choose another time, or untick the quiet hours.';
      await ack({ response_action: 'errors', errors: { [FIELD.quietTo.block]: error } });
      return;
    }
    const member = memberIn(context, body.user.id);
    await app.preferences.change(member, entered);
    await ack();
    app.homes.refresh(member);
  };
}

/** *Forget me*: deletes all that is kept about the person, and says what it was. */
export function onForgetButton(app: AppContext) {
  return async ({ ack, body, client, context }: ButtonPress): Promise<void> => {
    await ack();
    const member = memberIn(context, body.user.id);
    const forgotten = await app.forget(member);
    app.readers.forget(member);
    app.homes.refresh(member);
    const answer = forgottenMessage(forgotten, await app.digests.store.digests.ownedBy(member));
    const isShown =
      body.view !== undefined && (await replaceView(settingsResult(answer), { id: body.view.id }, client));
    if (!isShown) await client.chat.postMessage({ channel: member.person, ...answer });
  };
}

/** The values of the form as Slack sends them: each field has one, since each has a first value. */
function readSettings({ state }: Submission['view']): Preferences {
  const entered = ({ block, action }: { readonly block: string; readonly action: string }) =>
    state.values[block]?.[action];
  const isTicked = (field: typeof FIELD.changes | typeof FIELD.quiet) =>
    (entered(field)?.selected_options ?? []).length > 0;
  const from = entered(FIELD.quietFrom)?.selected_time;
  const to = entered(FIELD.quietTo)?.selected_time;
  return {
    reminders: readReminders(entered(FIELD.reminders)?.selected_option?.value ?? '') ?? 'off',
    changes: isTicked(FIELD.changes),
    quietHours: isTicked(FIELD.quiet) && from && to ? { from, to } : undefined,
  };
}
