import type { Talk } from '../../programme/talk.ts';
import type { Steps } from '../../text/steps.ts';
import { FIELDS } from '../index/fields.ts';
import { buildVocabulary, type Vocabulary } from '../index/vocabulary.ts';
import { CodeList, type CodeRange } from './code-list.ts';
import { detectFormLanguages } from './detect-languages.ts';
import { BEGINS, formIn, INSIDE, MARKS } from './token-code.ts';
import { formsOf, isInnerPart, visitWords } from './tokenizer.ts';
import { WordTable } from './word-table.ts';

/**
 * All texts as numbers of forms, talk by talk and field by field. The forms of one word (`openstack`, `open`, `stack`)
 * follow each other, and the first of them is marked as the beginning of a word.
 */
export interface Tokens {
  /** A form's number and two marks each; see token-code.ts. */
  readonly codes: Int32Array;
  /**
   * Field f of talk t is from `starts[t * FIELDS.length + f]` to before `ends[t * FIELDS.length + f]`. Fields with the same
   * texts share their tokens: a person's bio is in each of their talks.
   */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** Talks that were tokenized before. */
export interface Tokenized {
  /** By the numbers of their tokens. */
  readonly talks: readonly Talk[];
  readonly tokens: Tokens;
  readonly vocabulary: Vocabulary;
}

/**
 * Tokenizes all fields of all talks. Forms are renumbered in sorted order once all texts have been read. The tokens of a
 * talk that was the same `before`, as most are after a reload, are copied from there.
 */
export function* tokenizeTalks(
  talks: readonly Talk[],
  before?: Tokenized,
): Steps<{ tokens: Tokens; vocabulary: Vocabulary }> {
  const encoder = new TokenEncoder(talks.length, before);
  for (const talk of talks) {
    encoder.addTalk(talk);
    yield;
  }
  const { starts, ends } = encoder;
  const languages = yield* detectFormLanguages(talks, { ...encoder.texts(), starts, ends });
  const vocabulary = yield* buildVocabulary(encoder.forms(), languages);
  yield;
  const codes = yield* encoder.renumber(vocabulary);
  return { tokens: { codes, starts, ends }, vocabulary };
}

/** Tokens of a talk for which there is room at first, besides those of before. */
const CODES_A_TALK = 500;

/** More than a Map can hold; the square of it is a whole number yet. */
const TEXTS_MAX = 1 << 26;

/** Renumbered in less than a millisecond. */
const CODES_A_STEP = 1 << 15;

const NO_TOKENS: CodeRange = { from: 0, to: 0 };

/** Encodes one talk after the other and numbers their forms as they come. */
class TokenEncoder {
  /** As in Tokens, for the talks so far. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  #fieldCount = 0;
  readonly #list: CodeList;
  readonly #numbers = new Map<string, number>();
  readonly #words = new WordTable();
  /** The code of each word, by its number in the table; below 0 for a compound, whose codes are in the list below. */
  readonly #codeOfWord: number[] = [];
  readonly #compounds: (readonly number[])[] = [];
  /** The number of each text so far, and its codes. */
  readonly #texts = new Map<string, number>();
  readonly #ranges: CodeRange[] = [];
  /** The codes of fields of several texts, by the numbers of these: to join the texts takes longer. */
  readonly #joined = new Map<string | number, CodeRange>();
  /** The copies of codes of before, by where those start. */
  readonly #copies = new Map<number, CodeRange>();
  readonly #before: Tokenized | undefined;
  readonly #placesBefore: ReadonlyMap<string, number>;
  /** The number here of each form of before, and one more; 0 if it was not met yet. */
  readonly #numbersOfBefore: Int32Array;

  constructor(talkCount: number, before: Tokenized | undefined) {
    this.#before = before;
    this.starts = new Int32Array(talkCount * FIELDS.length);
    this.ends = new Int32Array(talkCount * FIELDS.length);
    this.#list = new CodeList(CODES_A_TALK * talkCount + (before?.tokens.codes.length ?? 0));
    this.#placesBefore = new Map(before?.talks.map(({ id }, place) => [id, place]));
    this.#numbersOfBefore = new Int32Array(before?.vocabulary.forms.length ?? 0);
  }

  addTalk(talk: Talk): void {
    const place = this.#placesBefore.get(talk.id);
    const former = place === undefined ? undefined : this.#before?.talks[place];
    if (place !== undefined && former !== undefined && haveSameTexts(talk, former))
      for (let field = 0; field < FIELDS.length; field++)
        this.#endField(this.#copy(place * FIELDS.length + field));
    else for (const { textsOf } of FIELDS) this.#endField(this.#read(textsOf(talk)));
  }

  #endField({ from, to }: CodeRange): void {
    this.starts[this.#fieldCount] = from;
    this.ends[this.#fieldCount] = to;
    this.#fieldCount++;
  }

  /** Copies the tokens that a field had before. */
  #copy(field: number): CodeRange {
    if (this.#before === undefined) return NO_TOKENS;
    const { codes, starts, ends } = this.#before.tokens;
    const [start, end] = [starts[field] ?? 0, ends[field] ?? 0];
    if (start === end) return NO_TOKENS;
    const length = end - start;
    const copied = this.#copies.get(start);
    // Fields may start with the same text and go on with others.
    if (copied !== undefined && copied.to - copied.from >= length)
      return { from: copied.from, to: copied.from + length };
    const from = this.#list.length;
    for (let at = start; at < end; at++) {
      const code = codes[at] ?? 0;
      this.#list.append(this.#numberOfBefore(formIn(code)) * MARKS + (code % MARKS));
    }
    const range = { from, to: this.#list.length };
    this.#copies.set(start, range);
    return range;
  }

  #numberOfBefore(form: number): number {
    const known = this.#numbersOfBefore[form] ?? 0;
    if (known > 0) return known - 1;
    const number = this.#numberOf(this.#before?.vocabulary.forms[form] ?? '');
    this.#numbersOfBefore[form] = number + 1;
    return number;
  }

  /** The tokens of a field's texts. Those of a single text serve others that have it beside more. */
  #read(texts: readonly string[]): CodeRange {
    const [only, second] = texts;
    if (only === undefined) return NO_TOKENS;
    const first = this.#numberOfText(only);
    if (second === undefined) return this.#ranges[first] ?? this.#add(only, first);
    // Most talks of several speakers have two, and a number is found sooner than a text.
    const key =
      texts.length === 2
        ? first * TEXTS_MAX + this.#numberOfText(second)
        : texts.map(text => this.#numberOfText(text)).join(' ');
    const known = this.#joined.get(key);
    if (known) return known;
    const from = this.#list.length;
    for (const text of texts) this.#add(text, this.#numberOfText(text));
    const range = { from, to: this.#list.length };
    this.#joined.set(key, range);
    return range;
  }

  #numberOfText(text: string): number {
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    this.#texts.set(text, this.#texts.size);
    return this.#texts.size - 1;
  }

  #add(text: string, number: number): CodeRange {
    const known = this.#ranges[number];
    if (known) {
      this.#list.repeat(known);
      return known;
    }
    const from = this.#list.length;
    visitWords(text, (start, end) => this.#addWord(text, start, end));
    const range = { from, to: this.#list.length };
    this.#ranges[number] = range;
    return range;
  }

  #addWord(text: string, start: number, end: number): void {
    const word = this.#words.numberOf(text, start, end);
    const code = this.#codeOfWord[word] ?? this.#encodeNew(word, text.slice(start, end));
    if (code < 0) for (const each of this.#compounds[-1 - code] ?? []) this.#list.append(each);
    else this.#list.append(code);
  }

  forms(): readonly string[] {
    return [...this.#numbers.keys()];
  }

  texts(): { codes: Int32Array; forms: Iterable<string>; formCount: number } {
    return { codes: this.#list.codes(), forms: this.forms(), formCount: this.#numbers.size };
  }

  /** In place, since a copy would stay beside it until the garbage collector comes. */
  *renumber(vocabulary: Vocabulary): Steps<Int32Array> {
    const numbers = Int32Array.from(this.#numbers.keys(), form => vocabulary.formNumber(form) ?? 0);
    const codes = this.#list.codes();
    for (let at = 0; at < codes.length; at++) {
      const code = codes[at] ?? 0;
      codes[at] = (numbers[formIn(code)] ?? 0) * MARKS + (code % MARKS);
      if (at % CODES_A_STEP === 0) yield;
    }
    return codes;
  }

  /** Returns a word's code as in `#codeOfWord`. */
  #encodeNew(number: number, word: string): number {
    const codes = this.#encode(word);
    const [only] = codes;
    const code = only !== undefined && codes.length === 1 ? only : -this.#compounds.push(codes);
    this.#codeOfWord[number] = code;
    return code;
  }

  #encode(word: string): readonly number[] {
    return formsOf(word).map(
      (form, place) =>
        this.#numberOf(form) * MARKS + (place === 0 ? BEGINS : 0) + (isInnerPart(word, form) ? INSIDE : 0),
    );
  }

  #numberOf(form: string): number {
    const number = this.#numbers.get(form) ?? this.#numbers.size;
    this.#numbers.set(form, number);
    return number;
  }
}

function haveSameTexts(talk: Talk, other: Talk): boolean {
  return (
    talk === other ||
    FIELDS.every(({ textsOf }) => {
      const [texts, others] = [textsOf(talk), textsOf(other)];
      return texts.length === others.length && texts.every((text, at) => text === others[at]);
    })
  );
}
