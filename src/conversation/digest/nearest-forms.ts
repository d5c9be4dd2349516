import { isTime } from '../../text/clock-times.ts';
import { isSlip } from '../../text/edit-distance.ts';
import { fold } from '../../text/fold.ts';
import { formatLanguage } from '../../text/languages.ts';
import { type Calendar, isRelativeDay, readDay } from '../../text/read-day.ts';
import { weekdayName, weekdayNumber, weekdayOf } from '../../text/weekdays.ts';
import { mendSlips } from './mend-slips.ts';
import { isChanges } from './order.ts';
import { isArgument, standingDay } from './order-terms.ts';
import { NEGATIONS } from './order-words.ts';
import { orderTerms } from './plain-order.ts';
import { languageIn, postLanguage } from './read-language.ts';
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
 * The three forms that are nearest to words that were not understood, ready to be typed behind `digest`: the verb, or the
 * order with all that was understood of it, then the forms of which the words speak. None of them does more than was asked.
 */
export function nearestForms(typed: TypedOrder, calendar: Calendar): readonly string[] {
  const words = mendSlips(typed.words.replace(INTERVAL, ' '), isOfItsOwn);
  const all = orderTerms(words, calendar).map(({ plain }) => plain);
  const verb = verbForms(all, typed.filters);
  const terms = withoutNegated(all);
  const unknown = terms.filter(term => !isArgument(term, calendar)).join(' ');
  const forms = [
    ...verb.forms,
    ...(verb.isScope ? [] : understoodOrders(terms, typed.filters, calendar)),
    ...SPOKEN_OF.flatMap(([words, form]) => (words.test(unknown) ? [form] : [])),
    'daily 08:00',
    '18:00 eve',
    'preview',
  ];
  return [...new Set(forms)].slice(0, FORMS);
}

/** `every 2 hours` has no time of day. */
const INTERVAL =
  /(?<!\S)(?:every|each|alle|toutes les|a? ?cada|ogni|elke|om de)\s+\d{1,2}\s*(?:h|hours?|hrs?|min\w*|stunden?|heures?|horas?|ore|ora|uur|uren)(?!\S)/giu;

function isNegation(word: string): boolean {
  return NEGATIONS.has(fold(word).replaceAll('’', "'"));
}

/** Words that mean something else in an order than those that they are like: `nicht` is no `nacht`. */
function isOfItsOwn(word: string): boolean {
  return isNegation(word) || verbMeant(word.toLowerCase()) !== undefined;
}

/** Leaves out what stands behind a negation, up to a time: `daily except friday 08:00` is not about Friday. */
function withoutNegated(terms: readonly string[]): readonly string[] {
  const kept: string[] = [];
  let isNegated = false;
  for (const [at, term] of terms.entries()) {
    if (isNegation(term)) isNegated = true;
    else if (isNegated && isTime(term) && !isNegation(terms[at - 1] ?? '')) isNegated = false;
    if (!isNegated) kept.push(term);
  }
  return kept;
}

const SCOPE_VERBS = ['now', 'pause', 'resume', 'off', 'stop', 'cancel', 'remove', 'delete', 'edit', 'change'];
const VERBS = [...SCOPE_VERBS, 'list', 'help', 'preview', 'test'];
const OFF =
  /^(?:end|quit|kill|disable|unsubscribe|ende|beenden|aus|arr[eê]t\w*|parar|detener|ferma\w*|stoppen|uit)$/iu;

interface VerbForms {
  readonly forms: readonly string[];
  /** It acts on digests that are there. */
  readonly isScope: boolean;
}

/**
 * The verb that the first word is, or is but for a slip, with the time at which it should act. Alone it acts on all digests of
 * the channel, so that it is offered alone only where nothing stood behind it.
 */
function verbForms([first = '', ...others]: readonly string[], filters: string): VerbForms {
  const typed = first.toLowerCase();
  // `changes` is no slip of `change`.
  if (isChanges(typed)) return { forms: [], isScope: false };
  const verb = verbMeant(typed);
  if (verb === undefined) return { forms: [], isScope: false };
  if (!SCOPE_VERBS.includes(verb)) return { forms: [verb], isScope: false };
  const said = others.find(isTime) ?? hourAlone(others);
  const time = said === undefined ? undefined : inHalf(said, others.join(' '));
  const isAlone = others.length === 0 && filters === '';
  // `end of day 18:00` is not about a digest's end, and `off except 18:00` not about that digest.
  const isMeant = !others.some(word => isNegation(word)) && (!OFF.test(typed) || others.every(isTime));
  const own = time === undefined ? verb : `${verb} ${time}`;
  const isOffered = isMeant && (isAlone || time !== undefined);
  return { forms: [...(isOffered ? [own] : []), 'list', 'edit', 'help'], isScope: true };
}

function verbMeant(typed: string): string | undefined {
  const verb = VERBS.find(word => word === typed);
  return verb ?? (OFF.test(typed) ? 'off' : VERBS.find(word => isSlip(typed, word)));
}

/** The orders that the words are without those that were not understood; at eight if no time was. */
function understoodOrders(terms: readonly string[], filters: string, calendar: Calendar): readonly string[] {
  const known = terms.map(term => term.toLowerCase()).filter(term => isArgument(term, calendar));
  const unknown = terms.filter(term => !isArgument(term, calendar));
  const [language] = [...known.map(languageIn), ...unknown.map(postLanguage)].flatMap(each => each ?? []);
  const isOfWeeks = unknown.some(term => WEEK.test(fold(term)));
  const relative = unknown.flatMap(term => namedDay(term, calendar) ?? []);
  const isSaid = known.length + relative.length > 0 || filters !== '' || language !== undefined || isOfWeeks;
  if (!isSaid && hourAlone(terms) === undefined) return [];
  const eve = known.includes('eve') ? 'eve' : '';
  const said = known.find(isTime) ?? hourAlone(terms);
  const time = said === undefined ? (eve === '' ? '08:00' : '18:00') : inHalf(said, terms.join(' '));
  const reminders = known.includes('reminders') ? 'reminders' : '';
  const spoken = language === undefined ? '' : `in ${formatLanguage(language)}`;
  const written = (...words: readonly string[]) =>
    [...words, reminders, spoken, filters].filter(Boolean).join(' ');
  if (isOfWeeks || known.includes('week-ahead')) {
    const named = known.flatMap(term => weekdaysIn(term) ?? weekdayNumber(fold(term)) ?? []);
    const weekdays = named.length === 0 ? [1] : [...new Set(named)].sort();
    const isDaily = named.length === 0 && known.includes('daily') && !isOfWeeks;
    const ahead = isDaily ? 'daily' : typedWeekdays(weekdays).replace('weekly ', '');
    const week = written('week', ahead, time, eve);
    return isOfWeeks
      ? [written(typedWeekdays(weekdays), time, eve), week, written('weekdays', time, eve)]
      : [week];
  }
  const days = [...known.filter(term => standingDay(term, calendar) !== undefined), ...relative];
  const weekdays = [...new Set(known.flatMap(term => weekdaysIn(term) ?? []))].sort();
  const daily = eve === '' ? ['daily', time] : [time];
  const plain = weekdays.length > 0 ? [typedWeekdays(weekdays), time] : daily;
  const order = written(...(days.length > 0 ? [time, ...days] : plain), eve);
  const first = known.some(isChanges)
    ? ['only changes']
    : said === undefined
      ? relative.map(day => `preview ${day}`)
      : [];
  return [...first.map(form => written(form)), order];
}

/** The name of a day of the conference that is only near: an order has no `tomorrow`. */
function namedDay(term: string, calendar: Calendar): string | undefined {
  const day = isRelativeDay(term) ? readDay(term, calendar) : undefined;
  if (day === undefined || !calendar.days.includes(day)) return undefined;
  const name = weekdayName(weekdayOf(day)).toLowerCase();
  return readDay(name, calendar) === day ? name : day;
}

/** `every week` and `weekly` may mean a post about a week, or one on a day of each week. */
const WEEK = /\b(?:week|woch|semaine|hebdo|seman|settiman|wekel)/u;

/** A number that may have been meant as an hour. */
function hourAlone(terms: readonly string[]): string | undefined {
  const hour = terms.find(term => /^(?:1?\d|2[0-3])$/.test(term));
  return hour === undefined ? undefined : `${hour.padStart(2, '0')}:00`;
}

const AFTERNOON =
  /\b(?:afternoons?|evenings?|(?:nach)?mittags?|(?:nach)?abends?|apr[eè]s-midi|soirs?|tardes?|sera|pomeriggio|avonds?|middags?)\b/iu;
const NIGHT = /\b(?:nights?|nachts?|nuit|noches?|noites?|notte)\b/iu;
/** Earlier hours are said of the night behind midnight. */
const NIGHT_FROM = 5;

/** A time in the afternoon or evening if the words speak of it: `every evening at 6` is 18:00. */
function inHalf(time: string, words: string): string {
  const hour = Number(time.slice(0, 2));
  const isLate = AFTERNOON.test(words) || (NIGHT.test(words) && hour >= NIGHT_FROM);
  return isLate && hour < 12 ? `${hour + 12}${time.slice(2)}` : time;
}

/** Words that speak of a form, in the languages of programmes. */
const SPOKEN_OF: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:eve|evenings?|night|before|abend\w*|vorabend|soir|veille|noche|tarde|noite|v[eé]spera|sera|avond)\b/iu,
    '18:00 eve',
  ],
  [
    /\b(?:hourly|st[uü]ndlich|each hour|cada hora|toutes les heures|ogni ora|elk uur|todas as horas)\b/iu,
    '08:00 reminders',
  ],
  [
    /\b(?:remind\w*|notif\w*|erinner\w*|rappel\w*|record\w*|lembr\w*|promemoria|herinner\w*)\b/iu,
    '08:00 reminders',
  ],
  [/\b(?:show|see|look|try|zeig\w*|montr\w*|mostra\w*|muestra|toon)\b/iu, 'preview'],
  [
    /\b(?:which|all|status|channels?|off|stop\w*|pause|cancel|remove|delete|quit|kill|disable|unsubscribe|beenden|parar|detener)\b/iu,
    'list',
  ],
];
