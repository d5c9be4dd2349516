import type { Steps } from '../../text/steps.ts';
import { FAMILY_LETTERS, stemOf } from '../text/stemmer.ts';

/** All forms of a programme's texts, and their stems. Both are sorted, so those with one prefix are neighbours. */
export interface Vocabulary {
  readonly forms: readonly string[];
  readonly stems: readonly string[];
  /** The number of each form's stem, by the number of the form. */
  readonly stemOfForm: Int32Array;
  /** Those of the forms: English first, then the others as they were met. */
  readonly languages: readonly string[];
  /** The stems that begin with the same letters as this one; none for a short stem. `known` is its number, if it has one. */
  family(stem: string, known?: number): Range;
  formNumber(form: string): number | undefined;
  stemNumber(stem: string): number | undefined;
  /** The stem of any form. One that no text has is stemmed in the language in which texts have its stem. */
  lookUpStem(form: string): string;
}

/** Numbers of forms or stems, from `from` to before `to`. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** The texts are the different forms in any order. `languages` has the language of each; all are English without it. */
export function* buildVocabulary(
  texts: readonly string[],
  languages: readonly string[] = [],
): Steps<Vocabulary> {
  const forms = [...texts].sort();
  yield;
  const formNumbers = numberTexts(forms);
  yield;
  const stemTexts = new Array<string>(forms.length);
  for (const [place, form] of texts.entries()) {
    stemTexts[formNumbers.get(form) ?? 0] = stemOf(form, languages[place]);
    yield;
  }
  const stems = [...new Set(stemTexts)].sort();
  yield;
  const stemNumbers = numberTexts(stems);
  yield;
  const stemOfForm = Int32Array.from(stemTexts, stem => stemNumbers.get(stem) ?? 0);
  const spoken = ['en', ...new Set(languages.filter(language => language !== 'en'))];
  return lookUpIn({ forms, stems, stemOfForm, languages: spoken }, formNumbers, stemNumbers);
}

/** Makes a vocabulary of the lists of one. */
export function makeVocabulary(
  lists: Pick<Vocabulary, 'forms' | 'stems' | 'stemOfForm' | 'languages'>,
): Vocabulary {
  return lookUpIn(lists, numberTexts(lists.forms), numberTexts(lists.stems));
}

function lookUpIn(
  { forms, stems, stemOfForm, languages }: Parameters<typeof makeVocabulary>[0],
  formNumbers: ReadonlyMap<string, number>,
  stemNumbers: ReadonlyMap<string, number>,
): Vocabulary {
  const likelyStem = (form: string) => {
    for (const language of languages) {
      const stem = stemOf(form, language);
      if (stemNumbers.has(stem)) return stem;
    }
    return stemOf(form);
  };
  return {
    forms,
    stems,
    stemOfForm,
    languages,
    family: (stem, known) =>
      stem.length < FAMILY_LETTERS ? NO_RANGE : findFamily(stems, stem.slice(0, FAMILY_LETTERS), known),
    formNumber: form => formNumbers.get(form),
    stemNumber: stem => stemNumbers.get(stem),
    lookUpStem: form => {
      const number = formNumbers.get(form);
      return number === undefined ? likelyStem(form) : (stems[stemOfForm[number] ?? 0] ?? form);
    },
  };
}

const NO_RANGE: Range = { from: 0, to: 0 };

/** A family is small, so the first of it is near. */
function findFamily(stems: readonly string[], start: string, known: number | undefined): Range {
  let first = known;
  if (first !== undefined) while (stems[first - 1]?.startsWith(start)) first--;
  return findPrefixRange(stems, start, first);
}

function numberTexts(texts: readonly string[]): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  for (const text of texts) numbers.set(text, numbers.size);
  return numbers;
}

/** The range of the texts that begin with `start`. `known` is the number of the first of them, if there is one. */
export function findPrefixRange(sorted: readonly string[], start: string, known?: number): Range {
  const from = known ?? lowerBound(sorted, start);
  // Few texts share a prefix, so the end is near: galloping finds it sooner than halving.
  let step = 1;
  while (sorted[from + step]?.startsWith(start)) step *= 2;
  let low = from + (step >> 1);
  let high = Math.min(from + step, sorted.length);
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]?.startsWith(start)) low = middle + 1;
    else high = middle;
  }
  return { from, to: low };
}

function lowerBound(sorted: readonly string[], text: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < text) low = middle + 1;
    else high = middle;
  }
  return low;
}
