import Fuse from 'fuse.js';
import { fold } from '../../text/fold.ts';
import { bitCount } from '../index/bits.ts';
import { lettersOf } from '../index/spellings.ts';

/** Fuse compares letter by letter in every name it is given, so it is given only these. */
const COMPARED_MAX = 50;

/** Fuse's scale, on which 0 is the same: two letters in a name of six. */
const NEAR = 0.35;

/**
 * The names that are nearest to a misspelt one, nearest first: `Krzysztof Wojciechowski` for `kristof voicechovski`,
 * which is further than any correction of words goes. Only names that are made of nearly the same letters are compared.
 */
export function nearestNames(names: readonly string[], wanted: string, near = NEAR): string[] {
  const fuse = new Fuse(alikeInLetters(names, wanted), {
    threshold: near,
    ignoreLocation: true,
    ignoreDiacritics: true,
    shouldSort: true,
  });
  return fuse.search(fold(wanted).slice(0, 32)).map(({ item }) => item);
}

function alikeInLetters(names: readonly string[], wanted: string): readonly string[] {
  if (names.length <= COMPARED_MAX) return names;
  const letters = lettersOf(fold(wanted));
  return names
    .map((name, place) => ({ name, place, differing: bitCount(lettersOf(fold(name)) ^ letters) }))
    .sort((a, b) => a.differing - b.differing || a.place - b.place)
    .slice(0, COMPARED_MAX)
    .map(({ name }) => name);
}
