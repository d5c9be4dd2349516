import { splitTyped, type Typed } from '../../search/query/parse-query.ts';
import type { QueryPart } from '../../search/query/query-parts.ts';
import { isTime } from '../../text/clock-times.ts';
import { editDistance } from '../../text/edit-distance.ts';
import { fold } from '../../text/fold.ts';
import { type Calendar, readDay } from '../../text/read-day.ts';
import { weekdayNumber } from '../../text/weekdays.ts';
import type { Language } from '../../words/languages.ts';
import { plainFilters } from './filters.ts';
import { nearestForms, type TypedOrder } from './nearest-forms.ts';
import { isLikeOrder, mistakeIn, type OrderMistake } from './order-mistakes.ts';
import { isArgument, standingDay } from './order-terms.ts';
import { cutOwnTexts } from './own-texts.ts';
import { orderTerms } from './plain-order.ts';
import { languageIn } from './read-language.ts';
import { weekdaysIn } from './read-weekdays.ts';

/** A person's words about the digests of a channel. A time names one digest if there are several. */
export type DigestRequest =
  | { readonly kind: 'list' | 'help' }
  | { readonly kind: 'form'; readonly timeOfDay?: string | undefined }
  /** Words that begin like an order and are none. */
  | { readonly kind: 'mistake'; readonly typed: string; readonly mistake: OrderMistake }
  | { readonly kind: 'order'; readonly order: Order }
  | { readonly kind: 'preview'; readonly day: string | undefined; readonly filters: string }
  | { readonly kind: 'now' | 'pause' | 'resume' | 'off'; readonly timeOfDay: string | undefined };

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

/**
 * `digest` is a verb only if all that follows reads as its arguments; else the words are a mistake, unless they are those of
 * a talk. Returns undefined if they do not begin with the verb, or with a misspelt one before what was no order either. `whole`
 * has the end of the sentence, too, which belongs to an intro.
 */
export function readDigestRequest(
  { text: typed, parts }: Pick<Typed, 'text' | 'parts'>,
  calendar: Calendar,
  whole = typed,
): DigestRequest | undefined {
  const { order, ...texts } = cutOwnTexts(whole);
  const ordered = order === whole ? undefined : readDigestRequest(splitTyped(order), calendar);
  if (ordered?.kind === 'order') return { kind: 'order', order: { ...ordered.order, ...texts } };
  const [first, ...others] = parts;
  if (first?.kind !== 'words' || first.name !== '') return undefined;
  const verb = first.text.toLowerCase();
  if (editDistance(verb, VERB, 1) > 1) return undefined;
  const rest = restOf(others);
  const request = readRest(rest, calendar);
  if (verb === VERB) return request ?? { kind: 'mistake', typed, mistake: mistakeIn(rest, calendar) };
  if (others.length === 0 || (request === undefined && !isLikeOrder(rest, calendar))) return undefined;
  const nearest = nearestForms(rest, calendar);
  return { kind: 'mistake', typed, mistake: { kind: 'unknown', words: [first.text], nearest } };
}

const VERB = 'digest';

/** Everything behind the verb. */
interface Rest extends TypedOrder {
  /** Phrases, exclusions and unknown filters, none of which an order has. */
  readonly strange: readonly string[];
}

function restOf(parts: readonly QueryPart[]): Rest {
  const words: string[] = [];
  const filters: string[] = [];
  const strange: string[] = [];
  for (const { kind, text, name, not } of parts) {
    if (kind === 'phrase') strange.push(`"${text}"`);
    else if (kind === 'without') strange.push(`-${text}`);
    else if (kind !== 'words') filters.push(`${not ? '-' : ''}${kind}:${text}`);
    else if (name !== '') strange.push(text);
    else words.push(text);
  }
  return { words: plainFilters(words.join(' ')), filters: plainFilters(filters.join(' ')), strange };
}

function readRest({ words, filters, strange }: Rest, calendar: Calendar): DigestRequest | undefined {
  if (strange.length > 0) return undefined;
  const [first = '', ...others] = words.split(/\s+/);
  const verb = first.toLowerCase();
  const bare = filters === '' ? others.join(' ') : undefined;
  switch (verb) {
    case '':
      return filters === '' ? { kind: 'form' } : undefined;
    case 'list':
    case 'help':
      return bare === '' ? { kind: verb } : undefined;
    case 'now':
    case 'pause':
    case 'resume':
      return readScope(verb, bare, calendar);
    case 'off':
    case 'stop':
    case 'cancel':
    case 'remove':
    case 'delete':
      return readScope('off', bare, calendar);
    case 'edit':
    case 'change':
      return readScope('form', bare, calendar);
    case 'preview':
    case 'test':
      return readPreview(others.join(' '), filters, calendar);
    default:
      return readOrder({ words, filters }, calendar);
  }
}

/** All digests of the channel, or the one of a time. */
function readScope(
  kind: 'form' | 'now' | 'pause' | 'resume' | 'off',
  words: string | undefined,
  calendar: Calendar,
): DigestRequest | undefined {
  if (words === undefined) return undefined;
  if (/^(?:all)?$/i.test(words)) return { kind, timeOfDay: undefined };
  const [timeOfDay, ...others] = orderTerms(words, calendar).map(({ plain }) => plain);
  const isOne = timeOfDay !== undefined && isTime(timeOfDay) && others.length === 0;
  return isOne ? { kind, timeOfDay } : undefined;
}

/** Reads `tuesday track:storage`. */
function readPreview(named: string, filters: string, calendar: Calendar): DigestRequest | undefined {
  const day = named === '' ? undefined : readDay(named, calendar);
  return named !== '' && day === undefined ? undefined : { kind: 'preview', day, filters };
}

/** A number alone is the hour of what is posted again and again, `weekdays 8`: beside a date it may be a day. */
function withHour(terms: readonly string[]): readonly string[] {
  const isStanding = terms.some(term => term.toLowerCase() === 'daily' || weekdaysIn(term) !== undefined);
  const numbers = terms.filter(term => /^(?:1?\d|2[0-3])$/.test(term));
  if (!isStanding || numbers.length !== 1 || terms.some(isTime)) return terms;
  return terms.map(term => (term === numbers[0] ? `${term.padStart(2, '0')}:00` : term));
}

const DEFAULT_TIME = '08:00';

/** A post about a week has one day of each week: `week monday` is about none of the conference's Mondays. */
function weekdayOfTerm(term: string): number | undefined {
  return weekdayNumber(fold(term));
}

/** Reads `daily 08:00`, `18:00 eve track:storage`, `weekdays 08:00 reminders`: in any order, only the time is needed. */
function readOrder({ words, filters }: TypedOrder, calendar: Calendar): DigestRequest | undefined {
  const terms = withHour(orderTerms(words, calendar).map(({ plain }) => plain));
  if (!terms.every(term => isArgument(term, calendar))) return undefined;
  const has = (word: string) => terms.some(term => term.toLowerCase() === word);
  const [onlyChanges, isWeek] = [has('changes'), has('week-ahead')];
  // Changes are posted as they happen.
  const [timeOfDay = onlyChanges ? DEFAULT_TIME : undefined, ...otherTimes] = terms.filter(isTime);
  const [language, ...otherLanguages] = terms.flatMap(term => languageIn(term) ?? []);
  if (timeOfDay === undefined || otherTimes.length > 0 || otherLanguages.length > 0) return undefined;
  const named = isWeek ? terms.map(weekdayOfTerm) : [];
  const days = terms.flatMap((term, place) =>
    named[place] === undefined ? (standingDay(term, calendar) ?? []) : [],
  );
  const weekdays = [...terms.flatMap(term => weekdaysIn(term) ?? []), ...named.flatMap(each => each ?? [])];
  if ((has('daily') || weekdays.length > 0) && days.length > 0) return undefined;
  const isMonday = isWeek && weekdays.length === 0 && days.length === 0 && !has('daily');
  return {
    kind: 'order',
    order: {
      timeOfDay,
      days: days.length === 0 ? 'daily' : [...new Set(days)].sort(),
      weekdays: isMonday ? [1] : [...new Set(weekdays)].sort(),
      eve: has('eve'),
      filters,
      reminders: has('reminders'),
      span: isWeek ? 'week' : 'day',
      onlyChanges,
      ...(language !== undefined && { language }),
    },
  };
}
