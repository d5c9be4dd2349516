/**
 * The Damerau-Levenshtein distance of two words up to `limit` (1 or 2), and `limit + 1` beyond it. An edit is a letter too
 * many, missing or wrong, or two neighbours swapped; no place is edited twice (optimal string alignment).
 */
export function editDistance(a: string, b: string, limit: number): number {
  let start = 0;
  let endA = a.length;
  let endB = b.length;
  // The same letters at both ends need no edit, and the rest decides most comparisons.
  while (start < endA && start < endB && a.charCodeAt(start) === b.charCodeAt(start)) start++;
  while (endA > start && endB > start && a.charCodeAt(endA - 1) === b.charCodeAt(endB - 1)) {
    endA--;
    endB--;
  }
  const longer = Math.max(endA, endB) - start;
  if (longer <= 1) return longer;
  if (longer === 2 && endA === endB) return isSwapped(a, b, start) ? 1 : 2;
  return limit < 2
    ? limit + 1
    : Math.min(restDistance(a.slice(start, endA), b.slice(start, endB)), limit + 1);
}

/** A shorter word with one letter less is another word. */
const SLIP_LENGTH_MIN = 5;

/** Whether a word is another with two letters swapped, or one too few or too many. Another letter makes another word, `tasks`. */
export function isSlip(typed: string, meant: string): boolean {
  if (typed === meant || Math.abs(meant.length - typed.length) > 1 || editDistance(meant, typed, 1) > 1)
    return false;
  if (meant.length !== typed.length) return Math.min(meant.length, typed.length) >= SLIP_LENGTH_MIN;
  return [...typed].sort().join('') === [...meant].sort().join('');
}

function isSwapped(a: string, b: string, at: number): boolean {
  return a.charCodeAt(at) === b.charCodeAt(at + 1) && a.charCodeAt(at + 1) === b.charCodeAt(at);
}

/** 2 if two edits make one word of the other, else 3. Their first letters differ, so the first edit is there. */
function restDistance(a: string, b: string): number {
  const isTwo =
    isOneEdit(a, 1, b, 1) ||
    isOneEdit(a, 1, b, 0) ||
    isOneEdit(a, 0, b, 1) ||
    (isSwapped(a, b, 0) && isOneEdit(a, 2, b, 2));
  return isTwo ? 2 : 3;
}

/** True if at most one edit makes the rests of two words equal. */
function isOneEdit(a: string, fromA: number, b: string, fromB: number): boolean {
  return editDistance(a.slice(fromA), b.slice(fromB), 1) <= 1;
}
