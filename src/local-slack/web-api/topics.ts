import { asString, type JsonObject } from '../json.ts';
import type { State } from '../state/state.ts';
import { findVisibleChannel } from './channels.ts';
import { describeChannel } from './lookups.ts';
import { isRefusal, refuse, refuseScope, succeed } from './responses.ts';

/** «Must be 250 characters or fewer.» */
const TOPIC_LENGTH = 250;

/**
 * Sets what stands at the head of a channel. Only its members may; everyone there reads of it in a message of Slack's own,
 * unless it stood there already.
 */
export function setTopic(args: JsonObject, state: State): JsonObject {
  const { directory, messages, scopes } = state;
  const channel = findVisibleChannel(asString(args.channel) ?? '', directory);
  if (isRefusal(channel)) return channel;
  const needed = { public: 'channels:write.topic', private: 'groups:write.topic', dm: 'im:write.topic' }[
    channel.kind
  ];
  if (!scopes.has(needed)) return refuseScope(needed, scopes);
  if (channel.archived) return refuse('is_archived');
  if (!directory.hasBot(channel)) return refuse('not_in_channel');
  const topic = asString(args.topic);
  if (topic === undefined) return refuse('invalid_arguments');
  if (topic.length > TOPIC_LENGTH) return refuse('too_long');
  if (topic !== (channel.topic ?? '')) {
    directory.setTopic(channel.id, topic);
    const words = topic === '' ? 'cleared the channel topic' : `set the channel topic: ${topic}`;
    messages.post({
      channel: channel.id,
      author: directory.bot.userId,
      subtype: channel.kind === 'private' ? 'group_topic' : 'channel_topic',
      text: `<@${directory.bot.userId}> ${words}`,
      blocks: [],
      topic,
    });
  }
  return succeed({ channel: describeChannel({ ...channel, topic }, state) });
}
