import { formatLanguage } from '../../text/languages.ts';
import type { Language } from '../../words/languages.ts';
import type { Order } from './order.ts';
import { typedWeekdays } from './read-weekdays.ts';

/**
 * Writes an order as it is typed behind `digest`: `weekdays 08:00 in German track:storage intro: "Good morning!"`. Its
 * sponsor, zone and mention are set in the form alone.
 */
export function typedOrder(order: Omit<Order, 'language'> & { readonly language: Language }): string {
  const { eve, span, onlyChanges, reminders, language, filters, intro = '', closing = '' } = order;
  return [
    onlyChanges ? 'only changes' : span === 'week' ? 'week' : '',
    ...typedDays(order),
    ...(onlyChanges ? [] : [order.timeOfDay, eve ? 'eve' : '']),
    reminders ? 'reminders' : '',
    language === 'en' ? '' : `in ${formatLanguage(language)}`,
    filters,
    intro === '' ? '' : `intro: ${inQuotes(intro)}`,
    closing === '' ? '' : `closing: ${inQuotes(closing)}`,
  ]
    .filter(Boolean)
    .join(' ');
}

function typedDays({
  days,
  weekdays,
  eve,
  span,
  onlyChanges,
}: Pick<Order, 'days' | 'weekdays' | 'eve' | 'span' | 'onlyChanges'>): readonly string[] {
  if (days !== 'daily') return days;
  const isWeek = span === 'week' && !onlyChanges;
  if (weekdays.length === 0) return onlyChanges || (eve && !isWeek) ? [] : ['daily'];
  if (!isWeek) return [typedWeekdays(weekdays)];
  // A week's weekday is that of its post.
  const posted = eve ? weekdays.map(weekday => ((weekday + 5) % 7) + 1).sort() : weekdays;
  return [typedWeekdays(posted).replace('weekly ', '')];
}

/** Quotes that the text itself has not, if there are any. */
function inQuotes(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  const [open, close] = QUOTES.find(quotes => ![...quotes].some(quote => line.includes(quote))) ?? '""';
  return `${open}${line}${close}`;
}

const QUOTES = ['""', '“”', '«»', '「」'];
