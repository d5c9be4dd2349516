import { optionsOf } from '../block-kit/composition.ts';
import { elementsOf } from '../block-kit/ids.ts';
import { asString, isObject, type JsonObject } from '../json.ts';
import type { Channel } from '../state/directory.ts';
import {
  buildValue,
  type FieldEntries,
  type FieldEntry,
  readChoice,
  readFormValues,
  type ValueKey,
  valueKeyOf,
} from '../state/form-values.ts';
import type { State } from '../state/state.ts';
import { blocksOf, type View } from '../state/views.ts';

/** Puts entries into the fields of a view. Throws if there is no such field, or a person could not enter that. */
export function fillForm(view: View, entries: FieldEntries, state: State): View {
  const fields = listElements(blocksOf(view));
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

/** Slack's own complaints about a form, which it makes before it sends one: by block_id, a sentence each. */
export function checkForm(view: View): { readonly [blockId: string]: string } {
  const values = readFormValues(blocksOf(view), view.entered);
  return Object.fromEntries(
    listElements(blocksOf(view))
      .filter(({ block }) => block.type === 'input')
      .flatMap(({ block, element, blockId, actionId }) => {
        const value = values[blockId]?.[actionId];
        const choice = value === undefined ? undefined : readChoice(value);
        const complaint = checkChoice(element, choice, block.optional === true);
        return complaint === undefined ? [] : [[blockId, complaint] as const];
      }),
  );
}

function checkChoice(element: JsonObject, choice: unknown, isOptional: boolean): string | undefined {
  const isEmpty =
    choice === undefined ||
    choice === null ||
    choice === '' ||
    (Array.isArray(choice) && choice.length === 0);
  if (isEmpty) return isOptional ? undefined : 'Please complete this required field.';
  if (typeof choice !== 'string' || element.type !== 'plain_text_input') return undefined;
  const { min_length: min, max_length: max } = element;
  if (typeof min === 'number' && choice.length < min) return `Must be at least ${min} characters.`;
  return typeof max === 'number' && choice.length > max ? `Must be at most ${max} characters.` : undefined;
}

/** An entry in Slack's form. Throws if nobody could enter it: a test must not do what a person cannot. */
export function encodeEntry(element: JsonObject, entry: FieldEntry, user: string, state: State): JsonObject {
  const key = valueKeyOf(element);
  if (key === undefined)
    throw new Error(`Nothing can be entered in the element ${asString(element.type) ?? ''}.`);
  const chosen = typeof entry === 'string' ? [entry] : entry;
  return buildValue(element, key, encodeChoice(key, chosen, { element, user, state }));
}

interface FieldContext {
  readonly element: JsonObject;
  readonly user: string;
  readonly state: State;
}

function encodeChoice(key: ValueKey, chosen: readonly string[], context: FieldContext): unknown {
  const [first] = chosen;
  switch (key) {
    case 'selected_options':
      return chosen.map(value => requireOption(value, context));
    case 'selected_option':
      return first === undefined ? null : requireOption(first, context);
    case 'selected_conversations':
      return chosen.map(id => requireConversation(id, context));
    case 'selected_conversation':
    case 'selected_channel':
      return first === undefined ? null : requireConversation(first, context);
    case 'selected_users':
      return chosen;
    case 'value':
    case 'selected_user':
    case 'selected_date':
    case 'selected_time':
      // Slack sends null for an empty field.
      return first === undefined || first === '' ? null : first;
    default:
      return key satisfies never;
  }
}

function requireOption(value: string, { element }: FieldContext): JsonObject {
  const options = optionsOf(element);
  const option = options.find(each => each.value === value);
  if (option !== undefined) return option;
  throw new Error(`There is no option ${value}, only ${options.map(each => String(each.value)).join(', ')}.`);
}

function requireConversation(id: string, { element, user, state }: FieldContext): string {
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

/** Describes a button or menu. Each field narrows the choice. */
export interface ElementQuery {
  readonly actionId?: string;
  readonly blockId?: string;
  /** The button's own value, if several have the same action_id. */
  readonly value?: string;
  /** The button's text. */
  readonly label?: string;
}

export interface FoundElement {
  readonly block: JsonObject;
  readonly element: JsonObject;
  readonly blockId: string;
  readonly actionId: string;
}

/** The one element that matches. Throws if none does, or several, and lists the elements that are there. */
export function findElement(blocks: readonly JsonObject[], query: ElementQuery): FoundElement {
  const all = listElements(blocks);
  const matching = all.filter(
    ({ element, blockId, actionId }) =>
      (query.actionId ?? actionId) === actionId &&
      (query.blockId ?? blockId) === blockId &&
      (query.value ?? element.value) === element.value &&
      (query.label ?? labelOf(element)) === labelOf(element),
  );
  const [found] = matching;
  if (found !== undefined && matching.length === 1) return found;
  const there = all.map(
    ({ element, actionId }) => `${actionId} "${labelOf(element) ?? ''}" ${String(element.value ?? '')}`,
  );
  const { actionId, blockId, value, label } = query;
  const wanted = JSON.stringify({ actionId, blockId, value, label });
  throw new Error(`${matching.length} elements match ${wanted}. There are: ${there.join('; ') || 'none'}.`);
}

/** Every interactive element of some blocks, with its ids. */
export function listElements(blocks: readonly JsonObject[]): readonly FoundElement[] {
  return blocks.flatMap(block =>
    elementsOf(block).map(({ element }) => ({
      block,
      element,
      blockId: asString(block.block_id) ?? '',
      actionId: asString(element.action_id) ?? '',
    })),
  );
}

function labelOf({ text }: JsonObject): string | undefined {
  return isObject(text) ? asString(text.text) : undefined;
}
