import type { Index } from '../index/index-programme.ts';
import { type Term, termFor } from '../query/terms.ts';
import type { Work } from '../rank/work.ts';
import { formsOf, wordsOf } from '../text/words.ts';
import { nearestNames } from './nearest-names.ts';

/** A word of a name that is spelt by ear is further off than a slip: `mafuli` for `Maffulli`. */
const NEAR = 0.5;

/** A first name that more people have than this says too little about the rest. */
const NAMESAKES_MAX = 100;

/**
 * Takes words that nothing in the programme comes near for names that were spelt by ear, where another word of the
 * query is part of the same person's name: in `stefano mafuli` the second is looked for among what Stefanos are called.
 */
export function mendNames(index: Index, terms: readonly Term[], work: Work): readonly Term[] {
  if (!terms.some(isLost)) return terms;
  const names = namesakes(index, terms);
  if (names.length === 0) return terms;
  return terms.map(term => {
    const nearest = isLost(term) ? nearestNames(names, term.form, NEAR)[0] : undefined;
    return nearest === undefined
      ? term
      : { ...termFor(index, { word: term.word, form: nearest, last: false }, work), mended: nearest };
  });
}

/** Whether nothing in the programme comes near a word. */
function isLost({ variants, word }: Term): boolean {
  return variants.length === 0 && !word.asTyped;
}

/** What else those are called whose names have a word of the query. */
function namesakes({ people }: Index, terms: readonly Term[]): string[] {
  const those = terms
    .flatMap(term => people.byWord.get(term.mended ?? term.form) ?? [])
    .slice(0, NAMESAKES_MAX);
  const names = [...new Set(those)].flatMap(speaker => wordsOf(people.speakers[speaker]?.name ?? ''));
  return [...new Set(names.flatMap(name => formsOf(name.text).slice(0, 1)))];
}
