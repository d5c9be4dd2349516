import { mendWord } from '../verbs.ts';
import { isGlue } from './glue.ts';
import type { Lexicon } from './lexicon.ts';
import type { TypedWord } from './typed-words.ts';

/** A word that was taken for another: `tommorow` for `tomorrow`. */
export interface MendedWord {
  readonly typed: string;
  readonly taken: string;
}

/** Takes mistyped words of time for what they are near to, unless the programme has them. */
export function mendWords(
  words: readonly TypedWord[],
  lexicon: Lexicon,
): { readonly words: readonly TypedWord[]; readonly mended: readonly MendedWord[] } {
  const mended: MendedWord[] = [];
  const all = words.map((word, at) => {
    const taken = lexicon.hasWord(word.form)
      ? undefined
      : (mendWord(word.form, words.length === 1) ?? mendRoom(words, at, lexicon));
    if (taken === undefined || lexicon.roomWith(word.form) !== undefined) return word;
    mended.push({ typed: word.text, taken });
    return { ...word, form: taken };
  });
  return mended.length === 0 ? { words, mended } : { words: all, mended };
}

/** `qauy` before `hall`, or `hal` behind `quay`, where there is a Quay Hall. */
function mendRoom(words: readonly TypedWord[], at: number, lexicon: Lexicon): string | undefined {
  const form = words[at]?.form ?? '';
  return isGlue(form)
    ? undefined
    : lexicon.nearRoomWord(form, { before: words[at - 1]?.form, behind: words[at + 1]?.form });
}
