import Fuse from 'fuse.js';
import { fold } from '../../text/fold.ts';
import type { Index, Work } from '../index/index-programme.ts';
import { bitCount, lettersOf } from '../index/spellings.ts';
import { lookUpTerm, type Term } from '../query/terms.ts';
import { formsOf, tokenize } from '../text/tokenizer.ts';

/** Fuse compares letter by letter in every name it is given, so it is given only these. */
const COMPARED_MAX = 50;

/** Fuse's scale, on which 0 is the same: two letters in a name of six. */
const NEAR = 0.35;

/**
 * The names that are nearest to a misspelt one, nearest first: `Krzysztof Wojciechowski` for `kristof voicechovski`,
 * which is further than any correction of words goes. Only names that are made of nearly the same letters are compared.
 */
export function findNearestNames(names: readonly string[], wanted: string, near = NEAR): string[] {
  const fuse = new Fuse(shareLetters(names, wanted), {
    threshold: near,
    ignoreLocation: true,
    ignoreDiacritics: true,
    shouldSort: true,
  });
  return fuse.search(fold(wanted).slice(0, 32)).map(({ item }) => item);
}

function shareLetters(names: readonly string[], wanted: string): readonly string[] {
  if (names.length <= COMPARED_MAX) return names;
  const letters = lettersOf(fold(wanted));
  return names
    .map((name, place) => ({ name, place, differing: bitCount(lettersOf(fold(name)) ^ letters) }))
    .sort((a, b) => a.differing - b.differing || a.place - b.place)
    .slice(0, COMPARED_MAX)
    .map(({ name }) => name);
}

/** A word of a name that is spelt by ear is further off than a slip: `mafuli` for `Maffulli`. */
const HEARD = 0.5;

/** A first name that more people have than this says too little about the rest. */
const NAMESAKES_MAX = 100;

/**
 * Takes words that nothing in the programme comes near for names that were spelt by ear, where another word of the
 * query is part of the same person's name: in `stefano mafuli` the second is looked for among what Stefanos are called.
 */
export function correctNames(index: Index, terms: readonly Term[], work: Work): readonly Term[] {
  if (!terms.some(isUnknown)) return terms;
  const names = findNamesakeWords(index, terms);
  if (names.length === 0) return terms;
  return terms.map(term => {
    const nearest = isUnknown(term) ? findNearestNames(names, term.form, HEARD)[0] : undefined;
    return nearest === undefined
      ? term
      : { ...lookUpTerm(index, { word: term.word, form: nearest, last: false }, work), corrected: nearest };
  });
}

/** Whether nothing in the programme comes near a word. */
function isUnknown({ variants, word }: Term): boolean {
  return variants.length === 0 && !word.asTyped;
}

/** What else those are called whose names have a word of the query. */
function findNamesakeWords({ people }: Index, terms: readonly Term[]): string[] {
  const those = terms
    .flatMap(term => people.byWord.get(term.corrected ?? term.form) ?? [])
    .slice(0, NAMESAKES_MAX);
  const names = [...new Set(those)].flatMap(speaker => tokenize(people.speakers[speaker]?.name ?? ''));
  return [...new Set(names.flatMap(name => formsOf(name.text).slice(0, 1)))];
}
