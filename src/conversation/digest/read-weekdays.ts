import { weekdayName, weekdayNumber, weekdayPlural } from '../../text/weekdays.ts';
import {
  AND_DAYS,
  BEFORE_DAYS,
  BEFORE_RANGES,
  UNTIL_DAYS,
  UNTIL_MAX,
  WEEKLY,
  WEEKLY_BEHIND,
  WEEKLY_MAX,
} from './order-words.ts';
import { type PlainWords, phraseAt, type WordOfOrder } from './words-of-order.ts';

type Words = readonly WordOfOrder[];

/** `every-1-4` for each Monday and Thursday. */
export function writeWeekdays(numbers: Iterable<number>): string {
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
 * jueves`. `monday` alone is that of the conference, but for a name that only this file knows, which is written in English.
 */
export function readWeekdays(words: Words, at: number): PlainWords | undefined {
  const lead = readLead(words, at);
  const list = readList(words, lead.place);
  if (list === undefined || (lead.isOfRange && !list.isRange)) return undefined;
  const behind = phraseAt(words, list.place, { phrases: WEEKLY_BEHIND, max: WEEKLY_MAX });
  if (lead.isWeekly || list.isWeekly || behind > 0)
    return { plain: writeWeekdays(list.numbers), count: list.place + behind - at };
  const [only = 1, ...others] = list.numbers;
  const form = words[lead.place]?.form ?? '';
  const isOurs = /feira|曜/.test(form);
  if (others.length > 0 || (lead.place === at && !isOurs)) return undefined;
  return {
    plain: isOurs ? weekdayName(only) : (words[lead.place]?.text ?? ''),
    count: lead.place - at + 1,
  };
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
  /** It begins with a range. */
  readonly isRange: boolean;
  /** Behind it. */
  readonly place: number;
}

function readList(words: Words, at: number): WeekdayList | undefined {
  const first = readRange(words, at);
  if (first === undefined) return undefined;
  const { isRange } = first;
  let { numbers, isWeekly, place } = first;
  for (;;) {
    let next = place;
    while (words[next]?.form === ',' || AND_DAYS.has(words[next]?.form ?? '')) next++;
    const more = readRange(words, next);
    if (more === undefined) return { numbers, isWeekly, isRange, place };
    numbers = [...numbers, ...more.numbers];
    isWeekly ||= more.isWeekly;
    place = more.place;
  }
}

/** `monday`, `mon-fri`, `monday to friday`. */
function readRange(words: Words, at: number): WeekdayList | undefined {
  const form = words[at]?.form ?? '';
  const [from = '', to, ...others] = form.split(/[-–—〜~]/u);
  if (to !== undefined && others.length === 0) {
    const numbers = between(weekdayNumber(from), weekdayNumber(to));
    if (numbers !== undefined) return { numbers, isWeekly: true, isRange: true, place: at + 1 };
  }
  const name = form.replace(/^(?:毎週|每周)/u, '');
  const plural = weekdayPlural(name);
  const first = weekdayNumber(name) ?? plural;
  if (first === undefined) return undefined;
  const until = phraseAt(words, at + 1, { phrases: UNTIL_DAYS, max: UNTIL_MAX });
  const last = at + 1 + until + (BEFORE_DAYS.has(words[at + 1 + until]?.form ?? '') ? 1 : 0);
  const numbers = until === 0 ? undefined : between(first, weekdayNumber(words[last]?.form ?? ''));
  if (numbers !== undefined) return { numbers, isWeekly: true, isRange: true, place: last + 1 };
  const isWeekly = plural !== undefined || name !== form;
  return { numbers: [first], isWeekly, isRange: false, place: at + 1 };
}

/** From one weekday to another, over the end of the week, too. */
function between(first: number | undefined, last: number | undefined): readonly number[] | undefined {
  if (first === undefined || last === undefined) return undefined;
  const count = ((last - first + 7) % 7) + 1;
  return Array.from({ length: count }, (_, ahead) => ((first + ahead - 1) % 7) + 1);
}
