import { ORDER_PHRASE_MAX, ORDER_WORDS, type OrderWord } from './order-words.ts';

/** A word of an order; its form is folded. */
export interface WordOfOrder {
  readonly text: string;
  readonly form: string;
}

/** Several words in the plain form that they have in an order. */
export interface PlainWords {
  readonly plain: string;
  readonly count: number;
}

/** So many words side by side, folded. */
export function formsAt(words: readonly WordOfOrder[], at: number, count: number): string {
  return words
    .slice(at, at + count)
    .map(({ form }) => form)
    .join(' ');
}

/** The number of words of the longest phrase that begins at a place; 0 if none does. */
export function phraseAt(
  words: readonly WordOfOrder[],
  at: number,
  { phrases, max }: { readonly phrases: ReadonlySet<string>; readonly max: number },
): number {
  for (let count = Math.min(max, words.length - at); count > 0; count--)
    if (phrases.has(formsAt(words, at, count))) return count;
  return 0;
}

/** The longest of the phrases of orders that begins at a place. */
export function orderWordAt(
  words: readonly WordOfOrder[],
  at: number,
): { readonly word: OrderWord; readonly count: number } | undefined {
  for (let count = Math.min(ORDER_PHRASE_MAX, words.length - at); count > 0; count--) {
    const word = ORDER_WORDS.get(formsAt(words, at, count));
    if (word !== undefined) return { word, count };
  }
  return undefined;
}
