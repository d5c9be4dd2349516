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
