import { isObject, type JsonObject } from '../json.ts';

/** A rule of Slack's that a value breaks: where (a JSON pointer), and which, in Slack's words if they are known. */
export interface Violation {
  readonly path: string;
  readonly rule: string;
}

/** Returns the rules that a value breaks; none if it is right. */
export type Check = (value: unknown, path: string) => readonly Violation[];

export function violate(path: string, rule: string): readonly Violation[] {
  return [{ path, rule }];
}

/** A text of so many characters. JavaScript's count is never lower than Slack's. */
export function string(limits: { readonly min?: number; readonly max: number }): Check {
  const min = limits.min ?? 0;
  return (value, path) => {
    if (typeof value !== 'string') return violate(path, 'must be a string');
    if (value.length < min) return violate(path, `must be more than ${min - 1} characters`);
    return value.length > limits.max ? violate(path, `must be less than ${limits.max + 1} characters`) : [];
  };
}

/** A text of a pattern; `rule` is the sentence for any other value. */
export function matches(pattern: RegExp, rule: string): Check {
  return (value, path) => (typeof value === 'string' && pattern.test(value) ? [] : violate(path, rule));
}

export const boolean: Check = (value, path) =>
  typeof value === 'boolean' ? [] : violate(path, 'must be a boolean');

export function integer(limits: { readonly min: number; readonly max: number }): Check {
  const { min, max } = limits;
  return (value, path) =>
    typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max
      ? []
      : violate(path, `must be a whole number from ${min} to ${max}`);
}

export function oneOf(...values: readonly (string | number)[]): Check {
  return (value, path) =>
    values.some(each => each === value) ? [] : violate(path, `must be one of ${values.join(', ')}`);
}

export function list(item: Check, limits: { readonly min: number; readonly max: number }): Check {
  return (value, path) => {
    if (!Array.isArray(value)) return violate(path, 'must be an array');
    const size =
      value.length < limits.min
        ? violate(path, `must have more than ${limits.min - 1} items`)
        : value.length > limits.max
          ? violate(path, `no more than ${limits.max} items allowed`)
          : [];
    return [...size, ...value.flatMap((each, index) => item(each, `${path}/${index}`))];
  };
}

/** An object with these fields and no others: Slack refuses what it does not know. */
export function shape(fields: {
  readonly required?: { readonly [key: string]: Check };
  readonly optional?: { readonly [key: string]: Check };
}): Check {
  const required = fields.required ?? {};
  const known: { readonly [key: string]: Check } = { ...fields.optional, ...required };
  return (value, path) => {
    if (!isObject(value)) return violate(path, 'must be an object');
    const missing = Object.keys(required).filter(key => value[key] === undefined);
    return [
      ...missing.flatMap(key => violate(`${path}/${key}`, 'missing required field')),
      ...definedEntries(value).flatMap(([key, field]) => {
        const check = Object.hasOwn(known, key) ? known[key] : undefined;
        return check === undefined
          ? violate(`${path}/${key}`, 'invalid additional property')
          : check(field, `${path}/${key}`);
      }),
    ];
  };
}

/** One of several kinds of object, distinguished by their `type`. */
export function byType(kinds: { readonly [type: string]: Check }): Check {
  return (value, path) => {
    if (!isObject(value)) return violate(path, 'must be an object');
    const { type } = value;
    if (typeof type !== 'string') return violate(`${path}/type`, 'missing required field');
    const check = Object.hasOwn(kinds, type) ? kinds[type] : undefined;
    return check === undefined ? violate(`${path}/type`, `unsupported type: ${type}`) : check(value, path);
  };
}

/** All of these checks. */
export function all(...checks: readonly Check[]): Check {
  return (value, path) => checks.flatMap(check => check(value, path));
}

/** A rule over a whole object, at a path within it. It holds for everything else, which another check refuses. */
export function rule(holds: (value: JsonObject) => boolean, sentence: string, at = ''): Check {
  return (value, path): readonly Violation[] =>
    !isObject(value) || holds(value) ? [] : violate(path + at, sentence);
}

/** «Maximum length for this field is 3000 characters.» */
const urlLengthMax = 3000;

/** An address that a button, an overflow option or an image may have: http or https. */
export const webUrl: Check = url(['http:', 'https:']);

/** An address that a link in rich text may have. */
export const linkUrl: Check = url(['http:', 'https:', 'mailto:']);

function url(protocols: readonly string[]): Check {
  return all(string({ min: 1, max: urlLengthMax }), (value, path) => {
    if (typeof value !== 'string' || value === '') return [];
    // URL() accepts blanks and line ends, which Slack does not.
    const isWellFormed = !/[\s<>|]/.test(value) && protocols.includes(protocolOf(value) ?? '');
    return isWellFormed ? [] : violate(path, 'invalid url');
  });
}

/** Not by URL.canParse: after some thousand calls, Node 20 refuses addresses with letters such as ü. */
function protocolOf(address: string): string | undefined {
  try {
    return new URL(address).protocol;
  } catch {
    return undefined;
  }
}

/** JSON.stringify leaves out undefined fields, so they never reach Slack. */
function definedEntries(value: JsonObject): readonly (readonly [string, unknown])[] {
  return Object.entries(value).filter(([, field]) => field !== undefined);
}
