import type { Calendar } from '../../text/read-day.ts';
import { plainDays } from './plain-days.ts';
import { plainTimes } from './plain-times.ts';

const QUOTED_OR_ORDER =
  /"[^"]*"?|(?<!\S)(?:(?<daily>(?:every|each)\s*day)|(?<eve>(?:the\s+)?evening\s+before))(?![^\s,])/gi;

/**
 * The words in which an order is confirmed, as those in which it is typed: `every day at 8` is `daily 08:00`, `the evening
 * before Tue 11 May` is `eve 2027-05-11`. What is quoted stays.
 */
export function plainOrder(text: string, calendar: Calendar): string {
  const plain = text.replace(QUOTED_OR_ORDER, (all, ...found) => {
    const { daily, eve } = found.at(-1) as Record<string, string | undefined>;
    return daily !== undefined ? 'daily' : eve !== undefined ? 'eve' : all;
  });
  return plainTimes(plainDays(plain, calendar));
}
