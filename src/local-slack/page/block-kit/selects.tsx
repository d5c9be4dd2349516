import { asObjects, asString, isObject, type JsonObject } from '../../json.ts';
import type { PageState, ShownChannel } from '../../serving/contract.ts';
import type { FieldEntry } from './form.ts';
import { plainTextOf } from './text.tsx';

interface SelectOneProps {
  readonly element: JsonObject;
  readonly offered: readonly OptionGroup[];
  readonly chosen: string | undefined;
  readonly named: FieldName;
  readonly onEntry: (entry: FieldEntry) => void;
}

/** A menu of which one thing is chosen. The browser's own is what a keyboard and a screen reader know best. */
export function SelectOne({ element, offered, chosen, named, onEntry }: SelectOneProps) {
  return (
    <select
      class="select"
      value={chosen ?? ''}
      onChange={({ currentTarget: { value } }) => onEntry(value === '' ? [] : [value])}
      {...named}
    >
      <option value="">{plainTextOf(element.placeholder) || 'Choose one'}</option>
      <Options offered={offered} />
    </select>
  );
}

export function Options({ offered }: { readonly offered: readonly OptionGroup[] }) {
  const options = ({ options }: OptionGroup) =>
    options.map(({ value, label }) => (
      <option key={value} value={value}>
        {label}
      </option>
    ));
  return (
    <>
      {offered.map(group =>
        group.heading === undefined ? (
          options(group)
        ) : (
          <optgroup key={group.heading} label={group.heading}>
            {options(group)}
          </optgroup>
        ),
      )}
    </>
  );
}

interface SelectManyProps {
  readonly element: JsonObject;
  readonly offered: readonly OptionGroup[];
  readonly chosen: readonly string[];
  readonly named: FieldName;
  readonly onEntry: (entry: FieldEntry) => void;
}

/** A menu of which several things are chosen: each stands there with a button that takes it away again. */
export function SelectMany({ element, offered, chosen, named, onEntry }: SelectManyProps) {
  const labels = new Map(offered.flatMap(({ options }) => options.map(({ value, label }) => [value, label])));
  const left = offered.map(({ heading, options }) => ({
    heading,
    options: options.filter(({ value }) => !chosen.includes(value)),
  }));
  const max =
    typeof element.max_selected_items === 'number' ? element.max_selected_items : Number.POSITIVE_INFINITY;
  return (
    <div class="select-many">
      {chosen.map(value => (
        <span key={value} class="token">
          {labels.get(value) ?? value}
          <button
            type="button"
            aria-label={`Remove ${labels.get(value) ?? value}`}
            onClick={() => onEntry(chosen.filter(each => each !== value))}
          >
            ×
          </button>
        </span>
      ))}
      <select
        class="select"
        value=""
        disabled={chosen.length >= max}
        onChange={({ currentTarget: { value } }) => value !== '' && onEntry([...chosen, value])}
        {...named}
      >
        <option value="">{plainTextOf(element.placeholder) || 'Choose some'}</option>
        <Options offered={left} />
      </select>
    </div>
  );
}

/** Options under a heading, which may be none. */
export interface OptionGroup {
  readonly heading: string | undefined;
  readonly options: readonly MenuOption[];
}

interface MenuOption {
  readonly value: string;
  readonly label: string;
}

/** What a menu offers: the app's own options, or the channels or people of the workspace. */
export function choicesOf(element: JsonObject, state: PageState): readonly OptionGroup[] {
  const groups = asObjects(element.option_groups);
  if (groups.length > 0)
    return groups.map(group => ({ heading: plainTextOf(group.label), options: optionsOf(group) }));
  return [{ heading: undefined, options: offeredBy(element, state) }];
}

export interface FieldName {
  readonly id?: string;
  readonly 'aria-label'?: string;
  readonly 'aria-invalid'?: boolean;
  readonly 'aria-describedby'?: string;
}

function offeredBy(element: JsonObject, state: PageState): readonly MenuOption[] {
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

function optionsOf(of: JsonObject): readonly MenuOption[] {
  return asObjects(of.options).map(option => ({
    value: asString(option.value) ?? '',
    label: plainTextOf(option.text),
  }));
}

function channelsOf(channels: readonly ShownChannel[], { bot }: PageState): readonly MenuOption[] {
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
