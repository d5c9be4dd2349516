import { fold } from './fold.ts';

/** The languages in which programmes are written and people type. */
const LANGUAGES = ['en', 'de', 'fr', 'es', 'pt', 'it'];

let monthNumbers: ReadonlyMap<string, number> | undefined;
let weekdayNumbers: ReadonlyMap<string, number> | undefined;
let fromToday: ReadonlyMap<string, number> | undefined;

/** Months from 1, by their long and short names, folded. */
export function months(): ReadonlyMap<string, number> {
  monthNumbers ??= new Map([
    ...numberNames(
      'month',
      Array.from({ length: 12 }, (_, i) => Date.UTC(2027, i, 1)),
    ),
    ['sept', 9],
  ]);
  return monthNumbers;
}

/** Weekdays from Monday, 1, by their long and short names, folded. `mar` is left out: in most languages it is a month. */
export function weekdays(): ReadonlyMap<string, number> {
  weekdayNumbers ??= new Map([
    ...[
      ...numberNames(
        'weekday',
        Array.from({ length: 7 }, (_, i) => Date.UTC(2027, 1, i + 1)),
      ),
    ].filter(([name]) => !months().has(name)),
    ['weds', 3],
  ]);
  return weekdayNumbers;
}

/** Days from today by their names, folded: yesterday is -1, today 0, tomorrow 1. */
export function daysFromToday(): ReadonlyMap<string, number> {
  fromToday ??= new Map([
    ...LANGUAGES.flatMap(language => {
      const words = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
      return [-1, 0, 1].map((days): [string, number] => [
        fold(words.format(days, 'day')).replace('’', "'"),
        days,
      ]);
    }),
    ['tonight', 0],
  ]);
  return fromToday;
}

/** Numbers the names of days in their order, from 1. `days` are in milliseconds since 1970. */
function numberNames(unit: 'month' | 'weekday', days: readonly number[]): ReadonlyMap<string, number> {
  return new Map(
    LANGUAGES.flatMap(language =>
      (['long', 'short'] as const).flatMap(style => {
        const format = new Intl.DateTimeFormat(language, { [unit]: style, timeZone: 'UTC' });
        return days.flatMap((day, i) => {
          const [name] = fold(format.format(day)).match(/\p{L}+/u) ?? [];
          return name === undefined ? [] : [[name, i + 1] as const];
        });
      }),
    ),
  );
}
