import type { Index } from '../index/index-programme.ts';
import type { Range } from '../index/vocabulary.ts';
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
  /** 1 for the stemBits of all forms that weigh something: most words of a text have others, which says so at once. */
  readonly mayWeigh: Uint8Array;
}

export function weighTerms(index: Index, terms: readonly Term[]): TermWeights {
  const { stemOfForm } = index.vocabulary;
  const unfinished = terms.filter(({ completions }) => completions.to > completions.from);
  const stems = weighStems(index, terms);
  const mayWeigh = new Uint8Array(STEM_BITS);
  for (const stem of stems.keys()) mayWeigh[stemBits(stem)] = 1;
  for (const { completions } of unfinished) markStems(mayWeigh, completions, stemOfForm);
  return { stemOfForm, unfinished, stems, mayWeigh };
}

/** Very many completions have all bits there are. */
function markStems(mayWeigh: Uint8Array, { from, to }: Range, stemOfForm: Int32Array): void {
  if (to - from > mayWeigh.length) mayWeigh.fill(1);
  else for (let form = from; form < to; form++) mayWeigh[stemBits(stemOfForm[form] ?? 0)] = 1;
}

export function weightOfForm(form: number, { stemOfForm, unfinished, stems }: TermWeights): number {
  const weight = stems.get(stemOfForm[form] ?? -1);
  if (weight !== undefined) return weight;
  for (const { completions } of unfinished)
    if (completions.from <= form && form < completions.to) return CERTAIN;
  return 0;
}

/** The weights of stems by their numbers. */
function weighStems({ vocabulary, stems }: Index, terms: readonly Term[]): ReadonlyMap<number, number> {
  const weights = new Map<number, number>();
  const rarest = Math.max(...terms.map(term => term.idf));
  for (const term of terms) {
    const add = (stem: number | undefined, certainty: number) => {
      if (stem !== undefined)
        weights.set(stem, Math.max(weights.get(stem) ?? 0, (certainty * term.idf) / rarest));
    };
    add(vocabulary.stemNumber(vocabulary.lookUpStem(term.form)), 1);
    for (const { postings, range, certainty } of term.variants)
      if (postings === stems && certainty >= CERTAIN) add(range.from, certainty);
  }
  return weights;
}
