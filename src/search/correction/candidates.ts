import { editDistance } from '../../text/edit-distance.ts';
import type { Work } from '../index/index-programme.ts';
import { bitCount, findPrefix, findSuffix, lettersOf, type Spellings } from '../index/spellings.ts';

/** A form that is spelt nearly as a word. */
export interface Candidate {
  readonly form: number;
  /** 1 for the same word, less for each letter that differs. */
  readonly similarity: number;
}

/** Words of up to seven letters have one slip of the finger, longer ones two; of one or two letters nothing is left. */
function maxEdits(word: string): number {
  return word.length < 3 ? 0 : word.length <= 7 ? 1 : 2;
}

/**
 * The forms that are spelt nearly as a word. One slip leaves one half of a word as it was, so they are
 * looked for among the forms with the same first or second half, and among all only where that finds none.
 */
export function findCandidates(spellings: Spellings, word: string, work: Work): Candidate[] {
  const search = new CandidateSearch(spellings, word, work);
  const half = word.length >> 1;
  if (maxEdits(word) === 0) return [];
  const beginning = findPrefix(spellings, word.slice(0, half));
  for (let form = beginning.from; form < beginning.to; form++) search.compare(form);
  const ending = findSuffix(spellings, word.slice(half));
  for (let place = ending.from; place < ending.to; place++) search.compare(spellings.bySuffix[place] ?? 0);
  // Two letters swapped across the middle leave neither half.
  const middle = word.slice(0, half - 1) + word.charAt(half) + word.charAt(half - 1) + word.slice(half + 1);
  const swapped = spellings.formNumber(middle);
  if (swapped !== undefined) search.compare(swapped);
  if (search.found.size === 0) for (let form = 0; form < spellings.forms.length; form++) search.compare(form);
  return [...search.found].map(([form, similarity]) => ({ form, similarity }));
}

/** What one search for a word's neighbours has found so far. */
class CandidateSearch {
  readonly found = new Map<number, number>();
  readonly #spellings: Spellings;
  readonly #word: string;
  readonly #letters: number;
  readonly #slips: number;
  readonly #lettersMax: number;
  readonly #work: Work;

  constructor(spellings: Spellings, word: string, work: Work) {
    this.#spellings = spellings;
    this.#word = word;
    this.#letters = lettersOf(word);
    this.#slips = maxEdits(word);
    // Most words of three letters are a letter away from each other: `dsn` is `dns`, but `wed` is not `led`.
    this.#lettersMax = word.length === 3 ? 0 : 2 * this.#slips;
    this.#work = work;
  }

  compare(form: number): void {
    const { lengths, letters, forms } = this.#spellings;
    const length = lengths[form] ?? 0;
    if (Math.abs(length - this.#word.length) > this.#slips) return;
    // A slip changes at most two of the letters that a word has, so most words need no closer look.
    if (bitCount((letters[form] ?? 0) ^ this.#letters) > this.#lettersMax) return;
    this.#work.comparisons++;
    const differing = editDistance(this.#word, forms[form] ?? '', this.#slips);
    if (differing <= this.#slips) this.found.set(form, 1 - differing / Math.max(this.#word.length, length));
  }
}
