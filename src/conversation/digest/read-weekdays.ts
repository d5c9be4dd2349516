import { weekdayName, weekdayNumber, weekdayPlural } from '../../text/weekdays.ts';
import {
  AND_DAYS,
  AT_TIME,
  BEFORE_DAYS,
  BEFORE_RANGES,
  TIME_WORDS_MAX,
  UNTIL_DAYS,
  UNTIL_MAX,
  WEEKLY,
  WEEKLY_BEHIND,
  WEEKLY_MAX,
} from './order-words.ts';
import { orderWordAt, type PlainWords, phraseAt, type WordOfOrder } from './words-of-order.ts';

type Words = readonly WordOfOrder[];

/** `every-1-4` for each Monday and Thursday. */
function writeWeekdays(numbers: Iterable<number>): string {
  return ['every', ...[...new Set(numbers)].sort()].join('-');
}

/** The weekdays that writeWeekdays wrote; undefined for any other word. */
export function weekdaysIn(term: string): readonly number[] | undefined {
  return /^every(?:-[1-7])+$/.test(term) ? term.split('-').slice(1).map(Number) : undefined;
}

/** Writes weekdays as they are typed: `weekdays`, `weekly monday thursday`. */
export function typedWeekdays(numbers: readonly number[]): string {
  const key = numbers.join('');
  if (key === '12345') return 'weekdays';
  return key === '67' ? 'weekends' : `weekly ${numbers.map(weekdayName).join(' ').toLowerCase()}`;
}

/**
 * Reads the weekdays of an order, each week's: `mon-fri`, `Montag bis Freitag`, `mondays`, `weekly monday`, `cada lunes y
 * jueves`, `weekdays and saturday`. `monday` alone is that of the conference, and so is each of `monday and tuesday`.
 */
export function readWeekdays(words: Words, at: number): PlainWords | undefined {
  // `every weekday` is a phrase.
  const lead =
    weekAt(words, at) === undefined ? readLead(words, at) : { place: at, isWeekly: true, isOfRange: false };
  const first = readRange(words, lead.place);
  if (first === undefined || (lead.isOfRange && !first.isRange)) return undefined;
  const list = readList(words, first);
  const behind = phraseAt(words, list.place, { phrases: WEEKLY_BEHIND, max: WEEKLY_MAX });
  if (lead.isWeekly || list.isWeekly || behind > 0)
    return { plain: writeWeekdays(list.numbers), count: list.place + behind - at };
  const [only = 1] = first.numbers;
  if (isShort(words[lead.place]?.form ?? '', only) && !isAmongTimes(words, first.place)) return undefined;
  return { plain: weekdayName(only), count: first.place - at };
}

const SHORT_MAX = 3;

/** `do`, `so` and `ma` are words of sentences, too; of English names three letters are enough. */
function isShort(form: string, number: number): boolean {
  const name = form.replace(/\.$/, '');
  const isEnglish = name.length === SHORT_MAX && weekdayName(number).toLowerCase().startsWith(name);
  return name.length <= SHORT_MAX && !isEnglish && !/\p{Script=Han}/u.test(name);
}

/** Whether an order may go on at a place: with a time, with another weekday, or not at all. */
function isAmongTimes(words: Words, at: number): boolean {
  const form = words[at]?.form;
  if (form === undefined || form === ',' || /^\d/.test(form)) return true;
  const next = AND_DAYS.has(form) ? at + 1 : at;
  return (
    weekdayNumber(words[next]?.form ?? '') !== undefined ||
    phraseAt(words, at, { phrases: AT_TIME, max: TIME_WORDS_MAX }) > 0
  );
}

interface Lead {
  readonly place: number;
  readonly isWeekly: boolean;
  readonly isOfRange: boolean;
}

function readLead(words: Words, at: number): Lead {
  let place = at;
  let isWeekly = false;
  let isOfRange = false;
  for (;;) {
    const weekly = phraseAt(words, place, { phrases: WEEKLY, max: WEEKLY_MAX });
    const form = words[place]?.form ?? '';
    const isBefore = BEFORE_DAYS.has(form) && weekdayNumber(form) === undefined;
    const isFrom = BEFORE_RANGES.has(form);
    if (weekly === 0 && !isBefore && !isFrom) return { place, isWeekly, isOfRange };
    isOfRange ||= isFrom;
    isWeekly ||= weekly > 0;
    place += weekly || 1;
  }
}

interface WeekdayList {
  readonly numbers: readonly number[];
  readonly isWeekly: boolean;
  /** From one weekday to another. */
  readonly isRange: boolean;
  /** A name for several weekdays: `weekdays`. */
  readonly isWeek: boolean;
  /** Behind it. */
  readonly place: number;
}

function readList(words: Words, first: WeekdayList): WeekdayList {
  let list = first;
  for (;;) {
    let next = list.place;
    while (words[next]?.form === ',' || AND_DAYS.has(words[next]?.form ?? '')) next++;
    const more = readRange(words, next);
    const isJoined = next > list.place || !(list.isWeek || more?.isWeek);
    if (more === undefined || !isJoined) return list;
    list = {
      ...more,
      numbers: [...list.numbers, ...more.numbers],
      isWeekly: list.isWeekly || more.isWeekly,
    };
  }
}

/** `monday`, `mon-fri`, `monday to friday`, `weekends`. */
function readRange(words: Words, at: number): WeekdayList | undefined {
  const week = weekAt(words, at);
  if (week !== undefined)
    return { numbers: week.numbers, isWeekly: true, isRange: false, isWeek: true, place: at + week.count };
  const form = words[at]?.form ?? '';
  const range = { isWeekly: true, isRange: true, isWeek: false };
  const [from = '', to, ...others] = form
    .replace(EACH_WEEK, '')
    .replace(UNTIL_BEHIND, '')
    .split(/[-–—〜~到至]|から/u);
  if (to !== undefined && others.length === 0) {
    const numbers = between(weekdayNumber(from), weekdayNumber(to));
    if (numbers !== undefined) return { ...range, numbers, place: at + 1 };
  }
  const name = form.replace(EACH_WEEK, '');
  const plural = weekdayPlural(name);
  const first = weekdayNumber(name) ?? plural;
  if (first === undefined) return undefined;
  // `quarta feira`
  const place = /^feiras?$/.test(words[at + 1]?.form ?? '') ? at + 2 : at + 1;
  const until = phraseAt(words, place, { phrases: UNTIL_DAYS, max: UNTIL_MAX });
  const last = place + until + (BEFORE_DAYS.has(words[place + until]?.form ?? '') ? 1 : 0);
  const numbers = until === 0 ? undefined : between(first, weekdayNumber(words[last]?.form ?? ''));
  if (numbers !== undefined) return { ...range, numbers, place: last + 1 };
  const isWeekly = plural !== undefined || name !== form;
  return { numbers: [first], isWeekly, isRange: false, isWeek: false, place };
}

/** Chinese writes weekdays with the week, `每周一`. */
const EACH_WEEK = /^(?:毎週|每(?=周|星期))/u;

/** `月曜から金曜まで`, folded. */
const UNTIL_BEHIND = /ま[でて]$/u;

/** The longest phrase for several weekdays at a place. */
function weekAt(
  words: Words,
  at: number,
): { readonly numbers: readonly number[]; readonly count: number } | undefined {
  const read = orderWordAt(words, at);
  if (read?.word === 'weekdays') return { numbers: [1, 2, 3, 4, 5], count: read.count };
  return read?.word === 'weekends' ? { numbers: [6, 7], count: read.count } : undefined;
}

/** From one weekday to another, over the end of the week, too. */
function between(first: number | undefined, last: number | undefined): readonly number[] | undefined {
  if (first === undefined || last === undefined) return undefined;
  const count = ((last - first + 7) % 7) + 1;
  return Array.from({ length: count }, (_, ahead) => ((first + ahead - 1) % 7) + 1);
}
