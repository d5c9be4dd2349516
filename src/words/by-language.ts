import { remember } from '../text/remember.ts';
import type { Language } from './languages.ts';
import type { Counted } from './words.ts';

/** Days, weekdays, lists and counts in a language, by Intl, whose rules are loaded when they are first asked for. */
export function localise(language: Language): {
  readonly day: (day: string) => string;
  readonly weekday: (number: number) => string;
  readonly shortWeekday: (number: number) => string;
  readonly list: (names: readonly string[]) => string;
  readonly languageName: (of: Language) => string;
  readonly counted: (forms: CountForms) => Counted;
} {
  return {
    day: day => days(language).format(new Date(day)),
    weekday: number => weekdays(language).format(dayWith(number)),
    // `Di` does not go into `Dienstagnacht`, and `noche del mar` would be one at sea.
    shortWeekday: number => weekdays(language).format(dayWith(number)),
    list: names => lists(language).format(names),
    languageName: of => languageNames(language).of(of) ?? of,
    counted: forms => count => {
      const form = plurals(language).select(count) === 'one' ? forms.one : forms.other;
      return form.replace('#', () => numbers(language).format(count));
    },
  };
}

/** `#` stands for the count. */
export interface CountForms {
  readonly one: string;
  readonly other: string;
}

/** Any Monday. */
const MONDAY_MS = Date.UTC(2027, 4, 10);
const DAY_MS = 24 * 3_600_000;

/** A day with this weekday. */
function dayWith(weekday: number): Date {
  return new Date(MONDAY_MS + (weekday - 1) * DAY_MS);
}

/**
 * A day has no time zone: it is the conference's own, and is written as it is. Its month is written out: `Sept.` at the end
 * of a sentence would have two stops.
 */
const days = remember(
  (language: string) =>
    new Intl.DateTimeFormat(language, { weekday: 'short', day: 'numeric', month: 'long', timeZone: 'UTC' }),
);
const weekdays = remember(
  (language: string) => new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }),
);
const lists = remember((language: string) => new Intl.ListFormat(language));
const languageNames = remember((language: string) => new Intl.DisplayNames(language, { type: 'language' }));
const plurals = remember((language: string) => new Intl.PluralRules(language));
const numbers = remember((language: string) => new Intl.NumberFormat(language));
