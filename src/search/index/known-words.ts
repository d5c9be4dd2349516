import { formsOf } from '../text/words.ts';

/** Twice the words of a large conference. */
const REMEMBERED = 100_000;

/** The forms of a word as it stands in a text. */
export type KnownForms = (word: string) => readonly string[];

/** Texts repeat their words, so each is taken apart once. */
export function knownForms(): KnownForms {
  const remembered = new Map<string, readonly string[]>();
  return word => {
    const known = remembered.get(word);
    if (known !== undefined) return known;
    const forms = formsOf(word);
    if (remembered.size >= REMEMBERED) remembered.clear();
    remembered.set(word, forms);
    return forms;
  };
}
