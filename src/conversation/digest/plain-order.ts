import { isTime, plainTimes } from '../../text/clock-times.ts';
import { readDayRange } from '../../text/days/day-range.ts';
import { fold } from '../../text/fold.ts';
import { type Calendar, readDay } from '../../text/read-day.ts';
import { AND_DAYS, BEFORE_DAYS, NO_WEEK_BEHIND } from './order-words.ts';
import { partHan } from './part-han.ts';
import { readLanguageWords } from './read-language.ts';
import { readOrderTime } from './read-order-time.ts';
import { readWeekdays } from './read-weekdays.ts';
import { formsAt, orderWordAt, type PlainWords, type WordOfOrder } from './words-of-order.ts';

/** A word of an order in its plain form, `daily` or `08:00`, beside the words that somebody typed for it. */
export interface OrderTerm {
  readonly plain: string;
  readonly said: string;
}

/**
 * Puts the words in which an order is confirmed, and those of other languages, into those in which it is typed: `every day at
 * 8` and `täglich um 8 Uhr` are `daily 08:00`, `the evening before Tue 11 May` is `eve 2027-05-11`. A word that no order has
 * stays as it is.
 */
export function orderTerms(text: string, calendar: Calendar): readonly OrderTerm[] {
  const words = (partHan(text).match(/[^\s,]+|,/g) ?? []).map(word => ({
    text: word,
    form: fold(word).replaceAll('’', "'"),
  }));
  const terms: OrderTerm[] = [];
  for (let at = 0; at < words.length; ) {
    const read = readAt(words, at, calendar);
    const count = read?.count ?? 1;
    const said = words
      .slice(at, at + count)
      .map(word => word.text)
      .join(' ');
    const plain = read?.plain ?? said;
    if (said !== ',') terms.push(...plain.split(' ').map(each => ({ plain: each, said })));
    at += count;
  }
  return terms;
}

function readAt(words: readonly WordOfOrder[], at: number, calendar: Calendar): PlainWords | undefined {
  return (
    readPhrase(words, at) ??
    readLanguageWords(words, at) ??
    rangeAt(words, at, calendar) ??
    dateAt(words, at, calendar) ??
    readWeekdays(words, at) ??
    timeAt(words, at) ??
    figuresAt(words, at) ??
    andAt(words, at)
  );
}

/** Weekdays are read with those that stand beside them. */
function readPhrase(words: readonly WordOfOrder[], at: number): PlainWords | undefined {
  const read = orderWordAt(words, at);
  const isOfWeekdays = read?.word === 'weekdays' || read?.word === 'weekends';
  // `every week` and `each day of the week` are about no seven days.
  const isNoWeek = read?.word === 'week-ahead' && NO_WEEK_BEHIND.has(words[at - 1]?.form ?? '');
  return read === undefined || isOfWeekdays || isNoWeek ? undefined : { plain: read.word, count: read.count };
}

/** `8 Uhr`; the half of the day may stand behind it, but `18 Uhr am Abend davor` is about the evening before. */
function timeAt(words: readonly WordOfOrder[], at: number): PlainWords | undefined {
  return readOrderTime(words, at, place => orderWordAt(words, place) !== undefined);
}

const DATE_MAX = 6;
/** `Tue 11 May`, `11. Mai 2027`, `May 11th, 2027`; `11.5.`, `11.05.2027`; `5月11日` */
const DATE =
  /^(?:\p{L}+\.? )?(?:\d{1,2}(?:\.|st|nd|rd|th|er|o)?(?: de)? \p{L}{3,}\.?|\p{L}{3,}\.? \d{1,2}(?:st|nd|rd|th)?)(?:,? (?:de )?(\d{4}))?$|^\d{1,2}\.\d{1,2}\.$|^\d{1,2}[./]\d{1,2}[./](\d{4})$|^(?:(\d{4})年)?\d{1,2}月\d{1,2}[日号]/u;

/** Reads dates of several words as one: `Tue 11 May`, `den 11. Mai`, `el 11 de mayo`. */
function dateAt(words: readonly WordOfOrder[], at: number, calendar: Calendar): PlainWords | undefined {
  let start = at;
  while (BEFORE_DAYS.has(words[start]?.form ?? '')) start++;
  for (let count = Math.min(DATE_MAX, words.length - start); count > 0; count--) {
    const text = formsAt(words, start, count).replace(' ,', ',');
    const day = isDate(text, calendar) ? readDay(text.replace(',', ''), calendar) : undefined;
    if (day !== undefined) return { plain: day, count: start + count - at };
  }
  return undefined;
}

/** Reads `11 to 13 May`, `11.-13. Mai`, `5月11日から13日` as each of their days. Weekdays alone are each week's. */
function rangeAt(words: readonly WordOfOrder[], at: number, calendar: Calendar): PlainWords | undefined {
  const forms = words.slice(at, at + RANGE_MAX).map(({ form }) => form);
  const range = readDayRange(forms, calendar);
  return range?.isDated === true ? { plain: range.days.join(' '), count: range.count } : undefined;
}

/** A range has two dates, and small words before and between them. */
const RANGE_MAX = 2 * DATE_MAX + 2;

/** Four figures behind a date are a year only if it is one of the conference's: `11 May 0800` ends with a time. */
function isDate(text: string, { today, days }: Calendar): boolean {
  const [found, ...years] = DATE.exec(text) ?? [];
  const year = years.find(each => each !== undefined);
  return found !== undefined && (year === undefined || [today, ...days].some(day => day.startsWith(year)));
}

const FIGURES_MAX = 3;

/** Reads times in figures that need no word: `0800`, `8.30 p.m.` */
function figuresAt(words: readonly WordOfOrder[], at: number): PlainWords | undefined {
  for (let count = Math.min(FIGURES_MAX, words.length - at); count > 0; count--) {
    const plain = plainTimes(formsAt(words, at, count));
    if (isTime(plain)) return { plain, count };
  }
  return undefined;
}

/** `lundi et mardi` */
function andAt(words: readonly WordOfOrder[], at: number): PlainWords | undefined {
  const isBetween = at > 0 && at + 1 < words.length;
  return isBetween && AND_DAYS.has(words[at]?.form ?? '') ? { plain: 'and', count: 1 } : undefined;
}
