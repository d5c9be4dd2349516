import { closeForms } from './corrections.ts';
import type { Index } from './index-programme.ts';
import type { Query } from './read-query.ts';
import { stemOf } from './stem.ts';
import { STOP_WORDS } from './stop-words.ts';
import { formsBeginning } from './vocabulary.ts';
import { formsOf, type Word } from './words.ts';

/** A word of a query, as the index knows it. */
export interface Term {
  readonly word: Word;
  readonly form: string;
  readonly stem: string;
  /** How rare it is, and so how much it tells. */
  readonly rarity: number;
  /** What a talk may have in its place; the one that counts most in a talk is counted there. */
  readonly variants: readonly Variant[];
  /** What the word was taken for, where no text has it. */
  readonly mended: string | undefined;
}

export interface Variant {
  readonly kind: 'form' | 'stem';
  readonly from: number;
  readonly to: number;
  readonly weight: number;
  /** True for the exact form, which counts on top of its stem. */
  readonly adds: boolean;
}

/** More words than this tell nothing more; each costs a walk through its talks. */
const TERMS_MAX = 32;
export const STEM = 0.6;
export const EXACT = 0.4;

export interface Tuning {
  prefix: number;
  unknown: number;
  known: number;
  shared: number;
}
export const TUNING = { prefix: 0.4, unknown: 0.5, known: 0.1, shared: 0.1, unionIdf: 1 };

export function termsOf(index: Index, query: Query): Term[] {
  const words = query.words.slice(0, TERMS_MAX);
  const parts = words.flatMap((word, i) =>
    lookups(index, word).map(form => ({ word, form, last: i === words.length - 1 })),
  );
  return parts.slice(0, TERMS_MAX).map(part => termOf(index, part.word, part.form, part.last));
}

function lookups(index: Index, word: Word): string[] {
  const [whole, ...parts] = formsOf(word.text);
  if (whole === undefined) return [];
  if (parts.length === 0 || index.vocabulary.formNumber(whole) !== undefined) return [whole];
  const telling = parts.filter(part => !STOP_WORDS.has(part));
  return telling.length > 0 ? telling : parts;
}

function termOf(index: Index, word: Word, form: string, last: boolean): Term {
  const { vocabulary } = index;
  const stem = stemOf(form);
  const variants: Variant[] = [];
  const formNumber = vocabulary.formNumber(form);
  const stemNumber = vocabulary.stemNumber(stem);
  let df = 0;
  let mended: string | undefined;
  if (stemNumber !== undefined) {
    variants.push({ kind: 'stem', from: stemNumber, to: stemNumber + 1, weight: STEM, adds: false });
    df = (index.stems.offsets[stemNumber + 1] ?? 0) - (index.stems.offsets[stemNumber] ?? 0);
  }
  if (formNumber !== undefined) {
    variants.push({ kind: 'form', from: formNumber, to: formNumber + 1, weight: EXACT, adds: true });
  }
  if (last) {
    const range = formsBeginning(vocabulary, form);
    if (range.to > range.from) variants.push({ kind: 'form', ...range, weight: TUNING.prefix, adds: false });
    if (df === 0)
      df = Math.min(
        index.talks.length,
        (index.forms.offsets[range.to] ?? 0) - (index.forms.offsets[range.from] ?? 0),
      );
  }
  const close = closeForms(vocabulary, form);
  const knownHere = variants.length > 0;
  for (const { form: other, similarity } of close) {
    if (other === formNumber) continue;
    const weight = (stemNumber === undefined ? TUNING.unknown : TUNING.known) * similarity ** 2;
    const s = vocabulary.stems[other] ?? 0;
    variants.push({ kind: 'stem', from: s, to: s + 1, weight, adds: false });
    if (stemNumber === undefined)
      df = Math.max(df, (index.stems.offsets[s + 1] ?? 0) - (index.stems.offsets[s] ?? 0));
  }
  if (!knownHere && close.length > 0) mended = vocabulary.forms[close[0]?.form ?? 0];
  const n = index.talks.length;
  return {
    word,
    form,
    stem,
    rarity: df === 0 ? Math.log(1 + n * 2) : Math.log(1 + (n - df + 0.5) / (df + 0.5)),
    variants,
    mended,
  };
}
