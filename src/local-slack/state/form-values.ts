import { elementsOf } from '../block-kit/ids.ts';
import { asString, type JsonObject } from '../json.ts';

/** As in `view.state.values`: block_id, then action_id, then the element's value in Slack's form. */
export type FormValues = { readonly [blockId: string]: { readonly [actionId: string]: JsonObject } };

/** A person's entry in a field: a text, a day, a time, the value of an option or the id of a channel; or a list. */
export type FieldEntry = string | readonly string[];

/** Entries by the block_id or action_id of their field. */
export type FieldEntries = { readonly [field: string]: FieldEntry };

/** The key of a value under which an element's choice stands, and the key of the element with its initial one. */
const valueKeys = {
  plain_text_input: { key: 'value', initial: 'initial_value' },
  static_select: { key: 'selected_option', initial: 'initial_option' },
  radio_buttons: { key: 'selected_option', initial: 'initial_option' },
  multi_static_select: { key: 'selected_options', initial: 'initial_options' },
  checkboxes: { key: 'selected_options', initial: 'initial_options' },
  conversations_select: { key: 'selected_conversation', initial: 'initial_conversation' },
  multi_conversations_select: { key: 'selected_conversations', initial: 'initial_conversations' },
  channels_select: { key: 'selected_channel', initial: 'initial_channel' },
  users_select: { key: 'selected_user', initial: 'initial_user' },
  multi_users_select: { key: 'selected_users', initial: 'initial_users' },
  datepicker: { key: 'selected_date', initial: 'initial_date' },
  timepicker: { key: 'selected_time', initial: 'initial_time' },
} as const;

export type ValueKey = (typeof valueKeys)[keyof typeof valueKeys]['key'];

/** Every element that holds a value: with the person's entry, or else its initial one, or else null or []. */
export function readFormValues(blocks: readonly JsonObject[], entered: FormValues): FormValues {
  return Object.fromEntries(
    blocks.flatMap(block => {
      const blockId = asString(block.block_id) ?? '';
      const values = elementsOf(block).flatMap(({ element }) => {
        const actionId = asString(element.action_id) ?? '';
        const value = entered[blockId]?.[actionId] ?? buildInitialValue(element);
        return value === undefined ? [] : [[actionId, value] as const];
      });
      return values.length === 0 ? [] : [[blockId, Object.fromEntries(values)] as const];
    }),
  );
}

/** Returns undefined if the element holds no value, as a button. */
export function valueKeyOf(element: JsonObject): ValueKey | undefined {
  return keysOf(element)?.key;
}

/** An element's value in Slack's form: its type, the choice under its key, and a timepicker's zone. */
export function buildValue(element: JsonObject, key: ValueKey, choice: unknown): JsonObject {
  const { type, timezone } = element;
  return { type, [key]: choice, ...(type === 'timepicker' && timezone !== undefined && { timezone }) };
}

/** The choice in a value: a text, an option or an id, or a list of these; null or undefined if there is none. */
export function readChoice(value: JsonObject): unknown {
  return Object.entries(value).find(([key]) => key === 'value' || key.startsWith('selected_'))?.[1];
}

function buildInitialValue(element: JsonObject): JsonObject | undefined {
  const keys = keysOf(element);
  if (keys === undefined) return undefined;
  const blank = keys.key.endsWith('s') ? [] : null;
  return buildValue(element, keys.key, element[keys.initial] ?? blank);
}

function keysOf({ type }: JsonObject): (typeof valueKeys)[keyof typeof valueKeys] | undefined {
  return typeof type === 'string' && Object.hasOwn(valueKeys, type)
    ? valueKeys[type as keyof typeof valueKeys]
    : undefined;
}
