import { remember, rememberOf } from '../../text/remember.ts';
import { BEGINS, MARKS } from '../text/token-code.ts';
import { formsOf, tokenize } from '../text/tokenizer.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The forms of the words of texts, as numbers. Each answer looks at all words of several texts, so they are remembered. */
export interface WordForms {
  /** The forms of one word. */
  formsOf(word: string): readonly WordForm[];
  /** Undefined if one of the words has a form that no text of the programme has. A list is read once: it must not change. */
  codesOf(sentences: readonly { readonly text: string }[]): SentenceCodes | undefined;
}

/** The forms of the different words of sentences, as token-code.ts marks them. Those of sentence s end before `ends[s]`. */
export interface SentenceCodes {
  readonly codes: Int32Array;
  readonly ends: Int32Array;
}

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

/** Each word of a text once. */
export function differentWords(text: string): ReadonlySet<string> {
  return new Set(tokenize(text).map(word => word.text));
}

function encode(
  sentences: readonly { readonly text: string }[],
  vocabulary: Vocabulary,
): SentenceCodes | undefined {
  const codes: number[] = [];
  const ends: number[] = [];
  for (const { text } of sentences) {
    for (const word of differentWords(text)) {
      for (const [place, form] of formsOf(word).entries()) {
        const number = vocabulary.formNumber(form);
        if (number === undefined) return undefined;
        codes.push(number * MARKS + (place === 0 ? BEGINS : 0));
      }
    }
    ends.push(codes.length);
  }
  return { codes: Int32Array.from(codes), ends: Int32Array.from(ends) };
}
