import { isDeepStrictEqual } from 'node:util';
import { asObjects, isObject, type JsonObject } from '../json.ts';
import { all, boolean, byType, type Check, list, oneOf, rule, shape, string, webUrl } from './checks.ts';

/** «The minimum length is 1 and maximum length is 3000 characters.» */
const textLengthMax = 3000;

/** A plain_text object. */
export function plainText(max: number = textLengthMax): Check {
  return byType({ plain_text: plainTextShape(max) });
}

/** A text object: plain_text or mrkdwn. */
export function anyText(max: number = textLengthMax): Check {
  return byType({ plain_text: plainTextShape(max), mrkdwn: mrkdwnShape(max) });
}

/** @slack/types 3.2: text, value and description are at most 75 characters; older pages allow a value of 150. */
const optionLengthMax = 75;
const optionsMax = 100;

const value = string({ min: 1, max: optionLengthMax });
const description = plainText(optionLengthMax);

/** An option of a menu. */
export const menuOption: Check = shape({
  required: { text: plainText(optionLengthMax), value },
  optional: { description },
});

/** An option of radio buttons or checkboxes, which may be in mrkdwn. */
export const choiceOption: Check = shape({
  required: { text: anyText(optionLengthMax), value },
  optional: { description: anyText(optionLengthMax) },
});

/** «Only available in overflow menus! A URL to load in the user's browser when the option is clicked.» */
export const overflowOption: Check = shape({
  required: { text: plainText(optionLengthMax), value },
  optional: { description, url: webUrl },
});

export const menuOptions: Check = list(menuOption, { min: 1, max: optionsMax });

export const optionGroups: Check = list(
  shape({ required: { label: plainText(optionLengthMax), options: menuOptions } }),
  { min: 1, max: optionsMax },
);

/** A filter for the conversations of a menu. Slack requires at least one of its fields. */
export const conversationFilter: Check = all(
  shape({
    optional: {
      include: list(oneOf('im', 'mpim', 'private', 'public'), { min: 1, max: 4 }),
      exclude_external_shared_channels: boolean,
      exclude_bot_users: boolean,
    },
  }),
  rule(filter => Object.keys(filter).length > 0, 'must have at least one field'),
);

/** «Maximum length for this field is 100 / 300 / 30 / 30 characters.» */
export const confirmDialog: Check = shape({
  required: { title: plainText(100), text: anyText(300), confirm: plainText(30), deny: plainText(30) },
  optional: { style: oneOf('primary', 'danger') },
});

/** «If option_groups is specified, this field should not be.» */
export const eitherOptionsOrGroups: Check = rule(
  element => (element.options === undefined) !== (element.option_groups === undefined),
  'must define either `options` or `option_groups`',
);

/** «exactly matches one of the options within `options` or `option_groups`» */
export const initialIsAnOption: Check = rule(
  element =>
    initialOptionsOf(element).every(initial =>
      optionsOf(element).some(each => isDeepStrictEqual(each, initial)),
    ),
  'the initial option must be one of the options',
);

/** Every option of an element, including those of its groups. */
export function optionsOf(element: JsonObject): readonly JsonObject[] {
  return [
    ...asObjects(element.options),
    ...asObjects(element.option_groups).flatMap(group => asObjects(group.options)),
  ];
}

/** The options that an element begins with; none if it begins empty. */
export function initialOptionsOf(element: JsonObject): readonly unknown[] {
  if (Array.isArray(element.initial_options)) return element.initial_options;
  return isObject(element.initial_option) ? [element.initial_option] : [];
}

function plainTextShape(max: number): Check {
  return shape({
    required: { type: oneOf('plain_text'), text: string({ min: 1, max }) },
    optional: { emoji: boolean },
  });
}

function mrkdwnShape(max: number): Check {
  return shape({
    required: { type: oneOf('mrkdwn'), text: string({ min: 1, max }) },
    optional: { verbatim: boolean },
  });
}
