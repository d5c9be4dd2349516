import { optionsOf } from '../block-kit/composition.ts';
import type { JsonObject } from '../json.ts';
import type { Channel, Person } from '../state/directory.ts';
import { type FieldEntries, type FieldEntry, type FormValues, readFormValues } from '../state/form-values.ts';
import type { Message } from '../state/messages.ts';
import { buildMessagePayload, buildViewPayload } from '../state/payloads.ts';
import type { State } from '../state/state.ts';
import { blocksOf, type View } from '../state/views.ts';
import {
  buildInteraction,
  channelNameOf,
  requireChannel,
  requirePerson,
  type ShownError,
  shownErrorOf,
  type WorkspaceContext,
} from './context.ts';
import { type ElementQuery, encodeEntry, type FoundElement, fillForm, findElement } from './form.ts';

export interface Click extends ElementQuery {
  readonly user: string;
  /** The message, modal or App Home that holds the button. It is looked up again, since it may have changed. */
  readonly in: Message | View;
  /** The choice, if the element is a menu. */
  readonly choose?: FieldEntry;
  /** The person's entries in the form around it, which Slack sends along. */
  readonly entries?: FieldEntries;
}

/** The immediate result of a click; the app's answer to it comes later. */
export interface ClickResult {
  readonly error?: ShownError;
  readonly triggerId: string;
  /** A click in a view has none. */
  readonly responseUrl?: string;
}

/** A person presses a button or chooses from a menu. Throws if they could not, for it is not there. */
export function click(clicked: Click, context: WorkspaceContext): Promise<ClickResult> {
  return 'ts' in clicked.in
    ? clickInMessage(clicked, clicked.in, context)
    : clickInView(clicked, clicked.in, context);
}

async function clickInMessage(
  clicked: Click,
  { channel: channelId, ts }: Message,
  context: WorkspaceContext,
): Promise<ClickResult> {
  const { state } = context;
  const person = requirePerson(state, clicked.user);
  const channel = requireChannel(state, channelId, person.id);
  const message = state.messages.listVisible(person.id, channel.id).find(each => each.ts === ts);
  if (message === undefined) throw new Error(`${person.id} cannot see a message ${ts} in ${channel.id}.`);
  const found = findElement(message.blocks, clicked);
  const { value, entered } = press(found, clicked, state.messages.readEntered(message, person.id), state);
  state.messages.enter(message, person.id, entered);
  const triggerId = state.triggers.issue({ user: person.id, channel: channel.id });
  const responseUrl = state.responseUrls.issue({
    user: person.id,
    channel: channel.id,
    original: ts,
    ...(message.threadTs !== undefined && { threadTs: message.threadTs }),
  });
  const payload = {
    ...buildMessageClick({ person, channel, message }, state),
    trigger_id: triggerId,
    state: { values: readFormValues(message.blocks, entered) },
    response_url: responseUrl,
    actions: [buildAction(found, value, state)],
  };
  const error = await send(payload, context);
  return { ...(error !== undefined && { error }), triggerId, responseUrl };
}

interface ClickedMessage {
  readonly person: Person;
  readonly channel: Channel;
  readonly message: Message;
}

function buildMessageClick({ person, channel, message }: ClickedMessage, state: State): JsonObject {
  const isEphemeral = message.ephemeralFor !== undefined;
  return {
    ...buildInteraction(person, state),
    type: 'block_actions',
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: channel.id,
      is_ephemeral: isEphemeral,
      ...(message.threadTs !== undefined && { thread_ts: message.threadTs }),
    },
    channel: { id: channel.id, name: channelNameOf(channel) },
    // Slack does not send an ephemeral message back: an app must carry its state in the button.
    ...(!isEphemeral && { message: buildMessagePayload(message, state.directory) }),
  };
}

async function clickInView(clicked: Click, { id }: View, context: WorkspaceContext): Promise<ClickResult> {
  const { state } = context;
  const person = requirePerson(state, clicked.user);
  const open = state.views.find({ id });
  if (open === undefined || open.user !== person.id) throw new Error(`${person.id} has no view ${id} open.`);
  const view = fillForm(open, clicked.entries ?? {}, state);
  const found = findElement(blocksOf(view), clicked);
  const { value, entered } = press(found, clicked, view.entered, state);
  const current = state.views.enter(view, entered);
  const triggerId = state.triggers.issue({
    user: person.id,
    ...(view.content.type === 'modal' && { fromView: view.id }),
    ...(view.openedIn !== undefined && { channel: view.openedIn }),
  });
  const payload = {
    ...buildInteraction(person, state),
    type: 'block_actions',
    container: { type: 'view', view_id: view.id },
    trigger_id: triggerId,
    view: buildViewPayload(current, state.directory),
    actions: [buildAction(found, value, state)],
  };
  const error = await send(payload, context);
  return { ...(error !== undefined && { error }), triggerId };
}

interface Press {
  /** The element's part of the payload: a button's value, an overflow's option, or another's choice. */
  readonly value: JsonObject;
  /** The form's values afterwards. */
  readonly entered: FormValues;
}

/** Presses or chooses. Throws if a person could not do that. */
function press(found: FoundElement, { user, choose }: Click, before: FormValues, state: State): Press {
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

function buildAction(
  { element, blockId, actionId }: FoundElement,
  value: JsonObject,
  state: State,
): JsonObject {
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
