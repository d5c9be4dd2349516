import { SATURATION } from '../rank/weights.ts';
import { formIn, isInsideWord } from '../text/token-code.ts';
import type { Tokens } from '../text/tokens.ts';
import { FIELDS, INSIDE_TITLE, TITLE } from './fields.ts';

const WEIGHTS = Float64Array.from(FIELDS, ({ weight }) => weight);

/** A term that the counted talk does not have. */
const NO_SLOT = -1;

/**
 * Counts the terms of one talk after the other, field by field, and weighs them by BM25 (Robertson and Zaragoza, "The
 * Probabilistic Relevance Framework: BM25 and Beyond", 2009). The tables are allocated once and serve all talks.
 */
export class FieldCounts {
  readonly #tokens: Tokens;
  readonly #termOf: Int32Array;
  readonly #averages: readonly number[];
  /** The counted talk's terms are numbered anew, so that their counts lie side by side. */
  readonly #slotOf: Int32Array;
  readonly #terms: Int32Array;
  readonly #fields: Uint8Array;
  readonly #counts: Uint16Array;
  #termCount = 0;
  /** BM25's 1 - b + b · length / average of each field of the counted talk. */
  readonly #lengths = new Float64Array(FIELDS.length);

  /** `termOf` has the term of each form, by its number, -1 for one that is not counted; there are `termCount` terms. */
  constructor(tokens: Tokens, termOf: Int32Array, termCount: number) {
    this.#tokens = tokens;
    this.#termOf = termOf;
    this.#averages = averageLengths(tokens);
    this.#slotOf = new Int32Array(termCount).fill(NO_SLOT);
    this.#terms = new Int32Array(termCount);
    this.#fields = new Uint8Array(termCount);
    this.#counts = new Uint16Array(termCount * FIELDS.length);
  }

  /** Counts a talk and returns its terms; the counts of the talk before are cleared. */
  count(talk: number): Int32Array {
    this.#clear();
    for (let field = 0; field < FIELDS.length; field++) this.#countField(talk * FIELDS.length + field, field);
    return this.#terms.subarray(0, this.#termCount);
  }

  /** Bit f is set if field f of the counted talk has the term. */
  fieldsOf(term: number): number {
    return this.#fields[this.#slotOf[term] ?? NO_SLOT] ?? 0;
  }

  /**
   * The weight of a term in the counted talk without its idf: the weighted sum of each field's BM25. Each field saturates
   * by itself, unlike in BM25F: ten mentions in an abstract do not use up what one in the title says.
   */
  impactOf(term: number): number {
    const slot = this.#slotOf[term] ?? NO_SLOT;
    const fields = this.#fields[slot] ?? 0;
    let impact = 0;
    for (let field = 0; fields >> field !== 0; field++) {
      const count = this.#counts[slot * FIELDS.length + field] ?? 0;
      if (count === 0) continue;
      const length = this.#lengths[field] ?? 1;
      impact += ((WEIGHTS[field] ?? 0) * count * (SATURATION + 1)) / (count + SATURATION * length);
    }
    return impact;
  }

  #countField(range: number, field: number): void {
    const { codes, starts, ends } = this.#tokens;
    const start = starts[range] ?? 0;
    const end = ends[range] ?? 0;
    this.#lengths[field] = relativeLength(end - start, field, this.#averages);
    for (let token = start; token < end; token++) {
      const code = codes[token] ?? 0;
      const term = this.#termOf[formIn(code)] ?? -1;
      if (term < 0) continue;
      const slot = this.#slotFor(term);
      const place = field === TITLE && isInsideWord(code) ? INSIDE_TITLE : field;
      this.#fields[slot] = (this.#fields[slot] ?? 0) | (1 << place);
      const cell = slot * FIELDS.length + place;
      this.#counts[cell] = (this.#counts[cell] ?? 0) + 1;
    }
  }

  #slotFor(term: number): number {
    const known = this.#slotOf[term] ?? NO_SLOT;
    if (known !== NO_SLOT) return known;
    const slot = this.#termCount++;
    this.#slotOf[term] = slot;
    this.#terms[slot] = term;
    return slot;
  }

  #clear(): void {
    for (let slot = 0; slot < this.#termCount; slot++) this.#slotOf[this.#terms[slot] ?? 0] = NO_SLOT;
    this.#fields.fill(0, 0, this.#termCount);
    this.#counts.fill(0, 0, this.#termCount * FIELDS.length);
    this.#termCount = 0;
  }
}

function relativeLength(length: number, field: number, averages: readonly number[]): number {
  const average = averages[field] ?? 0;
  const share = FIELDS[field]?.lengthShare ?? 0;
  return 1 - share + share * (average > 0 ? length / average : 1);
}

/** How many tokens each field of a talk has. */
function averageLengths({ starts, ends }: Tokens): readonly number[] {
  const sums = FIELDS.map(() => 0);
  for (let range = 0; range < starts.length; range++) {
    const field = range % FIELDS.length;
    sums[field] = (sums[field] ?? 0) + (ends[range] ?? 0) - (starts[range] ?? 0);
  }
  return sums.map(sum => sum / (starts.length / FIELDS.length));
}
