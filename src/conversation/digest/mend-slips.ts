import { daysFromToday, months, weekdays } from '../../text/days/day-names.ts';
import { editDistance, isSlip } from '../../text/edit-distance.ts';
import { fold } from '../../text/fold.ts';
import { dayNames } from '../../text/read-day.ts';
import { WEEKDAY_NUMBERS, weekdayName } from '../../text/weekdays.ts';
import {
  AFTERNOON,
  EVENING,
  MORNING,
  NEGATIONS,
  NIGHT,
  ORDER_WORDS,
  WEEKLY,
  WEEKLY_BEHIND,
} from './order-words.ts';

/** Shorter words are only mended where two letters are swapped: with another letter they are other words. */
const LENGTH_MIN = 5;

/** Mends slips of the words that orders have, for forms that are only offered: `wekdays` is `weekdays`. */
export function mendSlips(text: string, isKept: (word: string) => boolean): string {
  return text.replace(/\p{L}{3,}/gu, word => (isKept(word) ? word : mendSlip(word)));
}

function mendSlip(word: string): string {
  const typed = fold(word);
  known ??= knownWords();
  if (known.has(typed)) return word;
  const words = [...known];
  return words.find(each => isSlip(typed, each)) ?? words.find(each => isNear(typed, each)) ?? word;
}

function isNear(typed: string, known: string): boolean {
  return typed.length >= LENGTH_MIN && known.length >= LENGTH_MIN && editDistance(typed, known, 1) <= 1;
}

let known: ReadonlySet<string> | undefined;

/** Names of days take a while to find, and few people make slips. */
function knownWords(): ReadonlySet<string> {
  const phrases = [
    ...ORDER_WORDS.keys(),
    ...[WEEKLY, WEEKLY_BEHIND, MORNING, AFTERNOON, EVENING, NIGHT].flatMap(words => [...words]),
    ...WEEKDAY_NUMBERS.map(number => weekdayName(number).toLowerCase()),
    ...[dayNames(), weekdays().keys(), daysFromToday().keys(), months().keys()].flatMap(names => [...names]),
    // `excpet friday` is not about Friday.
    ...NEGATIONS,
  ];
  return new Set(phrases.flatMap(phrase => phrase.split(/[^\p{L}]+/u)));
}
