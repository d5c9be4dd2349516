import { editDistance } from '../../text/edit-distance.ts';
import type { Index, Work } from '../index/index-programme.ts';
import { matchNumeronyms } from '../index/numeronyms.ts';
import { documentFrequency, type Postings } from '../index/postings.ts';
import { bitCount, findPrefix, findSuffix, lettersOf, type Spellings } from '../index/spellings.ts';
import type { Range } from '../index/vocabulary.ts';
import {
  CANDIDATES_MAX,
  COMPLETION,
  CORRECTION_DECAY,
  EDIT_LENGTH_MIN,
  NUMERONYM,
  RELATIVE,
  RELATIVES_MAX,
  STEM_CERTAINTY,
  STEM_SHARE,
} from '../rank/weights.ts';
import { familyLikeness } from '../text/stemmer.ts';
import { NEVER_MEANT } from '../text/stop-words.ts';

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
 * variants. Forms of the word's own stem and words that say nothing are left out. `sureness` is that of the nearest.
 */
export function correctSpelling(
  index: Index,
  word: { text: string; stem: number | undefined },
  { sureness, work }: { sureness: Sureness; work: Work },
): { forms: readonly number[]; variants: readonly Variant[] } {
  const { stemOfForm, forms: texts } = index.vocabulary;
  const isMeant = (form: number) => index.isStopWord[form] === 0 && !NEVER_MEANT.has(texts[form] ?? '');
  const frequency = ({ form }: Candidate) => documentFrequency(index.forms, form);
  const nearest = findCandidates(index.spellings, word.text, work)
    .filter(({ form }) => stemOfForm[form] !== word.stem && isMeant(form))
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

/** The other stems of a word's family that texts have: `store` for `storage`. `known` is the number of the word's own. */
export function findRelatives(index: Index, stem: string, known: number | undefined): Variant[] {
  const { stems, family } = index.vocabulary;
  const { from, to } = family(stem, known);
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
    const { weight, certainty } = NUMERONYM;
    return { postings: index.stems, range: { from: stem, to: stem + 1 }, weight, certainty, adds: false };
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

/** A form that is spelt nearly as a word. */
export interface Candidate {
  readonly form: number;
  /** 1 for the same word, less for each edit. */
  readonly similarity: number;
}

/**
 * The forms within the edit distance of a word, in no order. One edit leaves one half of a word as it was, so candidates
 * are looked for among the forms with the same first or second half. Two edits may change both, so if that finds none, they
 * are looked for among all forms.
 */
export function findCandidates(spellings: Spellings, word: string, work: Work): Candidate[] {
  if (maxEdits(word) === 0) return [];
  const search = new CandidateSearch(spellings, word, work);
  const half = word.length >> 1;
  const sameStart = findPrefix(spellings, word.slice(0, half));
  for (let form = sameStart.from; form < sameStart.to; form++) search.compare(form);
  const sameEnd = findSuffix(spellings, word.slice(half));
  for (let place = sameEnd.from; place < sameEnd.to; place++) search.compare(spellings.bySuffix[place] ?? 0);
  // Two letters swapped across the middle leave neither half.
  const swapped = word.slice(0, half - 1) + word.charAt(half) + word.charAt(half - 1) + word.slice(half + 1);
  const form = spellings.formNumber(swapped);
  if (form !== undefined) search.compare(form);
  if (search.found.size === 0 && maxEdits(word) > 1)
    for (let each = 0; each < spellings.forms.length; each++) search.compare(each);
  return [...search.found].map(([found, similarity]) => ({ form: found, similarity }));
}

function maxEdits(word: string): number {
  if (word.length < EDIT_LENGTH_MIN.one) return 0;
  return word.length < EDIT_LENGTH_MIN.two ? 1 : 2;
}

/** Compares forms with one word and keeps those within the edit distance. */
class CandidateSearch {
  /** The similarity of each form, by its number. */
  readonly found = new Map<number, number>();
  readonly #spellings: Spellings;
  readonly #word: string;
  readonly #letters: number;
  readonly #editsMax: number;
  readonly #lettersMax: number;
  readonly #work: Work;

  constructor(spellings: Spellings, word: string, work: Work) {
    this.#spellings = spellings;
    this.#word = word;
    this.#letters = lettersOf(word);
    this.#editsMax = maxEdits(word);
    // Most words of three letters are one letter apart: `dsn` may be `dns`, but `wed` is not `led`.
    this.#lettersMax = word.length === 3 ? 0 : 2 * this.#editsMax;
    this.#work = work;
  }

  compare(form: number): void {
    const { lengths, letters, forms } = this.#spellings;
    const length = lengths[form] ?? 0;
    if (Math.abs(length - this.#word.length) > this.#editsMax) return;
    // An edit changes at most two letters of a word's set, so this spares most forms the full comparison.
    if (bitCount((letters[form] ?? 0) ^ this.#letters) > this.#lettersMax) return;
    this.#work.comparisons++;
    const edits = editDistance(this.#word, forms[form] ?? '', this.#editsMax);
    if (edits <= this.#editsMax) this.found.set(form, 1 - edits / Math.max(this.#word.length, length));
  }
}
