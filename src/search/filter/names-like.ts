import { editDistance } from '../../text/edit-distance.ts';
import { fold } from '../../text/fold.ts';
import { findNearestNames } from '../correction/name-correction.ts';
import { removeQuotes } from '../query/filters.ts';

/** The names that a value means. */
export interface NamesLike {
  readonly names: readonly string[];
  /** The one that a misspelt value was taken for. */
  readonly corrected?: string;
}

/**
 * Finds all names that contain the value, else the one that is spelt most like it; undefined if none is. `distanceMax` is on
 * Fuse's scale, from 0 for the same.
 */
export function findNamesLike(
  value: string,
  names: readonly string[],
  distanceMax: number,
): NamesLike | undefined {
  const part = normalizeName(value);
  const matches = names.filter(one => normalizeName(one).includes(part));
  if (matches.length > 0) return { names: preferWholeNumbers(part, matches) };
  const corrected =
    findNearestNames(names, value, distanceMax).find(
      one => numbersOf(one) === numbersOf(value) && mayBeShort(part, normalizeName(one), distanceMax),
    ) ?? names.find(one => hasNearWords(part, normalizeName(one)));
  return corrected === undefined ? undefined : { names: [corrected], corrected };
}

/** A longer word has letters enough to be heard in a name: `voicechovski`. */
const SHORT_LENGTH_MAX = 6;

/**
 * True unless the value is a short word that no whole word of the name is like. Fuse finds the letters of `ines` within
 * `Daneshvar`, but nobody of that name is called Ines. Both are normalised.
 */
function mayBeShort(value: string, name: string, distanceMax: number): boolean {
  if (value.length > SHORT_LENGTH_MAX || value.includes(' ')) return true;
  const limit = Math.floor(value.length * distanceMax);
  return name.split(/[\s-]+/u).some(word => editDistance(value, word, limit) <= limit);
}

/** True for a word with a slip in it: `quai` for `quay`, `tesell` for `tessel`. Both are folded. */
export function isNearWord(typed: string, word: string): boolean {
  if (typed === word) return true;
  if (typed.length < NEAR_LENGTH_MIN || word.length < NEAR_LENGTH_MIN || /\d/.test(typed + word))
    return false;
  // People double the wrong letter.
  const [a, b] = [typed, word].map(each => each.replace(/(.)\1/gu, '$1')) as [string, string];
  const limit = a.length >= TWO_EDITS_MIN ? 2 : 1;
  return Math.abs(a.length - b.length) <= limit && a[0] === b[0] && editDistance(a, b, limit) <= limit;
}

const NEAR_LENGTH_MIN = 4;
const TWO_EDITS_MIN = 8;

/** True if each word of the value is near to one of the name. */
function hasNearWords(part: string, name: string): boolean {
  const words = name.split(' ');
  return part !== '' && part.split(' ').every(typed => words.some(word => isNearWord(typed, word)));
}

/** A name as far as a query can tell it from others: folded, without quotes and control characters. */
function normalizeName(name: string): string {
  return fold(removeQuotes(name))
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

/** Hall 1 is not Hall 10 if there are both. */
function preferWholeNumbers(part: string, matches: readonly string[]): readonly string[] {
  const whole = matches.filter(one => hasWhole(normalizeName(one), part));
  return whole.length > 0 ? whole : matches;
}

/** True if the part is somewhere in the name without splitting a number at either end. */
function hasWhole(name: string, part: string): boolean {
  const splitsNumber = (at: number) => /^\d\d$/.test(name.slice(Math.max(0, at - 1), at + 1));
  for (let at = 0; at < name.length; at++)
    if (name.startsWith(part, at) && !splitsNumber(at) && !splitsNumber(at + part.length)) return true;
  return false;
}

/** A room with another number is another room, however alike their names are. */
function numbersOf(name: string): string {
  return (name.match(/\d+/g) ?? []).join(' ');
}
