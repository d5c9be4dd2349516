import { isObject, type JsonObject, objectsIn, textOf } from '../../json.ts';
import type { Entry, Holder } from './holder.ts';

/** What a field holds at first: what was entered in it before, or what the app has put there. */
export function firstEntry(block: JsonObject, element: JsonObject, holder: Holder): Entry {
  const value = holder.values[textOf(block.block_id) ?? '']?.[textOf(element.action_id) ?? ''];
  const entry = value === undefined ? nothingIn(element) : entryOf(value, element);
  const isHere = element.default_to_current_conversation === true && entry.length === 0;
  return isHere && holder.openedIn !== undefined ? [holder.openedIn] : entry;
}

/** An entry in the form of `state.values`, as what a person chose in it. */
function entryOf(value: JsonObject, element: JsonObject): Entry {
  const chosen = Object.entries(value).find(([key]) => key === 'value' || key.startsWith('selected_'))?.[1];
  if (typeof chosen === 'string') return isTyped(element) ? chosen : [chosen];
  if (isObject(chosen)) return [textOf(chosen.value) ?? ''];
  if (!Array.isArray(chosen)) return nothingIn(element);
  const options = objectsIn(chosen);
  return options.length > 0 ? options.map(option => textOf(option.value) ?? '') : chosen.filter(isText);
}

function nothingIn(element: JsonObject): Entry {
  return isTyped(element) ? '' : [];
}

function isTyped({ type }: JsonObject): boolean {
  return type === 'plain_text_input' || type === 'timepicker' || type === 'datepicker';
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
