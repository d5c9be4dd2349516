import { optionsOf } from '../block-kit/composition.ts';
import type { JsonObject } from '../json.ts';
import type { Message } from '../state/messages.ts';
import { buildMessagePayload, buildViewPayload, readFormValues } from '../state/payloads.ts';
import { formKey, type State } from '../state/state.ts';
import { blocksOf, type FormValues, type View } from '../state/views.ts';
import {
  buildInteraction,
  channelNameOf,
  requireChannel,
  requirePerson,
  type ShownError,
  shownErrorOf,
  type WorkspaceContext,
} from './context.ts';
import { type ElementQuery, type FoundElement, findElement } from './find-element.ts';
import { encodeEntry, type FieldEntries, type FieldEntry, fillForm } from './form.ts';

export interface Click extends ElementQuery {
  readonly user: string;
  /** The message, modal or App Home that holds the button: as it is now, not as it was. */
  readonly in: Message | View;
  /** What is chosen, where it is a menu. */
  readonly choose?: FieldEntry;
  /** What stands in the fields of the form around it, where that has changed: Slack sends it along. */
  readonly entries?: FieldEntries;
}

/** What a click brought at once. What the app shows for it comes later. */
export interface ClickResult {
  readonly error?: ShownError;
  readonly triggerId: string;
  /** None in a view. */
  readonly responseUrl?: string;
}

/** A person presses a button or chooses from a menu that is really there. */
export function click(clicked: Click, stage: WorkspaceContext): Promise<ClickResult> {
  return 'ts' in clicked.in
    ? clickInMessage(clicked, clicked.in, stage)
    : clickInView(clicked, clicked.in, stage);
}

async function clickInMessage(
  clicked: Click,
  { channel: channelId, ts }: Message,
  stage: WorkspaceContext,
): Promise<ClickResult> {
  const { state } = stage;
  const person = requirePerson(state, clicked.user);
  const channel = requireChannel(state, channelId, person.id);
  const message = state.messages.listVisible(person.id, channel.id).find(each => each.ts === ts);
  if (message === undefined) throw new Error(`${person.id} sees no message ${ts} in ${channel.id}.`);
  const found = findElement(message.blocks, clicked);
  const form = formKey(message, person.id);
  const { value, entered } = act(found, clicked, state.messageForms.get(form) ?? {}, state);
  state.messageForms.set(form, entered);
  const triggerId = state.triggers.issue({ user: person.id, channel: channel.id });
  const { threadTs } = message;
  const responseUrl = state.responseUrls.issue({
    user: person.id,
    channel: channel.id,
    original: ts,
    ...(threadTs !== undefined && { threadTs }),
  });
  const isEphemeral = message.ephemeralFor !== undefined;
  const error = await send(
    {
      ...buildInteraction(person, state),
      type: 'block_actions',
      container: {
        type: 'message',
        message_ts: ts,
        channel_id: channel.id,
        is_ephemeral: isEphemeral,
        ...(threadTs !== undefined && { thread_ts: threadTs }),
      },
      trigger_id: triggerId,
      channel: { id: channel.id, name: channelNameOf(channel) },
      // Slack does not send an ephemeral message back: an app must carry its state in the button.
      ...(!isEphemeral && { message: buildMessagePayload(message, state) }),
      state: { values: readFormValues(message.blocks, entered) },
      response_url: responseUrl,
      actions: [action(found, value, state)],
    },
    stage,
  );
  return { ...(error !== undefined && { error }), triggerId, responseUrl };
}

async function clickInView(clicked: Click, { id }: View, stage: WorkspaceContext): Promise<ClickResult> {
  const { state } = stage;
  const person = requirePerson(state, clicked.user);
  const open = state.views.find({ id });
  if (open === undefined || open.user !== person.id) throw new Error(`${person.id} has no view ${id} open.`);
  const view = fillForm(open, clicked.entries ?? {}, state);
  const found = findElement(blocksOf(view), clicked);
  const { value, entered } = act(found, clicked, view.entered, state);
  const current = state.views.enter(view, entered);
  const triggerId = state.triggers.issue({
    user: person.id,
    ...(view.content.type === 'modal' && { fromView: view.id }),
    ...(view.openedIn !== undefined && { channel: view.openedIn }),
  });
  const error = await send(
    {
      ...buildInteraction(person, state),
      type: 'block_actions',
      container: { type: 'view', view_id: view.id },
      trigger_id: triggerId,
      view: buildViewPayload(current, state),
      actions: [action(found, value, state)],
    },
    stage,
  );
  return { ...(error !== undefined && { error }), triggerId };
}

/** What the element says of the act: a button its value, an overflow its option, another what was entered. */
function act(
  found: FoundElement,
  { user, choose }: Click,
  before: FormValues,
  state: State,
): { value: JsonObject; entered: FormValues } {
  const { block, element, blockId, actionId } = found;
  // «dispatch_action: whether the use of elements in this block should dispatch a block_actions payload; false».
  if (block.type === 'input' && block.dispatch_action !== true)
    throw new Error(`${actionId} dispatches no action.`);
  if (element.type === 'button') {
    const { text, value, style } = element;
    return {
      value: { text, ...(value !== undefined && { value }), ...(style !== undefined && { style }) },
      entered: before,
    };
  }
  if (choose === undefined) throw new Error(`Say what to choose in ${actionId}.`);
  if (element.type === 'overflow') {
    const option = optionsOf(element).find(each => each.value === choose);
    if (option === undefined) throw new Error(`${actionId} has no option ${String(choose)}.`);
    return { value: { selected_option: option }, entered: before };
  }
  const value = encodeEntry(element, choose, user, state);
  return { value, entered: { ...before, [blockId]: { ...before[blockId], [actionId]: value } } };
}

function action({ element, blockId, actionId }: FoundElement, value: JsonObject, state: State): JsonObject {
  return {
    type: element.type,
    action_id: actionId,
    block_id: blockId,
    ...value,
    action_ts: state.identifiers.nextTimestamp(),
  };
}

async function send(
  payload: JsonObject,
  { state, deliver }: WorkspaceContext,
): Promise<ShownError | undefined> {
  const acknowledgement = await deliver({ kind: 'interactive', payload });
  state.changed();
  return shownErrorOf(acknowledgement);
}
