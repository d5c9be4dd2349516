import { remember, rememberOf } from '../../text/remember.ts';
import type { Sentences } from '../summary/read-sentences.ts';
import { formsOf, tokenize } from '../text/tokenizer.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The forms of the words of texts, as numbers. Each answer looks at all words of several texts, so they are remembered. */
export interface WordForms {
  /** The forms of one word. */
  formsOf(word: string): readonly WordForm[];
  /**
   * Undefined if one of the words has a form that no text of the programme has, or if the sentences are longer than
   * LENGTH_MAX.
   */
  formsIn(sentences: Sentences): SentenceForms | undefined;
}

/** The forms of the words of sentences, side by side: each answer looks at those of several texts. */
export interface SentenceForms {
  /** The stemBits of each form's stem. */
  readonly stems: Uint8Array;
  /** The number of each form, twice; one more where the same word stands before in its sentence. */
  readonly codes: Int32Array;
  /** The place of its word in the text: its start above 16 bits for its end. */
  readonly spans: Int32Array;
  /** The forms of sentence s end before `ends[s]`. */
  readonly ends: readonly number[];
}

/** The last bits of a stem's number: they tell of most words of a text that they are none of a query's. */
export function stemBits(stem: number): number {
  return stem & (STEM_BITS - 1);
}

/** So many different ones fit into a byte. */
export const STEM_BITS = 256;

/** The highest place in a text that has room in 16 bits. */
const LENGTH_MAX = 0xffff;

interface WordForm {
  readonly text: string;
  /** The number of its stem; -1 if no text has it. */
  readonly stem: number;
}

/** Twice the different words of a large conference. */
const REMEMBERED = 100_000;

export function rememberForms(vocabulary: Vocabulary): WordForms {
  return {
    formsOf: remember(
      word =>
        formsOf(word).map(text => ({
          text,
          stem: vocabulary.stemNumber(vocabulary.lookUpStem(text)) ?? -1,
        })),
      REMEMBERED,
    ),
    formsIn: rememberOf(sentences => encode(sentences, vocabulary)),
  };
}

function encode({ text, starts, ends: until }: Sentences, vocabulary: Vocabulary): SentenceForms | undefined {
  if (text.length > LENGTH_MAX) return undefined;
  const codes: number[] = [];
  const spans: number[] = [];
  const ends: number[] = [];
  for (const [sentence, from] of starts.entries()) {
    const seen = new Set<string>();
    for (const { text: word, start, end } of tokenize(text.slice(from, until[sentence]))) {
      const repeats = seen.has(word) ? 1 : 0;
      seen.add(word);
      for (const form of formsOf(word)) {
        const number = vocabulary.formNumber(form);
        if (number === undefined) return undefined;
        codes.push(2 * number + repeats);
        spans.push(((from + start) << 16) | (from + end));
      }
    }
    ends.push(codes.length);
  }
  return {
    stems: Uint8Array.from(codes, code => stemBits(vocabulary.stemOfForm[code >> 1] ?? 0)),
    codes: Int32Array.from(codes),
    spans: Int32Array.from(spans),
    ends,
  };
}
