import { isTime } from '../../text/clock-times.ts';
import { editDistance } from '../../text/edit-distance.ts';
import type { Calendar } from '../../text/read-day.ts';
import { isArgument, orderTerms, standingDay } from './order-terms.ts';
import { typedWeekdays, weekdaysIn } from './read-weekdays.ts';

/** The words behind `digest`. */
export interface TypedOrder {
  /** Words outside of quotes and filters. */
  readonly words: string;
  /** As they were typed, parted by a space. */
  readonly filters: string;
}

const FORMS = 3;

/**
 * The three forms that are nearest to words that were not understood, ready to be typed behind `digest`: a verb that was
 * mistyped, the order with all that was understood of it, then the forms of which the words speak.
 */
export function nearestForms(typed: TypedOrder, calendar: Calendar): readonly string[] {
  const terms = orderTerms(typed.words, calendar);
  const unknown = terms.filter(term => !isArgument(term, calendar)).join(' ');
  const forms = [
    ...nearVerb(terms),
    ...understoodOrder(terms, typed.filters, calendar),
    ...SPOKEN_OF.flatMap(([words, form]) => (words.test(unknown) ? [form] : [])),
    'daily 08:00',
    '18:00 eve',
    'preview',
  ];
  return [...new Set(forms)].slice(0, FORMS);
}

const VERBS = [
  'list',
  'help',
  'now',
  'pause',
  'resume',
  'off',
  'stop',
  'cancel',
  'remove',
  'delete',
  'preview',
  'test',
  'edit',
  'change',
];

/** The verb that the first word is, or nearly is, with the time at which it should act. */
function nearVerb([first = '', ...others]: readonly string[]): readonly string[] {
  const typed = first.toLowerCase();
  const verb = VERBS.find(word => word === typed) ?? VERBS.find(word => isNear(word, typed));
  if (verb === undefined) return [];
  const time = verb === 'list' || verb === 'help' || verb === 'preview' ? undefined : others.find(isTime);
  return [time === undefined ? verb : `${verb} ${time}`];
}

const TWO_EDITS_MIN = 6;

function isNear(word: string, typed: string): boolean {
  const limit = word.length >= TWO_EDITS_MIN ? 2 : 1;
  return word.length > 3 && word[0] === typed[0] && editDistance(word, typed, limit) <= limit;
}

/** The order that the words are without those that were not understood; at eight if no time was. */
function understoodOrder(terms: readonly string[], filters: string, calendar: Calendar): readonly string[] {
  const known = terms.map(term => term.toLowerCase()).filter(term => isArgument(term, calendar));
  if (known.length === 0 && filters === '' && hourAlone(terms) === undefined) return [];
  const eve = known.includes('eve') ? 'eve' : '';
  const time = known.find(isTime) ?? hourAlone(terms) ?? (eve === '' ? '08:00' : '18:00');
  const days = known.filter(term => standingDay(term, calendar) !== undefined);
  const weekdays = [...new Set(known.flatMap(term => weekdaysIn(term) ?? []))].sort();
  const daily = eve === '' ? ['daily', time] : [time];
  const plain = weekdays.length > 0 ? [typedWeekdays(weekdays), time] : daily;
  const when = days.length > 0 ? [time, ...days] : plain;
  const reminders = known.includes('reminders') ? 'reminders' : '';
  return [[...when, eve, reminders, filters].filter(Boolean).join(' ')];
}

/** A number that may have been meant as an hour. */
function hourAlone(terms: readonly string[]): string | undefined {
  const hour = terms.find(term => /^(?:1?\d|2[0-3])$/.test(term));
  return hour === undefined ? undefined : `${hour.padStart(2, '0')}:00`;
}

/** Words that speak of a form, in the languages of programmes. */
const SPOKEN_OF: readonly (readonly [RegExp, string])[] = [
  [/\b(?:week|woch|semaine|hebdo|seman|settiman|wekel)/iu, 'weekly monday 08:00'],
  [/\b(?:week|woch|semaine|hebdo|seman|settiman|wekel)/iu, 'weekdays 08:00'],
  [
    /\b(?:eve|evenings?|night|before|abend\w*|vorabend|soir|veille|noche|tarde|noite|v[eé]spera|sera|avond)\b/iu,
    '18:00 eve',
  ],
  [
    /\b(?:remind\w*|notif\w*|erinner\w*|rappel\w*|record\w*|lembr\w*|promemoria|herinner\w*)\b/iu,
    '08:00 reminders',
  ],
  [
    /\b(?:end|quit|kill|disable|unsubscribe|ende|beenden|aus|arr[eê]t\w*|parar|detener|ferma\w*|stoppen|uit)\b/iu,
    'off',
  ],
  [/\b(?:show|see|look|try|zeig\w*|montr\w*|mostra\w*|muestra|toon)\b/iu, 'preview'],
  [/\b(?:which|all|status|channels?)\b/iu, 'list'],
];
