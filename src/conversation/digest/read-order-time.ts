import { readTypedTime, writeTime } from '../constraints/times/clock-words.ts';
import { AFTERNOON, AT_TIME, EVENING, MORNING, NIGHT, TIME_WORDS_MAX } from './order-words.ts';
import { type PlainWords, phraseAt, type WordOfOrder } from './words-of-order.ts';

/**
 * Reads the time of an order on a clock of 24 hours: `8 o'clock`, `um 8 Uhr`, `à 8h30`, `alle 8`, `6 de la tarde`. A number
 * alone is none. `isOther` tells a place at which other words of an order begin.
 */
export function readOrderTime(
  words: readonly WordOfOrder[],
  at: number,
  isOther: (place: number) => boolean,
): PlainWords | undefined {
  const led = phraseAt(words, at, { phrases: AT_TIME, max: TIME_WORDS_MAX });
  const time = readTypedTime(words, at + led);
  if (time === undefined || (time.isBare && led === 0)) return undefined;
  const behind = at + led + time.count;
  const parts = isOther(behind) ? [] : PARTS_OF_DAY;
  const [said] = parts.flatMap(({ phrases, hourOf }) => {
    const count = phraseAt(words, behind, { phrases, max: TIME_WORDS_MAX });
    return count === 0 ? [] : [{ hourOf, count }];
  });
  const hour =
    said !== undefined && time.hour <= 12 ? said.hourOf(time.hour) : hourOnClock(time.hour, time.half);
  if (hour === undefined) return undefined;
  return { plain: writeTime(hour, time.minute), count: led + time.count + (said?.count ?? 0) };
}

const NIGHT_FROM = 5;

/** The hours of twelve that a part of the day has; undefined where people differ: twelve in the morning is noon in Madrid. */
const PARTS_OF_DAY: readonly {
  readonly phrases: ReadonlySet<string>;
  readonly hourOf: (hour: number) => number | undefined;
}[] = [
  { phrases: MORNING, hourOf: hour => (hour === 12 ? undefined : hour) },
  { phrases: AFTERNOON, hourOf: hour => (hour % 12) + 12 },
  { phrases: EVENING, hourOf: hour => (hour % 12 === 0 ? 0 : hour + 12) },
  { phrases: NIGHT, hourOf: hour => (hour === 12 ? 0 : hour < NIGHT_FROM ? hour : hour + 12) },
];

/** Midnight is the 24th hour of the afternoon for those who read times. */
function hourOnClock(hour: number, half: 'a' | 'p' | undefined): number | undefined {
  if (hour === 24 && half === 'p') return 0;
  if (hour > 23) return undefined;
  if (half === undefined || hour > 12) return hour;
  return (hour % 12) + (half === 'p' ? 12 : 0);
}
