import { plainTimes } from '../../text/clock-times.ts';
import { fold } from '../../text/fold.ts';
import { type Calendar, readDay } from '../../text/read-day.ts';
import { ORDER_PHRASE_MAX, ORDER_WORDS } from './order-words.ts';
import { readOrderTime } from './read-order-time.ts';
import { readWeekdays, writeWeekdays } from './read-weekdays.ts';
import { formsAt, type PlainWords, type WordOfOrder } from './words-of-order.ts';

/**
 * Puts the words in which an order is confirmed, and those of other languages, into those in which it is typed: `every day at
 * 8` and `täglich um 8 Uhr` are `daily 08:00`, `the evening before Tue 11 May` is `eve 2027-05-11`.
 */
export function plainOrder(text: string, calendar: Calendar): string {
  const words = (text.replace(HAN_BEFORE_FIGURE, ' ').match(/[^\s,]+|,/g) ?? []).map(word => ({
    text: word,
    form: fold(word).replaceAll('’', "'"),
  }));
  const plain: string[] = [];
  for (let at = 0; at < words.length; ) {
    const read = readPhrase(words, at) ?? readWeekdays(words, at) ?? timeAt(words, at);
    plain.push(read?.plain ?? words[at]?.text ?? '');
    at += read?.count ?? 1;
  }
  return plainTimes(plainDays(plain.join(' '), calendar));
}

/** Japanese and Chinese put no space before a time. */
const HAN_BEFORE_FIGURE = /(?<=(?!時)\p{Script=Han})(?=\d)/gu;

/** The longest of the phrases of orders that begins at a place. */
function readPhrase(words: readonly WordOfOrder[], at: number): PlainWords | undefined {
  for (let count = Math.min(ORDER_PHRASE_MAX, words.length - at); count > 0; count--) {
    const word = ORDER_WORDS.get(formsAt(words, at, count));
    if (word === 'weekdays') return { plain: writeWeekdays([1, 2, 3, 4, 5]), count };
    if (word === 'weekends') return { plain: writeWeekdays([6, 7]), count };
    if (word !== undefined) return { plain: word, count };
  }
  return undefined;
}

/** `8 Uhr`; the half of the day may stand behind it, but `18 Uhr am Abend davor` is about the evening before. */
function timeAt(words: readonly WordOfOrder[], at: number): PlainWords | undefined {
  return readOrderTime(words, at, place => readPhrase(words, place) !== undefined);
}

const DATE = /(?<!\S)(?:(?<before>\p{L}{3,10})\s+)?(?<date>\d{1,2}\s+\p{L}{3,9})(?![^\s,])/giu;

/** Writes dates of several words as one: `Tue 11 May` is `2027-05-11`. */
function plainDays(text: string, calendar: Calendar): string {
  return text.replace(DATE, (all, ...found) => {
    const { before, date = '' } = found.at(-1) as Record<string, string | undefined>;
    const day = readDay(date, calendar);
    if (day === undefined) return all;
    return before === undefined || readDay(all, calendar) === day ? day : `${before} ${day}`;
  });
}
