import { followsDay } from './day-parts.ts';
import { type ConstraintReader, formsFrom, type Reading } from './reading.ts';

const AFTER = new Set(
  'after from since nach ab apres des despues desde depois apos dopo dalle na vanaf starting'.split(' '),
);
const BEFORE = new Set("before until till vor bis avant jusqu'a antes ate prima fino voor tot by".split(' '));
const BETWEEN = new Set('between from zwischen von entre de das tra fra dalle tussen van'.split(' '));
const TO = new Set('to and until till bis und a et y e as alle en tot - – h'.split(' '));
const AT = new Set(['at', 'um', 'gegen', 'a', 'las', 'as', 'alle', 'om', 'at:', '@', 'around', 'ca', 'uhr']);
const LINK = new Set(['de', 'das', 'della', 'del', 'dem', 'the', 'la', 'le', 'las', 'les', 'do', 'da', 'o']);
const UNIT = new Set(['uhr', "o'clock", 'oclock', 'heures', 'horas', 'ore', 'uur', 'h']);

const CLOCK = /^(\d{1,2})(?:[:.h](\d\d)|h)?\s*(?:([ap])\.?m?\.?)?(?:uhr|h|hrs?)?$/u;
const NOON = new Set('noon midday mittag mittags midi mediodia meio-dia mezzogiorno 正午'.split(' '));
const MIDNIGHT = new Set(
  'midnight mitternacht minuit medianoche meia-noite mezzanotte middernacht'.split(' '),
);

interface Clock {
  readonly hour: number;
  readonly minute: number;
  /** Undefined where nobody said which half of the day. */
  readonly half: 'a' | 'p' | undefined;
  /** True where only an hour was typed, which may be a number. */
  readonly isBare: boolean;
  readonly count: number;
}

function readClock(words: readonly { readonly form: string }[], at: number): Clock | undefined {
  const form = words[at]?.form ?? '';
  if (NOON.has(form)) return { hour: 12, minute: 0, half: 'p', isBare: false, count: 1 };
  if (MIDNIGHT.has(form)) return { hour: 24, minute: 0, half: 'p', isBare: false, count: 1 };
  const [, hour, minute, half] = CLOCK.exec(form) ?? [];
  if (hour === undefined) return undefined;
  const next = words[at + 1]?.form ?? '';
  const half2 = half ?? /^([ap])\.?m\.?$/u.exec(next)?.[1];
  const isUnit = half === undefined && half2 === undefined && UNIT.has(next);
  const read = { hour: Number(hour), minute: Number(minute ?? 0), half: half2 as 'a' | 'p' | undefined };
  if (read.hour > 24 || read.minute > 59 || (read.half !== undefined && read.hour > 12)) return undefined;
  return {
    ...read,
    isBare: minute === undefined && half2 === undefined && !isUnit && /^\d+$/u.test(form),
    count: (half === undefined && half2 !== undefined) || isUnit ? 2 : 1,
  };
}

/** Writes an hour on a clock of 24 hours. Without a half, conferences are between 8 and 20 o'clock: `2` is 14:00. */
function clockTime({ hour, minute, half, isBare }: Clock, likeAfter?: string): string {
  let read = half === undefined ? hour : hour === 24 ? 24 : (hour % 12) + (half === 'p' ? 12 : 0);
  const isShort = half === undefined && hour >= 1 && hour < 8 && (isBare || hour < 6);
  if (isShort) read = hour + 12;
  const text = `${String(read).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
  return likeAfter !== undefined && text <= likeAfter && read + 12 < 24
    ? `${String(read + 12).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
    : text;
}

const RANGE = /^(\d{1,2}(?:[:.h]\d\d)?)\s*[-–—]\s*(\d{1,2}(?:[:.h]\d\d)?)([ap]m?)?(?:uhr|h)?$/u;

/** `14:00-16:00`, `9-11`, `2-3pm`, `from 11 to 12:30`, `between 9 and 10`. */
export const readRange: ConstraintReader = (words, at) => {
  const form = words[at]?.form ?? '';
  const [, first, second, half] = RANGE.exec(form) ?? [];
  if (first !== undefined && second !== undefined) {
    const isBare = /^\d+$/u.test(first) && /^\d+$/u.test(second) && half === undefined;
    return windowFrom(
      first,
      `${second}${half ?? ''}`,
      1,
      !isBare || followsDay(words, at) || followsDate(words, at),
    );
  }
  const isOpened = BETWEEN.has(form);
  let place = isOpened ? at + 1 : at;
  while (isOpened && LINK.has(words[place]?.form ?? '')) place++;
  const from = readClock(words, place);
  if (from === undefined) return undefined;
  const middle = place + from.count;
  if (!TO.has(words[middle]?.form ?? '')) return undefined;
  let second2 = middle + 1;
  while (LINK.has(words[second2]?.form ?? '')) second2++;
  const to = readClock(words, second2);
  if (to === undefined || (!isOpened && from.isBare && to.isBare && !followsDay(words, at))) return undefined;
  return rangeReading(from, to, second2 + to.count - at, true);
};

function followsDate(words: readonly { readonly form: string }[], at: number): boolean {
  return (
    /^(?:\p{L}{3,9}|\d{1,2}\.?)$/u.test(words[at - 1]?.form ?? '') &&
    /^(?:\p{L}{3,9}|\d{1,2}\.?)$/u.test(words[at - 2]?.form ?? '')
  );
}

function windowFrom(first: string, second: string, count: number, isSure: boolean): Reading | undefined {
  const from = readClock([{ form: first }], 0);
  const to = readClock([{ form: second }], 0);
  return from && to && rangeReading(from, to, count, isSure);
}

function rangeReading(from: Clock, to: Clock, count: number, isSure: boolean): Reading | undefined {
  // The afternoon may be said once: 2-3pm.
  const start = clockTime({
    ...from,
    half: from.half ?? (to.half === 'p' && from.hour < to.hour && to.hour < 12 ? 'p' : undefined),
  });
  const end = clockTime(to, start);
  return end <= start
    ? undefined
    : { count, constraints: [{ kind: 'window', from: start, to: end }], isSure };
}

/** `after 14:00`, `before noon`, `nach 14 Uhr`, `after lunch`, `after the keynote`. */
export const readAfter: ConstraintReader = (words, at, { lexicon }) => {
  const form = words[at]?.form ?? '';
  const side = AFTER.has(form) ? 'after' : BEFORE.has(form) ? 'before' : undefined;
  if (side === undefined) return undefined;
  let place = at + 1;
  while (LINK.has(words[place]?.form ?? '') || AT.has(words[place]?.form ?? '')) place++;
  const clock = readClock(words, place);
  if (clock !== undefined) {
    const time = clockTime(clock);
    const isLast = place + clock.count >= words.length;
    // `before 5 years` and `from 1 to` are no times: an hour alone has to end the words.
    if (clock.isBare && !isLast && words[place + clock.count]?.form !== 'about') return undefined;
    const window = side === 'after' ? { from: time, to: undefined } : { from: undefined, to: time };
    return {
      count: place + clock.count - at,
      constraints: [{ kind: 'window', ...window }],
      isSure: true,
    };
  }
  for (let count = Math.min(4, words.length - place); count > 0; count--) {
    const name = formsFrom(words, place, count);
    if (lexicon.isOccasion(name))
      return {
        count: place + count - at,
        constraints: [{ kind: 'around', side, title: name }],
        isSure: true,
      };
  }
  return undefined;
};

/** `at 2`, `at 3:30`, `um 9`, `14:00`, `3pm`, `noon`. */
export const readHour: ConstraintReader = (words, at) => {
  let place = at;
  while (AT.has(words[place]?.form ?? '') && place < at + 2) place++;
  const clock = readClock(words, place);
  if (clock === undefined || (clock.isBare && place === at)) return undefined;
  // 3.11 is a version, 0800 a number.
  if (place === at && /^\d+\.\d+$/u.test(words[at]?.form ?? '') && !followsDay(words, at)) return undefined;
  if (clock.isBare && place + clock.count < words.length && !isNoUnit(words[place + clock.count]?.form ?? ''))
    return undefined;
  return {
    count: place + clock.count - at,
    constraints: [
      {
        kind: 'hour',
        time: clockTime({ ...clock, isBare: clock.half === undefined }),
        isHalf: clock.half !== undefined,
      },
    ],
    isSure: true,
  };
};

/** `at 900 nodes` and `at 2 companies` are no times. */
function isNoUnit(next: string): boolean {
  return ['about', 'on', 'in', 'tomorrow', 'today', 'with', 'sharp'].includes(next);
}
