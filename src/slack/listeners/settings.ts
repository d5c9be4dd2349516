import type {
  AllMiddlewareArgs,
  BlockAction,
  ButtonAction,
  SlackActionMiddlewareArgs,
  SlackCommandMiddlewareArgs,
  SlackViewMiddlewareArgs,
  types,
  ViewSubmitAction,
  webApi,
} from '@slack/bolt';
import { feedName, findConference } from '../../calendar/feeds.ts';
import { type Preferences, readReminders } from '../../people/preferences.ts';
import type { Member } from '../../people/stars.ts';
import { conferenceKey } from '../../programme/conference.ts';
import { dateOf, formatDay, toMoment } from '../../programme/moment.ts';
import type { WorkspaceSettings } from '../../store/workspaces/workspace-settings.ts';
import { FIELD } from '../action-ids.ts';
import type { AppContext } from '../app-context.ts';
import { waitAtMost } from '../digest/late-answer.ts';
import { organises, organisesInTime } from '../insight/organisers.ts';
import { ONE_MOMENT, replaceView, showModal, showResult } from '../modals.ts';
import { memberIn } from '../receiving/request-source.ts';
import { optionValue } from '../views/blocks/inputs.ts';
import { lineMessage } from '../views/blocks/message.ts';
import {
  forgottenMessage,
  type ListedFeed,
  SETTINGS_TITLE,
  settingsForm,
  settingsResult,
} from '../views/home/settings.ts';

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
  const { view } = await opening;
  await showToAdmin(memberIn(context, command.user_id), view?.id, { app, client });
}

/** *Settings*, on the Home or in a message. */
export function onSettingsButton(app: AppContext) {
  return async ({ ack, body, client, context }: ButtonPress): Promise<void> => {
    await ack();
    const member = memberIn(context, body.user.id);
    const id = await showModal(await formFor(member, app), body, client);
    await showToAdmin(member, id, { app, client });
  };
}

export async function formFor(member: Member, app: AppContext): Promise<types.ModalView> {
  const zone = app.readers.zoneOf(member);
  const [preferences, feeds] = await Promise.all([app.preferences.of(member), listFeeds(member, zone, app)]);
  const { choices } = app;
  const fields = { settings: choices.settingsOf(member.workspace), conferences: choices.conferences() };
  return settingsForm(preferences, zone, {
    feeds,
    workspace: organises(member, app) === true ? fields : undefined,
  });
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

/** Slack is asked who an admin is after the form is open, since nobody should wait for that. */
async function showToAdmin(
  member: Member,
  id: string | undefined,
  { app, client }: { readonly app: AppContext; readonly client: webApi.WebClient },
): Promise<void> {
  const { readers, choices } = app;
  if (id === undefined || choices.hasOrganisers || readers.isAdmin(member) !== undefined) return;
  await readers.learn(member);
  if (readers.isAdmin(member) === true) await replaceView(await formFor(member, app), { id }, client);
}

const SAVED = 'Your settings are saved.';
const UNKNOWN_RIGHTS =
  'Lectern cannot tell now whether you may choose for this workspace, so nothing was saved. Open the settings again in a moment and save them there.';

/** Keeps what was entered, then closes the form. If that takes longer than Slack waits, the result follows. */
export function onSettingsSubmitted(app: AppContext) {
  return async ({ ack, body, view, client, context }: Submission): Promise<void> => {
    const entered = readSettings(view);
    if (entered.quietHours !== undefined && entered.quietHours.from === entered.quietHours.to) {
      const error = 'Choose another time, or untick the quiet hours.';
      await ack({ response_action: 'errors', errors: { [FIELD.quietTo.block]: error } });
      return;
    }
    const member = memberIn(context, body.user.id);
    const saving = saveSettings(entered, view, { member, app });
    const result = await waitAtMost(saving, app.answerWithinMs);
    if (result === 'saved') await ack();
    else if (result === 'unknown rights')
      await ack({ response_action: 'errors', errors: { [FIELD.organisers.block]: UNKNOWN_RIGHTS } });
    else {
      await ack({ response_action: 'update', view: settingsResult(lineMessage(ONE_MOMENT)) });
      const answer = lineMessage((await saving) === 'saved' ? SAVED : UNKNOWN_RIGHTS);
      await showResult(answer, { title: SETTINGS_TITLE, viewId: view.id, user: member.person }, client);
    }
  };
}

async function saveSettings(
  entered: Preferences,
  view: Submission['view'],
  { member, app }: { readonly member: Member; readonly app: AppContext },
): Promise<'saved' | 'unknown rights'> {
  const isChoosing = FIELD.organisers.block in view.state.values;
  if (isChoosing && (await organisesInTime(member, app)) !== true) return 'unknown rights';
  if (isChoosing) await app.choices.change(member, readChoices(view, member.workspace, app), entered);
  else await app.preferences.change(member, entered);
  app.homes.refresh(member);
  return 'saved';
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
    const user = member.person;
    if (body.view === undefined) await client.chat.postMessage({ channel: user, ...answer });
    else await showResult(answer, { title: SETTINGS_TITLE, viewId: body.view.id, user }, client);
  };
}

/** A conference that is not loaded now was not shown: it stays chosen beside others, but does not hide them by itself. */
function readChoices(
  { state }: Submission['view'],
  workspace: string,
  { choices }: AppContext,
): WorkspaceSettings {
  const { conferences: before } = choices.settingsOf(workspace);
  const loaded = choices.conferences();
  const field = state.values[FIELD.conferences.block]?.[FIELD.conferences.action];
  const values = new Set(field?.selected_options?.map(({ value }) => value));
  const ticked = loaded.filter(key => values.has(optionValue(key)));
  const away = (before ?? []).filter(key => !loaded.includes(key));
  const chosen = ticked.length === 0 ? undefined : [...ticked, ...away];
  const organisers = state.values[FIELD.organisers.block]?.[FIELD.organisers.action]?.selected_users ?? [];
  return { conferences: field === undefined ? before : chosen, organisers };
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
