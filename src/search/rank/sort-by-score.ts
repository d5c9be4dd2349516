/** A key has two digits of this many bits. */
const DIGIT_BITS = 8;
const DIGITS = 1 << DIGIT_BITS;
const KEYS = DIGITS * DIGITS;

/** A score's 32 bits without these: 12 remain behind its exponent and tell scores apart that differ by a 4,000th. */
const DROPPED_BITS = 11;

/**
 * Sorts the first `count` places by their scores, highest first and equal ones as they stand, and rounds the scores to
 * the keys that they are sorted by. Positive floats order as their bits do, so this is a radix sort of two digits: for a
 * thousand scores many times faster than comparing them, and a query that most talks answer spends its time here. The
 * result is a view of the buffers and is overwritten by the next sort.
 */
export function sortByScore(
  { places, count }: { places: Int32Array; count: number },
  scores: Float32Array,
  { keys, byLow, order, highStarts, lowStarts }: SortBuffers,
): Int32Array {
  const bits = new Int32Array(scores.buffer);
  const highest = roundScores({ places, count }, bits, highestOf({ places, count }, bits));
  for (let at = 0; at < count; at++) keys[at] = highest - ((bits[places[at] ?? 0] ?? 0) >> DROPPED_BITS);
  highStarts.fill(0);
  lowStarts.fill(0);
  for (let at = 0; at < count; at++) {
    const key = keys[at] ?? 0;
    const high = key >> DIGIT_BITS;
    const low = key & (DIGITS - 1);
    highStarts[high] = (highStarts[high] ?? 0) + 1;
    lowStarts[low] = (lowStarts[low] ?? 0) + 1;
  }
  toStarts(highStarts);
  toStarts(lowStarts);
  for (let at = 0; at < count; at++) byLow[takePlace(lowStarts, (keys[at] ?? 0) & (DIGITS - 1))] = at;
  for (let next = 0; next < count; next++) {
    const at = byLow[next] ?? 0;
    order[takePlace(highStarts, (keys[at] ?? 0) >> DIGIT_BITS)] = places[at] ?? 0;
  }
  return order.subarray(0, count);
}

/** The tables of a sort, allocated once; see Accumulators. */
export interface SortBuffers {
  readonly keys: Uint16Array;
  readonly byLow: Int32Array;
  readonly order: Int32Array;
  readonly highStarts: Int32Array;
  readonly lowStarts: Int32Array;
}

export function makeSortBuffers(count: number): SortBuffers {
  return {
    keys: new Uint16Array(count),
    byLow: new Int32Array(count),
    order: new Int32Array(count),
    highStarts: new Int32Array(DIGITS),
    lowStarts: new Int32Array(DIGITS),
  };
}

/** The greatest of the bits of these scores. */
function highestOf({ places, count }: { places: Int32Array; count: number }, bits: Int32Array): number {
  let highest = 0;
  for (let at = 0; at < count; at++) {
    const own = bits[places[at] ?? 0] ?? 0;
    if (own > highest) highest = own;
  }
  return highest;
}

/**
 * Rounds the scores, given as their bits and with the greatest of them, to so many steps below that one as there are keys;
 * those that lie further below come to the last step. Returns the step of the highest.
 */
export function roundScores(
  { places, count }: { places: Int32Array; count: number },
  bits: Int32Array,
  highest: number,
): number {
  const top = highest >> DROPPED_BITS;
  const lowest = top - (KEYS - 1);
  for (let at = 0; at < count; at++) {
    const place = places[at] ?? 0;
    const step = (bits[place] ?? 0) >> DROPPED_BITS;
    bits[place] = (step < lowest ? lowest : step) << DROPPED_BITS;
  }
  return top;
}

/** Turns the count of each digit into the place where it begins. */
function toStarts(counts: Int32Array): void {
  let before = 0;
  for (let digit = 0; digit < DIGITS; digit++) {
    const count = counts[digit] ?? 0;
    counts[digit] = before;
    before += count;
  }
}

function takePlace(starts: Int32Array, digit: number): number {
  const start = starts[digit] ?? 0;
  starts[digit] = start + 1;
  return start;
}
