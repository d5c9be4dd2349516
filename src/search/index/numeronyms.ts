import { documentFrequency, type Postings } from './postings.ts';
import { findPrefixRange, type Vocabulary } from './vocabulary.ts';

/** A word as it is shortened in the trade, by how many letters are left out: `k8s` is Kubernetes. */
export interface Numeronym {
  /** The number of its form, where texts have it. */
  readonly form: number;
  readonly first: string;
  readonly last: string;
  /** How many letters the word has. */
  readonly length: number;
}

/** Nobody shortens a word of fewer letters so, and many words would fit: `e2e` is not `edge`. */
const LEFT_OUT_MIN = 6;

/** A rule that fits by chance fits few: those are kept that most talks have, such as both spellings of a word. */
const WORDS_MAX = 2;

const NOTHING: readonly number[] = [];

/** The numeronyms among the forms of a vocabulary; few, so that each word of a query can be held against all. */
export function findNumeronyms(forms: readonly string[]): Numeronym[] {
  return forms.flatMap((text, form) => parseNumeronym(text, form) ?? []);
}

/** What of an index tells how words are shortened. */
interface NumeronymIndex {
  readonly vocabulary: Vocabulary;
  readonly forms: Postings;
  readonly numeronyms: readonly Numeronym[];
}

/** The forms that a word of a query stands for as a numeronym, or those it is shortened to, most frequent first. */
export function matchNumeronyms(index: NumeronymIndex, text: string): readonly number[] {
  const short = parseNumeronym(text, -1);
  if (short !== undefined) return writeOut(index, short);
  if (!index.numeronyms.some(one => isShort(one, text))) return NOTHING;
  return index.numeronyms.filter(one => isShort(one, text)).map(({ form }) => form);
}

function parseNumeronym(text: string, form: number): Numeronym | undefined {
  if (text.length > 4) return undefined;
  const [, first = '', leftOut, last = ''] = /^(\D)(\d{1,2})(\D)$/.exec(text) ?? [];
  return Number(leftOut) >= LEFT_OUT_MIN ? { form, first, last, length: Number(leftOut) + 2 } : undefined;
}

function isShort({ first, last, length }: Numeronym, text: string): boolean {
  return text.length === length && text.startsWith(first) && text.endsWith(last);
}

function writeOut({ vocabulary, forms }: NumeronymIndex, short: Numeronym): readonly number[] {
  const { from, to } = findPrefixRange(vocabulary.forms, short.first);
  const fitting = vocabulary.forms
    .slice(from, to)
    .flatMap((text, place) => (isShort(short, text) ? [from + place] : []));
  return fitting
    .sort((a, b) => documentFrequency(forms, b) - documentFrequency(forms, a) || a - b)
    .slice(0, WORDS_MAX);
}
