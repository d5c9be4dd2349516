import { asString, type JsonObject } from '../json.ts';
import type { Channel } from '../state/directory.ts';
import type { Message } from '../state/messages.ts';
import { buildMessagePayload } from '../state/payloads.ts';
import type { State } from '../state/state.ts';
import { findVisibleChannel } from './channels.ts';
import { readContent, refuseTooMuchText } from './content.ts';
import { isRefusal, type Refusal, refuse, succeed } from './responses.ts';

export function postMessage(args: JsonObject, state: State): JsonObject {
  const channel = findPostableChannel(args.channel, state);
  if (isRefusal(channel)) return channel;
  if (needsInvitation(channel, state)) return refuse('not_in_channel');
  const threadTs = asString(args.thread_ts);
  if (threadTs !== undefined && state.messages.find(channel.id, threadTs) === undefined)
    return refuse('thread_not_found');
  const content = readContent(args, state);
  if (isRefusal(content)) return content;
  const tooMuch = refuseTooMuchText(content);
  if (tooMuch !== undefined) return tooMuch;
  const message = state.messages.post({
    ...content,
    channel: channel.id,
    author: state.directory.bot.userId,
    ...(threadTs !== undefined && { threadTs: findThreadRoot(channel.id, threadTs, state) }),
  });
  const { directory } = state;
  return succeed({ channel: channel.id, ts: message.ts, message: buildMessagePayload(message, directory) });
}

export function postEphemeral(args: JsonObject, state: State): JsonObject {
  const channel = findPostableChannel(args.channel, state);
  if (isRefusal(channel)) return channel;
  // chat:write.public does not help here: an ephemeral message needs the bot in the channel.
  if (!state.directory.hasBot(channel)) return refuse('not_in_channel');
  const user = asString(args.user) ?? '';
  if (state.directory.person(user) === undefined || !channel.members.has(user))
    return refuse('user_not_in_channel');
  const content = readContent(args, state);
  if (isRefusal(content)) return content;
  const threadTs = asString(args.thread_ts);
  const message = state.messages.post({
    ...content,
    channel: channel.id,
    author: state.directory.bot.userId,
    ephemeralFor: user,
    ...(threadTs !== undefined && { threadTs }),
  });
  // «Ephemeral messages in threads are only shown if there is already an active thread.» Slack takes them all the same.
  if (threadTs !== undefined && !hasReplies(channel.id, threadTs, state)) state.messages.remove(message);
  return succeed({ message_ts: message.ts });
}

export function updateMessage(args: JsonObject, state: State): JsonObject {
  const message = findOwnMessage(args, state, 'cant_update_message');
  if (isRefusal(message)) return message;
  const content = readContent(args, state);
  if (isRefusal(content)) return content;
  const tooMuch = refuseTooMuchText(content);
  if (tooMuch !== undefined) return tooMuch;
  const updated = state.messages.replace(message, content);
  const { channel, ts, text } = updated;
  return succeed({ channel, ts, text, message: buildMessagePayload(updated, state.directory) });
}

export function deleteMessage(args: JsonObject, state: State): JsonObject {
  const message = findOwnMessage(args, state, 'cant_delete_message');
  if (isRefusal(message)) return message;
  state.messages.remove(message);
  return succeed({ channel: message.channel, ts: message.ts });
}

/** The channel of a post, as far as the bot can see it. Its membership is another question. */
function findPostableChannel(id: unknown, { directory }: State): Channel | Refusal {
  if (typeof id !== 'string' || id === '') return refuse('channel_not_found');
  // chat.postMessage takes a person's id for their direct messages with the bot.
  const channel =
    directory.person(id) === undefined ? findVisibleChannel(id, directory) : directory.openDirectMessages(id);
  if (isRefusal(channel)) return channel;
  return channel.archived ? refuse('is_archived') : channel;
}

/** Whether the bot must be invited first: «chat:write.public» lets it post in any public channel. */
function needsInvitation(channel: Channel, { directory, scopes }: State): boolean {
  return !directory.hasBot(channel) && !scopes.has('chat:write.public');
}

/** The bot's own message. Ephemeral ones «cannot be edited with chat.update (only through response_url)». */
function findOwnMessage(args: JsonObject, state: State, errorForOthers: string): Message | Refusal {
  const channel = findPostableChannel(args.channel, state);
  if (isRefusal(channel)) return channel;
  const message = state.messages.find(channel.id, asString(args.ts) ?? '');
  if (message === undefined || message.ephemeralFor !== undefined) return refuse('message_not_found');
  return message.author === state.directory.bot.userId ? message : refuse(errorForOthers);
}

function hasReplies(channel: string, threadTs: string, { messages }: State): boolean {
  return messages.all.some(
    each => each.channel === channel && each.threadTs === threadTs && each.ephemeralFor === undefined,
  );
}

/** A reply to a reply belongs to the thread's first message. */
function findThreadRoot(channel: string, ts: string, { messages }: State): string {
  return messages.find(channel, ts)?.threadTs ?? ts;
}
