import type { Talk } from '../../programme/talk.ts';
import { FIELDS } from '../index/fields.ts';
import { buildVocabulary, type Vocabulary } from '../index/vocabulary.ts';
import { detectFormLanguages } from './detect-languages.ts';
import { BEGINS, formIn, INSIDE, MARKS } from './token-code.ts';
import { formsOf, isInnerPart, tokenize } from './tokenizer.ts';

/**
 * All texts as numbers of forms, talk by talk and field by field. The forms of one word (`openstack`, `open`, `stack`)
 * follow each other; the first of them is marked, so that a walker can tell where the next word begins.
 */
export interface Tokens {
  /** A form's number and two marks; see `token-code.ts`. */
  readonly codes: Int32Array;
  /** Where field f of talk t begins: `starts[t * FIELDS.length + f]`; the next one is where it ends. */
  readonly starts: Int32Array;
}

/** Forms can be numbered by the alphabet only when all texts have been read, so they are numbered twice. */
export function tokenizeTalks(talks: readonly Talk[]): { tokens: Tokens; vocabulary: Vocabulary } {
  const reader = new TokenEncoder();
  const starts = [0];
  for (const talk of talks) {
    for (const field of FIELDS) {
      for (const text of field.textsOf(talk)) reader.read(text);
      starts.push(reader.length);
    }
  }
  const vocabulary = buildVocabulary(
    reader.forms(),
    detectFormLanguages(talks, { ...reader.texts(), starts }),
  );
  const codes = reader.renumbered(vocabulary);
  return { tokens: { codes, starts: Int32Array.from(starts) }, vocabulary };
}

/** Reads texts one after the other and numbers their forms as they come. */
class TokenEncoder {
  length = 0;
  #codes = new Int32Array(1 << 16);
  readonly #numbers = new Map<string, number>();
  readonly #words = new Map<string, readonly number[]>();
  /** Where a text was read before: a person's bio stands in each of their talks. */
  readonly #texts = new Map<string, { from: number; to: number }>();

  read(text: string): void {
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

  renumbered(vocabulary: Vocabulary): Int32Array {
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
