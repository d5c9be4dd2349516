const FIRST_MS = 1000;
const LONGEST_MS = 60_000;

/** Twice as long after each attempt, and by chance a part of that, so that those who wait do not all come back at once. */
export function backoffMs(attempts: number, random: () => number): number {
  const longest = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.max(0, attempts - 1));
  return Math.round(longest * (0.5 + 0.5 * random()));
}
