import type { Index, Work } from '../index/index-programme.ts';
import { matchNumeronyms } from '../index/numeronyms.ts';
import { documentFrequency, type Postings } from '../index/postings.ts';
import type { Range } from '../index/vocabulary.ts';
import { FAMILY_ENDING_LENGTH_MAX, isFamilyEnding } from '../text/stemmer.ts';
import { type Candidate, findCandidates } from './candidates.ts';

/** Something that a talk may have in place of a word of the query. */
export interface Variant {
  readonly postings: Postings;
  readonly range: Range;
  /** How much a mention counts, up to 1 for the word itself. */
  readonly weight: number;
  /** How sure it is that the word was meant, up to 1: what "the talk has all words" is made of. */
  readonly certainty: number;
  /** An exact form counts on top of its stem; else the one variant counts that a talk has most of. */
  readonly adds: boolean;
}

/** Six tenths for any form of a word and four more for the form that was typed: `clouds` likes `clouds` better. */
const STEM_SHARE = 0.6;
/** Another form of the word is nearly the word. Below .9 other forms sink, at 1 a bio's exact word rivals a title. */
const STEM_CERTAINTY = 0.9;

/** A word still being typed: less than the whole word in a score, but all of it where a title is to have all words. */
const COMPLETION = { weight: 0.4, certainty: 1 };

/** A word that no text has, as it may have been meant. */
export const CORRECTION = { weight: 0.4, certainty: 1 };
/** A form that no text has, though texts have others of its stem: `microservics` is a slip, or else a rare form. */
export const FORM_CORRECTION = { weight: 0.6, certainty: 1 };
/** More than these are no corrections but a list of short words. */
const CANDIDATES_MAX = 6;

/** Two slips are far less likely than one: second best corrections fade with these powers of their similarity. */
const FADING = { weight: 4, certainty: 8 };

/** Words of one family that stemming leaves apart: `store` and `storage`, `contain` and `container`. */
const RELATIVE = { weight: 0.4, certainty: 0.85 };
/** `k8s` and `kubernetes` are one word, but whoever types the one sees the other as a second best. */
const NUMERONYM = { weight: 0.4, certainty: 0.85 };
/** A family is not larger; a beginning such as `inter` is no family. */
const RELATIVES_MAX = 16;

/** The word as it was typed, in all its forms. */
export function matchTyped(index: Index, form: number | undefined, stem: number | undefined): Variant[] {
  const variants: Variant[] = [];
  if (stem !== undefined) variants.push(stemVariant(index, stem, SURE));
  if (form !== undefined) variants.push(formVariant(index, form, SURE));
  return variants;
}

const SURE = { weight: 1, certainty: 1 };

/**
 * What the last word may become when it has been typed to its end. `tells` is how much its beginning tells, as a share
 * of what the word tells: a beginning that many talks have tells little, however rare each of its words is.
 */
export function completePrefix(index: Index, forms: Range, tells: number): Variant {
  const weight = COMPLETION.weight * Math.min(1, tells);
  return { postings: index.forms, range: forms, weight, certainty: COMPLETION.certainty, adds: false };
}

/** What was meant by a word, as far as its letters tell: the forms, nearest first, and what they count. */
export function correctSpelling(
  index: Index,
  word: { text: string; stem: number | undefined },
  { sureness, work }: { sureness: { weight: number; certainty: number }; work: Work },
): { forms: readonly number[]; variants: readonly Variant[] } {
  const { stemOfForm } = index.vocabulary;
  const frequency = ({ form }: Candidate) => documentFrequency(index.forms, form);
  const close = findCandidates(index.spellings, word.text, work)
    .filter(({ form }) => stemOfForm[form] !== word.stem && index.isStopWord[form] === 0)
    .sort((a, b) => b.similarity - a.similarity || frequency(b) - frequency(a) || a.form - b.form)
    .slice(0, CANDIDATES_MAX);
  const best = close[0]?.similarity ?? 1;
  const meant = close.map(({ form, similarity }) => ({
    form,
    weight: sureness.weight * similarity ** 2 * (similarity / best) ** FADING.weight,
    certainty: sureness.certainty * (similarity / best) ** FADING.certainty,
  }));
  const stems = meant.map(one => stemVariant(index, stemOfForm[one.form] ?? 0, one));
  const forms = meant.map(one => formVariant(index, one.form, one));
  return { forms: close.map(({ form }) => form), variants: [...stems, ...forms] };
}

/** The stems that texts have of a word's family, itself left out. */
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

/** What a numeronym stands for, or the numeronym of a word, in all its forms. */
export function matchShortForms(index: Index, text: string): Variant[] {
  return matchNumeronyms(index, text).map(form => {
    const stem = index.vocabulary.stemOfForm[form] ?? 0;
    return { postings: index.stems, range: { from: stem, to: stem + 1 }, ...NUMERONYM, adds: false };
  });
}

/** The share of the longer of two stems that both begin with; 0 where what follows is more than an ending. */
function familyLikeness(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > FAMILY_ENDING_LENGTH_MAX) return 0;
  let shared = 0;
  while (shared < a.length && a.charCodeAt(shared) === b.charCodeAt(shared)) shared++;
  const longer = Math.max(a.length, b.length);
  if (longer - shared > FAMILY_ENDING_LENGTH_MAX) return 0;
  return isFamilyEnding(a.slice(shared)) && isFamilyEnding(b.slice(shared)) ? shared / longer : 0;
}

function stemVariant(
  index: Index,
  stem: number,
  { weight, certainty }: { weight: number; certainty: number },
): Variant {
  return {
    postings: index.stems,
    range: { from: stem, to: stem + 1 },
    weight: weight * STEM_SHARE,
    certainty: certainty * STEM_CERTAINTY,
    adds: false,
  };
}

function formVariant(
  index: Index,
  form: number,
  { weight, certainty }: { weight: number; certainty: number },
): Variant {
  return {
    postings: index.forms,
    range: { from: form, to: form + 1 },
    weight: weight * (1 - STEM_SHARE),
    certainty,
    adds: true,
  };
}
