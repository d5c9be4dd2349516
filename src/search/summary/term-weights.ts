import type { Index } from '../index/index-programme.ts';
import { STEM_BITS, stemBits } from '../index/word-forms.ts';
import type { Term } from '../query/terms.ts';

/** A relative of a word is emphasised, a second best correction is not; see Variant. */
export const CERTAIN = 0.5;

/** How much forms say about a query. */
export interface TermWeights {
  readonly stemOfForm: Int32Array;
  /** The terms that may be any word that begins with them. */
  readonly unfinished: readonly Term[];
  /** The weights of stems by their numbers. */
  readonly stems: ReadonlyMap<number, number>;
  /** A bit for the stemBits of all forms that weigh something; see mayWeigh. */
  readonly bits: Int32Array;
}

export function weighTerms(index: Index, terms: readonly Term[]): TermWeights {
  const { stemOfForm } = index.vocabulary;
  const stems = weighStems(index, terms);
  // It has 32 bytes, for which V8 needs no memory apart.
  const bits = new Int32Array(STEM_BITS >> 5);
  for (const stem of stems.keys()) mark(bits, stem);
  const unfinished: Term[] = [];
  for (const term of terms) {
    const { from, to } = term.completions;
    if (from === to) continue;
    unfinished.push(term);
    // Very many completions have all bits there are.
    if (to - from > STEM_BITS) bits.fill(-1);
    else for (let form = from; form < to; form++) mark(bits, stemOfForm[form] ?? 0);
  }
  return { stemOfForm, unfinished, stems, bits };
}

function mark(bits: Int32Array, stem: number): void {
  const place = stemBits(stem);
  bits[place >> 5] = (bits[place >> 5] ?? 0) | (1 << (place & 31));
}

/** False for the stemBits of most words of a text: they weigh nothing, which this says at once. */
export function mayWeigh(place: number, { bits }: TermWeights): boolean {
  return (bitAt(bits, place) & 1) === 1;
}

/** The same for four words side by side, as fourStemBits has them. */
export function mayAnyWeigh(four: number, { bits }: TermWeights): boolean {
  const any =
    bitAt(bits, four & 0xff) |
    bitAt(bits, (four >> 8) & 0xff) |
    bitAt(bits, (four >> 16) & 0xff) |
    bitAt(bits, four >>> 24);
  return (any & 1) === 1;
}

/** The last bit of the result. */
function bitAt(bits: Int32Array, place: number): number {
  return (bits[place >> 5] ?? 0) >>> (place & 31);
}

export function weightOfForm(form: number, { stemOfForm, unfinished, stems }: TermWeights): number {
  const weight = stems.get(stemOfForm[form] ?? -1);
  if (weight !== undefined) return weight;
  for (const { completions } of unfinished)
    if (completions.from <= form && form < completions.to) return CERTAIN;
  return 0;
}

function weighStems(index: Index, terms: readonly Term[]): ReadonlyMap<number, number> {
  const weights = new Map<number, number>();
  let rarest = 0;
  for (const { idf } of terms) if (idf > rarest) rarest = idf;
  for (const term of terms) {
    const own = ownStem(index, term);
    if (own !== undefined) weights.set(own, Math.max(weights.get(own) ?? 0, term.idf / rarest));
    for (const { postings, range, certainty } of term.variants) {
      if (postings !== index.stems || certainty < CERTAIN || range.from === own) continue;
      weights.set(range.from, Math.max(weights.get(range.from) ?? 0, (certainty * term.idf) / rarest));
    }
  }
  return weights;
}

/** A form that no text has may have a stem that some text has. */
function ownStem({ vocabulary }: Index, { form, number }: Term): number | undefined {
  return number === undefined
    ? vocabulary.stemNumber(vocabulary.lookUpStem(form))
    : vocabulary.stemOfForm[number];
}
