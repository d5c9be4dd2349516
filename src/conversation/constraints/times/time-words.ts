import { weekdays } from '../../../text/days/day-names.ts';
import type { Lexicon } from '../lexicon.ts';
import { type ConstraintReader, formsFrom, type Reading } from '../reading.ts';
import type { TypedWord } from '../typed-words.ts';
import { clockTime, readTypedTime, TIME_BEGINNINGS, type TypedTime, writeTime } from './clock-words.ts';
import { followsDay, isPartOfDay } from './day-parts.ts';

const BETWEEN = new Set('between from zwischen von entre de das tra fra dalle tussen van'.split(' '));
const TO = new Set('to and until till bis und a et y e as alle en tot から h'.split(' '));
const UNTIL = new Set(['to', 'until', 'till', 'bis', 'tot']);
export const AT = new Set(
  'at um gegen a las as alle om at: @ around ca circa approx approximately roughly vers hacia verso rond tegen uhr'.split(
    ' ',
  ),
);
export const LINK = new Set(
  'de das della del dem der den die the la le el il las les los do da o l a'.split(' '),
);
const RANGE = /^(\d{1,2}(?:[:.h]\d\d)?)\s*[-–—]\s*(\d{1,2}(?:[:.h]\d\d)?)([ap]m?)?(?:uhr|h)?$/u;

/** `14:00-16:00`, `9-11`, `2-3pm`, `from 11 to 12:30`, `between 9 and 10`. */
const readRange: ConstraintReader['read'] = (words, at) => {
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
  const from = readTypedTime(words, place);
  if (from === undefined) return undefined;
  const middle = place + from.count;
  const between = words[middle];
  if (between === undefined || !(TO.has(between.form) || /^[-–—]$/u.test(between.text))) return undefined;
  let second2 = middle + 1;
  while (LINK.has(words[second2]?.form ?? '')) second2++;
  const to = readTypedTime(words, second2);
  if (to === undefined) return undefined;
  const end = second2 + to.count + (words[second2 + to.count]?.form === 'まて' ? 1 : 0);
  const isBare = from.isBare && to.isBare;
  // `11 to 13` says nothing else.
  const isAll = at === 0 && end === words.length && UNTIL.has(between.form);
  if (
    isBare &&
    !isOpened &&
    !isAll &&
    !followsDay(words, at) &&
    !(end < words.length && endsTime(words, end))
  )
    return undefined;
  // `from 2 to 3 replicas`
  return rangeReading(from, to, end - at, !isBare || endsTime(words, end));
};

export const rangeReader: ConstraintReader = {
  begins: () => [...BETWEEN, ...TIME_BEGINNINGS],
  read: readRange,
};

function followsDate(words: readonly { readonly form: string }[], at: number): boolean {
  return (
    /^(?:\p{L}{3,9}|\d{1,2}\.?)$/u.test(words[at - 1]?.form ?? '') &&
    /^(?:\p{L}{3,9}|\d{1,2}\.?)$/u.test(words[at - 2]?.form ?? '')
  );
}

function windowFrom(first: string, second: string, count: number, isSure: boolean): Reading | undefined {
  const from = readTypedTime([{ form: first }], 0);
  const to = readTypedTime([{ form: second }], 0);
  return from && to && rangeReading(from, to, count, isSure);
}

function rangeReading(from: TypedTime, to: TypedTime, count: number, isSure: boolean): Reading | undefined {
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

/** `at 2`, `at 3:30`, `um 9`, `14:00`, `3pm`, `noon`. */
const readHour: ConstraintReader['read'] = (words, at, { lexicon }) => {
  let place = at;
  while (AT.has(words[place]?.form ?? '') && place < at + 2) place++;
  const figures = readFigures(words, at, place, lexicon);
  if (figures !== undefined) return figures;
  const clock = readTypedTime(words, place);
  if (clock === undefined) return readNoTime(words, at, place);
  // `two thirty` says nothing else, but nobody asks for a talk at `2 33`.
  const isAll = clock.minute > 0 && clock.minute % 5 === 0 && clock.count === words.length;
  if (clock.isBare && place === at && !isAll) return undefined;
  // 3.11 is a version, 0800 a number. 10.30 is a time if a talk begins then.
  const isFraction = place === at && clock.count === 1 && /^\d+\.\d+$/u.test(words[at]?.form ?? '');
  if (isFraction && !followsDay(words, at) && !lexicon.isStart(writeTime(clock.hour, clock.minute)))
    return undefined;
  const end = place + clock.count;
  if (clock.isBare && !endsTime(words, end) && !isRoomAt(words, end, lexicon)) return undefined;
  return {
    count: end - at,
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

/**
 * `at 1430`, or such figures alone if a talk begins then and no talk has that number. Other four figures are years and
 * counts.
 */
function readFigures(
  words: readonly TypedWord[],
  at: number,
  place: number,
  lexicon: Lexicon,
): Reading | undefined {
  const [, hour = '', minute = ''] = FOUR_FIGURES.exec(words[place]?.form ?? '') ?? [];
  if (hour === '' || !endsTime(words, place + 1)) return undefined;
  const isNumber = lexicon.hasWord(`${hour}${minute}`);
  const time = `${hour}:${minute}`;
  if (place === at && !(words.length === 1 && lexicon.isStart(time) && !isNumber)) return undefined;
  return { count: place + 1 - at, constraints: [{ kind: 'hour', time, isHalf: true }], isSure: true };
}

const FOUR_FIGURES = /^(0[6-9]|1[0-8])([0-5][05])$/u;

/** `25:00` and `09:75` are typed for times, and the filter says that they are none; `the 90:10 rule` is a topic. */
export function readNoTime(words: readonly TypedWord[], at: number, place: number): Reading | undefined {
  const form = words[place]?.form ?? '';
  if (!/^\d\d:\d\d(?:[-–—]\d\d:\d\d)?$/u.test(form)) return undefined;
  const isSure = place > at || followsDay(words, at);
  return { count: place - at + 1, constraints: [{ kind: 'filter', name: 'time', value: form }], isSure };
}

export const hourReader: ConstraintReader = { begins: () => [...AT, ...TIME_BEGINNINGS], read: readHour };

/** Words behind an hour that are nothing that is counted. */
const BEHIND_HOUR = new Set(
  'about on in im en dans em nel nella at with sharp for please pls and or today tomorrow tonight heute morgen demain hoy manana hoje amanha oggi domani vandaag'.split(
    ' ',
  ),
);

const ROOM_WORDS = 2;

/** `at 10 quay hall` */
function isRoomAt(words: readonly TypedWord[], at: number, lexicon: Lexicon): boolean {
  return (
    lexicon.mayBeginRoom(words[at]?.form ?? '') &&
    lexicon.room(formsFrom(words, at, ROOM_WORDS)) !== undefined
  );
}

/** An hour alone is a number unless it ends the words or a day follows: `at 900 nodes`, `before 5 years`. */
export function endsTime(words: readonly TypedWord[], at: number): boolean {
  const next = words[at]?.form;
  return (
    next === undefined ||
    BEHIND_HOUR.has(next) ||
    isPartOfDay(next) ||
    (/^\p{L}{3}/u.test(next) && weekdays().has(next))
  );
}
