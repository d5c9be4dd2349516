import { optionsOf } from '../block-kit/composition.ts';
import { type JsonObject, textOf } from '../json.ts';
import { valueField } from '../state/payloads.ts';
import type { State } from '../state/state.ts';
import type { Channel } from '../state/world.ts';

/** What a person enters: a text, a day, a time, the value of an option or the id of a channel; several in a list. */
export type Entry = string | readonly string[];

/** An entry in Slack's form. Throws where nobody could enter it, for a test must not do what a person cannot. */
export function enteredValue(element: JsonObject, entry: Entry, user: string, state: State): JsonObject {
  const type = textOf(element.type) ?? '';
  const known = Object.hasOwn(valueField, type) ? valueField[type] : undefined;
  if (known === undefined) throw new Error(`Nothing can be entered in a ${type}.`);
  const zone = type === 'timepicker' && element.timezone !== undefined ? { timezone: element.timezone } : {};
  return { type, [known.field]: fieldValue(element, known.field, entry, user, state), ...zone };
}

function fieldValue(element: JsonObject, field: string, entry: Entry, user: string, state: State): unknown {
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
  const channel = state.directory.visibleTo(user).find(each => each.id === id);
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
