import { elementsOf } from '../block-kit/ids.ts';
import { type JsonObject, objectsIn, textOf } from '../json.ts';
import { formValues } from '../state/payloads.ts';
import type { State } from '../state/state.ts';
import { blocksOf, type View } from '../state/views.ts';
import { type Entry, enteredValue } from './entry.ts';

/** Entries by the action_id or block_id of their field. */
export type Entries = { readonly [field: string]: Entry };

/** Puts entries into a modal's fields. */
export function fillIn(view: View, entries: Entries, state: State): View {
  const fields = fieldsOf(view);
  const entered: Record<string, Record<string, JsonObject>> = structuredClone(view.entered);
  for (const [name, entry] of Object.entries(entries)) {
    const field = fields.find(each => each.actionId === name) ?? fields.find(each => each.blockId === name);
    if (field === undefined)
      throw new Error(`The view has no field ${name}, only ${fields.map(each => each.actionId).join(', ')}.`);
    const value = enteredValue(field.element, entry, view.user, state);
    entered[field.blockId] = { ...entered[field.blockId], [field.actionId]: value };
  }
  return state.views.enter(view, entered);
}

/** What Slack itself says before it sends a form: block_id and sentence. */
export function incompleteFields(view: View): { readonly [blockId: string]: string } {
  const values = formValues(blocksOf(view), view.entered);
  return Object.fromEntries(
    objectsIn(view.content.blocks).flatMap(block => {
      const blockId = textOf(block.block_id) ?? '';
      const [found] = elementsOf(block);
      if (block.type !== 'input' || found === undefined) return [];
      const value = values[blockId]?.[textOf(found.element.action_id) ?? ''];
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
      blockId: textOf(block.block_id) ?? '',
      actionId: textOf(element.action_id) ?? '',
    })),
  );
}
