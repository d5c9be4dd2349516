import type { JsonObject } from '../json.ts';
import type { Message } from './messages.ts';
import type { State } from './state.ts';

/** A message as Slack sends it to the app. */
export function messagePayload(message: Message, { directory }: State): JsonObject {
  const isBot = message.author === directory.bot.userId;
  return {
    type: 'message',
    user: message.author,
    ts: message.ts,
    text: message.text,
    team: directory.team.id,
    blocks: message.blocks,
    ...(isBot && { bot_id: directory.bot.botId, app_id: directory.bot.appId }),
    ...(message.threadTs !== undefined && { thread_ts: message.threadTs }),
    ...(message.edited && { edited: { user: message.author, ts: message.ts } }),
    ...(message.metadata !== undefined && { metadata: message.metadata }),
  };
}
