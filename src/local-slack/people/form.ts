import { optionsOf } from '../block-kit/composition.ts';
import { elementsOf } from '../block-kit/ids.ts';
import { asObjects, asString, type JsonObject } from '../json.ts';
import type { Channel } from '../state/directory.ts';
import { readFormValues, valueFields } from '../state/payloads.ts';
import type { State } from '../state/state.ts';
import { blocksOf, type View } from '../state/views.ts';

/** Entries by the action_id or block_id of their field. */
export type FieldEntries = { readonly [field: string]: FieldEntry };

/** Puts entries into a modal's fields. */
export function fillForm(view: View, entries: FieldEntries, state: State): View {
  const fields = fieldsOf(view);
  const entered: Record<string, Record<string, JsonObject>> = structuredClone(view.entered);
  for (const [name, entry] of Object.entries(entries)) {
    const field = fields.find(each => each.actionId === name) ?? fields.find(each => each.blockId === name);
    if (field === undefined)
      throw new Error(`The view has no field ${name}, only ${fields.map(each => each.actionId).join(', ')}.`);
    const value = encodeEntry(field.element, entry, view.user, state);
    entered[field.blockId] = { ...entered[field.blockId], [field.actionId]: value };
  }
  return state.views.enter(view, entered);
}

/** What Slack itself says before it sends a form: block_id and sentence. */
export function checkForm(view: View): { readonly [blockId: string]: string } {
  const values = readFormValues(blocksOf(view), view.entered);
  return Object.fromEntries(
    asObjects(view.content.blocks).flatMap(block => {
      const blockId = asString(block.block_id) ?? '';
      const [found] = elementsOf(block);
      if (block.type !== 'input' || found === undefined) return [];
      const value = values[blockId]?.[asString(found.element.action_id) ?? ''];
      const complaint = complaintAbout(found.element, value, block.optional === true);
      return complaint === undefined ? [] : [[blockId, complaint] as const];
    }),
  );
}

function complaintAbout(
  element: JsonObject,
  value: JsonObject | undefined,
  isOptional: boolean,
): string | undefined {
  const entered = Object.entries(value ?? {}).find(
    ([key]) => key === 'value' || key.startsWith('selected_'),
  )?.[1];
  const isEmpty =
    entered === undefined ||
    entered === null ||
    entered === '' ||
    (Array.isArray(entered) && entered.length === 0);
  if (isEmpty) return isOptional ? undefined : 'Please complete this required field.';
  if (typeof entered !== 'string' || element.type !== 'plain_text_input') return undefined;
  const { min_length: min, max_length: max } = element;
  if (typeof min === 'number' && entered.length < min) return `Must be at least ${min} characters.`;
  return typeof max === 'number' && entered.length > max ? `Must be at most ${max} characters.` : undefined;
}

function fieldsOf(view: View) {
  return blocksOf(view).flatMap(block =>
    elementsOf(block).map(({ element }) => ({
      element,
      blockId: asString(block.block_id) ?? '',
      actionId: asString(element.action_id) ?? '',
    })),
  );
}

/** What a person enters: a text, a day, a time, the value of an option or the id of a channel; several in a list. */
export type FieldEntry = string | readonly string[];

/** An entry in Slack's form. Throws where nobody could enter it, for a test must not do what a person cannot. */
export function encodeEntry(element: JsonObject, entry: FieldEntry, user: string, state: State): JsonObject {
  const type = asString(element.type) ?? '';
  const known = Object.hasOwn(valueFields, type) ? valueFields[type] : undefined;
  if (known === undefined) throw new Error(`Nothing can be entered in a ${type}.`);
  const zone = type === 'timepicker' && element.timezone !== undefined ? { timezone: element.timezone } : {};
  return { type, [known.field]: fieldValue(element, known.field, entry, user, state), ...zone };
}

function fieldValue(
  element: JsonObject,
  field: string,
  entry: FieldEntry,
  user: string,
  state: State,
): unknown {
  const chosen = typeof entry === 'string' ? [entry] : entry;
  const [first] = chosen;
  switch (field) {
    case 'selected_options':
      return chosen.map(value => optionWith(element, value));
    case 'selected_option':
      return first === undefined ? null : optionWith(element, first);
    case 'selected_conversations':
      return chosen.map(id => conversationFor(element, id, user, state));
    case 'selected_conversation':
    case 'selected_channel':
      return first === undefined ? null : conversationFor(element, first, user, state);
    default:
      // Slack sends null for an empty field.
      return first === undefined || first === '' ? null : first;
  }
}

function optionWith(element: JsonObject, value: string): JsonObject {
  const options = optionsOf(element);
  const option = options.find(each => each.value === value);
  if (option !== undefined) return option;
  throw new Error(`There is no option ${value}, only ${options.map(each => String(each.value)).join(', ')}.`);
}

function conversationFor(element: JsonObject, id: string, user: string, state: State): string {
  const channel = state.directory.listVisible(user).find(each => each.id === id);
  if (channel === undefined || !isOffered(element, channel))
    throw new Error(`The menu does not offer ${id}.`);
  return id;
}

function isOffered(element: JsonObject, channel: Channel): boolean {
  if (element.type === 'channels_select') return channel.kind === 'public';
  const filter = element.filter as { readonly include?: readonly string[] } | undefined;
  const kind = channel.kind === 'dm' ? 'im' : channel.kind;
  return !channel.archived && (filter?.include === undefined || filter.include.includes(kind));
}
