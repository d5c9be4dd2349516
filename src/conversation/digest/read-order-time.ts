import { readTypedTime, writeTime } from '../constraints/times/clock-words.ts';
import { AT_TIME, EVENING, MORNING, TIME_WORDS_MAX } from './order-words.ts';
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
  const halves = isOther(behind) ? [] : ([['a', MORNING] as const, ['p', EVENING] as const] as const);
  const [said] = halves.flatMap(([half, phrases]) => {
    const count = phraseAt(words, behind, { phrases, max: TIME_WORDS_MAX });
    return count === 0 ? [] : [{ half, count }];
  });
  const hour = hourOnClock(time.hour, said?.half ?? time.half);
  if (hour === undefined) return undefined;
  return { plain: writeTime(hour, time.minute), count: led + time.count + (said?.count ?? 0) };
}

/** Midnight is the 24th hour of the afternoon for those who read times. */
function hourOnClock(hour: number, half: 'a' | 'p' | undefined): number | undefined {
  if (hour === 24 && half === 'p') return 0;
  if (hour > 23) return undefined;
  if (half === undefined || hour > 12) return hour;
  return (hour % 12) + (half === 'p' ? 12 : 0);
}
