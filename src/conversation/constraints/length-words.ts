import { firstWords } from './beginnings.ts';
import { isTalkWord, TALK_FORMS } from './glue.ts';
import { type ConstraintReader, FIGURE, formsFrom, type Reading } from './reading.ts';
import { LENGTH_BEGINNINGS, readLength } from './times/ahead-words.ts';
import type { TypedWord } from './typed-words.ts';

/** Words before a length, folded, by the sign that they mean. */
const SIGNS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '<': `under, below, less than, shorter than, unter, weniger als, kurzer als, moins de, plus courts que, plus courtes que,
      menos de, mas cortas que, mas cortos que, mais curtas que, meno di, piu brevi di, korter dan, minder dan`,
    '<=': `up to, at most, no longer than, not longer than, max, maximum, hochstens, maximal, bis zu, nicht langer als, jusqu'a, au plus,
      hasta, como maximo, ate, no maximo, fino a, al massimo, hoogstens, maximaal, niet langer dan`,
    '>=': 'at least, min, minimum, mindestens, au moins, al menos, pelo menos, almeno, minstens',
    '>': `over, above, more than, longer than, langer als, mehr als, uber, plus de, plus longs que, plus longues que, mas de,
      mas largas que, mas largos que, mais de, mais longas que, piu di, piu lunghi di, langer dan, meer dan`,
  }).flatMap(([sign, words]) => words.split(/,\s+/).map(word => [word, sign] as const)),
);
const SIGN_WORDS_MAX = 3;
/** Japanese says them behind. */
const SIGNS_BEHIND: ReadonlyMap<string, string> = new Map([
  ['以内', '<='],
  ['以下', '<='],
  ['以上', '>='],
  ['未満', '<'],
]);
/** Nothing else is longer or shorter than so many minutes. */
const OF_LENGTH = /(?:long|short|langer|kurzer|korter|court|cort|curt|brev|lung|larg|lunghi)/u;
/** Between talks and their length: `talks of 30 minutes`. */
const OF = new Set(
  'of that are is lasting take taking which with von mit die dauern de que duran qui durent di da van'.split(
    ' ',
  ),
);

/** `longer than an hour`, `talks under 40 min`, `30 minute talks`, `charlas de 30 minutos`. */
const readLengthWords: ConstraintReader['read'] = (words, at) => {
  const isBehind = isCalled(words, at) && !isCalled(words, at + 1);
  let place = isBehind ? at + 1 : at;
  while (isBehind && OF.has(words[place]?.form ?? '')) place++;
  const said = readSign(words, place);
  const length = readLength(words, place + said.count);
  if (length === undefined || !(length.isCounted || said.sign !== '=')) return undefined;
  let end = place + said.count + length.count;
  const behind = length.count === 0 ? undefined : SIGNS_BEHIND.get(words[end]?.form ?? '');
  if (behind !== undefined || words[end]?.form === 'long') end++;
  while (words[end]?.form === 'の') end++;
  const isBefore = isCalled(words, end);
  const sign = behind ?? said.sign;
  const isWhole = at === 0 && end === words.length && sign !== '=';
  if (!isBehind && !isBefore && !isWhole && !said.isOfLength) return undefined;
  const called = isBehind ? at : isBefore ? end : undefined;
  const isWorkshop = called !== undefined && WORKSHOPS.has(words[called]?.form ?? '');
  return reading(sign, length.minutes, end + (isBefore && !isBehind ? 1 : 0) - at, isWorkshop);
};

function readSign(
  words: readonly TypedWord[],
  at: number,
): { readonly sign: string; readonly count: number; readonly isOfLength: boolean } {
  for (let count = SIGN_WORDS_MAX; count > 0; count--) {
    const text = formsFrom(words, at, count);
    const sign = SIGNS.get(text);
    if (sign !== undefined) return { sign, count, isOfLength: OF_LENGTH.test(text) };
  }
  return { sign: '=', count: 0, isOfLength: false };
}

function isCalled(words: readonly TypedWord[], at: number): boolean {
  const form = words[at]?.form ?? '';
  return isTalkWord(form) || WORKSHOPS.has(form);
}

const WORKSHOPS = new Set('workshop workshops atelier ateliers taller talleres oficina oficinas'.split(' '));

function reading(sign: string, minutes: number, count: number, isWorkshop: boolean): Reading {
  const value = `${sign === '=' ? '' : sign}${Math.round(minutes)}`;
  const type = { kind: 'filter', name: 'type', value: 'workshop' } as const;
  const constraints = [{ kind: 'filter', name: 'length', value } as const, ...(isWorkshop ? [type] : [])];
  return { count, constraints, isSure: true };
}

export const lengthReader: ConstraintReader = {
  begins: () => [...firstWords(SIGNS.keys()), ...LENGTH_BEGINNINGS, ...TALK_FORMS, ...WORKSHOPS, FIGURE],
  read: readLengthWords,
};
