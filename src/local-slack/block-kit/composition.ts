import { isDeepStrictEqual } from 'node:util';
import { asObjects, isObject, type JsonObject } from '../json.ts';
import { boolean, type Check, list, oneOf, rule, shape, string, typed, webUrl } from './checks.ts';

/** types 3.2: text, value and description are 75 characters at most; older pages allow a value of 150. */
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

/** «If option_groups is specified, this field should not be.» */
export const eitherOptionsOrGroups: Check = rule(
  element => (element.options === undefined) !== (element.option_groups === undefined),
  'must define either `options` or `option_groups`',
);

/** «exactly matches one of the options within `options` or `option_groups`» */
export const initialIsAnOption: Check = rule(
  element =>
    initialOptions(element).every(initial =>
      optionsOf(element).some(each => isDeepStrictEqual(each, initial)),
    ),
  'the initial option must be one of the options',
);

/** Every option of an element, those of its groups too. */
export function optionsOf(element: JsonObject): readonly JsonObject[] {
  return [
    ...asObjects(element.options),
    ...asObjects(element.option_groups).flatMap(group => asObjects(group.options)),
  ];
}

function initialOptions(element: JsonObject): readonly unknown[] {
  if (Array.isArray(element.initial_options)) return element.initial_options;
  return isObject(element.initial_option) ? [element.initial_option] : [];
}

/** «The minimum length is 1 and maximum length is 3000 characters.» */
const textLengthMax = 3000;

export function plainText(max: number = textLengthMax): Check {
  return typed({ plain_text: plainTextShape(max) });
}

/** Either plain_text or mrkdwn. */
export function anyText(max: number = textLengthMax): Check {
  return typed({ plain_text: plainTextShape(max), mrkdwn: mrkdwnShape(max) });
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
