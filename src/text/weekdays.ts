import { Temporal } from 'temporal-polyfill';
import { weekdays } from './days/day-names.ts';

/** Weekdays by their number, from Monday, 1, to Sunday, 7. */
const NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

export const WEEKDAY_NUMBERS: readonly number[] = NAMES.map((_, index) => index + 1);

/** `Monday` for 1. */
export function weekdayName(number: number): string {
  return NAMES[number - 1] ?? '';
}

/** The number of the weekday of a day such as `2027-05-12`. */
export function weekdayOf(day: string): number {
  return Temporal.PlainDate.from(day).dayOfWeek;
}

/**
 * The number of a weekday by its folded name, whole or as people shorten it, in the languages in which people type;
 * undefined if it is none. `mar` is Tuesday here, since no month stands among weekdays.
 */
export function weekdayNumber(form: string): number | undefined {
  const name = form
    .replace(/\.$/, '')
    .replace(/-?feiras?$/, '')
    .replace(/曜日?$/, '');
  const english =
    name.length < LETTERS_MIN ? -1 : NAMES.findIndex(each => each.toLowerCase().startsWith(name));
  if (english >= 0) return english + 1;
  return weekdays().get(name) ?? weekdays().get(form) ?? MORE.get(name);
}

const LETTERS_MIN = 3;

const MORE: ReadonlyMap<string, number> = new Map([
  ['mar', 2],
  ...[...'月火水木金土日'].map((name, index) => [name, index + 1] as const),
]);

/** The same for a name that means each of these weekdays: `mondays`, `montags`, `lundis`, `maandagen`. */
export function weekdayPlural(form: string): number | undefined {
  const [, name] = /^(.{4,}?)(?:s|en)$/u.exec(form) ?? [];
  return name === undefined || weekdayNumber(form) !== undefined ? undefined : weekdayNumber(name);
}
