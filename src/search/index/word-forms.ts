import { remember, rememberOf } from '../../text/remember.ts';
import { BEGINS, MARKS } from '../text/token-code.ts';
import { formsOf, tokenize, type Word } from '../text/tokenizer.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The forms of the words of texts, as numbers. Each answer looks at all words of several texts, so they are remembered. */
export interface WordForms {
  /** The forms of one word. */
  formsOf(word: string): readonly WordForm[];
  /**
   * Undefined if one of the words has a form that no text of the programme has, or if a sentence is longer than
   * LENGTH_MAX. A list is read once: it must not change.
   */
  codesOf(sentences: readonly { readonly text: string }[]): SentenceCodes | undefined;
}

/** The forms of the different words of sentences, each word where it first stands. Those of sentence s end before `ends[s]`. */
export interface SentenceCodes {
  /** As token-code.ts marks them. */
  readonly codes: Int32Array;
  /** The places of their words in the sentence, from `from` to before `to`. */
  readonly from: Uint16Array;
  readonly to: Uint16Array;
  readonly ends: Int32Array;
}

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
    codesOf: rememberOf(sentences => encode(sentences, vocabulary)),
  };
}

/** Each word of a text once, where it first stands. */
export function differentWords(text: string): readonly Word[] {
  const seen = new Set<string>();
  return tokenize(text).filter(word => seen.size < seen.add(word.text).size);
}

function encode(
  sentences: readonly { readonly text: string }[],
  vocabulary: Vocabulary,
): SentenceCodes | undefined {
  const codes: number[] = [];
  const words: Word[] = [];
  const ends: number[] = [];
  for (const { text } of sentences) {
    if (text.length > LENGTH_MAX) return undefined;
    for (const word of differentWords(text)) {
      for (const [place, form] of formsOf(word.text).entries()) {
        const number = vocabulary.formNumber(form);
        if (number === undefined) return undefined;
        codes.push(number * MARKS + (place === 0 ? BEGINS : 0));
        words.push(word);
      }
    }
    ends.push(codes.length);
  }
  return {
    codes: Int32Array.from(codes),
    from: Uint16Array.from(words, word => word.start),
    to: Uint16Array.from(words, word => word.end),
    ends: Int32Array.from(ends),
  };
}
