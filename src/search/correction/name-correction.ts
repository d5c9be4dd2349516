import Fuse from 'fuse.js';
import { fold } from '../../text/fold.ts';
import type { Index, Work } from '../index/index-programme.ts';
import { bitCount, lettersOf, type Spellings } from '../index/spellings.ts';
import { lookUpTerm, type Term } from '../query/terms.ts';
import { NAME_DISTANCE_MAX, NAMESAKE_DISTANCE_MAX, NAMESAKES_MAX } from '../rank/weights.ts';
import { formsOf, tokenize } from '../text/tokenizer.ts';

/** Fuse compares letter by letter with each name it is given, so it gets only so many. */
const COMPARED_MAX = 50;
/** The letters of a word are a set of so many bits. */
const LETTER_BITS = 32;
/** Fuse compares at most so many characters. */
const LENGTH_MAX = 32;

/**
 * The names nearest to a misspelt one, nearest first: `Krzysztof Wojciechowski` for `kristof voicechovski`, which is
 * further than spelling correction goes. Only names of nearly the same letters are compared. `distanceMax` is on Fuse's
 * scale, from 0 for the same.
 */
export function findNearestNames(
  names: readonly string[],
  wanted: string,
  distanceMax = NAME_DISTANCE_MAX,
): string[] {
  const letters = lettersOf(fold(wanted));
  const places = findFewest(names.length, place => bitCount(lettersOf(fold(names[place] ?? '')) ^ letters));
  return compareWhole(
    places.map(place => names[place] ?? ''),
    wanted,
    distanceMax,
  );
}

/** The same for forms of the programme, by their numbers. */
export function findNearestForms(
  { forms, letters }: Spellings,
  numbers: Int32Array,
  wanted: string,
): string[] {
  const own = lettersOf(fold(wanted));
  const form = (place: number) => numbers[place] ?? 0;
  const places = findFewest(numbers.length, place => bitCount((letters[form(place)] ?? 0) ^ own));
  return compareWhole(
    places.map(place => forms[form(place)] ?? ''),
    wanted,
    NAME_DISTANCE_MAX,
  );
}

function compareWhole(names: readonly string[], wanted: string, distanceMax: number): string[] {
  const fuse = new Fuse(names, {
    threshold: distanceMax,
    ignoreLocation: true,
    ignoreDiacritics: true,
    shouldSort: true,
  });
  return fuse.search(fold(wanted).slice(0, LENGTH_MAX)).map(({ item }) => item);
}

/** The places of the names with the fewest differing letters, fewest first; of equal ones, the first. */
function findFewest(count: number, differing: (place: number) => number): readonly number[] {
  if (count <= COMPARED_MAX) return [...new Array(count).keys()];
  const byDifference: number[][] = Array.from({ length: LETTER_BITS + 1 }, () => []);
  for (let place = 0; place < count; place++) {
    const alike = byDifference[differing(place)];
    if (alike !== undefined && alike.length < COMPARED_MAX) alike.push(place);
  }
  const fewest: number[] = [];
  for (const alike of byDifference) {
    for (const place of alike) if (fewest.length < COMPARED_MAX) fewest.push(place);
    if (fewest.length === COMPARED_MAX) break;
  }
  return fewest;
}

/**
 * Takes words that nothing in the programme is like for names spelt by ear, if another word of the query is in the same
 * person's name: in `stefano mafuli` the second is looked for among the other names of all Stefanos.
 */
export function correctNames(index: Index, terms: readonly Term[], work: Work): readonly Term[] {
  if (!terms.some(isUnknown)) return terms;
  const names = findNamesakeWords(index, terms);
  if (names.length === 0) return terms;
  const corrected: Term[] = [];
  for (const term of terms) {
    const nearest = isUnknown(term)
      ? findNearestNames(names, term.form, NAMESAKE_DISTANCE_MAX)[0]
      : undefined;
    const lookup = { word: term.word, form: nearest ?? term.form, isUnfinished: false };
    corrected.push(nearest === undefined ? term : { ...lookUpTerm(index, lookup, work), corrected: nearest });
  }
  return corrected;
}

function isUnknown({ variants, word }: Term): boolean {
  return variants.length === 0 && !word.asTyped;
}

/** The words of the names of all speakers whose names have a term of the query. */
function findNamesakeWords({ people }: Index, terms: readonly Term[]): string[] {
  const namesakes = terms
    .flatMap(term => people.byWord.get(term.corrected ?? term.form) ?? [])
    .slice(0, NAMESAKES_MAX);
  const names = [...new Set(namesakes)].flatMap(speaker => tokenize(people.speakers[speaker]?.name ?? ''));
  return [...new Set(names.flatMap(name => formsOf(name.text).slice(0, 1)))];
}
