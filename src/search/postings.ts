import { FIELDS, INSIDE_TITLE, TITLE } from './fields.ts';
import { formIn, isInsideWord, type Tokens } from './tokens.ts';

/** For each term (a form, or a stem), the talks that have it. Term t has the places `offsets[t]` to before `offsets[t + 1]`. */
export interface Postings {
  readonly offsets: Int32Array;
  /** Talk numbers, ascending within a term. */
  readonly talks: Int32Array;
  /** How much the talk is about the term: all of BM25F but the rarity of the term, which depends on the query. */
  readonly impacts: Float32Array;
  /** Bit f is set where field f has the term. */
  readonly fields: Uint8Array;
}

/** BM25's saturation: the tenth mention of a word says little more than the fifth. */
const SATURATION = 1.2;

/** How many talks have a term. */
export function occurrences(postings: Postings, term: number): number {
  return (postings.offsets[term + 1] ?? 0) - (postings.offsets[term] ?? 0);
}

/** Postings of the terms that `termOf` makes of form numbers. */
export function postingsOf(tokens: Tokens, termOf: Int32Array, termCount: number): Postings {
  const lengths = fieldLengths(tokens);
  const tally = new Tally(termCount);
  const offsets = new Int32Array(termCount + 1);
  const talkCount = (tokens.starts.length - 1) / FIELDS.length;
  for (let talk = 0; talk < talkCount; talk++) {
    tally.count(tokens, talk, termOf);
    for (const term of tally.terms()) offsets[term + 1] = (offsets[term + 1] ?? 0) + 1;
    tally.clear();
  }
  for (let term = 0; term < termCount; term++)
    offsets[term + 1] = (offsets[term + 1] ?? 0) + (offsets[term] ?? 0);
  const size = offsets[termCount] ?? 0;
  const postings = {
    offsets,
    talks: new Int32Array(size),
    impacts: new Float32Array(size),
    fields: new Uint8Array(size),
  };
  const next = offsets.slice();
  for (let talk = 0; talk < talkCount; talk++) {
    tally.count(tokens, talk, termOf);
    for (const term of tally.terms()) {
      const place = next[term] ?? 0;
      next[term] = place + 1;
      postings.talks[place] = talk;
      postings.impacts[place] = tally.impactOf(term, lengths.subarray(talk * FIELDS.length));
      postings.fields[place] = tally.fieldsOf(term);
    }
    tally.clear();
  }
  return postings;
}

/** Each field's length as a share of the average length of that field, talk by talk; 1 where length does not matter. */
function fieldLengths(tokens: Tokens): Float64Array {
  const places = tokens.starts.length - 1;
  const lengths = new Float64Array(places);
  const sums = FIELDS.map(() => 0);
  for (let place = 0; place < places; place++) {
    const length = (tokens.starts[place + 1] ?? 0) - (tokens.starts[place] ?? 0);
    lengths[place] = length;
    sums[place % FIELDS.length] = (sums[place % FIELDS.length] ?? 0) + length;
  }
  const talks = places / FIELDS.length;
  return lengths.map((length, place) => {
    const average = (sums[place % FIELDS.length] ?? 0) / talks;
    const b = FIELDS[place % FIELDS.length]?.lengthMatters ?? 0;
    return 1 - b + (average > 0 ? (b * length) / average : b);
  });
}

/** How often each term stands in each field of one talk, counted in one array that serves talk after talk. */
class Tally {
  readonly #counts: Uint16Array;
  readonly #terms: number[] = [];

  constructor(termCount: number) {
    this.#counts = new Uint16Array(termCount * FIELDS.length);
  }

  count(tokens: Tokens, talk: number, termOf: Int32Array): void {
    for (let field = 0; field < FIELDS.length; field++) {
      const start = talk * FIELDS.length + field;
      const end = tokens.starts[start + 1] ?? 0;
      for (let token = tokens.starts[start] ?? 0; token < end; token++) {
        const code = tokens.codes[token] ?? 0;
        const term = termOf[formIn(code)] ?? 0;
        if (this.fieldsOf(term) === 0) this.#terms.push(term);
        const place = field === TITLE && isInsideWord(code) ? INSIDE_TITLE : field;
        const cell = term * FIELDS.length + place;
        this.#counts[cell] = (this.#counts[cell] ?? 0) + 1;
      }
    }
  }

  terms(): readonly number[] {
    return this.#terms;
  }

  fieldsOf(term: number): number {
    let fields = 0;
    for (let field = 0; field < FIELDS.length; field++) {
      if ((this.#counts[term * FIELDS.length + field] ?? 0) > 0) fields |= 1 << field;
    }
    return fields;
  }

  impactOf(term: number, lengths: Float64Array): number {
    let impact = 0;
    for (let field = 0; field < FIELDS.length; field++) {
      const count = this.#counts[term * FIELDS.length + field] ?? 0;
      const weight = FIELDS[field]?.weight ?? 0;
      if (count > 0)
        impact += (weight * count * (SATURATION + 1)) / (count + SATURATION * (lengths[field] ?? 1));
    }
    return impact;
  }

  clear(): void {
    for (const term of this.#terms) this.#counts.fill(0, term * FIELDS.length, (term + 1) * FIELDS.length);
    this.#terms.length = 0;
  }
}
