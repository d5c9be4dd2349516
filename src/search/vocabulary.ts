import { stemOf } from './stem.ts';

/** All forms that a programme's texts have, in the order of their letters, so that those with one beginning are neighbours. */
export interface Vocabulary {
  readonly forms: readonly string[];
  /** The stem of each form, by number. */
  readonly stems: Int32Array;
  readonly stemCount: number;
  formNumber(form: string): number | undefined;
  stemNumber(stem: string): number | undefined;
}

/** A range of form numbers, from the first to before `to`. */
export interface FormRange {
  readonly from: number;
  readonly to: number;
}

export function vocabularyOf(forms: Iterable<string>): Vocabulary {
  const sorted = [...forms].sort();
  const formNumbers = new Map(sorted.map((form, number) => [form, number]));
  const stemNumbers = new Map<string, number>();
  const stems = Int32Array.from(sorted, form => {
    const stem = stemOf(form);
    const number = stemNumbers.get(stem) ?? stemNumbers.size;
    stemNumbers.set(stem, number);
    return number;
  });
  return {
    forms: sorted,
    stems,
    stemCount: stemNumbers.size,
    formNumber: form => formNumbers.get(form),
    stemNumber: stem => stemNumbers.get(stem),
  };
}

/** The forms that begin so. */
export function formsBeginning(vocabulary: Vocabulary, beginning: string): FormRange {
  const from = firstAtOrAfter(vocabulary.forms, beginning);
  return { from, to: firstAtOrAfter(vocabulary.forms, `${beginning}\uffff`) };
}

function firstAtOrAfter(sorted: readonly string[], text: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < text) low = middle + 1;
    else high = middle;
  }
  return low;
}
