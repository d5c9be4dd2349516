import { Temporal } from 'temporal-polyfill';
import { fold } from '../programme/fold.ts';

/** Those in which programmes are written. */
const LANGUAGES = ['en', 'de', 'fr', 'es', 'pt', 'it'];

let monthNumbers: ReadonlyMap<string, number> | undefined;
let weekdayNumbers: ReadonlyMap<string, number> | undefined;

/** Months from 1, by their names, whole or short, folded. */
export function months(): ReadonlyMap<string, number> {
  monthNumbers ??= new Map([
    ...namesOf(
      'month',
      Array.from({ length: 12 }, (_, i) => new Temporal.PlainDate(2027, i + 1, 1)),
    ),
    ['sept', 9],
  ]);
  return monthNumbers;
}

/** Weekdays from Monday, 1, by their names. "Mar" is a day in French and Spanish, and a month in more languages. */
export function weekdays(): ReadonlyMap<string, number> {
  const names =
    weekdayNumbers ??
    namesOf(
      'weekday',
      Array.from({ length: 7 }, (_, i) => new Temporal.PlainDate(2027, 2, i + 1)),
    );
  weekdayNumbers ??= new Map([...names].filter(([name]) => !months().has(name)));
  return weekdayNumbers;
}

/** Numbered from 1, in their order. */
function namesOf(
  unit: 'month' | 'weekday',
  days: readonly Temporal.PlainDate[],
): ReadonlyMap<string, number> {
  return new Map(
    days.flatMap((day, i) =>
      LANGUAGES.flatMap(language =>
        (['long', 'short'] as const).flatMap(style => {
          const [name] = fold(day.toLocaleString(language, { [unit]: style })).match(/\p{L}+/u) ?? [];
          return name === undefined ? [] : [[name, i + 1] as const];
        }),
      ),
    ),
  );
}
