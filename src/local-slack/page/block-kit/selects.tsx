import { asObjects, asString, isObject, type JsonObject } from '../../json.ts';
import type { PageState, ShownChannel } from '../../serving/contract.ts';
import type { FieldEntry } from '../../state/form-values.ts';
import { plainTextOf } from './text.tsx';

/** The attributes that name a field to a screen reader. */
export interface FieldName {
  readonly id?: string;
  readonly 'aria-label'?: string;
  readonly 'aria-invalid'?: boolean;
  readonly 'aria-describedby'?: string;
}

interface SelectProps {
  readonly element: JsonObject;
  readonly groups: readonly OptionGroup[];
  readonly chosen: readonly string[];
  readonly name: FieldName;
  readonly onEntry: (entry: FieldEntry) => void;
}

/** A menu for one choice. It is the browser's own, which keyboards and screen readers know best. */
export function SelectOne({ element, groups, chosen: [chosen = ''], name, onEntry }: SelectProps) {
  return (
    <select
      class="select"
      value={chosen}
      onChange={({ currentTarget: { value } }) => onEntry(value === '' ? [] : [value])}
      {...name}
    >
      {/* Slack shows the placeholder only while nothing is chosen. */}
      {chosen === '' && <option value="">{plainTextOf(element.placeholder) || 'Choose one'}</option>}
      <Options groups={groups} />
    </select>
  );
}

/** A menu for several choices, each of which is shown with a button that removes it. */
export function SelectMany({ element, groups, chosen, name, onEntry }: SelectProps) {
  const labels = new Map(groups.flatMap(({ options }) => options.map(({ value, label }) => [value, label])));
  const remaining = groups.map(({ heading, options }) => ({
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
        {...name}
      >
        <option value="">{plainTextOf(element.placeholder) || 'Choose some'}</option>
        <Options groups={remaining} />
      </select>
    </div>
  );
}

interface OptionGroup {
  readonly heading: string | undefined;
  readonly options: readonly MenuOption[];
}

interface MenuOption {
  readonly value: string;
  readonly label: string;
}

/** The options that a menu offers: the app's own, or the channels or people of the workspace. */
export function listOptions(element: JsonObject, state: PageState): readonly OptionGroup[] {
  const groups = asObjects(element.option_groups);
  if (groups.length > 0)
    return groups.map(group => ({ heading: plainTextOf(group.label), options: readOptions(group) }));
  return [{ heading: undefined, options: listUngrouped(element, state) }];
}

function listUngrouped(element: JsonObject, state: PageState): readonly MenuOption[] {
  switch (element.type) {
    case 'conversations_select':
    case 'multi_conversations_select':
      return state.channels
        .filter(channel => isIncluded(element, channel))
        .map(channel => toOption(channel, state));
    case 'channels_select':
      return state.channels
        .filter(channel => channel.kind === 'public')
        .map(channel => toOption(channel, state));
    case 'users_select':
    case 'multi_users_select':
      return state.people.map(({ id, name }) => ({ value: id, label: name }));
    default:
      return readOptions(element);
  }
}

function readOptions({ options }: JsonObject): readonly MenuOption[] {
  return asObjects(options).map(option => ({
    value: asString(option.value) ?? '',
    label: plainTextOf(option.text),
  }));
}

function toOption({ id, name, kind }: ShownChannel, { bot }: PageState): MenuOption {
  return { value: id, label: { public: `# ${name}`, private: `🔒 ${name}`, dm: bot.name }[kind] };
}

/** `filter.include` lists kinds of conversation. Slack calls a direct message `im` there. */
function isIncluded({ filter }: JsonObject, { kind }: ShownChannel): boolean {
  const include = isObject(filter) ? filter.include : undefined;
  return !Array.isArray(include) || include.includes(kind === 'dm' ? 'im' : kind);
}

function Options({ groups }: { readonly groups: readonly OptionGroup[] }) {
  const draw = ({ options }: OptionGroup) =>
    options.map(({ value, label }) => (
      <option key={value} value={value}>
        {label}
      </option>
    ));
  return (
    <>
      {groups.map(group =>
        group.heading === undefined ? (
          draw(group)
        ) : (
          <optgroup key={group.heading} label={group.heading}>
            {draw(group)}
          </optgroup>
        ),
      )}
    </>
  );
}
