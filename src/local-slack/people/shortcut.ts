import type { JsonObject } from '../json.ts';
import type { Message } from '../state/messages.ts';
import { messagePayload } from '../state/payloads.ts';
import type { ClickAnswer } from './click.ts';
import {
  channelFor,
  channelName,
  interactionBase,
  needsCommands,
  personIn,
  type Stage,
  shownError,
} from './context.ts';

export interface ShortcutUsed {
  readonly user: string;
  readonly callbackId: string;
  /** The message whose menu holds it, for a message shortcut. */
  readonly message?: Message;
}

/** A person uses a global shortcut, or one on a message. */
export async function useShortcut(used: ShortcutUsed, { state, deliver }: Stage): Promise<ClickAnswer> {
  const person = personIn(state, used.user);
  needsCommands(state);
  const { message } = used;
  const triggerId = state.triggers.issue({
    user: person.id,
    ...(message !== undefined && { channel: message.channel }),
  });
  const common = {
    ...interactionBase(person, state),
    callback_id: used.callbackId,
    trigger_id: triggerId,
    action_ts: state.identifiers.timestamp(),
  };
  const responseUrl =
    message && state.responseUrls.issue({ user: person.id, channel: message.channel, original: message.ts });
  const payload: JsonObject =
    message === undefined
      ? { type: 'shortcut', ...common }
      : {
          type: 'message_action',
          ...common,
          response_url: responseUrl,
          ...onMessage(message, person.id, { state, deliver }),
        };
  const error = shownError(await deliver({ kind: 'interactive', payload }));
  state.changed();
  return {
    ...(error !== undefined && { error }),
    triggerId,
    ...(responseUrl !== undefined && { responseUrl }),
  };
}

function onMessage(message: Message, user: string, { state }: Stage): JsonObject {
  const channel = channelFor(state, message.channel, user);
  return {
    message_ts: message.ts,
    channel: { id: channel.id, name: channelName(channel) },
    message: messagePayload(message, state),
  };
}
