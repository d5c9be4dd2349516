import { formatLanguage } from '../../text/languages.ts';
import type { Language } from '../../words/languages.ts';
import { typedWeekdays } from './read-weekdays.ts';
import type { Order } from './request.ts';

/** Writes an order as it is typed behind `digest`: `weekdays 08:00 in German track:storage`. Its texts are left out. */
export function typedOrder(order: Omit<Order, 'language'> & { readonly language: Language }): string {
  const { timeOfDay, days, weekdays, eve, span, onlyChanges, reminders, language, filters } = order;
  const daily = eve ? '' : 'daily';
  const standing = weekdays.length === 0 ? daily : typedWeekdays(weekdays);
  return [
    span === 'week' ? 'week' : '',
    ...(days === 'daily' ? [standing] : days),
    timeOfDay,
    eve ? 'eve' : '',
    onlyChanges ? 'only changes' : '',
    reminders ? 'reminders' : '',
    language === 'en' ? '' : `in ${formatLanguage(language)}`,
    filters,
  ]
    .filter(Boolean)
    .join(' ');
}
