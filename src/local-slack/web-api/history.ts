import { asString, type JsonObject } from '../json.ts';
import type { Channel } from '../state/directory.ts';
import type { Message } from '../state/messages.ts';
import { buildMessagePayload } from '../state/payloads.ts';
import type { State } from '../state/state.ts';
import { findVisibleChannel } from './channels.ts';
import { isTrue } from './requests.ts';
import { isRefusal, type Refusal, refuse, refuseScope, succeed } from './responses.ts';

const SCOPES = { public: 'channels:history', private: 'groups:history', dm: 'im:history' } as const;
const LIMIT = 100;
const LIMIT_MAX = 999;

/** `conversations.history`: the newest messages first, without replies in threads and ephemeral ones. */
export function listHistory(args: JsonObject, state: State): JsonObject {
  const channel = findReadableChannel(args, state);
  if (isRefusal(channel)) return channel;
  const all = visible(channel, state).filter(({ threadTs }) => threadTs === undefined);
  return listed(all.reverse(), args, state);
}

/** `conversations.replies`: a thread's first message and its replies, the oldest first. */
export function listReplies(args: JsonObject, state: State): JsonObject {
  const channel = findReadableChannel(args, state);
  if (isRefusal(channel)) return channel;
  const root = asString(args.ts);
  const thread = visible(channel, state).filter(({ ts, threadTs }) => ts === root || threadTs === root);
  return thread.some(({ ts }) => ts === root) ? listed(thread, args, state) : refuse('thread_not_found');
}

/** A bot reads where it is a member and has the scope for that kind of channel. */
function findReadableChannel({ channel: id }: JsonObject, { directory, scopes }: State): Channel | Refusal {
  const channel = findVisibleChannel(asString(id) ?? '', directory);
  if (isRefusal(channel)) return channel;
  if (!scopes.has(SCOPES[channel.kind])) return refuseScope(SCOPES[channel.kind], scopes);
  return directory.hasBot(channel) ? channel : refuse('not_in_channel');
}

function visible({ id }: Channel, { messages }: State): Message[] {
  return messages.all.filter(({ channel, ephemeralFor }) => channel === id && ephemeralFor === undefined);
}

/** `latest` itself is left out unless `inclusive` is true, as in Slack. */
function listed(
  all: readonly Message[],
  { limit, latest, inclusive }: JsonObject,
  { directory }: State,
): JsonObject {
  const before = asString(latest);
  const isListed = ({ ts }: Message) => Number(ts) < Number(before) || (isTrue(inclusive) && ts === before);
  const some = before === undefined ? all : all.filter(isListed);
  const count = Math.min(Number(limit ?? LIMIT), LIMIT_MAX);
  const messages = some.slice(0, count).map(message => buildMessagePayload(message, directory));
  return succeed({ messages, has_more: some.length > count });
}
