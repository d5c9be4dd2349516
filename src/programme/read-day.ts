import { Temporal } from 'temporal-polyfill';

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * The day that a person means by `today`, `tomorrow`, `tuesday`, `tue`, `2027-05-12`, `12 May` or `May 12`; nothing
 * where the text is none of these. A weekday is the next one with sessions, today included, else the conference's last
 * such, else the next on the calendar; a date without a year is of the conference's year.
 */
export function readDay(
  text: string,
  { today, days }: { readonly today: string; readonly days: readonly string[] },
): string | undefined {
  const word = text.trim().toLowerCase();
  if (word === 'today') return today;
  if (word === 'tomorrow') return Temporal.PlainDate.from(today).add({ days: 1 }).toString();
  const weekday = WEEKDAYS.findIndex(
    name => name === word || (name.slice(0, 3) === word.replace(/\.$/, '') && word.length >= 3),
  );
  if (weekday >= 0) return dayOfWeek(weekday + 1, { today, days });
  return calendarDate(word, (days[0] ?? today).slice(0, 4));
}

function dayOfWeek(
  number: number,
  { today, days }: { readonly today: string; readonly days: readonly string[] },
): string {
  const those = days.filter(day => Temporal.PlainDate.from(day).dayOfWeek === number);
  const date = Temporal.PlainDate.from(today);
  const ahead = date.add({ days: (number - date.dayOfWeek + 7) % 7 }).toString();
  return those.find(day => day >= today) ?? those.at(-1) ?? ahead;
}

function calendarDate(word: string, year: string): string | undefined {
  const [, day, name] = /^(\d{1,2})\.?\s+([a-z]{3})[a-z]*\.?$/.exec(word) ?? [];
  const [, name2, day2] = /^([a-z]{3})[a-z]*\.?\s+(\d{1,2})$/.exec(word) ?? [];
  const month = MONTHS.indexOf(name ?? name2 ?? '') + 1;
  const iso =
    month === 0 ? word : [year, month, day ?? day2].map(part => String(part).padStart(2, '0')).join('-');
  try {
    return /^\d{4}-\d{2}-\d{2}$/.test(iso) ? Temporal.PlainDate.from(iso).toString() : undefined;
  } catch {
    // 31 June is no day; to a person who typed it, that is an answer and no fault.
    return undefined;
  }
}
