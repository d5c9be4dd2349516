import { isTime } from '../../text/clock-times.ts';
import { shorten } from '../../text/display.ts';
import { fold } from '../../text/fold.ts';
import { formatLanguage, languageNamed } from '../../text/languages.ts';
import type { Calendar } from '../../text/read-day.ts';
import { LANGUAGES } from '../../words/languages.ts';
import { nearestForms, type TypedOrder } from './nearest-forms.ts';
import { hasClashOfChanges } from './order.ts';
import { isArgument } from './order-terms.ts';
import { orderTerms } from './plain-order.ts';

/** The reason why words behind `digest` are no order, and the forms that are nearest to them. */
export type OrderMistake = { readonly nearest: readonly string[] } & (
  | { readonly kind: 'unknown'; readonly words: readonly string[] }
  /** All but a time is there. */
  | { readonly kind: 'no time' }
  /** Several times, or both daily and for some days. */
  | { readonly kind: 'unclear' }
  /** It asks for changes beside a time, days or a week. */
  | { readonly kind: 'changes beside days' }
  /** One of its texts, which no quotes end, has a filter in it. */
  | { readonly kind: 'filter in text'; readonly filter: string; readonly text: 'intro' | 'closing' }
  /** It names a conference. */
  | { readonly kind: 'elsewhere' }
);

/** Says why words that are no order are none. `strange` are phrases, exclusions and unknown filters, none of which an order has. */
export function mistakeIn(
  typed: TypedOrder & { readonly strange: readonly string[] },
  calendar: Calendar,
): OrderMistake {
  const terms = orderTerms(typed.words, calendar);
  const nearest = nearestForms(typed, calendar);
  const [first, ...others] = terms;
  const said = (those: typeof terms) => those.map(term => term.said);
  const unknown = LIKE_VERB.test(first?.plain ?? '')
    ? [...said(others), ...(typed.filters === '' ? [] : [typed.filters])]
    : said(terms.filter(({ plain }) => !isArgument(plain, calendar)));
  const words = [...unknown, ...typed.strange];
  if (words.length > 0) return { kind: 'unknown', words, nearest };
  const plain = terms.map(term => term.plain.toLowerCase());
  if (hasClashOfChanges(plain, calendar)) return { kind: 'changes beside days', nearest };
  return { kind: terms.some(({ plain }) => isTime(plain)) ? 'unclear' : 'no time', nearest };
}

const LIKE_VERB = /^(?:list|help|now|pause|resume|off|stop|cancel|remove|delete|preview|test|edit|change)$/i;

const LIKE_ORDER =
  /^(?:\d{1,4}|every|each|at|day|days|weekdays?|weekly|hourly|mornings?|evenings?|today|tomorrow)$/i;
const LIKE_TIME = /(?<!\S)(?:\d{1,2}[:.h]\d\d|\d{1,2}h|\d{1,2}\s*(?:[ap]\.?m\.?|uhr))(?![^\s,])/i;

/** Whether words behind a misspelt `digest` were meant as an order: a time, well or badly typed, makes one of them. */
export function isLikeOrder(
  { words, strange }: TypedOrder & { readonly strange: readonly string[] },
  calendar: Calendar,
): boolean {
  const terms = orderTerms(words, calendar).map(({ plain }) => plain);
  return (
    terms.some(term => isTime(term)) ||
    LIKE_TIME.test(words) ||
    (terms.length > 0 &&
      strange.length === 0 &&
      terms.every(term => isArgument(term, calendar) || LIKE_ORDER.test(term)))
  );
}

const TYPED_LENGTH = 200;

/** The refusal of words that are no order, in one sentence or two. */
export function orderMistakeNote(mistake: OrderMistake): string {
  return mistake.kind === 'no time'
    ? 'At what time? No digest was set up, and nothing was saved.'
    : noOrder(orderMistakeReason(mistake));
}

/** The reason alone, where no order would have been set up anyway. */
export function orderMistakeReason(mistake: OrderMistake): string {
  switch (mistake.kind) {
    case 'no time':
      return 'it has no time';
    case 'elsewhere':
      return IS_ELSEWHERE;
    case 'changes beside days':
      return CHANGES_BESIDE_DAYS;
    case 'filter in text':
      return `“${mistake.filter}” stands in the ${mistake.text === 'intro' ? 'intro' : 'closing line'}: type it before, or put the text in quotes`;
    case 'unclear':
      return 'a digest has one time, and is either daily or for some days';
    case 'unknown':
      return unknownReason(mistake.words);
  }
}

/** Slack marks the channels that it knows: one that is still typed as a name is none. */
const CHANNEL_NAME = /(?<!\S)#[\p{L}\p{N}_-]+/u;

function unknownReason(unknown: readonly string[]): string {
  const words = unknown.join(' ');
  const [channel] = CHANNEL_NAME.exec(words) ?? [];
  return channel === undefined
    ? `“${shorten(words, TYPED_LENGTH)}” was not understood${languageHint(unknown)}`
    : `there is no channel ${shorten(channel, TYPED_LENGTH)}, or Lectern cannot see it`;
}

/** For `in Polish`, and for `german` alone. */
function languageHint(words: readonly string[]): string {
  if (!words.some(word => languageNamed(fold(word)) !== undefined)) return '';
  const names = LANGUAGES.map(formatLanguage);
  return `; a digest may be ${names.map(name => `in ${name}`).join(', ')}`;
}

const CHANGES_BESIDE_DAYS =
  'changes alone are posted as they happen, without a time or a week. Beside the sessions of a day they stand in its thread, and the form has the important ones in the channel, too';

function noOrder(reason: string): string {
  return `No digest was set up or changed: ${reason}.`;
}

/** The forms that are nearest to a mistake, as they are typed. */
export function typedForms({ nearest }: OrderMistake): readonly string[] {
  return nearest.map(form => `/talk digest ${shorten(form, TYPED_LENGTH)}`);
}

const IS_ELSEWHERE =
  'type it in the channel that should get it, without conference:, since a digest is about the current conference';

/** The refusal of an order at a place that takes none. */
export const ORDER_ELSEWHERE = noOrder(IS_ELSEWHERE);
