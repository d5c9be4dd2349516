import { formIn, isInsideWord } from '../text/token-code.ts';
import type { Tokens } from '../text/tokens.ts';
import { FIELDS, INSIDE_TITLE, TITLE } from './fields.ts';

/** BM25's saturation: the tenth mention of a word says little more than the fifth. */
const SATURATION = 1.2;

/** How often each term stands in each field of one talk, counted in tables that serve talk after talk. */
export class FieldCounts {
  readonly #tokens: Tokens;
  readonly #termOf: Int32Array;
  readonly #lengths: Float64Array;
  readonly #counts: Uint16Array;
  readonly #fields: Uint8Array;
  readonly #terms: number[] = [];

  /** `termOf` gives the term of each form number; there are `termCount`. */
  constructor(tokens: Tokens, termOf: Int32Array, termCount: number) {
    this.#tokens = tokens;
    this.#termOf = termOf;
    this.#lengths = relativeLengths(tokens);
    this.#counts = new Uint16Array(termCount * FIELDS.length);
    this.#fields = new Uint8Array(termCount);
  }

  /** Counts a talk, and forgets the one before. */
  count(talk: number): readonly number[] {
    this.#clear();
    for (let field = 0; field < FIELDS.length; field++) this.#countField(talk * FIELDS.length + field, field);
    return this.#terms;
  }

  /** Bit f is set where field f has the term. */
  fieldsOf(term: number): number {
    return this.#fields[term] ?? 0;
  }

  /** BM25F without the rarity of the term. */
  impactOf(term: number, talk: number): number {
    let impact = 0;
    for (let field = 0; field < FIELDS.length; field++) {
      const count = this.#counts[term * FIELDS.length + field] ?? 0;
      if (count === 0) continue;
      const length = this.#lengths[talk * FIELDS.length + field] ?? 1;
      impact += ((FIELDS[field]?.weight ?? 0) * count * (SATURATION + 1)) / (count + SATURATION * length);
    }
    return impact;
  }

  #countField(start: number, field: number): void {
    const { codes, starts } = this.#tokens;
    const end = starts[start + 1] ?? 0;
    for (let token = starts[start] ?? 0; token < end; token++) {
      const code = codes[token] ?? 0;
      const term = this.#termOf[formIn(code)] ?? 0;
      const fields = this.#fields[term] ?? 0;
      if (fields === 0) this.#terms.push(term);
      const place = field === TITLE && isInsideWord(code) ? INSIDE_TITLE : field;
      this.#fields[term] = fields | (1 << place);
      const cell = term * FIELDS.length + place;
      this.#counts[cell] = (this.#counts[cell] ?? 0) + 1;
    }
  }

  #clear(): void {
    for (const term of this.#terms) {
      this.#fields[term] = 0;
      this.#counts.fill(0, term * FIELDS.length, (term + 1) * FIELDS.length);
    }
    this.#terms.length = 0;
  }
}

/** Each field's length as a share of its average, talk by talk, as far as the field's length matters; see Field. */
function relativeLengths({ starts }: Tokens): Float64Array {
  const lengths = new Float64Array(starts.length - 1).map(
    (_, place) => (starts[place + 1] ?? 0) - (starts[place] ?? 0),
  );
  const sums = FIELDS.map(() => 0);
  lengths.forEach((length, place) => {
    sums[place % FIELDS.length] = (sums[place % FIELDS.length] ?? 0) + length;
  });
  const talks = lengths.length / FIELDS.length;
  return lengths.map((length, place) => {
    const average = (sums[place % FIELDS.length] ?? 0) / talks;
    const matters = FIELDS[place % FIELDS.length]?.lengthMatters ?? 0;
    return 1 - matters + matters * (average > 0 ? length / average : 1);
  });
}
