import { documentFrequency, type Postings } from './postings.ts';
import { findPrefixRange, type Vocabulary } from './vocabulary.ts';

/** A word shortened by how many letters are left out: `k8s` is Kubernetes. */
export interface Numeronym {
  /** The number of its form; -1 if it was typed and no text has it. */
  readonly form: number;
  readonly first: string;
  readonly last: string;
  /** How many letters the written-out word has. */
  readonly length: number;
}

/** Shorter words are not shortened this way, and too many would fit: `e2e` is not `edge`. */
const LEFT_OUT_MIN = 6;

/** Two are enough for both spellings of a word; the rest fit by chance. */
const WORDS_MAX = 2;

const NOTHING: readonly number[] = [];

/** The numeronyms among the forms of a vocabulary. They are few, so each word of a query can be compared with all. */
export function findNumeronyms(forms: readonly string[]): Numeronym[] {
  return forms.flatMap((text, form) => parseNumeronym(text, form) ?? []);
}

interface NumeronymIndex {
  readonly vocabulary: Vocabulary;
  readonly forms: Postings;
  readonly numeronyms: readonly Numeronym[];
}

/** The forms that a numeronym stands for, most frequent first, or the numeronyms of a word. */
export function matchNumeronyms(index: NumeronymIndex, text: string): readonly number[] {
  const short = parseNumeronym(text, -1);
  if (short !== undefined) return findLongForms(index, short);
  let forms = NOTHING;
  for (const one of index.numeronyms) if (isShort(one, text)) forms = [...forms, one.form];
  return forms;
}

function parseNumeronym(text: string, form: number): Numeronym | undefined {
  if (text.length > 4) return undefined;
  const [, first = '', leftOut, last = ''] = /^(\D)(\d{1,2})(\D)$/.exec(text) ?? [];
  return Number(leftOut) >= LEFT_OUT_MIN ? { form, first, last, length: Number(leftOut) + 2 } : undefined;
}

function isShort({ first, last, length }: Numeronym, text: string): boolean {
  return text.length === length && text.startsWith(first) && text.endsWith(last);
}

function findLongForms({ vocabulary, forms }: NumeronymIndex, short: Numeronym): readonly number[] {
  const { from, to } = findPrefixRange(vocabulary.forms, short.first);
  const fitting = vocabulary.forms
    .slice(from, to)
    .flatMap((text, place) => (isShort(short, text) ? [from + place] : []));
  return fitting
    .sort((a, b) => documentFrequency(forms, b) - documentFrequency(forms, a) || a - b)
    .slice(0, WORDS_MAX);
}
