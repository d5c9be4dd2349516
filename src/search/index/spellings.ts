import type { Steps } from '../../text/steps.ts';
import { findPrefixRange, type Range, type Vocabulary } from './vocabulary.ts';

/** The forms of a vocabulary, prepared for comparison with a misspelt word. */
export interface Spellings {
  /** Sorted. */
  readonly forms: readonly string[];
  readonly formNumber: Vocabulary['formNumber'];
  readonly lengths: Uint8Array;
  /** The set of each form's letters; see lettersOf. */
  readonly letters: Int32Array;
  /** The forms read backwards, sorted, and the number of each. */
  readonly reversed: readonly string[];
  readonly bySuffix: Int32Array;
}

export function* indexSpellings({ forms, formNumber }: Vocabulary): Steps<Spellings> {
  const numbers = new Map(forms.map((form, number) => [reverse(form), number]));
  yield;
  const sorted = [...numbers.keys()].sort();
  yield;
  return {
    forms,
    formNumber,
    lengths: Uint8Array.from(forms, form => form.length),
    letters: Int32Array.from(forms, lettersOf),
    reversed: sorted,
    bySuffix: Int32Array.from(sorted, form => numbers.get(form) ?? 0),
  };
}

/** The numbers of the forms with this beginning. */
export function findPrefix(spellings: Spellings, start: string): Range {
  return findPrefixRange(spellings.forms, start);
}

/** The places in `bySuffix` of the forms with this end. */
export function findSuffix(spellings: Spellings, end: string): Range {
  return findPrefixRange(spellings.reversed, reverse(end));
}

/** A word's letters as a set of 32 bits. Letters may share a bit, so equal sets do not mean equal letters. */
export function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
}

function reverse(text: string): string {
  let reversed = '';
  for (let at = text.length - 1; at >= 0; at--) reversed += text.charAt(at);
  return reversed;
}

/** The population count of a 32 bit number. */
export function bitCount(bits: number): number {
  let count = bits - ((bits >>> 1) & 0x55555555);
  count = (count & 0x33333333) + ((count >>> 2) & 0x33333333);
  return (((count + (count >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
