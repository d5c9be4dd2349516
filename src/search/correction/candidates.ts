import { editDistance } from '../../text/edit-distance.ts';
import type { Work } from '../index/index-programme.ts';
import { bitCount, findPrefix, findSuffix, lettersOf, type Spellings } from '../index/spellings.ts';
import { EDIT_LENGTH_MIN } from '../rank/weights.ts';

/** A form that is spelt nearly as a word. */
export interface Candidate {
  readonly form: number;
  /** 1 for the same word, less for each edit. */
  readonly similarity: number;
}

/**
 * The forms within the edit distance of a word, in no order. One edit leaves one half of a word as it was, so candidates
 * are looked for among the forms with the same first or second half, and among all forms only if that finds none.
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
  if (search.found.size === 0) for (let each = 0; each < spellings.forms.length; each++) search.compare(each);
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
