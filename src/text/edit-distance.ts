/**
 * Whether two words differ in no more than `limit` (1 or 2) places, and in how many: a letter too much, too little,
 * wrong, or two neighbours swapped (Damerau and Levenshtein's distance, each place mended once). More than the limit
 * comes back as `limit + 1`.
 */
export function editDistance(a: string, b: string, limit: number): number {
  let start = 0;
  let endA = a.length;
  let endB = b.length;
  // What is the same at both ends needs no mending; most words that differ much are told apart by what is left.
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

function isSwapped(a: string, b: string, at: number): boolean {
  return a.charCodeAt(at) === b.charCodeAt(at + 1) && a.charCodeAt(at + 1) === b.charCodeAt(at);
}

/**
 * 2 where two mendings make one word of the other, else 3. Both differ in their first letters: the first mending is
 * there, and one more must make the rest the same.
 */
function restDistance(a: string, b: string): number {
  const mended =
    isOneEdit(a, 1, b, 1) ||
    isOneEdit(a, 1, b, 0) ||
    isOneEdit(a, 0, b, 1) ||
    (isSwapped(a, b, 0) && isOneEdit(a, 2, b, 2));
  return mended ? 2 : 3;
}

/** Whether one mending, or none, makes the same of what begins at these places. */
function isOneEdit(a: string, fromA: number, b: string, fromB: number): boolean {
  return editDistance(a.slice(fromA), b.slice(fromB), 1) <= 1;
}
