import { isObject, type JsonObject, objectsIn, textOf } from '../../json.ts';
import type { PageState, ShownChannel } from '../../serving/contract.ts';
import { wordsOf } from './text-object.tsx';

/** Options under a heading, which may be none. */
export interface OfferedGroup {
  readonly heading: string | undefined;
  readonly options: readonly OfferedOption[];
}

interface OfferedOption {
  readonly value: string;
  readonly label: string;
}

/** What a menu offers: the app's own options, or the channels or people of the workspace. */
export function choicesOf(element: JsonObject, state: PageState): readonly OfferedGroup[] {
  const groups = objectsIn(element.option_groups);
  if (groups.length > 0)
    return groups.map(group => ({ heading: wordsOf(group.label), options: optionsOf(group) }));
  return [{ heading: undefined, options: offeredBy(element, state) }];
}

export interface FieldName {
  readonly id?: string;
  readonly 'aria-label'?: string;
  readonly 'aria-invalid'?: boolean;
  readonly 'aria-describedby'?: string;
}

function offeredBy(element: JsonObject, state: PageState): readonly OfferedOption[] {
  switch (element.type) {
    case 'conversations_select':
    case 'multi_conversations_select':
      return channelsOf(
        state.channels.filter(channel => isIncluded(element, channel)),
        state,
      );
    case 'channels_select':
      return channelsOf(
        state.channels.filter(channel => channel.kind === 'public'),
        state,
      );
    case 'users_select':
      return state.people.map(({ id, name }) => ({ value: id, label: name }));
    default:
      return optionsOf(element);
  }
}

function optionsOf(of: JsonObject): readonly OfferedOption[] {
  return objectsIn(of.options).map(option => ({
    value: textOf(option.value) ?? '',
    label: wordsOf(option.text),
  }));
}

function channelsOf(channels: readonly ShownChannel[], { bot }: PageState): readonly OfferedOption[] {
  return channels.map(({ id, name, kind }) => ({
    value: id,
    label: { public: `# ${name}`, private: `🔒 ${name}`, dm: bot.name }[kind],
  }));
}

/** `filter.include` names kinds of conversation; Slack calls a direct message `im` there. */
function isIncluded({ filter }: JsonObject, { kind }: ShownChannel): boolean {
  const include = isObject(filter) ? filter.include : undefined;
  return !Array.isArray(include) || include.includes(kind === 'dm' ? 'im' : kind);
}
