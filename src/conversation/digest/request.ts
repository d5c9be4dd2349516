import { splitTyped, type Typed } from '../../search/query/parse-query.ts';
import type { QueryPart } from '../../search/query/query-parts.ts';
import { isTime } from '../../text/clock-times.ts';
import { editDistance } from '../../text/edit-distance.ts';
import { type Calendar, readDay } from '../../text/read-day.ts';
import { cutOwnTexts, MAY_NAME_TEXT } from './cut-own-texts.ts';
import { plainFilters } from './filters.ts';
import { nearestForms, type TypedOrder } from './nearest-forms.ts';
import { type Order, readOrder } from './order.ts';
import { isLikeOrder, mistakeIn, type OrderMistake } from './order-mistakes.ts';
import { orderTerms } from './plain-order.ts';
import { swallowedFilter } from './swallowed-filter.ts';

/** A person's words about the digests of a channel. A time names one digest if there are several. */
export type DigestRequest =
  | { readonly kind: 'list' | 'help' }
  | { readonly kind: 'form'; readonly timeOfDay?: string | undefined }
  /** Words that begin like an order and are none. */
  | { readonly kind: 'mistake'; readonly typed: string; readonly mistake: OrderMistake }
  | { readonly kind: 'order'; readonly order: Order }
  | {
      readonly kind: 'preview';
      readonly day: string | undefined;
      readonly filters: string;
      readonly timeOfDay?: string;
    }
  | { readonly kind: 'now' | 'pause' | 'resume' | 'off'; readonly timeOfDay: string | undefined };

/**
 * `digest` is a verb only if all that follows reads as its arguments; else the words are a mistake, unless they are those of
 * a talk. Returns undefined if they do not begin with the verb, or with a misspelt one before what was no order either. `whole`
 * has the end of the sentence, too, which belongs to an intro.
 */
export function readDigestRequest(
  typed: Pick<Typed, 'text' | 'parts'>,
  calendar: Calendar,
  whole = typed.text,
): DigestRequest | undefined {
  return readWithTexts(whole, calendar) ?? readWithoutTexts(typed, calendar);
}

/** An order around which the organisers' own texts stand; undefined if the words are none. */
function readWithTexts(whole: string, calendar: Calendar): DigestRequest | undefined {
  if (!MAY_NAME_TEXT.test(whole)) return undefined;
  const { order: words, ...texts } = cutOwnTexts(whole);
  const [text] = Object.keys(texts);
  const ordered = text === undefined ? undefined : readWithoutTexts(splitTyped(words), calendar);
  if (ordered?.kind === 'mistake') return { ...ordered, typed: whole };
  if (ordered?.kind !== 'order') return undefined;
  const order = { ...ordered.order, ...texts };
  const mistake = swallowedFilter(whole, order);
  return mistake === undefined ? { kind: 'order', order } : { kind: 'mistake', typed: whole, mistake };
}

function readWithoutTexts(
  { text: typed, parts }: Pick<Typed, 'text' | 'parts'>,
  calendar: Calendar,
): DigestRequest | undefined {
  const [first, ...others] = parts;
  if (first?.kind !== 'words' || first.name !== '') return undefined;
  const verb = first.text.toLowerCase();
  if (!isLikeVerb(verb)) return undefined;
  const rest = restOf(others);
  const request = readRest(rest, calendar);
  if (verb === VERB) return request ?? { kind: 'mistake', typed, mistake: mistakeIn(rest, calendar) };
  if (others.length === 0 || (request === undefined && !isLikeOrder(rest, calendar))) return undefined;
  const nearest = nearestForms(rest, calendar);
  return { kind: 'mistake', typed, mistake: { kind: 'unknown', words: [first.text], nearest } };
}

const VERB = 'digest';

/** Every order has such a word, in lower case. */
export function isLikeVerb(word: string): boolean {
  return editDistance(word, VERB, 1) <= 1;
}

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
    default: {
      const order = readOrder({ words, filters }, calendar);
      return order && { kind: 'order', order };
    }
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

/** Reads `tuesday track:storage`, `18:00`, `den 11. Mai`. */
function readPreview(named: string, filters: string, calendar: Calendar): DigestRequest | undefined {
  // `12.05` is a day before it is a time.
  const whole = named === '' ? undefined : readDay(named, calendar);
  if (named === '' || whole !== undefined) return { kind: 'preview', day: whole, filters };
  const terms = orderTerms(named, calendar).map(({ plain }) => plain);
  const [timeOfDay, ...otherTimes] = terms.filter(isTime);
  if (otherTimes.length > 0) return undefined;
  const rest = terms.filter(term => term !== timeOfDay).join(' ');
  const day = rest === '' ? undefined : readDay(rest, calendar);
  if (rest !== '' && day === undefined) return undefined;
  return { kind: 'preview', day, filters, ...(timeOfDay !== undefined && { timeOfDay }) };
}
