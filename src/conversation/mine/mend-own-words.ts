import { editDistance } from '../../text/edit-distance.ts';
import { formsFrom } from '../constraints/reading.ts';
import type { TypedWord } from '../constraints/typed-words.ts';
import { isOwnNoun } from './find-own-talks.ts';
import { isIn, NO_WORD } from './word-classes.ts';

/** Two words that mean one, by the word that stands for them. */
const PAIRS: ReadonlyMap<string, string> = new Map([
  ...[
    'double booked',
    'same time',
    'gleichen zeit',
    'meme temps',
    'mismo tiempo',
    'mesmo tempo',
    'stesso momento',
  ].map(pair => [pair, 'clash'] as const),
  ...['for me', 'bei mir', 'fur mich', 'pour moi', 'para mi', 'para mim', 'per me', 'voor mij'].map(
    pair => [pair, 'for-me'] as const,
  ),
]);

/** Words that are mistyped after `my`. */
const MENDED =
  'talks talk schedule sessions agenda starred programme calendar vortrage charlas palestras'.split(' ');
const LENGTH_MIN = 4;
const TWO_EDITS_MIN = 8;

/** The words with pairs as one word, and mended. The second of a pair says nothing. */
export function joinPairs(typed: readonly TypedWord[]): readonly TypedWord[] {
  let isSecond = false;
  const words = typed.map((word, at) => {
    const pair = isSecond ? undefined : PAIRS.get(formsFrom(typed, at, 2));
    const form = isSecond ? '' : (pair ?? meantForm(word.form, at, typed[at + 1]?.form));
    isSecond = pair !== undefined;
    return form === word.form ? word : { ...word, form };
  });
  return words.some(word => isIn(word, 'my')) ? mendOwnWords(words) : words;
}

/** `mien`, `im free`; but `im` is German, too. */
function meantForm(form: string, at: number, next: string | undefined): string {
  if (at === 0 && form === 'mien') return 'mine';
  return form === 'im' && AFTER_IM.has(next ?? '') ? "i'm" : form;
}

const AFTER_IM: ReadonlySet<string> = new Set(
  'free busy available seeing attending watching double-booked'.split(' '),
);

/** `my tlaks`, `my shedule` */
function mendOwnWords(words: readonly TypedWord[]): readonly TypedWord[] {
  return words.map((word, at) => {
    const isBehindMy = at > 0 && isIn(words[at - 1] ?? NO_WORD, 'my');
    if (!isBehindMy || word.form.length < LENGTH_MIN || isOwnNoun(word)) return word;
    const limit = word.form.length >= TWO_EDITS_MIN ? 2 : 1;
    const near = MENDED.find(
      each =>
        each[0] === word.form[0] &&
        Math.abs(each.length - word.form.length) <= limit &&
        editDistance(each, word.form, limit) <= limit,
    );
    return near === undefined ? word : { ...word, form: near };
  });
}
