import type {
  AllMiddlewareArgs,
  BlockAction,
  ButtonAction,
  SlackActionMiddlewareArgs,
  SlackViewMiddlewareArgs,
  StaticSelectAction,
  ViewSubmitAction,
  webApi,
} from '@slack/bolt';
import type { AppContext } from '../app-context.ts';
import { digestsIn, mayOrder, type Orderer } from '../digest/context.ts';
import { type Draft, readDraft, readForm } from '../digest/form.ts';
import { inTime, showResult, updateModal } from '../digest/late-answer.ts';
import { changeDigest, keepOrder, newDigest, postNow, zoneFor } from '../digest/orders.ts';
import { sendTest } from '../digest/preview.ts';
import type { Message } from '../views/blocks/message.ts';
import {
  forbiddenAnswer,
  noSuchDigestAnswer,
  orderedAnswer,
  refusedAnswer,
} from '../views/digest/answers.ts';
import { digestForm, digestResult } from '../views/digest/form.ts';

/** Opens the form for the first digest of the channel, or for a new one. */
export async function openDigestForm(
  by: Orderer,
  triggerId: string,
  { setting, client }: { readonly setting: AppContext; readonly client: webApi.WebClient },
): Promise<void> {
  const { organisers } = setting.ordering;
  if (!mayOrder(setting.ordering, by.user)) {
    await client.views.open({ trigger_id: triggerId, view: digestResult(forbiddenAnswer(organisers)) });
    return;
  }
  const [first] = await digestsIn(by.channel, setting.ordering);
  const draft: Draft = {
    digest: first ?? newDigest(by, zoneFor(by, setting)),
    isNew: first === undefined,
    openedIn: by.channel,
    anyChannel: organisers.length > 0,
  };
  await client.views.open({ trigger_id: triggerId, view: await formOf(draft, setting) });
}

type Pressed = SlackActionMiddlewareArgs<BlockAction<ButtonAction>> & AllMiddlewareArgs;
type Chosen = SlackActionMiddlewareArgs<BlockAction<StaticSelectAction>> & AllMiddlewareArgs;

/** Another digest of the channel, or a new one, in the same form. */
export function onDigestChosen(setting: AppContext) {
  return async ({ action, ack, body, client, context }: Chosen): Promise<void> => {
    await ack();
    const before = draftIn(body);
    const by = { user: body.user.id, channel: before.openedIn, team: context.teamId };
    const id = action.selected_option.value;
    const chosen = id === 'new' ? undefined : await setting.ordering.store.digests.find(id);
    const digest = chosen ?? newDigest(by, zoneFor(by, setting));
    const view = await formOf({ ...before, digest, isNew: chosen === undefined }, setting);
    await updateModal(view, { viewId: viewIn(body).id, client });
  };
}

/** *Send me a test*: what would be posted, in direct messages to whoever pressed. What was entered stays. */
export function onDigestTest(setting: AppContext) {
  return async ({ ack, body, client }: Pressed): Promise<void> => {
    await ack();
    const { draft, mistakes } = readForm(viewIn(body), setting.current().programme);
    const [mistake] = Object.values(mistakes);
    const note = mistake ?? (await sendTest(draft.digest, body.user.id, { setting, client }));
    const isShown = await updateModal(await formOf(draft, setting, note), {
      viewId: viewIn(body).id,
      client,
    });
    if (!isShown) await client.chat.postMessage({ channel: body.user.id, ...refusedAnswer(note) });
  };
}

/** *Post now*, *Pause*, *Resume* and *Remove* are about the digest as it is kept, whatever was entered meanwhile. */
export function onDigestButton(setting: AppContext) {
  return async ({ action, ack, body, client }: Pressed): Promise<void> => {
    await ack();
    const answer = await pressed(action.value, draftIn(body), body.user.id, setting);
    await showResult(answer, { viewId: viewIn(body).id, user: body.user.id, client });
  };
}

async function pressed(
  what: string | undefined,
  { digest: { id } }: Draft,
  user: string,
  setting: AppContext,
): Promise<Message> {
  const { ordering } = setting;
  if (!mayOrder(ordering, user)) return forbiddenAnswer(ordering.organisers);
  const digest = await ordering.store.digests.find(id);
  if (digest === undefined) return noSuchDigestAnswer();
  switch (what) {
    case 'now':
      return postNow([digest], setting);
    case 'pause':
    case 'resume':
    case 'off':
      return changeDigest(what, [digest], setting);
    default:
      throw new Error(`No button of the form of digests says "${what}".`);
  }
}

async function formOf(draft: Draft, setting: AppContext, note?: string) {
  const there = await digestsIn(draft.openedIn, setting.ordering);
  return digestForm({ draft, there, programme: setting.current().programme, note });
}

/** What the view carries is the same for each of its buttons. */
function draftIn(body: BlockAction): Draft {
  return readDraft(viewIn(body).private_metadata);
}

function viewIn({ view }: BlockAction) {
  if (view === undefined) throw new Error('A button of the form of digests was pressed outside of it.');
  return view;
}

/**
 * The form is sent. Whether Slack lets Lectern post in the channel is known only after a call, which may take longer
 * than Slack waits for an answer: then the result follows in the same modal, or where that was closed in a message.
 */
export function onDigestSubmitted(setting: AppContext) {
  return async ({
    ack,
    body,
    view,
    client,
    context,
  }: SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs): Promise<void> => {
    const { draft, mistakes } = readForm(view, setting.current().programme);
    if (Object.keys(mistakes).length > 0) {
      await ack({ response_action: 'errors', errors: mistakes });
      return;
    }
    const keeping = keep(draft, body.user.id, setting);
    const answer = await inTime(keeping, setting.answerWithinMs);
    await ack({ response_action: 'update', view: digestResult(answer ?? refusedAnswer('One moment...')) });
    if (answer !== undefined) return;
    context.acknowledged = true;
    await showResult(await keeping, { viewId: view.id, user: body.user.id, client });
  };
}

async function keep({ digest, ...draft }: Draft, user: string, setting: AppContext): Promise<Message> {
  const { ordering } = setting;
  const isElsewhere = digest.channel !== draft.openedIn && ordering.organisers.length === 0;
  if (isElsewhere || !mayOrder(ordering, user)) return forbiddenAnswer(ordering.organisers);
  const result = await keepOrder({ ...digest, owner: user }, setting);
  return 'refusal' in result
    ? refusedAnswer(result.refusal)
    : orderedAnswer(result, { loaded: setting.current(), now: setting.now() });
}
