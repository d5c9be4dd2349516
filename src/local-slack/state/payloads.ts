import { elementsOf } from '../block-kit/ids.ts';
import { asString, type JsonObject } from '../json.ts';
import type { Message } from './messages.ts';
import type { State } from './state.ts';
import { blocksOf, type FormValues, type View } from './views.ts';

/** A view as Slack sends it to the app. */
export function buildViewPayload(view: View, { directory }: State): JsonObject {
  const { content } = view;
  const isModal = content.type === 'modal';
  return {
    id: view.id,
    team_id: directory.team.id,
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
    app_id: directory.bot.appId,
    app_installed_team_id: directory.team.id,
    bot_id: directory.bot.botId,
  };
}

/** `state.values`: every element that holds a value, with what was entered, or what it began with, or null. */
export function readFormValues(blocks: readonly JsonObject[], entered: FormValues): FormValues {
  return Object.fromEntries(
    blocks.flatMap(block => {
      const blockId = asString(block.block_id) ?? '';
      const values = elementsOf(block).flatMap(({ element }) => {
        const actionId = asString(element.action_id) ?? '';
        const value = entered[blockId]?.[actionId] ?? initialValue(element);
        return value === undefined ? [] : [[actionId, value] as const];
      });
      return values.length === 0 ? [] : [[blockId, Object.fromEntries(values)] as const];
    }),
  );
}

/** Which field of a value carries the choice, by the element's type. */
export const valueFields: { readonly [type: string]: { readonly field: string; readonly initial: string } } =
  {
    plain_text_input: { field: 'value', initial: 'initial_value' },
    static_select: { field: 'selected_option', initial: 'initial_option' },
    radio_buttons: { field: 'selected_option', initial: 'initial_option' },
    multi_static_select: { field: 'selected_options', initial: 'initial_options' },
    checkboxes: { field: 'selected_options', initial: 'initial_options' },
    conversations_select: { field: 'selected_conversation', initial: 'initial_conversation' },
    multi_conversations_select: { field: 'selected_conversations', initial: 'initial_conversations' },
    channels_select: { field: 'selected_channel', initial: 'initial_channel' },
    users_select: { field: 'selected_user', initial: 'initial_user' },
    datepicker: { field: 'selected_date', initial: 'initial_date' },
    timepicker: { field: 'selected_time', initial: 'initial_time' },
  };

function initialValue(element: JsonObject): JsonObject | undefined {
  const type = asString(element.type) ?? '';
  const known = Object.hasOwn(valueFields, type) ? valueFields[type] : undefined;
  if (known === undefined) return undefined;
  const nothing = known.field.endsWith('s') ? [] : null;
  const zone = type === 'timepicker' && element.timezone !== undefined ? { timezone: element.timezone } : {};
  return { type, [known.field]: element[known.initial] ?? nothing, ...zone };
}

/** A message as Slack sends it to the app. */
export function buildMessagePayload(message: Message, { directory }: State): JsonObject {
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
