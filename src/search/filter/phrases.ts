import { FIELDS } from '../index/fields.ts';
import type { Index } from '../index/index-programme.ts';
import { occurrences } from '../index/postings.ts';
import { beginsWord, formIn } from '../text/token-code.ts';

/** The numbers of the talks that have these words one behind the other, just as they are, in one of their texts. */
export function talksWithPhrase(index: Index, words: readonly string[]): readonly number[] {
  const forms: number[] = [];
  for (const word of words) {
    const form = index.vocabulary.formNumber(word);
    if (form === undefined) return [];
    forms.push(form);
  }
  const rarest = Math.min(...forms.map(form => occurrences(index.forms, form)));
  const start = forms.find(form => occurrences(index.forms, form) === rarest);
  return start === undefined ? [] : talksWithForm(index, start).filter(talk => hasPhrase(index, talk, forms));
}

function talksWithForm({ forms }: Index, form: number): number[] {
  return [...forms.talks.subarray(forms.offsets[form], forms.offsets[form + 1])];
}

function hasPhrase(index: Index, talk: number, forms: readonly number[]): boolean {
  if (forms.length === 1) return true;
  const { codes, starts } = index.tokens;
  return FIELDS.some((_, field) => {
    const from = starts[talk * FIELDS.length + field] ?? 0;
    const text = codes.subarray(from, starts[talk * FIELDS.length + field + 1]);
    return text.some((code, place) => formIn(code) === forms[0] && follows(text, place, forms.slice(1)));
  });
}

/** Whether these forms follow, each in the next word, or further on in a word that is put together. */
function follows(text: Int32Array, place: number, [form, ...others]: readonly number[]): boolean {
  if (form === undefined) return true;
  let words = 0;
  for (let next = place + 1; next < text.length; next++) {
    const code = text[next] ?? 0;
    if (beginsWord(code)) words++;
    if (words > 1) return false;
    if (formIn(code) === form && follows(text, next, others)) return true;
  }
  return false;
}
