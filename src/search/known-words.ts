import { stemOf } from './stem.ts';
import { formsOf } from './words.ts';

/** Twice the words of a large conference. */
const REMEMBERED = 100_000;
const remembered = new Map<string, readonly KnownForm[]>();

/** A form that a word is indexed as, with the part that its relatives share. */
interface KnownForm {
  readonly form: string;
  readonly stem: string;
}

/** The forms of a word as it stands in a text. Texts repeat their words, so each is taken apart once. */
export function knownForms(word: string): readonly KnownForm[] {
  const known = remembered.get(word);
  if (known !== undefined) return known;
  const forms = formsOf(word).map(form => ({ form, stem: stemOf(form) }));
  if (remembered.size >= REMEMBERED) remembered.clear();
  remembered.set(word, forms);
  return forms;
}
