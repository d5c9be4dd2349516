import { isTime } from '../../text/clock-times.ts';
import { type Calendar, isRelativeDay, readDay } from '../../text/read-day.ts';
import { plainOrder } from './plain-order.ts';
import { weekdaysIn } from './read-weekdays.ts';

/** The words of an order in their plain form, `daily` and `08:00`; words that no order has stay as they are. */
export function orderTerms(words: string, calendar: Calendar): readonly string[] {
  const terms = plainOrder(words, calendar)
    .split(/\s+/)
    .filter(term => term !== '');
  return terms.flatMap(term => {
    // A comma parts arguments.
    const several = term.split(',').filter(part => part !== '');
    return several.every(part => isArgument(part, calendar)) ? several : [term.replace(/,+$/, '')];
  });
}

const WORDS = new Set(['daily', 'eve', 'reminders', 'only', 'and']);

export function isArgument(term: string, calendar: Calendar): boolean {
  return (
    WORDS.has(term.toLowerCase()) ||
    isTime(term) ||
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
