import { isObject, type JsonObject } from '../json.ts';
import { type Violation, violate } from './checks.ts';

/**
 * What Slack would take, and Lectern may not send: mrkdwn that is not verbatim (bare names and addresses in outside
 * text would become mentions and links), a call to the whole channel, blocks without a text for screen readers
 * (which read `text` and not the blocks), and more text than is safe.
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

/** The same for a modal or an App Home, which have no text beside their blocks. */
export function checkHouseRulesOfView(view: JsonObject): readonly Violation[] {
  return checkWithin(view.blocks, '/blocks');
}

function checkWithin(value: unknown, path: string): readonly Violation[] {
  if (Array.isArray(value)) return value.flatMap((each, index) => checkWithin(each, `${path}/${index}`));
  if (!isObject(value)) return [];
  const here = [
    ...(value.type === 'mrkdwn' && value.verbatim !== true
      ? violate(`${path}/verbatim`, 'mrkdwn must be verbatim')
      : []),
    ...(value.type === 'mrkdwn' ? checkText(value.text, `${path}/text`) : []),
    ...(value.type === 'broadcast' ? violate(path, 'calls the whole channel') : []),
  ];
  return [...here, ...Object.entries(value).flatMap(([key, field]) => checkWithin(field, `${path}/${key}`))];
}

function checkText(text: unknown, path: string): readonly Violation[] {
  return typeof text === 'string' && /<!(channel|here|everyone|subteam)\b/.test(text)
    ? violate(path, 'calls the whole channel')
    : [];
}

/**
 * Slack has an undocumented limit on all the text of one chat.postMessage (bolt-js #2509, #2867): «~12,000 text chars
 * plus container overhead; seen at ~13.2k and once at 11.3k counted», answered with msg_blocks_too_long.
 */
export const blocksTextMax = 12_000;

/** What Lectern allows itself, well below. */
export const textBudget = 9000;

/** The characters of all texts in these blocks: of text objects, rich text, labels, options and alt texts. */
export function measureText(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, each: unknown) => sum + measureText(each), 0);
  if (!isObject(value)) return 0;
  return Object.entries(value).reduce((sum, [key, field]) => {
    const isText = typeof field === 'string' && (key === 'text' || key === 'alt_text' || key === 'fallback');
    return sum + (isText ? field.length : measureText(field));
  }, 0);
}

/** Says so where a message comes nearer to Slack's hidden limit than is safe. */
export function checkTextBudget(blocks: unknown): readonly Violation[] {
  const length = measureText(blocks);
  return length > textBudget
    ? violate('/blocks', `${length} characters of text in one message, over the budget of ${textBudget}`)
    : [];
}
