import { formsOf } from './words.ts';

/** Twice the words of a large conference. */
const REMEMBERED = 100_000;
const remembered = new Map<string, readonly string[]>();

/** The forms of a word as it stands in a text. Texts repeat their words, so each is taken apart once. */
export function knownForms(word: string): readonly string[] {
  const known = remembered.get(word);
  if (known !== undefined) return known;
  const forms = formsOf(word);
  if (remembered.size >= REMEMBERED) remembered.clear();
  remembered.set(word, forms);
  return forms;
}
