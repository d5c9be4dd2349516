import type { Filter } from '../search/query/filters.ts';
import { readQuery } from '../search/query/parse-query.ts';
import { typedTerms } from '../search/query/query-parts.ts';
import { type Calendar, readDay } from '../text/read-day.ts';
import { isTime, plainTimes } from './digest/plain-times.ts';
import { QUERY_LENGTH } from './page.ts';
import { verbAt } from './verbs.ts';

/** What a person asks for with the words after `/talk`, or in a mention or direct message. */
export type Request =
  | { readonly kind: 'help' }
  | { readonly kind: 'search'; readonly query: string }
  | { readonly kind: 'now' | 'next'; readonly filters: readonly Filter[]; readonly typed: string }
  | {
      readonly kind: 'day';
      readonly day: string;
      readonly filters: readonly Filter[];
      readonly typed: string;
    }
  | {
      readonly kind: 'moment';
      readonly day: string;
      /** On the conference's clocks, `14:00`. */
      readonly time: string;
      readonly filters: readonly Filter[];
      readonly typed: string;
    };

/**
 * A verb counts only where all that stands with it reads as its arguments, which are filters: `today track:storage`.
 * Everything else is searched (`next generation storage`), and so is a quoted verb.
 */
export function readRequest(typed: string, calendar: Calendar): Request {
  const words = fitting(typed.trim());
  const said = words.replace(END_OF_SENTENCE, '');
  if (said === '') return { kind: 'help' };
  const asked = filtersLast(said.replace(WHAT_IS_ON, '') || 'now');
  return (
    verbAsked(asked) ??
    momentAsked(asked, calendar) ??
    dayAsked(asked, calendar) ?? { kind: 'search', query: words }
  );
}

function verbAsked(words: string): Request | undefined {
  const { verb, rest = '' } = verbAt(words) ?? {};
  if (verb === 'help') return rest === '' ? { kind: 'help' } : undefined;
  const filters = verb === undefined ? undefined : onlyFilters(rest);
  return verb === undefined || filters === undefined
    ? undefined
    : { kind: verb, filters, typed: verb + rest };
}

/** A dot after a figure stays: `12.5.` is a date. */
const END_OF_SENTENCE = /(?:\s*[?!]|(?<=[\p{L}.…])[.…])+$/u;

const WHAT_IS_ON = /^what(?:['’]?s|\s+is)(?:\s+on(?:\s+|$)|\s+)/i;

/** `room:quay now` is `now room:quay`. */
function filtersLast(text: string): string {
  const terms = typedTerms(text);
  const first = terms.findIndex(term => !isFilter(term));
  return first < 1 ? text : [...terms.slice(first), ...terms.slice(0, first)].join(' ');
}

/** The words after `day:` may belong to it, as in `day:wed 12 May`. */
function isFilter(term: string): boolean {
  const filters = onlyFilters(term) ?? [];
  return filters.length > 0 && filters.every(({ name, value }) => name !== 'day' && value !== '');
}

/** `Wednesday, 12 May 2027` */
const DAY_WORDS_MAX = 4;

/** Most short names of weekdays are no verbs: people search for "Sun", "Mon" and "SAT". */
const NO_VERB = /^(?!(?:tues?|weds?|thur?|fri)\b)\p{L}{1,4}\.?$/iu;

function dayAsked(words: string, calendar: Calendar): Request | undefined {
  const asked = dayAndFilters(words, calendar, dayNamed);
  if (asked === undefined) return undefined;
  const { day, filters, rest } = asked;
  return { kind: 'day', day, filters, typed: day + rest };
}

/** Without a day, `3.11` is a version and `0800` a number. */
const NUMBER = /^\d+(?:\.\d+)?(?=\s|$)(?!\s*[ap]\.?m\b)/i;

/** `tuesday 14:00`, `10am tomorrow`, `at 3pm track:storage`. */
function momentAsked(words: string, calendar: Calendar): Request | undefined {
  const terms = typedTerms(plainTimes(words));
  const [time, ...otherTimes] = terms.filter(isTime);
  if (time === undefined || otherTimes.length > 0) return undefined;
  const others = terms.filter(term => !isTime(term)).join(' ');
  const alone = NUMBER.test(words) ? undefined : filtersOnDay(others, dayOfHours(calendar));
  const asked = alone ?? dayAndFilters(others, calendar);
  if (asked === undefined) return undefined;
  const { day, filters, rest } = asked;
  return { kind: 'moment', day, time, filters, typed: `${day} ${time}${rest}` };
}

/** Of which day an hour is where no day is named: of today, or of the first day before the conference. */
function dayOfHours({ today, days: [first = today] }: Calendar): string {
  return today < first ? first : today;
}

interface DayAsked {
  readonly day: string;
  readonly filters: readonly Filter[];
  /** What was typed behind the day. */
  readonly rest: string;
}

function dayAndFilters(
  words: string,
  calendar: Calendar,
  read: typeof readDay = readDay,
): DayAsked | undefined {
  const ends = [...words.matchAll(/\S+/g)].slice(0, DAY_WORDS_MAX).map(word => word.index + word[0].length);
  for (const end of ends) {
    const day = read(words.slice(0, end), calendar);
    const asked = day === undefined ? undefined : filtersOnDay(words.slice(end), day);
    if (asked !== undefined) return asked;
  }
  return undefined;
}

/** The day that a text names which could hardly be searched for instead. */
export function dayNamed(text: string, calendar: Calendar): string | undefined {
  return NO_VERB.test(text) ? undefined : readDay(text, calendar);
}

function filtersOnDay(text: string, day: string): DayAsked | undefined {
  const filters = onlyFilters(text);
  const rest = text.trim() === '' ? '' : ` ${text.trim()}`;
  return filters === undefined ? undefined : { day, filters, rest };
}

/** What a page can carry of a query, to the last whole word. */
function fitting(words: string): string {
  if (words.length <= QUERY_LENGTH) return words;
  const cut = words.slice(0, QUERY_LENGTH);
  return cut.replace(/\S*$/, '').trim() || cut;
}

/** The filters that a text consists of; nothing where there is more in it. */
export function onlyFilters(text: string): readonly Filter[] | undefined {
  const { filters, words, phrases, without } = readQuery(text);
  const isMore = words.length + phrases.length + without.length > 0;
  return isMore ? undefined : filters.map(({ name, value, not }) => ({ name, value, not }));
}
