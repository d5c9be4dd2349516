import { firstWords } from '../beginnings.ts';
import { type ConstraintReader, FIGURE, formsFrom, type Reading } from '../reading.ts';
import type { TypedWord } from '../typed-words.ts';
import { NUMBERS } from './clock-words.ts';

/** Before a length they mean the end of it. */
const IN = new Set('in dans en em tra fra over daqui dentro'.split(' '));
/** Before a length they mean all of it: `next hour`. */
const WITHIN = new Set('next within nachste nachsten coming prochaine proxima prossima komende'.split(' '));
/** Before a length they mean that the person has so much time: `I have 30 minutes`. */
const HAVING = new Set("have got i've ive hab habe j'ai tengo tenho ho heb".split(' '));
/** Behind it they say no more. */
const FREE = new Set(
  'free spare left time zeit frei libre libres livre livres liberi libera vrij tijd temps tiempo tempo'.split(
    ' ',
  ),
);
/** Words that may stand between. */
const LINKS = new Set('the next a about der de la'.split(' '));
const MINUTES: ReadonlyMap<string, number> = new Map([
  ...'min mins minute minutes minuten minutos minuti minuut 分後'.split(' ').map(unit => [unit, 1] as const),
  ...'hour hours hr hrs h stunde stunden heure heures hora horas ora ore uur 時間後'
    .split(' ')
    .map(unit => [unit, 60] as const),
  ...['demi-heure', "mezz'ora", 'mezzora', 'halbstunde'].map(unit => [unit, 30] as const),
]);
const HALF = new Set('half halben halbe demie media meia halve mezza'.split(' '));
const TENS: ReadonlyMap<string, number> = new Map([
  ['fifteen', 15],
  ['twenty', 20],
  ['thirty', 30],
  ['forty-five', 45],
]);

const REST_OF_DAY: ReadonlySet<string> = new Set([
  'rest of the day',
  'rest of today',
  'later today',
  "what's left today",
  'left today',
  'remaining today',
  'still to come today',
  'still on today',
  'later on today',
  'rest des tages',
  'heute noch',
  'spater heute',
  'reste de la journee',
  'resto del dia',
  'resto do dia',
  'resto della giornata',
  'rest van de dag',
]);
const RESTS_BEGIN = firstWords(REST_OF_DAY);
const ARTICLES = new Set(['the', 'der', 'le', 'el', 'o', 'il', 'de']);
const DAY_MINUTES = 24 * 60;

/** `the rest of the day`, `later today`: from now to midnight. */
const readRestOfDay: ConstraintReader['read'] = (words, at) => {
  const start = ARTICLES.has(words[at]?.form ?? '') ? at + 1 : at;
  if (!RESTS_BEGIN.has(words[start]?.form ?? '')) return undefined;
  for (const count of [4, 3, 2]) {
    if (words.length < start + count || !REST_OF_DAY.has(formsFrom(words, start, count))) continue;
    const constraints = [{ kind: 'ahead', minutes: DAY_MINUTES, isWindow: true }] as const;
    return { count: start + count - at, constraints, isSure: true };
  }
  return undefined;
};

export const restOfDayReader: ConstraintReader = {
  begins: () => [...ARTICLES, ...RESTS_BEGIN],
  read: readRestOfDay,
};

/** `I have 30 minutes`, `got half an hour free`: what begins in that time. */
const readTimeLeft: ConstraintReader['read'] = (words, at) => {
  const form = (place: number) => words[place]?.form ?? '';
  if (!HAVING.has(form(at))) return undefined;
  let place = at + 1;
  while (['got', 'only', 'just', 'about', 'nur', 'noch', 'solo'].includes(form(place))) place++;
  const length = readLength(words, place);
  if (length === undefined || !length.isCounted) return undefined;
  place += length.count;
  while (FREE.has(form(place))) place++;
  return aheadReading(length.minutes, true, place - at);
};

export const timeLeftReader: ConstraintReader = { begins: () => HAVING, read: readTimeLeft };

/** `in 10 minutes`, `in half an hour`, `in 2h`, `next hour`, `next 30 minutes`, `within the hour`. */
const readAhead: ConstraintReader['read'] = (words, at) => {
  const form = (place: number) => words[place]?.form ?? '';
  const joined = /^(\d{1,3})(分後|時間後)$/u.exec(form(at));
  if (joined !== null) return aheadReading(Number(joined[1]) * (MINUTES.get(joined[2] ?? '') ?? 0), false, 1);
  const isIn = IN.has(form(at));
  if (!isIn && !WITHIN.has(form(at))) return undefined;
  let place = at + 1;
  while (LINKS.has(form(place)) && NUMBERS.get(form(place)) === undefined) place++;
  // `daqui a uma hora`
  if (form(place) === 'a' && NUMBERS.get(form(place + 1)) !== undefined) place++;
  const length = readLength(words, place);
  const isWindow = !isIn || form(at + 1) === 'the';
  if (length === undefined || (!length.isCounted && !isWindow)) return undefined;
  return aheadReading(length.minutes, isWindow, place + length.count - at);
};

export const aheadReader: ConstraintReader = { begins: () => [...IN, ...WITHIN, FIGURE], read: readAhead };

function aheadReading(minutes: number, isWindow: boolean, count: number): Reading {
  return { count, constraints: [{ kind: 'ahead', minutes: Math.round(minutes), isWindow }], isSure: true };
}

/** The words with which a length may begin, besides figures. */
export const LENGTH_BEGINNINGS: ReadonlySet<string> = new Set([...HALF, ...TENS.keys(), ...NUMBERS.keys()]);

/** `10 minutes`, `2h`, `an hour and a half`, `half an hour`, `hour`. */
export function readLength(
  words: readonly TypedWord[],
  at: number,
): { readonly minutes: number; readonly count: number; readonly isCounted: boolean } | undefined {
  const form = (place: number) => words[place]?.form ?? '';
  const [, digits, unit] =
    /^(\d{1,3})-?(min|mins|minutes?|minutige[rn]?|m|h|hours?|hrs?|分間?|時間)$/u.exec(form(at)) ?? [];
  if (digits !== undefined)
    return { minutes: Number(digits) * (/^[h時]/u.test(unit ?? '') ? 60 : 1), count: 1, isCounted: true };
  const [, elided] = /^un'(ora)$/u.exec(form(at)) ?? [];
  if (elided !== undefined) return { minutes: 60, count: 1, isCounted: true };
  let place = at;
  let factor: number | undefined;
  for (; place < at + 3; place++) {
    const number = /^\d{1,3}(?:\.5)?$/u.test(form(place)) ? Number(form(place)) : undefined;
    const count = HALF.has(form(place)) ? 0.5 : (number ?? TENS.get(form(place)) ?? NUMBERS.get(form(place)));
    if (count === undefined) break;
    factor = (factor ?? 1) * count;
  }
  const minutes = MINUTES.get(form(place));
  if (minutes === undefined) return undefined;
  const isAndHalf = formsFrom(words, place + 1, 3) === 'and a half';
  return {
    minutes: minutes * ((factor ?? 1) + (isAndHalf ? 0.5 : 0)),
    count: place + 1 - at + (isAndHalf ? 3 : 0),
    isCounted: factor !== undefined || minutes === 30,
  };
}
