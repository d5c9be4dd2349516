import { isTime } from '../../text/clock-times.ts';
import { type Calendar, isRelativeDay, readDay } from '../../text/read-day.ts';
import { languageIn } from './read-language.ts';
import { weekdaysIn } from './read-weekdays.ts';

const WORDS = new Set(['daily', 'eve', 'reminders', 'week-ahead', 'changes', 'only-changes', 'only', 'and']);

/** Whether a plain word of an order is one that orders have. */
export function isArgument(term: string, calendar: Calendar): boolean {
  return (
    WORDS.has(term.toLowerCase()) ||
    isTime(term) ||
    languageIn(term) !== undefined ||
    weekdaysIn(term) !== undefined ||
    standingDay(term, calendar) !== undefined
  );
}

/** The day that a standing order can name: it has no today. */
export function standingDay(term: string, calendar: Calendar): string | undefined {
  return /^(?:\p{L}{3,10}|\d{4}-\d\d-\d\d)$/u.test(term) && !isRelativeDay(term)
    ? readDay(term, calendar)
    : undefined;
}
