import type { Talk } from '../../programme/talk.ts';
import { FIELDS } from '../index/fields.ts';
import { buildVocabulary, type Vocabulary } from '../index/vocabulary.ts';
import { detectFormLanguages } from './detect-languages.ts';
import { BEGINS, formIn, INSIDE, MARKS } from './token-code.ts';
import { formsOf, isInnerPart, tokenize } from './tokenizer.ts';

/**
 * All texts as numbers of forms, talk by talk and field by field. The forms of one word (`openstack`, `open`, `stack`)
 * follow each other, and the first of them is marked as the beginning of a word.
 */
export interface Tokens {
  /** A form's number and two marks each; see token-code.ts. */
  readonly codes: Int32Array;
  /** Field f of talk t begins at `starts[t * FIELDS.length + f]` and ends where the next one begins. */
  readonly starts: Int32Array;
}

/** Tokenizes all fields of all talks. Forms are renumbered in sorted order once all texts have been read. */
export function tokenizeTalks(talks: readonly Talk[]): { tokens: Tokens; vocabulary: Vocabulary } {
  const encoder = new TokenEncoder();
  const starts = [0];
  for (const talk of talks) {
    for (const field of FIELDS) {
      for (const text of field.textsOf(talk)) encoder.add(text);
      starts.push(encoder.length);
    }
  }
  const vocabulary = buildVocabulary(
    encoder.forms(),
    detectFormLanguages(talks, { ...encoder.texts(), starts }),
  );
  return { tokens: { codes: encoder.renumber(vocabulary), starts: Int32Array.from(starts) }, vocabulary };
}

/** Encodes one text after the other and numbers their forms as they come. */
class TokenEncoder {
  length = 0;
  #codes = new Int32Array(1 << 16);
  readonly #numbers = new Map<string, number>();
  readonly #words = new Map<string, readonly number[]>();
  /** The codes of each text so far: a person's bio is in each of their talks. */
  readonly #texts = new Map<string, { from: number; to: number }>();

  add(text: string): void {
    const before = this.#texts.get(text);
    const from = this.length;
    if (before) this.#append(this.#codes.subarray(before.from, before.to));
    else for (const word of tokenize(text)) this.#append(this.#codesOf(word.text));
    this.#texts.set(text, { from, to: this.length });
  }

  forms(): Iterable<string> {
    return this.#numbers.keys();
  }

  texts(): { codes: Int32Array; forms: Iterable<string>; formCount: number } {
    return { codes: this.#codes, forms: this.forms(), formCount: this.#numbers.size };
  }

  renumber(vocabulary: Vocabulary): Int32Array {
    const numbers = Int32Array.from(this.#numbers.keys(), form => vocabulary.formNumber(form) ?? 0);
    return this.#codes
      .subarray(0, this.length)
      .map(code => (numbers[formIn(code)] ?? 0) * MARKS + (code % MARKS));
  }

  #codesOf(word: string): readonly number[] {
    const known = this.#words.get(word);
    if (known) return known;
    const codes = formsOf(word).map(
      (form, place) =>
        this.#numberOf(form) * MARKS + (place === 0 ? BEGINS : 0) + (isInnerPart(word, form) ? INSIDE : 0),
    );
    this.#words.set(word, codes);
    return codes;
  }

  #numberOf(form: string): number {
    const number = this.#numbers.get(form) ?? this.#numbers.size;
    this.#numbers.set(form, number);
    return number;
  }

  #append(codes: ArrayLike<number>): void {
    if (this.length + codes.length > this.#codes.length) {
      const wider = new Int32Array((this.length + codes.length) * 2);
      wider.set(this.#codes);
      this.#codes = wider;
    }
    this.#codes.set(codes, this.length);
    this.length += codes.length;
  }
}
