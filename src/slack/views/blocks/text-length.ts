/**
 * The most text that a digest puts into one message, in characters. Slack documents no limit and refuses somewhere above
 * 11,000 (bolt-js #2509, #2867); the rest is left for the words that mark a message as repeated.
 */
export const TEXT_BUDGET = 8700;

/** The characters of all texts in these blocks, as Slack seems to count them: texts, labels, fallbacks. */
export function textLength(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, each: unknown) => sum + textLength(each), 0);
  if (value === null || typeof value !== 'object') return 0;
  return Object.entries(value).reduce(
    (sum, [key, field]) =>
      sum + (typeof field === 'string' ? (COUNTED.has(key) ? field.length : 0) : textLength(field)),
    0,
  );
}

const COUNTED = new Set(['text', 'alt_text', 'fallback']);
