import type { Index, Work } from '../index/index-programme.ts';
import { matchNumeronyms } from '../index/numeronyms.ts';
import { documentFrequency, type Postings } from '../index/postings.ts';
import type { Range } from '../index/vocabulary.ts';
import {
  CANDIDATES_MAX,
  COMPLETION,
  CORRECTION_DECAY,
  NUMERONYM,
  RELATIVE,
  RELATIVES_MAX,
  STEM_CERTAINTY,
  STEM_SHARE,
} from '../rank/weights.ts';
import { familyLikeness } from '../text/stemmer.ts';
import { type Candidate, findCandidates } from './candidates.ts';

/** Something that a talk may have in place of a term: the word itself, another form, a completion, a correction. */
export interface Variant {
  readonly postings: Postings;
  readonly range: Range;
  /** How much a mention counts, up to 1 for the word itself. */
  readonly weight: number;
  /** How sure it is that this was meant, up to 1; a talk's heading has as much of the term. */
  readonly certainty: number;
  /** True for an exact form, which counts on top of its stem. Of all others a talk counts only the best. */
  readonly adds: boolean;
}

/** How much a variant counts, and how sure it is; see Variant. */
export interface Sureness {
  readonly weight: number;
  readonly certainty: number;
}

const SURE: Sureness = { weight: 1, certainty: 1 };

/** The word as it was typed, and its other forms, as far as texts have them. */
export function matchTyped(index: Index, form: number | undefined, stem: number | undefined): Variant[] {
  const variants: Variant[] = [];
  if (stem !== undefined) variants.push(stemVariant(index, stem, SURE));
  if (form !== undefined) variants.push(formVariant(index, form, SURE));
  return variants;
}

/**
 * The forms that begin with a word. `idfShare` is the idf of the prefix as a share of the term's: a prefix that many talks
 * have says little, however rare each of its forms is.
 */
export function completePrefix(index: Index, forms: Range, idfShare: number): Variant {
  const weight = COMPLETION.weight * Math.min(1, idfShare);
  return { postings: index.forms, range: forms, weight, certainty: COMPLETION.certainty, adds: false };
}

/**
 * The forms that may have been meant by a word, nearest first and of equally near ones the most frequent, with their
 * variants. Forms of the word's own stem and stop words are left out. `sureness` is that of the nearest.
 */
export function correctSpelling(
  index: Index,
  word: { text: string; stem: number | undefined },
  { sureness, work }: { sureness: Sureness; work: Work },
): { forms: readonly number[]; variants: readonly Variant[] } {
  const { stemOfForm } = index.vocabulary;
  const frequency = ({ form }: Candidate) => documentFrequency(index.forms, form);
  const nearest = findCandidates(index.spellings, word.text, work)
    .filter(({ form }) => stemOfForm[form] !== word.stem && index.isStopWord[form] === 0)
    .sort((a, b) => b.similarity - a.similarity || frequency(b) - frequency(a) || a.form - b.form)
    .slice(0, CANDIDATES_MAX);
  const best = nearest[0]?.similarity ?? 1;
  const meant = nearest.map(({ form, similarity }) => ({
    form,
    weight: sureness.weight * similarity ** 2 * (similarity / best) ** CORRECTION_DECAY.weight,
    certainty: sureness.certainty * (similarity / best) ** CORRECTION_DECAY.certainty,
  }));
  const stems = meant.map(one => stemVariant(index, stemOfForm[one.form] ?? 0, one));
  const forms = meant.map(one => formVariant(index, one.form, one));
  return { forms: nearest.map(({ form }) => form), variants: [...stems, ...forms] };
}

/** The other stems of a word's family that texts have: `store` for `storage`. */
export function findRelatives(index: Index, stem: string): Variant[] {
  const { stems, family } = index.vocabulary;
  const { from, to } = family(stem);
  const found: Variant[] = [];
  for (let other = from; other < to && found.length < RELATIVES_MAX; other++) {
    const text = stems[other] ?? '';
    const alike = text === stem ? 0 : familyLikeness(stem, text);
    if (alike === 0) continue;
    const weight = RELATIVE.weight * alike ** 2;
    const range = { from: other, to: other + 1 };
    found.push({ postings: index.stems, range, weight, certainty: RELATIVE.certainty, adds: false });
  }
  return found;
}

/** The words that a numeronym stands for, or the numeronyms of a word, in all their forms. */
export function matchShortForms(index: Index, text: string): Variant[] {
  return matchNumeronyms(index, text).map(form => {
    const stem = index.vocabulary.stemOfForm[form] ?? 0;
    return { postings: index.stems, range: { from: stem, to: stem + 1 }, ...NUMERONYM, adds: false };
  });
}

function stemVariant(index: Index, stem: number, { weight, certainty }: Sureness): Variant {
  return {
    postings: index.stems,
    range: { from: stem, to: stem + 1 },
    weight: weight * STEM_SHARE,
    certainty: certainty * STEM_CERTAINTY,
    adds: false,
  };
}

function formVariant(index: Index, form: number, { weight, certainty }: Sureness): Variant {
  return {
    postings: index.forms,
    range: { from: form, to: form + 1 },
    weight: weight * (1 - STEM_SHARE),
    certainty,
    adds: true,
  };
}
