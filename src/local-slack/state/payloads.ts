import { asString, type JsonObject } from '../json.ts';
import type { Directory } from './directory.ts';
import { readFormValues } from './form-values.ts';
import type { Message } from './messages.ts';
import { blocksOf, type View } from './views.ts';

/** A message as Slack sends it to the app. */
export function buildMessagePayload(message: Message, { bot, team }: Directory): JsonObject {
  const isBot = message.author === bot.userId;
  return {
    type: 'message',
    ...(message.subtype !== undefined && { subtype: message.subtype, topic: message.topic ?? '' }),
    user: message.author,
    ts: message.ts,
    text: message.text,
    team: team.id,
    blocks: message.blocks,
    ...(isBot && { bot_id: bot.botId, app_id: bot.appId }),
    ...(message.threadTs !== undefined && { thread_ts: message.threadTs }),
    ...(message.edited && { edited: { user: message.author, ts: message.ts } }),
    ...(message.metadata !== undefined && { metadata: message.metadata }),
    ...(message.cards !== undefined && {
      attachments: message.cards.map(({ app_unfurl_url: url }, index) => ({
        id: index + 1,
        from_url: url,
        app_unfurl_url: url,
        is_app_unfurl: true,
        app_id: bot.appId,
        bot_id: bot.botId,
      })),
    }),
    ...(message.files !== undefined && {
      files: message.files.map(({ id, name, title, bytes }) => ({ id, name, title, size: bytes.length })),
    }),
  };
}

/** A view as Slack sends it to the app. */
export function buildViewPayload(view: View, { bot, team }: Directory): JsonObject {
  const { content } = view;
  const isModal = content.type === 'modal';
  return {
    id: view.id,
    team_id: team.id,
    type: content.type,
    blocks: blocksOf(view),
    private_metadata: asString(content.private_metadata) ?? '',
    callback_id: asString(content.callback_id) ?? '',
    external_id: asString(content.external_id) ?? '',
    state: { values: readFormValues(blocksOf(view), view.entered) },
    hash: view.hash,
    ...(isModal && { title: content.title, submit: content.submit ?? null, close: content.close ?? null }),
    clear_on_close: content.clear_on_close ?? false,
    notify_on_close: content.notify_on_close ?? false,
    previous_view_id: view.previousId ?? null,
    root_view_id: view.rootId,
    app_id: bot.appId,
    app_installed_team_id: team.id,
    bot_id: bot.botId,
  };
}
