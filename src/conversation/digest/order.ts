import { isTime } from '../../text/clock-times.ts';
import { fold } from '../../text/fold.ts';
import type { Calendar } from '../../text/read-day.ts';
import { weekdayNumber } from '../../text/weekdays.ts';
import type { Language } from '../../words/languages.ts';
import { isArgument, standingDay } from './order-terms.ts';
import { type OrderTerm, orderTerms } from './plain-order.ts';
import { languageIn } from './read-language.ts';
import { weekdaysIn } from './read-weekdays.ts';

/** A digest as it is ordered. */
export interface Order {
  readonly timeOfDay: string;
  readonly days: 'daily' | readonly string[];
  /** Narrows the days down to weekdays by number, 1 for Monday; empty for all. */
  readonly weekdays: readonly number[];
  readonly eve: boolean;
  readonly filters: string;
  readonly reminders: boolean;
  readonly span: 'day' | 'week';
  readonly onlyChanges: boolean;
  /** Left out if it names none. */
  readonly language?: Language;
  readonly intro?: string;
  readonly closing?: string;
}

/** A number alone is the hour of what is posted again and again, `weekdays 8`: beside a date it may be a day. */
function withHour(terms: readonly OrderTerm[]): readonly OrderTerm[] {
  const isStanding = terms.some(({ plain }) => STANDING.has(plain) || weekdaysIn(plain) !== undefined);
  const numbers = terms.filter(({ plain }) => /^(?:1?\d|2[0-3])$/.test(plain));
  if (!isStanding || numbers.length !== 1 || terms.some(({ plain }) => isTime(plain))) return terms;
  return terms.map(term =>
    term === numbers[0] ? { ...term, plain: `${term.plain.padStart(2, '0')}:00` } : term,
  );
}

const STANDING = new Set(['daily', 'week-ahead']);

/** Changes are posted as they happen: no time is typed for them. */
const TIME_OF_CHANGES = '08:00';

/** Reads `daily 08:00`, `18:00 eve track:storage`, `weekdays 08:00 reminders`: in any order, only the time is needed. */
export function readOrder(
  { words, filters }: { readonly words: string; readonly filters: string },
  calendar: Calendar,
): Order | undefined {
  const typed = withHour(orderTerms(words, calendar).map(lowerCase));
  const terms = typed.map(({ plain }) => plain);
  if (!terms.every(term => isArgument(term, calendar)) || hasClashOfChanges(terms, calendar))
    return undefined;
  const onlyChanges = terms.some(isChanges);
  const [timeOfDay = onlyChanges ? TIME_OF_CHANGES : undefined, ...otherTimes] = terms.filter(isTime);
  const [language, ...otherLanguages] = terms.flatMap(term => languageIn(term) ?? []);
  if (timeOfDay === undefined || otherTimes.length > 0 || otherLanguages.length > 0) return undefined;
  const which = terms.includes('week-ahead') ? weekOf(typed, calendar) : daysOf(terms, calendar);
  if (which.days.length > 0 && (terms.includes('daily') || which.weekdays.length > 0)) return undefined;
  return {
    timeOfDay,
    days: which.days.length === 0 ? 'daily' : [...new Set(which.days)].sort(),
    weekdays: [...new Set(which.weekdays)].sort(),
    eve: terms.includes('eve'),
    filters,
    reminders: terms.includes('reminders'),
    span: terms.includes('week-ahead') ? 'week' : 'day',
    onlyChanges,
    ...(language !== undefined && { language }),
  };
}

function lowerCase({ plain, said }: OrderTerm): OrderTerm {
  return { plain: plain.toLowerCase(), said };
}

export function isChanges(term: string): boolean {
  return term === 'changes' || term === 'only-changes';
}

/** Whether words ask for changes and for what has no place beside them: they have no time, and cover no week. */
export function hasClashOfChanges(terms: readonly string[], calendar: Calendar): boolean {
  if (!terms.some(isChanges)) return false;
  const isTimed = terms.some(term => isTime(term) || term === 'week-ahead' || term === 'eve');
  const { days, weekdays } = daysOf(terms, calendar);
  const isOfDays = days.length > 0 || weekdays.length > 0 || terms.includes('daily');
  // `changes` alone beside days may mean theirs, beside their sessions.
  return isTimed || (isOfDays && !terms.includes('only-changes') && !terms.includes('only'));
}

interface Which {
  readonly days: readonly string[];
  readonly weekdays: readonly number[];
}

function daysOf(terms: readonly string[], calendar: Calendar): Which {
  return {
    days: terms.flatMap(term => standingDay(term, calendar) ?? []),
    weekdays: terms.flatMap(term => weekdaysIn(term) ?? []),
  };
}

/**
 * A post about a week has one day of each week: `week monday` is about none of the conference's Mondays. The weekday is that
 * of the post, `week sunday 18:00 eve` that before Monday; only `the evening before Monday` names the one behind it.
 */
function weekOf(terms: readonly OrderTerm[], calendar: Calendar): Which {
  const named = terms.map(({ plain }) => weekdayNumber(fold(plain)));
  const weekdays = terms.flatMap(({ plain }, at) => weekdaysIn(plain) ?? named[at] ?? []);
  const others = terms.filter((_, at) => named[at] === undefined).map(({ plain }) => plain);
  const { days } = daysOf(others, calendar);
  if (weekdays.length === 0)
    return { days, weekdays: days.length === 0 && !others.includes('daily') ? [1] : [] };
  const eve = terms.findIndex(({ plain }) => plain === 'eve');
  const isBeside = [eve - 1, eve + 1].some(
    at => (named[at] ?? weekdaysIn(terms[at]?.plain ?? '')) !== undefined,
  );
  const isOfPost = eve >= 0 && (fold(terms[eve]?.said ?? '') === 'eve' || !isBeside);
  return { days, weekdays: isOfPost ? weekdays.map(weekdayBehind) : weekdays };
}

function weekdayBehind(weekday: number): number {
  return (weekday % 7) + 1;
}
