import type {
  AllMiddlewareArgs,
  BlockAction,
  ButtonAction,
  SlackActionMiddlewareArgs,
  SlackViewMiddlewareArgs,
  StaticSelectAction,
  types,
  ViewSubmitAction,
  webApi,
} from '@slack/bolt';
import type { Member } from '../../people/stars.ts';
import type { Digest, DigestKey } from '../../store/digests.ts';
import type { AppContext } from '../app-context.ts';
import {
  digestsIn,
  mayOrderElsewhere,
  type Requester,
  refusalElsewhere,
  refusalFor,
} from '../digest/context.ts';
import { fingerprintOf } from '../digest/fingerprint.ts';
import { type DigestDraft, overtakenErrors, readDraft, readForm } from '../digest/form.ts';
import { waitAtMost } from '../digest/late-answer.ts';
import { changeDigest, defaultZone, newDigest, placeOrder } from '../digest/orders.ts';
import { postNow } from '../digest/post-now.ts';
import { sendTest } from '../digest/preview.ts';
import { ONE_MOMENT, replaceView, showModal, showResult } from '../modals.ts';
import { memberIn, workspaceIn } from '../receiving/request-source.ts';
import type { Message } from '../views/blocks/message.ts';
import {
  forbiddenAnswer,
  noDigestAnswer,
  noSuchDigestAnswer,
  refusedAnswer,
} from '../views/digest/answers.ts';
import { DIGEST_TITLE, digestForm, digestResult } from '../views/digest/form.ts';
import { orderAnswer } from '../views/digest/order-result.ts';

/**
 * Opens the form for the first digest of a channel, or a new one if it has none; or for the one at a time of day. The
 * channel is the one that the person named, else the one in which they are.
 */
export async function openDigestForm(
  from: Requester,
  { channels, timeOfDay }: { readonly channels: readonly string[]; readonly timeOfDay?: string | undefined },
  { triggerId, app, client }: Opening,
): Promise<void> {
  const refuse = (answer: Message) =>
    client.views.open({ trigger_id: triggerId, view: digestResult(answer) });
  const refusal = refusalFor(from, app.digests) ?? refusalElsewhere(channels, from, app.digests);
  if (refusal !== undefined) return void (await refuse(refusal));
  if (channels.length > 1) return void (await refuse(refusedAnswer(ONE_CHANNEL)));
  const by = { ...from, channel: channels[0] ?? from.channel };
  const there = await digestsIn(by, app.digests);
  const [first] = there.filter(digest => digest.timeOfDay === (timeOfDay ?? digest.timeOfDay));
  if (first === undefined && timeOfDay !== undefined)
    return void (await refuse(there.length === 0 ? noDigestAnswer() : noSuchDigestAnswer()));
  const draft: DigestDraft = {
    digest: { ...(first ?? newDigest(by, defaultZone(by, app))), workspace: by.workspace },
    isNew: first === undefined,
    openedIn: by.channel,
    anyChannel: mayOrderElsewhere(by.workspace, app.digests),
    opened: first === undefined ? '' : fingerprintOf(first),
  };
  await client.views.open({ trigger_id: triggerId, view: await formView(draft, app) });
}

interface Opening {
  readonly triggerId: string;
  readonly app: AppContext;
  readonly client: webApi.WebClient;
}

const ONE_CHANNEL = 'The form is for one channel: name one.';

/** *Change*, on the Home: opens the form of a digest that the person ordered. */
export function onDigestChange(app: AppContext) {
  return async ({ action, ack, body, client, context }: ButtonPress): Promise<void> => {
    await ack();
    await showModal(await changeView(action.value, memberIn(context, body.user.id), app), body, client);
  };
}

async function changeView(id: string | undefined, member: Member, app: AppContext): Promise<types.ModalView> {
  const { workspace, person } = member;
  const refusal = refusalFor({ workspace, user: person }, app.digests);
  if (refusal !== undefined) return digestResult(refusal);
  const digest = (await app.digests.store.digests.ownedBy(member)).find(each => each.id === id);
  if (digest === undefined) return digestResult(noSuchDigestAnswer());
  const anyChannel = mayOrderElsewhere(workspace, app.digests);
  const draft: DigestDraft = {
    digest: { ...digest, workspace },
    isNew: false,
    openedIn: digest.channel,
    anyChannel,
    opened: fingerprintOf(digest),
  };
  return formView(draft, app);
}

type ButtonPress = SlackActionMiddlewareArgs<BlockAction<ButtonAction>> & AllMiddlewareArgs;
type MenuChoice = SlackActionMiddlewareArgs<BlockAction<StaticSelectAction>> & AllMiddlewareArgs;
type Submission = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;

/** Shows another digest of the channel, or a new one, in the same form. */
export function onDigestChosen(app: AppContext) {
  return async ({ action, ack, body, client, context }: MenuChoice): Promise<void> => {
    await ack();
    const before = draftIn(body);
    const by = { user: body.user.id, channel: before.openedIn, workspace: workspaceIn(context) };
    const refusal = refusalFor(by, app.digests);
    if (refusal !== undefined)
      return void (await replaceView(digestResult(refusal), { id: viewIn(body).id }, client));
    const id = action.selected_option.value;
    const chosen = (await digestsIn(by, app.digests)).find(each => each.id === id);
    const digest = { ...(chosen ?? newDigest(by, defaultZone(by, app))), workspace: by.workspace };
    const opened = chosen === undefined ? '' : fingerprintOf(chosen);
    const view = await formView({ ...before, digest, isNew: chosen === undefined, opened }, app);
    await replaceView(view, { id: viewIn(body).id }, client);
  };
}

/** *Send me a test*: posts to the person what the channel would get. The form keeps what was entered. */
export function onDigestTest(app: AppContext) {
  return async ({ ack, body, client, context }: ButtonPress): Promise<void> => {
    await ack();
    const workspace = workspaceIn(context);
    const refusal = refusalFor({ user: body.user.id, workspace }, app.digests);
    if (refusal !== undefined)
      return void (await replaceView(digestResult(refusal), { id: viewIn(body).id }, client));
    const { draft, errors } = readForm(viewIn(body), app.current(workspace).programme);
    const [error] = Object.values(errors);
    const note = error ?? (await sendTest(draft.digest, body.user.id, { app, client }));
    const view = await formView(draft, app, note);
    const isShown = await replaceView(view, { id: viewIn(body).id }, client);
    if (!isShown) await client.chat.postMessage({ channel: body.user.id, ...refusedAnswer(note) });
  };
}

/** *Post now*, *Pause*, *Resume* and *Remove* act on the digest as it was saved, not on what was entered since. */
export function onDigestButton(app: AppContext) {
  return async ({ action, ack, body, client, context }: ButtonPress): Promise<void> => {
    await ack();
    const { digest } = draftIn(body);
    const key = { workspace: workspaceIn(context), id: digest.id };
    const answer = await actOnDigest(action.value, key, body.user.id, app);
    await showResult(answer, { title: DIGEST_TITLE, viewId: viewIn(body).id, user: body.user.id }, client);
  };
}

async function actOnDigest(
  value: string | undefined,
  key: DigestKey,
  user: string,
  app: AppContext,
): Promise<Message> {
  const refusal = refusalFor({ user, workspace: key.workspace }, app.digests);
  if (refusal !== undefined) return refusal;
  const digest = await app.digests.store.digests.find(key);
  if (digest === undefined) return noSuchDigestAnswer();
  switch (value) {
    case 'now':
      return postNow([digest], app, 'named');
    case 'pause':
    case 'resume':
    case 'off':
      return changeDigest(value, [digest], app);
    default:
      throw new Error(`The form of digests has no button with the value "${value}".`);
  }
}

/**
 * Only a call to Slack tells whether Lectern may post in the channel, and it may take longer than Slack waits for an
 * answer. Then the result follows in the same modal, or in a direct message if the person has closed it.
 */
export function onDigestSubmitted(app: AppContext) {
  return async ({ ack, body, view, client, context }: Submission): Promise<void> => {
    const workspace = workspaceIn(context);
    const { draft, errors } = readForm(view, app.current(workspace).programme);
    if (Object.keys(errors).length > 0) return void (await ack({ response_action: 'errors', errors }));
    const before = await app.digests.store.digests.find({ workspace, id: draft.digest.id });
    if (before !== undefined && fingerprintOf(before) !== draft.opened)
      return void (await ack({ response_action: 'errors', errors: overtakenErrors(draft) }));
    const saving = saveDraft(draft, before, { user: body.user.id, workspace }, app);
    const answer = await waitAtMost(saving, app.answerWithinMs);
    await ack({ response_action: 'update', view: digestResult(answer ?? refusedAnswer(ONE_MOMENT)) });
    if (answer !== undefined) return;
    await showResult(await saving, { title: DIGEST_TITLE, viewId: view.id, user: body.user.id }, client);
  };
}

/** A form pauses and resumes nothing: its buttons do, and others may have done so since it was opened. */
async function saveDraft(
  { digest, isNew, openedIn }: DigestDraft,
  before: Digest | undefined,
  { user, workspace }: Pick<Requester, 'user' | 'workspace'>,
  app: AppContext,
): Promise<Message> {
  const refusal = refusalFor({ user, workspace }, app.digests);
  if (refusal !== undefined) return refusal;
  if (before === undefined && !isNew) return noSuchDigestAnswer();
  if (digest.channel !== openedIn && !mayOrderElsewhere(workspace, app.digests)) return forbiddenAnswer([]);
  const paused = before?.paused ?? false;
  const result = await placeOrder({ ...digest, workspace, owner: user, paused }, app);
  return orderAnswer(result, { loaded: app.current(workspace), now: app.now() });
}

async function formView(draft: DigestDraft, app: AppContext, note?: string): Promise<types.ModalView> {
  const { workspace } = draft.digest;
  const there = await digestsIn({ workspace, channel: draft.openedIn }, app.digests);
  return digestForm({ draft, there, programme: app.current(workspace).programme, note });
}

function draftIn(body: BlockAction): DigestDraft {
  return readDraft(viewIn(body).private_metadata);
}

function viewIn({ view }: BlockAction) {
  if (view === undefined) throw new Error('A button of the form of digests was pressed outside the form.');
  return view;
}
