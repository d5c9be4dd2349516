import { Temporal } from 'temporal-polyfill';
import { parseLocal } from '../../programme/local-time.ts';
import { isDate } from '../../programme/moment.ts';
import { months, weekdays } from '../../text/days/day-names.ts';
import { fold } from '../../text/fold.ts';

export type DateOrder = 'dmy' | 'mdy' | 'ymd';

/** Parses an order such as `dd/MM/yyyy`; undefined if it is not one. */
export function parseDateOrder(format: string): DateOrder | undefined {
  const order = format
    .toLowerCase()
    .replace(/[^dmy]/g, '')
    .replace(/(.)\1+/g, '$1');
  return order === 'dmy' || order === 'mdy' || order === 'ymd' ? order : undefined;
}

/**
 * Guesses the order. A number above twelve settles it. Else the days of one conference are close together: `05/10`,
 * `06/10` and `07/10` are three days of October, not one each of May, June and July. A weekday beside a date tells
 * more than that. If neither order gives at most half as many days as the other, am and pm tell, and the doubt is said.
 */
export function guessOrder(
  texts: readonly string[],
  hasHalves: boolean,
): {
  readonly order: DateOrder;
  readonly doubt: string | undefined;
} {
  if (texts.every(isDate)) return { order: 'dmy', doubt: undefined };
  const [dmy, mdy] = [countDays(texts, 'dmy'), countDays(texts, 'mdy')];
  if (dmy === undefined || mdy === undefined)
    return { order: dmy === undefined && mdy !== undefined ? 'mdy' : 'dmy', doubt: undefined };
  const named = orderByWeekdays(texts);
  if (named !== undefined) return { order: named, doubt: undefined };
  const shorter = mdy < dmy ? 'mdy' : 'dmy';
  const open = texts.find(text => readFullDate(text, 'dmy') !== readFullDate(text, 'mdy'));
  const isClear = dmy !== mdy && Math.min(dmy, mdy) * 2 <= Math.max(dmy, mdy);
  if (open === undefined || isClear) return { order: shorter, doubt: undefined };
  return hasHalves
    ? { order: 'mdy', doubt: doubtOrder(open, 'mdy', ', since its times have AM and PM') }
    : { order: shorter, doubt: doubtOrder(open, shorter) };
}

function doubtOrder(open: string, order: 'dmy' | 'mdy', reason = ''): string {
  const [words, other] =
    order === 'mdy' ? ['month, day, year', 'dd/MM/yyyy'] : ['day, month, year', 'MM/dd/yyyy'];
  return `Its dates, such as ${open}, were read as ${words}${reason}; if that is wrong, set csv: { dateFormat: "${other}" } in conference.yml.`;
}

/** `Tue 05/11/2027` is in May, since 5 November is a Friday. */
function orderByWeekdays(texts: readonly string[]): DateOrder | undefined {
  const fits = (order: DateOrder) =>
    texts.filter(text => {
      const weekday = weekdays().get(fold(/^\p{L}+/u.exec(plainDay(text))?.[0] ?? ''));
      const day = weekday === undefined ? undefined : readFullDate(text, order);
      return day !== undefined && Temporal.PlainDate.from(day).dayOfWeek === weekday;
    }).length;
  const [dmy, mdy] = [fits('dmy'), fits('mdy')];
  return dmy === mdy ? undefined : dmy > mdy ? 'dmy' : 'mdy';
}

/** Counts the days from first to last; undefined if a text is a date only in the other order. */
function countDays(texts: readonly string[], order: DateOrder): number | undefined {
  const other = order === 'dmy' ? 'mdy' : 'dmy';
  const dates = texts.map(text => readFullDate(text, order));
  if (texts.some((text, at) => dates[at] === undefined && readFullDate(text, other) !== undefined))
    return undefined;
  const [first, ...rest] = dates.filter(date => date !== undefined).sort();
  const last = rest.at(-1) ?? first;
  return first === undefined || last === undefined
    ? undefined
    : Temporal.PlainDate.from(first).until(last).days;
}

/** Reads a date with its year; undefined if the text is none. */
export function readFullDate(raw: string, order: DateOrder): string | undefined {
  const text = dropWeekday(raw);
  const [, y, m, d] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text) ?? [];
  if (y !== undefined) return toDate(y, m, d);
  const [, a, mark, b, c] = /^(\d{1,2})([-/.])(\d{1,2})[-/.](\d{4}|\d\d)$/.exec(text) ?? [];
  if (a !== undefined) {
    if (order === 'ymd' && c?.length === 2) return toDate(`20${a.padStart(2, '0')}`, b, c);
    const isMonthFirst = order === 'mdy' && mark !== '.';
    return toDate(`20${c}`.slice(-4), isMonthFirst ? a : b, isMonthFirst ? b : a);
  }
  const named = readNamedMonth(text);
  return named?.year === undefined ? undefined : toDate(named.year, named.month, named.day);
}

/** "Tuesday, May 11 2027 - Day 1" */
const NUMBERED_DAY = /\b(?:day|tag|jour|dia|giorno)\s*\d{1,2}\b/g;

/** Reads "11 May 2027", "Sept 27th"; undefined if the text holds anything else. */
export function readNamedMonth(
  text: string,
): { year: string | undefined; month: number; day: string } | undefined {
  const words =
    fold(text)
      .replace(NUMBERED_DAY, '')
      .match(/\p{L}+|\d+/gu) ?? [];
  const at = words.findIndex(word => months().has(word));
  const month = months().get(words[at] ?? '');
  const numbers = words.filter(word => /^\d+$/.test(word));
  const [day, other] = numbers.filter(number => number.length <= 2);
  // The second number is a year behind the month, as in "11 May 27", else a second day.
  if (other !== undefined && words[at + 1] !== other) return undefined;
  const isOnlyDate = words.every(word => /^\d+$/.test(word) || months().has(word) || DAY_WORDS.has(word));
  if (month === undefined || day === undefined || !isOnlyDate) return undefined;
  return { year: numbers.find(number => number.length === 4), month, day };
}

/** Words that may stand beside the name of a day. */
export const DAY_WORDS = new Set(
  'day tag dia jour giorno morning afternoon evening night am pm vormittag nachmittag abend manana tarde noche matin soir de of th st nd rd'.split(
    ' ',
  ),
);

/** "Tue 11 May" without its weekday. */
export function dropWeekday(text: string): string {
  const plain = plainDay(text);
  const [word = ''] = /^\p{L}+/u.exec(plain) ?? [];
  return weekdays().has(fold(word)) ? plain.slice(word.length).replace(/^[.,\s]+/, '') : plain;
}

/**
 * Writes a day with its weekday in front, in one word and without articles: `terça, 11 de maio de 2027` for "11 de maio de
 * 2027 (terça-feira)", `Dienstag, 11. Mai` for "Dienstag, den 11. Mai". Any other text stays.
 */
export function plainDay(text: string): string {
  return IN_DIGITS.test(text) ? text.trim() : withoutDecoration(text);
}

/** Many patterns are compiled for other texts. */
const IN_DIGITS = /^[\d\s:.,/TZ+-]*$/;

function withoutDecoration(text: string): string {
  const plain = text
    .trim()
    .replace(/(?<=(?<!\d)\d{1,2})\.?(?:er|[ºª°])(?=\s(?!feira))/giu, '')
    .replace(MAR_AS_WEEKDAY, 'mardi')
    .replace(NUMBERED_WEEKDAY, (_, number: string) => PORTUGUESE[Number(number) - 2] ?? '')
    .replace(/(?<=\b(?:segunda|ter[cç]a|quarta|quinta|sexta))(?:\s?-\s?|\s)feira(?![\p{L}\p{N}])/giu, '')
    .replace(/(?<!\p{L})(?:den|der|dem|the|le|el|il|del|d[ií]a)\s+(?=\d)/giu, '');
  const [, article, name] = /^((?:le|el|il|la|am|on|o|a)\s+)(\p{L}+)/iu.exec(plain) ?? [];
  const bare = article !== undefined && isWeekday(name) ? plain.slice(article.length) : plain;
  const words = bare.match(/\p{L}+/gu) ?? [];
  if (!/\d/.test(bare) || words.filter(isWeekday).length > 1) return bare;
  const [whole, before = '', inBrackets, behind] = WEEKDAY_BEHIND.exec(bare) ?? [];
  const weekday = inBrackets ?? behind;
  return whole === undefined || !isWeekday(weekday)
    ? bare
    : `${weekday} ${before.trim()} ${bare.slice(whole.length).trim()}`.trim();
}

/** "mar. 11 mai" and "(mar.)" are Tuesday in French, Spanish and Italian; "mar 11" is in March. */
const MAR_AS_WEEKDAY =
  /^mar\b\.?(?=,?\s+\d{1,2}(?:[./-]\d|\.?\s+(?:de\s+)?\p{L}{3,}))|(?<=[([]\s*)mar\.?(?=\s*[)\]])/iu;
/** "2ª feira" is Monday. */
const NUMBERED_WEEKDAY = /(?<![\p{L}\p{N}])([2-6])\s?[ªa]\.?[\s-]?(?:feira|f\.)(?![\p{L}\p{N}])/giu;
const PORTUGUESE = ['segunda', 'terça', 'quarta', 'quinta', 'sexta'];
const WEEKDAY_BEHIND = /^(.*?)(?:[\s,]*[([]\s*(\p{L}+)\.?\s*[)\]]|[,\s]\s*(?:-\s|–\s)?(\p{L}{2,})\.?$)/u;

function isWeekday(word = ''): boolean {
  return weekdays().has(fold(word));
}

/** `2027-05-11`; undefined if there is no such day. */
export function toDate(
  year: string,
  month: string | number | undefined,
  day: string | undefined,
): string | undefined {
  const text = [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
  return isDate(text) && parseLocal(`${text}T00:00:00`) !== undefined ? text : undefined;
}
