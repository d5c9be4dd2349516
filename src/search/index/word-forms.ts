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

/**
 * The forms of the words of sentences, nine bytes each. They lie side by side, since each answer looks at those of several
 * texts, and most of its time would go into fetching them from several places: first how many there are, then a byte of
 * each form, the stemBits of its stem, four to a number, then the rest of each, two numbers.
 */
export type SentenceForms = Int32Array;

export function countForms(forms: SentenceForms): number {
  return forms[0] ?? 0;
}

/** The stemBits of the form at `at` and of the three behind it, each above those before; `at` is a multiple of four. */
export function fourStemBits(forms: SentenceForms, at: number): number {
  return forms[1 + (at >> 2)] ?? 0;
}

/** The number of a form, twice; one more where the same word stands before in its sentence. */
export function codeAt(forms: SentenceForms, at: number): number {
  return forms[restOf(countForms(forms), at)] ?? 0;
}

/** The place of a form's word in the text: its start above 16 bits for its end. */
export function placeAt(forms: SentenceForms, at: number): number {
  return forms[restOf(countForms(forms), at) + 1] ?? 0;
}

function restOf(count: number, at: number): number {
  return 1 + ((count + 3) >> 2) + 2 * at;
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

function encode({ text, starts, ends }: Sentences, vocabulary: Vocabulary): SentenceForms | undefined {
  if (text.length > LENGTH_MAX) return undefined;
  const numbers: number[] = [];
  for (const [sentence, from] of starts.entries()) {
    const seen = new Set<string>();
    for (const { text: word, start, end } of tokenize(text.slice(from, ends[sentence]))) {
      const repeats = seen.has(word) ? 1 : 0;
      seen.add(word);
      for (const form of formsOf(word)) {
        const number = vocabulary.formNumber(form);
        if (number === undefined) return undefined;
        numbers.push(2 * number + repeats, ((from + start) << 16) | (from + end));
      }
    }
  }
  const count = numbers.length / 2;
  const forms = new Int32Array(restOf(count, count));
  forms[0] = count;
  forms.set(numbers, restOf(count, 0));
  for (let at = 0; at < count; at++) {
    const bits = stemBits(vocabulary.stemOfForm[(numbers[2 * at] ?? 0) >> 1] ?? 0);
    forms[1 + (at >> 2)] = fourStemBits(forms, at) | (bits << (8 * (at & 3)));
  }
  return forms;
}
