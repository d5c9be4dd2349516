import { asObjects, asString, isObject, type JsonObject } from '../json.ts';
import {
  all,
  boolean,
  type Check,
  integer,
  list,
  oneOf,
  rule,
  shape,
  string,
  type Violation,
  violate,
  webUrl,
} from './checks.ts';

/** A work object's metadata as `chat.unfurl` takes it, for a link that was posted; or as `entity.presentDetails` does. */
export function checkEntity(entity: unknown, path: string, of: 'unfurl' | 'details'): readonly Violation[] {
  return (of === 'unfurl' ? unfurled : presented)(entity, path);
}

const text = (max: number) => string({ min: 1, max });
const icon = shape({ required: { alt_text: text(2000) }, optional: { url: webUrl } });

const attributes = shape({
  required: { title: shape({ required: { text: text(3000) } }) },
  optional: {
    display_type: text(255),
    display_id: text(255),
    product_name: text(255),
    product_icon: icon,
    locale: text(20),
    metadata_last_modified: integer({ min: 0, max: 9_999_999_999 }),
  },
});

/** Strings are plain unless `format` says markdown, which this app never does: outside text would become markup. */
const common = { required: { key: text(255), label: text(255) }, optional: { icon, long: boolean } };
const field = (type: string, value: Check, optional: { readonly [key: string]: Check } = {}) =>
  shape({
    required: { ...common.required, type: oneOf(type), value },
    optional: { ...common.optional, ...optional },
  });
const instant = integer({ min: 0, max: 9_999_999_999 });
const FIELDS: { readonly [type: string]: Check } = {
  string: field('string', text(3000), { tag_color: text(20), link: webUrl }),
  integer: field('integer', integer({ min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER })),
  'slack#/types/timestamp': field('slack#/types/timestamp', instant),
  'slack#/types/date': field('slack#/types/date', text(10)),
  'slack#/types/link': field('slack#/types/link', webUrl),
};

const customField: Check = (value, path) => {
  if (!isObject(value)) return violate(path, 'must be an object');
  const type = asString(value.type) ?? '';
  const check = Object.hasOwn(FIELDS, type) ? FIELDS[type] : undefined;
  return check === undefined ? violate(`${path}/type`, `unsupported type: ${type}`) : check(value, path);
};

/** The label of these buttons is a string, where that of a block's button is an object. */
const actionButton = shape({
  required: { text: text(75), action_id: text(255) },
  optional: {
    value: string({ max: 2000 }),
    style: oneOf('primary', 'danger'),
    url: webUrl,
    accessibility_label: text(75),
    processing_state: shape({ required: { enabled: boolean }, optional: { interstitial_text: text(255) } }),
  },
});

const payload = all(
  shape({
    required: { attributes },
    optional: {
      custom_fields: list(customField, { min: 1, max: 50 }),
      display_order: list(text(255), { min: 1, max: 50 }),
      // «primary_actions: up to 2; overflow_actions: up to 5»
      actions: shape({
        optional: {
          primary_actions: list(actionButton, { min: 1, max: 2 }),
          overflow_actions: list(actionButton, { min: 1, max: 5 }),
        },
      }),
    },
  }),
  rule(value => isUnique(keysOf(value)), 'keys must be unique', '/custom_fields'),
  rule(
    value =>
      !Array.isArray(value.display_order) || value.display_order.every(key => keysOf(value).includes(key)),
    'names a field that is not there',
    '/display_order',
  ),
);

const entityFields = {
  entity_type: oneOf('slack#/entities/item'),
  entity_payload: payload,
  external_ref: shape({ required: { id: text(255) }, optional: { type: text(255) } }),
  url: webUrl,
};
const unfurled = shape({ required: { ...entityFields, app_unfurl_url: webUrl } });
const presented = shape({ required: entityFields });

function keysOf({ custom_fields: fields }: JsonObject): readonly unknown[] {
  return asObjects(fields).map(({ key }) => key);
}

function isUnique(values: readonly unknown[]): boolean {
  return new Set(values).size === values.length;
}

/** All buttons of a work object, the primary ones first. */
export function buttonsOfEntity({ entity_payload: payloadOf }: JsonObject): readonly JsonObject[] {
  const { actions } = isObject(payloadOf) ? payloadOf : {};
  if (!isObject(actions)) return [];
  return [...asObjects(actions.primary_actions), ...asObjects(actions.overflow_actions)];
}
