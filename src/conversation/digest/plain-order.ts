import { plainTimes } from '../../text/clock-times.ts';
import { type Calendar, readDay } from '../../text/read-day.ts';

const ORDER_WORDS =
  /(?<!\S)(?:(?<daily>(?:every|each)\s*day)|(?<eve>(?:the\s+)?evening\s+before))(?![^\s,])/gi;

/**
 * Puts the words in which an order is confirmed into those in which it is typed: `every day at 8` is `daily 08:00`,
 * `the evening before Tue 11 May` is `eve 2027-05-11`.
 */
export function plainOrder(text: string, calendar: Calendar): string {
  const plain = text.replace(ORDER_WORDS, (...found) => {
    const { daily } = found.at(-1) as Record<string, string | undefined>;
    return daily === undefined ? 'eve' : 'daily';
  });
  return plainTimes(plainDays(plain, calendar));
}

const DATE = /(?<!\S)(?:(?<before>\p{L}{3,9})\s+)?(?<date>\d{1,2}\s+\p{L}{3,9})(?![^\s,])/giu;

/** Writes dates of several words as one: `Tue 11 May` is `2027-05-11`. */
function plainDays(text: string, calendar: Calendar): string {
  return text.replace(DATE, (all, ...found) => {
    const { before, date = '' } = found.at(-1) as Record<string, string | undefined>;
    const day = readDay(date, calendar);
    if (day === undefined) return all;
    return before === undefined || readDay(all, calendar) === day ? day : `${before} ${day}`;
  });
}
