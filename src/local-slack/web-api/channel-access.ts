import type { JsonObject } from '../json.ts';
import type { State } from '../state/state.ts';
import type { Channel } from '../state/world.ts';
import { refused } from './responses.ts';

/** The channel that the bot may post in, or Slack's refusal. */
export function channelToPostIn(id: unknown, state: State): Channel | JsonObject {
  const { directory } = state;
  if (typeof id !== 'string' || id === '') return refused('channel_not_found');
  // chat.postMessage takes a person's id for their direct messages with the bot.
  const channel = directory.person(id) === undefined ? directory.channel(id) : directory.directMessages(id);
  if (channel === undefined || (channel.kind !== 'public' && !directory.hasBot(channel)))
    return refused('channel_not_found');
  if (channel.archived) return refused('is_archived');
  return channel;
}

/** Whether the bot has to be invited first: «chat:write.public» lets it post in any public channel. */
export function needsInvitation(channel: Channel, state: State): boolean {
  return !state.directory.hasBot(channel) && !state.scopes.has('chat:write.public');
}

export function isChannel(found: Channel | JsonObject): found is Channel {
  return 'members' in found;
}
