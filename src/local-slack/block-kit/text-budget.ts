import { isObject } from '../json.ts';
import { type Problem, problem } from './problem.ts';

/**
 * Slack has an undocumented limit on all the text of one chat.postMessage (bolt-js #2509, #2867): «~12,000 text chars
 * plus container overhead; seen at ~13.2k and once at 11.3k counted», answered with msg_blocks_too_long.
 */
export const textRefusedOver = 12_000;

/** What Lectern allows itself, well below. */
export const textBudget = 9000;

/** The characters of all texts in these blocks: of text objects, rich text, labels, options and alt texts. */
export function textLength(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, each: unknown) => sum + textLength(each), 0);
  if (!isObject(value)) return 0;
  return Object.entries(value).reduce((sum, [key, field]) => {
    const isText = typeof field === 'string' && (key === 'text' || key === 'alt_text' || key === 'fallback');
    return sum + (isText ? field.length : textLength(field));
  }, 0);
}

/** Says so where a message comes nearer to Slack's hidden limit than is safe. */
export function checkTextBudget(blocks: unknown): readonly Problem[] {
  const length = textLength(blocks);
  return length > textBudget
    ? problem('/blocks', `${length} characters of text in one message, over the budget of ${textBudget}`)
    : [];
}
