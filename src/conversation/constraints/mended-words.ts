import { editDistance } from '../../text/edit-distance.ts';
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

/** Words of time that people type most, and mistype. */
const TIME_WORDS =
  'happening today tomorrow tonight now next morning afternoon monday tuesday wednesday thursday friday saturday sunday'.split(
    ' ',
  );
/** Verbs that stand alone. */
const ALONE = 'help agenda schedule programme timetable digest speakers tracks rooms'.split(' ');

/** Shorter words are too near to others, but for two letters that changed places. */
const ONE_EDIT_MIN = 5;
const TWO_EDITS_MIN = 8;

/** Words of time as people shorten or hear them. */
const SHORTENED: ReadonlyMap<string, string> = new Map([
  ...['tmrw', 'tmr', 'tmw', 'tmrow', '2moro', '2morrow'].map(form => [form, 'tomorrow'] as const),
  ...['2day', 'tdy'].map(form => [form, 'today'] as const),
  ['2nite', 'tonight'],
  ...['wensday', 'wedsday', 'wensdy', 'weds'].map(form => [form, 'wednesday'] as const),
  ['nxt', 'next'],
  ['rn', 'now'],
]);

/** The word of time or, of a single word, the verb that a mistyped word is near to; undefined if none is. */
export function mendWord(form: string, isAlone: boolean): string | undefined {
  const meant = SHORTENED.get(form);
  if (meant !== undefined) return meant;
  if (form.length < 3) return undefined;
  const near = isAlone ? TIME_WORDS_AND_VERBS : TIME_WORDS;
  if (near.includes(form)) return undefined;
  const limit = form.length >= TWO_EDITS_MIN ? 2 : 1;
  return near.find(word => {
    if (Math.abs(word.length - form.length) > limit) return false;
    const distance = editDistance(word, form, limit);
    const beginsAlike = word[0] === form[0];
    if (distance > limit || !(beginsAlike || distance === 1)) return false;
    const isLong = beginsAlike && Math.min(word.length, form.length) >= ONE_EDIT_MIN;
    return isLong || sortLetters(word) === sortLetters(form);
  });
}

/** To find two letters that changed places: `nwo`, `hlep`, `otday`. */
function sortLetters(word: string): string {
  return [...word].sort().join('');
}

const TIME_WORDS_AND_VERBS: readonly string[] = [...TIME_WORDS, ...ALONE];
