import type { JsonObject } from '../json.ts';
import type { Message } from '../state/messages.ts';
import { buildMessagePayload } from '../state/payloads.ts';
import type { State } from '../state/state.ts';
import type { ClickResult } from './click.ts';
import {
  buildInteraction,
  channelNameOf,
  requireChannel,
  requireCommands,
  requirePerson,
  shownErrorOf,
  type WorkspaceContext,
} from './context.ts';

export interface ShortcutUsed {
  readonly user: string;
  readonly callbackId: string;
  /** The message in whose menu it is, for a message shortcut. */
  readonly message?: Message;
}

/** A person uses a global shortcut, or one in the menu of a message. */
export async function useShortcut(
  used: ShortcutUsed,
  { state, deliver }: WorkspaceContext,
): Promise<ClickResult> {
  const person = requirePerson(state, used.user);
  requireCommands(state);
  const { message } = used;
  const triggerId = state.triggers.issue({
    user: person.id,
    ...(message !== undefined && { channel: message.channel }),
  });
  const common = {
    ...buildInteraction(person, state),
    callback_id: used.callbackId,
    trigger_id: triggerId,
    action_ts: state.identifiers.nextTimestamp(),
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
          ...buildMessageFields(message, person.id, state),
        };
  const error = shownErrorOf(await deliver({ kind: 'interactive', payload }));
  state.changed();
  return {
    ...(error !== undefined && { error }),
    triggerId,
    ...(responseUrl !== undefined && { responseUrl }),
  };
}

function buildMessageFields(message: Message, user: string, state: State): JsonObject {
  const channel = requireChannel(state, message.channel, user);
  return {
    message_ts: message.ts,
    channel: { id: channel.id, name: channelNameOf(channel) },
    message: buildMessagePayload(message, state.directory),
  };
}
