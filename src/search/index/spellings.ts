import { findPrefixRange, type Range, type Vocabulary } from './vocabulary.ts';

/** The forms of a vocabulary, made ready for being compared with a misspelt word. */
export interface Spellings {
  /** By the alphabet. */
  readonly forms: readonly string[];
  readonly formNumber: Vocabulary['formNumber'];
  readonly lengths: Uint8Array;
  /** A bit for each letter that a form has. */
  readonly letters: Int32Array;
  /** The forms read backwards, by the alphabet, and the number of each. */
  readonly reversed: readonly string[];
  readonly bySuffix: Int32Array;
}

export function indexSpellings({ forms, formNumber }: Vocabulary): Spellings {
  const numbers = new Map(forms.map((form, number) => [reverse(form), number]));
  const sorted = [...numbers.keys()].sort();
  return {
    forms,
    formNumber,
    lengths: Uint8Array.from(forms, form => form.length),
    letters: Int32Array.from(forms, lettersOf),
    reversed: sorted,
    bySuffix: Int32Array.from(sorted, form => numbers.get(form) ?? 0),
  };
}

/** The numbers of the forms that begin so. */
export function findPrefix(spellings: Spellings, start: string): Range {
  return findPrefixRange(spellings.forms, start);
}

/** The places in `byEnding` of the forms that end so. */
export function findSuffix(spellings: Spellings, end: string): Range {
  return findPrefixRange(spellings.reversed, reverse(end));
}

/** Letters that share a bit only let a word through that is then compared in full. */
export function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
}

function reverse(text: string): string {
  let turned = '';
  for (let at = text.length - 1; at >= 0; at--) turned += text.charAt(at);
  return turned;
}

/** How many bits of a 32 bit number are set. */
export function bitCount(bits: number): number {
  let count = bits - ((bits >>> 1) & 0x55555555);
  count = (count & 0x33333333) + ((count >>> 2) & 0x33333333);
  return (((count + (count >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
