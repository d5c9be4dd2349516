import { asObjects, isObject } from '../json.ts';
import { isTimeZone } from '../time-zone.ts';
import {
  all,
  boolean,
  type Check,
  integer,
  list,
  matches,
  oneOf,
  rule,
  shape,
  string,
  violate,
  webUrl,
} from './checks.ts';
import {
  choiceOption,
  confirmDialog,
  conversationFilter,
  eitherOptionsOrGroups,
  initialIsAnOption,
  menuOption,
  menuOptions,
  optionGroups,
  overflowOption,
  plainText,
} from './composition.ts';

const identifier = string({ min: 1, max: 255 });

const pressable = { action_id: identifier, confirm: confirmDialog };
const focusable = { ...pressable, focus_on_load: boolean };
const menu = { ...focusable, placeholder: plainText(150) };
const textInput = {
  action_id: identifier,
  focus_on_load: boolean,
  placeholder: plainText(150),
  dispatch_action_config: shape({
    optional: {
      trigger_actions_on: list(oneOf('on_enter_pressed', 'on_character_entered'), { min: 1, max: 2 }),
    },
  }),
};
const staticOptions = { options: menuOptions, option_groups: optionGroups };
const severalAtMost = { max_selected_items: integer({ min: 1, max: 100 }) };
const choices = list(choiceOption, { min: 1, max: 10 });
const conversationMenu = { default_to_current_conversation: boolean, filter: conversationFilter };

const day = matches(/^\d{4}-\d{2}-\d{2}$/, 'must be a date as YYYY-MM-DD');
const realDay: Check = all(day, (value, path) =>
  typeof value === 'string' && day(value, path).length === 0 && !isRealDay(value)
    ? violate(path, 'no such day')
    : [],
);

/** Every interactive element that the local Slack knows, with its limits. */
export const interactiveElements: { readonly [type: string]: Check } = {
  button: element(
    'button',
    { text: plainText(75) },
    {
      ...pressable,
      value: string({ max: 2000 }),
      url: webUrl,
      style: oneOf('primary', 'danger'),
      accessibility_label: string({ min: 1, max: 75 }),
    },
  ),
  overflow: element('overflow', { options: list(overflowOption, { min: 2, max: 5 }) }, pressable),
  static_select: all(
    element('static_select', {}, { ...menu, ...staticOptions, initial_option: menuOption }),
    eitherOptionsOrGroups,
    initialIsAnOption,
  ),
  multi_static_select: all(
    element(
      'multi_static_select',
      {},
      {
        ...menu,
        ...staticOptions,
        ...severalAtMost,
        initial_options: list(menuOption, { min: 1, max: 100 }),
      },
    ),
    eitherOptionsOrGroups,
    initialIsAnOption,
    rule(
      select =>
        typeof select.max_selected_items !== 'number' ||
        asObjects(select.initial_options).length <= select.max_selected_items,
      'more initial options than max_selected_items',
    ),
  ),
  radio_buttons: all(
    element('radio_buttons', { options: choices }, { ...focusable, initial_option: choiceOption }),
    initialIsAnOption,
  ),
  checkboxes: all(
    element(
      'checkboxes',
      { options: choices },
      { ...focusable, initial_options: list(choiceOption, { min: 1, max: 10 }) },
    ),
    initialIsAnOption,
  ),
  conversations_select: element(
    'conversations_select',
    {},
    {
      ...menu,
      ...conversationMenu,
      initial_conversation: identifier,
      response_url_enabled: boolean,
    },
  ),
  multi_conversations_select: element(
    'multi_conversations_select',
    {},
    {
      ...menu,
      ...conversationMenu,
      ...severalAtMost,
      initial_conversations: list(identifier, { min: 1, max: 100 }),
    },
  ),
  channels_select: element(
    'channels_select',
    {},
    { ...menu, initial_channel: identifier, response_url_enabled: boolean },
  ),
  multi_users_select: element(
    'multi_users_select',
    {},
    { ...menu, ...severalAtMost, initial_users: list(identifier, { min: 1, max: 100 }) },
  ),
  users_select: element('users_select', {}, { ...menu, initial_user: identifier }),
  datepicker: element('datepicker', {}, { ...menu, initial_date: realDay }),
  timepicker: element(
    'timepicker',
    {},
    {
      ...menu,
      initial_time: matches(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time as HH:mm'),
      timezone: (value, path) =>
        typeof value === 'string' && isTimeZone(value) ? [] : violate(path, 'must be an IANA time zone'),
    },
  ),
  plain_text_input: all(
    element(
      'plain_text_input',
      {},
      {
        ...textInput,
        initial_value: string({ max: 3000 }),
        multiline: boolean,
        min_length: integer({ min: 0, max: 3000 }),
        max_length: integer({ min: 1, max: 3000 }),
      },
    ),
    rule(
      input =>
        typeof input.min_length !== 'number' ||
        typeof input.max_length !== 'number' ||
        input.min_length <= input.max_length,
      'min_length must not be greater than max_length',
    ),
  ),
};

/** An image among the elements of a context block or beside a section. */
export const imageElement: Check = all(
  shape({
    required: { type: oneOf('image'), alt_text: string({ min: 1, max: 2000 }) },
    optional: {
      image_url: webUrl,
      slack_file: (value, path) => (isObject(value) ? [] : violate(path, 'must be an object')),
    },
  }),
  rule(
    image => (image.image_url === undefined) !== (image.slack_file === undefined),
    'must define either `image_url` or `slack_file`',
  ),
);

function element(type: string, required: Record<string, Check>, optional: Record<string, Check>): Check {
  return shape({ required: { type: oneOf(type), ...required }, optional });
}

function isRealDay(value: string): boolean {
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}
