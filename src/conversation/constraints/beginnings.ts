/** The first letters and figures of a folded word: `quay` of `quay-side`. */
export function firstPart(form: string): string {
  // Most words are nothing else.
  if (/^[a-z\d]+$/.test(form)) return form;
  return /[\p{L}\p{N}]+/u.exec(form)?.[0] ?? '';
}

/** The first words of these texts. */
export function firstWords(texts: Iterable<string>): ReadonlySet<string> {
  return new Set(Array.from(texts, text => text.split(' ', 1)[0] ?? ''));
}

/** Names that people type whole have so many words at most. */
export const NAME_WORDS_MAX = 5;

/** The first words of names, by the keys of those. */
export function firstParts(keys: Iterable<string>): ReadonlySet<string> {
  return new Set(Array.from(keys, firstPart));
}
