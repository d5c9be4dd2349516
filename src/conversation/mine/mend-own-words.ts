import { editDistance, isSlip } from '../../text/edit-distance.ts';
import { firstWords } from '../constraints/beginnings.ts';
import { formsFrom } from '../constraints/reading.ts';
import type { TypedWord } from '../constraints/typed-words.ts';
import { BETWEEN_MAX, isOwnNoun } from './find-own-talks.ts';
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

export const PAIR_BEGINS: ReadonlySet<string> = firstWords(PAIRS.keys());

/** Words that are mistyped behind `my`. */
const NOUNS =
  `talks talk sessions session schedule agenda starred programme calendar favourites bookmarks vortrage vortragen vortrag
  charlas charla ponencias conferences conference palestras palestra interventi lezingen lezing praatjes`.split(
    /\s+/,
  );
/** The same beside `my` or `mine`. */
const CLASHES = 'clash clashes overlap overlaps overlapping conflict conflicts'.split(' ');
/** The same behind `I`. */
const STARS = ['star', 'starred'];
const LENGTH_MIN = 4;
const TWO_EDITS_MIN = 8;

/** `mytalks`, `my-schedule` */
const JOINED = /^my-?(?:talks?|sessions?|schedule|agenda|stars|favourites)$/u;

type IsKnown = (form: string) => boolean;

/** The words with pairs as one word, and mended unless they are known. The second of a pair says nothing. */
export function joinPairs(typed: readonly TypedWord[], isKnown: IsKnown): readonly TypedWord[] {
  let isSecond = false;
  const words = typed.map((word, at) => {
    const pair = isSecond ? undefined : PAIRS.get(formsFrom(typed, at, 2));
    const form = isSecond ? '' : (pair ?? meantForm(word.form, at, typed[at + 1], isKnown));
    isSecond = pair !== undefined;
    return form === word.form ? word : { ...word, form };
  });
  return words.some(word => isIn(word, 'my', 'mine', 'i')) ? mendOwnWords(words, isKnown) : words;
}

/** Whether a word may stand for `mine` or `my`, or for `I'm`. */
export function isMistypedMine(form: string, at: number): boolean {
  return form === 'im' || form === 'ym' || isMeantForMine(form, at);
}

function isMeantForMine(form: string, at: number): boolean {
  return (form.startsWith('my') && JOINED.test(form)) || (at === 0 && isSlip(form, 'mine'));
}

/** `mien`, `mytalks`, `ym talks`, `im free`; but `im` is German, too. */
function meantForm(form: string, at: number, next = NO_WORD, isKnown: IsKnown): string {
  if (at === 0 && form === 'mien') return 'mine';
  if (form === 'im') return AFTER_IM.has(next.form) ? "i'm" : form;
  const meant = isMeantForMine(form, at) ? 'mine' : form === 'ym' && isOwnNoun(next) ? 'my' : form;
  return meant === form || isKnown(form) ? form : meant;
}

const AFTER_IM: ReadonlySet<string> = new Set(
  'free busy available seeing attending watching double-booked'.split(' '),
);

/** `my next tlak`, `my shedule`, `what did I satr` */
function mendOwnWords(words: readonly TypedWord[], isKnown: IsKnown): readonly TypedWord[] {
  const isOwn = words.some(word => isIn(word, 'my', 'mine'));
  return words.map((word, at) => {
    const { form } = word;
    if (form.length < LENGTH_MIN || isOwnNoun(word) || isKnown(form)) return word;
    const before = words.slice(Math.max(0, at - 1 - BETWEEN_MAX), at);
    const near =
      (before.some(each => isIn(each, 'my')) ? NOUNS.find(each => isNear(form, each)) : undefined) ??
      (isOwn ? CLASHES.find(each => isSlip(form, each)) : undefined) ??
      (isIn(before.at(-1) ?? NO_WORD, 'i') ? STARS.find(each => isSlip(form, each)) : undefined);
    return near === undefined ? word : { ...word, form: near };
  });
}

function isNear(form: string, meant: string): boolean {
  if (isSlip(form, meant)) return true;
  return meant.length >= TWO_EDITS_MIN && meant[0] === form[0] && editDistance(meant, form, 2) <= 2;
}
