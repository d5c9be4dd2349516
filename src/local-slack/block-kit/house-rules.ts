import { isObject, type JsonObject } from '../json.ts';
import { measureText } from './check.ts';
import { type Violation, violate } from './checks.ts';

/** The characters of text that Lectern allows itself in one message, well below Slack's `blocksTextMax`. */
export const textBudget = 9000;

/**
 * Lectern's own rules for messages, stricter than Slack's. mrkdwn must be verbatim, or names and addresses in outside
 * text would become mentions and links. Nothing may call the whole channel, and those who are active in it only an element
 * for them. Blocks need a `text`, which screen readers read instead of them. A message stays within the text budget.
 */
export function checkHouseRules(message: JsonObject): readonly Violation[] {
  const { text, blocks } = message;
  const isMute = blocks !== undefined && (typeof text !== 'string' || text.trim() === '');
  return [
    ...(isMute ? violate('/text', 'blocks need a text that says the same') : []),
    ...checkTextBudget(blocks),
    ...checkText(text, '/text'),
    ...checkWithin(blocks, '/blocks'),
  ];
}

/** The same rules for a modal or an App Home, which have no text beside their blocks. */
export function checkHouseRulesOfView(view: JsonObject): readonly Violation[] {
  return checkWithin(view.blocks, '/blocks');
}

function checkTextBudget(blocks: unknown): readonly Violation[] {
  const length = measureText(blocks);
  return length > textBudget
    ? violate('/blocks', `${length} characters of text in one message, over the budget of ${textBudget}`)
    : [];
}

function checkWithin(value: unknown, path: string): readonly Violation[] {
  if (Array.isArray(value)) return value.flatMap((each, index) => checkWithin(each, `${path}/${index}`));
  if (!isObject(value)) return [];
  const here = [
    ...(value.type === 'mrkdwn' && value.verbatim !== true
      ? violate(`${path}/verbatim`, 'mrkdwn must be verbatim')
      : []),
    ...(value.type === 'mrkdwn' ? checkText(value.text, `${path}/text`) : []),
    ...(value.type === 'broadcast' && value.range !== 'here' ? violate(path, 'calls the whole channel') : []),
  ];
  return [...here, ...Object.entries(value).flatMap(([key, field]) => checkWithin(field, `${path}/${key}`))];
}

function checkText(text: unknown, path: string): readonly Violation[] {
  return typeof text === 'string' && /<!(channel|here|everyone|subteam)\b/.test(text)
    ? violate(path, 'calls the whole channel')
    : [];
}
