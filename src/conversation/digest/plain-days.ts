import { type Calendar, readDay } from '../../text/read-day.ts';

const QUOTED_OR_DATE =
  /"[^"]*"?|(?<!\S)(?:(?<before>\p{L}{3,9})\s+)?(?<date>\d{1,2}\s+\p{L}{3,9})(?![^\s,])/giu;

/** Dates of several words as one: `Tue 11 May` is `2027-05-11`. What is quoted or no date stays. */
export function plainDays(text: string, calendar: Calendar): string {
  return text.replace(QUOTED_OR_DATE, (all, ...found) => {
    const { before, date } = found.at(-1) as Record<string, string | undefined>;
    if (date === undefined) return all;
    const day = readDay(date, calendar);
    if (day === undefined) return all;
    return before === undefined || readDay(all, calendar) === day ? day : `${before} ${day}`;
  });
}
