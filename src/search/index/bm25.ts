import { rememberOf } from '../../text/remember.ts';
import { SATURATION } from '../rank/weights.ts';
import { formIn, isInsideWord } from '../text/token-code.ts';
import type { Tokens } from '../text/tokens.ts';
import { FIELDS, INSIDE_TITLE, TITLE } from './fields.ts';

const WEIGHTS = Float64Array.from(FIELDS, ({ weight }) => weight);

/**
 * Counts the terms of one talk after the other, field by field, and weighs them by BM25 (Robertson and Zaragoza, "The
 * Probabilistic Relevance Framework: BM25 and Beyond", 2009). The tables are allocated once and serve all talks.
 */
export class FieldCounts {
  readonly #tokens: Tokens;
  readonly #termOf: Int32Array;
  readonly #lengths: Float64Array;
  readonly #counts: Uint16Array;
  readonly #fields: Uint8Array;
  /** Those of the counted talk, the first `#termCount` of them. */
  readonly #terms: Int32Array;
  #termCount = 0;

  /** `termOf` has the term of each form, by its number, -1 for one that is not counted; there are `termCount` terms. */
  constructor(tokens: Tokens, termOf: Int32Array, termCount: number) {
    this.#tokens = tokens;
    this.#termOf = termOf;
    this.#lengths = relativeLengths(tokens);
    this.#counts = new Uint16Array(termCount * FIELDS.length);
    this.#fields = new Uint8Array(termCount);
    this.#terms = new Int32Array(termCount);
  }

  /** Counts a talk and returns its terms; the counts of the talk before are cleared. */
  count(talk: number): Int32Array {
    this.#clear();
    for (let field = 0; field < FIELDS.length; field++) this.#countField(talk * FIELDS.length + field, field);
    return this.#terms.subarray(0, this.#termCount);
  }

  /** Bit f is set if field f of the counted talk has the term. */
  fieldsOf(term: number): number {
    return this.#fields[term] ?? 0;
  }

  /**
   * The weight of a term in the counted talk without its idf: the weighted sum of each field's BM25. Each field saturates
   * by itself, unlike in BM25F: ten mentions in an abstract do not use up what one in the title says.
   */
  impactOf(term: number, talk: number): number {
    let impact = 0;
    const fields = this.fieldsOf(term);
    for (let field = 0; fields >> field !== 0; field++) {
      const count = this.#counts[term * FIELDS.length + field] ?? 0;
      if (count === 0) continue;
      const length = this.#lengths[talk * FIELDS.length + field] ?? 1;
      impact += ((WEIGHTS[field] ?? 0) * count * (SATURATION + 1)) / (count + SATURATION * length);
    }
    return impact;
  }

  #countField(range: number, field: number): void {
    const { codes, starts, ends } = this.#tokens;
    const end = ends[range] ?? 0;
    for (let token = starts[range] ?? 0; token < end; token++) {
      const code = codes[token] ?? 0;
      const term = this.#termOf[formIn(code)] ?? -1;
      if (term < 0) continue;
      const fields = this.#fields[term] ?? 0;
      if (fields === 0) this.#terms[this.#termCount++] = term;
      const place = field === TITLE && isInsideWord(code) ? INSIDE_TITLE : field;
      this.#fields[term] = fields | (1 << place);
      const cell = term * FIELDS.length + place;
      this.#counts[cell] = (this.#counts[cell] ?? 0) + 1;
    }
  }

  #clear(): void {
    for (let place = 0; place < this.#termCount; place++) {
      const term = this.#terms[place] ?? 0;
      this.#fields[term] = 0;
      const end = (term + 1) * FIELDS.length;
      for (let cell = term * FIELDS.length; cell < end; cell++) this.#counts[cell] = 0;
    }
    this.#termCount = 0;
  }
}

/** BM25's 1 - b + b · length / average for each field of each talk, laid out as `starts`: for forms and stems alike. */
const relativeLengths = rememberOf(({ starts, ends }: Tokens): Float64Array => {
  const lengths = new Float64Array(starts.length).map(
    (_, place) => (ends[place] ?? 0) - (starts[place] ?? 0),
  );
  const sums = FIELDS.map(() => 0);
  lengths.forEach((length, place) => {
    sums[place % FIELDS.length] = (sums[place % FIELDS.length] ?? 0) + length;
  });
  const talks = lengths.length / FIELDS.length;
  return lengths.map((length, place) => {
    const average = (sums[place % FIELDS.length] ?? 0) / talks;
    const share = FIELDS[place % FIELDS.length]?.lengthShare ?? 0;
    return 1 - share + share * (average > 0 ? length / average : 1);
  });
});
