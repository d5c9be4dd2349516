import { distance } from './distance.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface Close {
  /** A form's number. */
  readonly form: number;
  /** 1 for the same word, less for each letter that differs. */
  readonly similarity: number;
}

/** Words of up to seven letters have one slip of the finger, longer ones two. */
export function closeForms(vocabulary: Vocabulary, word: string): Close[] {
  const limit = word.length <= 7 ? 1 : 2;
  const close: Close[] = [];
  vocabulary.forms.forEach((form, number) => {
    if (Math.abs(form.length - word.length) > limit) return;
    const d = distance(word, form, limit);
    if (d <= limit) close.push({ form: number, similarity: 1 - d / Math.max(word.length, form.length) });
  });
  return close.sort((a, b) => b.similarity - a.similarity || a.form - b.form);
}
