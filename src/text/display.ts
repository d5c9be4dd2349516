/** A shortened text ends with none of these before its "…". */
const LOOSE_END = /[\s,;:.–—-]/u;
const WHITE_SPACE = /\s/u;
/** The first half of a character that is two code units. */
const HALF_CHARACTER = /[\ud800-\udbff]/;

/**
 * A text of at most `length` code units: cut between words, with "…" where something is left out. A word is cut through
 * only if less than half of the length would remain, and a character never.
 */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  if (length < 1) return '';
  let end = lastSpace(text, length) ?? length - 1;
  if (HALF_CHARACTER.test(text.charAt(end - 1))) end--;
  while (LOOSE_END.test(text.charAt(end - 1))) end--;
  return `${text.slice(0, end)}…`;
}

/** The place of the last white space in the second half of what fits. */
function lastSpace(text: string, length: number): number | undefined {
  for (let at = length - 1; at > length / 2; at--) if (WHITE_SPACE.test(text.charAt(at))) return at;
  return undefined;
}

/**
 * A count with its noun, as people read it: `1 talk`, `2 talks`, `1,025 talks`. `plural` is needed only if it is not
 * the noun with an s: `pluralise(3, 'reply', 'replies')`.
 */
export function pluralise(count: number, noun: string, plural = `${noun}s`): string {
  return `${formatCount(count)} ${count === 1 ? noun : plural}`;
}

/** `1,025` */
export function formatCount(count: number): string {
  // Intl would do the same, after it has loaded its rules for 20 ms, and in ten times as long.
  return count < 1000 ? String(count) : String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** The first of some names, and how many more there are: `Ropes, Knots and 3 more`. */
export function listSome(names: readonly string[], max: number): string {
  const others = names.length - max;
  return `${names.slice(0, max).join(', ')}${others > 0 ? ` and ${others} more` : ''}`;
}
