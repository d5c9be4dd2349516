import { remember, rememberOf } from '../../text/remember.ts';
import { BEGINS, MARKS } from '../text/token-code.ts';
import { formsOf } from '../text/tokenizer.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The forms of the words of texts, as numbers. Each answer looks at all words of several texts, so they are remembered. */
export interface WordForms {
  /** The forms of one word. */
  formsOf(word: string): readonly WordForm[];
  /**
   * The forms of the words of a list, as token-code.ts marks them. Undefined if one of them is a form that no text of the
   * programme has. A list is read once, so it must not change.
   */
  codesOf(words: readonly string[]): Int32Array | undefined;
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
    codesOf: rememberOf(words => encode(words, vocabulary)),
  };
}

function encode(words: readonly string[], vocabulary: Vocabulary): Int32Array | undefined {
  const codes: number[] = [];
  for (const word of words) {
    for (const [place, form] of formsOf(word).entries()) {
      const number = vocabulary.formNumber(form);
      if (number === undefined) return undefined;
      codes.push(number * MARKS + (place === 0 ? BEGINS : 0));
    }
  }
  return Int32Array.from(codes);
}
