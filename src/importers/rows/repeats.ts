import { months, weekdays } from '../../text/days/day-names.ts';
import { fold } from '../../text/fold.ts';
import { readClock, readClockRange } from '../reading/clock.ts';
import { readTime } from '../reading/times.ts';
import { splitDateTime } from './cell-times.ts';

/** The days that a cell names, each as it is written, with the month and year that it shares with the others. */
export interface WrittenDays {
  readonly days: readonly string[];
  /** True for a first and a last day. */
  readonly isRange: boolean;
}

/**
 * Splits `11-12 May 2027`, `May 11 & 12, 2027`, `11.-12.05.2027`, `2027-05-11, 2027-05-12` and `Tue/Wed` into their days;
 * a text that names one day, or that is none, stays whole.
 */
export function splitDays(text: string): WrittenDays {
  const one = { days: [text], isRange: false };
  if (text.length > 120 || ISO.test(text) || !MARK.test(text)) return one;
  return splitWeekdays(text) ?? splitDates(dropWeekdays(text)) ?? one;
}

/** A day, or a moment of one. */
const ISO = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?$/;

const [TO, AND] = ['bis|to|thru|through|until|au|al?|até|tot|t/m', 'and|und|et|y|e|en'];
const SEPARATOR = String.raw`\s*(?:[-–—,;&+]|(?<!\d)\/|\/(?!\d)|\s(?:${TO}|${AND})\s)\s*`;
const MARK = /[-–—,;&+/\s]/;
const RANGE = new RegExp(String.raw`^\s*(?:[-–—]|${TO})\s*$`, 'i');
const NUMBER = String.raw`\d{1,2}(?:st|nd|rd|th|er|[ºª.])?`;
const [NUMBERS, DOTTED] = [String.raw`${NUMBER}(?:(?:${SEPARATOR}|\/)${NUMBER})+`, String.raw`\d{1,2}\.?`];
const WORD = String.raw`(?!(?:${TO}|${AND})\b)\p{L}{3,12}\.?`;
const MONTH = String.raw`(?:de\s|of\s)?${WORD}`;
const YEAR = String.raw`,?\s*(?:de\s|of\s|del\s)?\d{4}`;

const BEFORE_MONTH = new RegExp(String.raw`^(${NUMBERS})(\s*${MONTH}(?:${YEAR})?)$`, 'iu');
const AFTER_MONTH = new RegExp(String.raw`^(${WORD}\s)(${NUMBERS})((?:${YEAR})?)$`, 'iu');
const BEFORE_NUMBERS = new RegExp(
  String.raw`^(${DOTTED}(?:(?:${SEPARATOR}|(?<=\.)\/)${DOTTED})*?(?:${SEPARATOR}|(?<=\.)\/)\d{1,2})([./]\d{1,2}(?:[./](?:\d{4}|\d\d)?)?)$`,
  'u',
);
const WHOLE_DAY = new RegExp(
  String.raw`\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}(?:\.\d{1,2}\.|\/\d{1,2}\/|-\d{1,2}-)(?:\d{4}|\d\d)?(?!\d)|${NUMBER}\s${MONTH}(?:${YEAR})?|${WORD}\s${NUMBER}(?:${YEAR})?`,
  'giu',
);
const BETWEEN_DAYS = new RegExp(String.raw`^(?:${SEPARATOR}|\s*\/\s*|\s+)$`, 'iu');

function splitDates(text: string): WrittenDays | undefined {
  for (const [pattern, order] of [
    [BEFORE_MONTH, 'number first'],
    [AFTER_MONTH, 'month first'],
    [BEFORE_NUMBERS, 'number first'],
  ] as const) {
    const [, first = '', second = '', rest = ''] = pattern.exec(text) ?? [];
    if (first === '') continue;
    const [before, list, after] = order === 'number first' ? ['', first, second] : [first, second, rest];
    const named = pattern === BEFORE_NUMBERS || hasMonth(before + after);
    const numbers = list.match(/\d{1,2}/g) ?? [];
    if (named && numbers.length > 1)
      return {
        days: numbers.map(number => `${before}${number}${after}`),
        isRange: isRange(list.split(/\d{1,2}(?:st|nd|rd|th|er|[ºª.])?/i).slice(1, -1)),
      };
  }
  return splitWholeDays(text);
}

/** `11 May - 12 May 2027`: the year of the last is that of all. */
function splitWholeDays(text: string): WrittenDays | undefined {
  const found = [...text.matchAll(WHOLE_DAY)];
  const [before, ...marks] = text.split(WHOLE_DAY);
  const after = marks.pop();
  if (found.length < 2 || before !== '' || after !== '' || !marks.every(mark => BETWEEN_DAYS.test(mark)))
    return undefined;
  const days = found.map(([day]) => day.trim());
  const year = /\d{4}$/.exec(days.at(-1) ?? '')?.[0] ?? '';
  return { days: days.map(day => withYear(day, year)), isRange: isRange(marks) };
}

function withYear(day: string, year: string): string {
  return year === '' || /\d{4}/.test(day) || /[-/.]\d\d$/.test(day)
    ? day
    : `${day}${day.endsWith('.') ? '' : ' '}${year}`;
}

/** `Tue/Wed`, "Tuesday and Wednesday". */
function splitWeekdays(text: string): WrittenDays | undefined {
  const days = text.match(/\p{L}+/gu)?.filter(isWeekday) ?? [];
  const marks = text.split(/\p{L}+\.?/u);
  const separators = text
    .replace(/\p{L}+\.?/gu, word => (isWeekday(word) ? '\n' : word))
    .split('\n')
    .slice(1, -1);
  const isList = days.length > 1 && marks.length > 1 && separators.every(mark => BETWEEN_DAYS.test(mark));
  return isList && !/\d/.test(text) && separators.length === days.length - 1
    ? { days, isRange: isRange(separators) }
    : undefined;
}

function isRange(marks: readonly string[]): boolean {
  return marks.length === 1 && RANGE.test(marks[0] ?? '');
}

function isWeekday(word: string): boolean {
  return weekdays().has(fold(word.replace('.', '')));
}

function hasMonth(text: string): boolean {
  return (fold(text).match(/\p{L}+/gu) ?? []).some(word => months().has(word));
}

function dropWeekdays(text: string): string {
  return text
    .replace(/\p{L}+[.,]*\s*/gu, word => (isWeekday(word.replace(/[.,\s]+$/, '')) ? '' : word))
    .replace(/^(?:from|vom|von|les?|du|del|dal|de)\s+/i, '')
    .trim();
}

/**
 * Splits `9:00 and 14:00` or `09:00-10:00, 14:00-15:00` into its times, also with their days; any other text stays whole.
 * A unit behind the last counts for all: `9 und 14 Uhr`.
 */
export function splitStarts(text: string): readonly string[] {
  if (text.length > 120 || !/[,;&+]|\s\p{L}/u.test(text)) return [text];
  const parts = text.split(BETWEEN_TIMES).filter(part => part !== '');
  const [, unit] = /^\d{1,2}\s*(\p{L}[\p{L}.]*)$/u.exec(parts.at(-1) ?? '') ?? [];
  const times = parts.map(part => (unit !== undefined && /^\d{1,2}$/.test(part) ? `${part} ${unit}` : part));
  return times.length > 1 && times.every(isTime) ? times : [text];
}

const BETWEEN_TIMES = new RegExp(String.raw`\s*[,;&]\s*|\s+\+\s+|\s+(?:${AND})\s+`, 'i');

function isTime(text: string): boolean {
  return (
    (readClock(text) ?? readClockRange(text) ?? readTime(text)) !== undefined ||
    splitDateTime(text).date !== ''
  );
}
