import { addDays, type Calendar, dayBeginnings, readDay } from '../../../text/read-day.ts';
import { firstWords } from '../beginnings.ts';
import { type ConstraintReader, FIGURE, formsFrom } from '../reading.ts';
import type { TypedWord } from '../typed-words.ts';
import { isPartOfDay } from './day-parts.ts';

/** `Wednesday, 12 May 2027` */
const DAY_WORDS_MAX = 4;

const ON = new Set('on am the le el la na no il op at for den em du vom every'.split(' '));
const COUNTED = new Set(['day', 'tag', 'jour', 'dia', 'giorno', 'dag']);

const ORDINALS: Readonly<Record<string, number>> = {
  first: 1,
  '1st': 1,
  one: 1,
  ersten: 1,
  erster: 1,
  premier: 1,
  primer: 1,
  primeiro: 1,
  primo: 1,
  eerste: 1,
  second: 2,
  '2nd': 2,
  two: 2,
  zweiten: 2,
  zweiter: 2,
  deuxieme: 2,
  segundo: 2,
  secondo: 2,
  tweede: 2,
  third: 3,
  '3rd': 3,
  three: 3,
  dritten: 3,
  dritter: 3,
  troisieme: 3,
  tercer: 3,
  terceiro: 3,
  terzo: 3,
  derde: 3,
  fourth: 4,
  '4th': 4,
  four: 4,
  vierten: 4,
  vierter: 4,
  quatrieme: 4,
  cuarto: 4,
  quarto: 4,
  vierde: 4,
  fifth: 5,
  '5th': 5,
  five: 5,
  last: -1,
  final: -1,
  letzten: -1,
  letzter: -1,
  dernier: -1,
  ultimo: -1,
  laatste: -1,
};

const AFTER_TOMORROW = new Set(
  `day after tomorrow, ubermorgen, uebermorgen, apres-demain, apres demain, pasado manana, depois de amanha, overmorgen,
  dopodomani, dopo domani, 明後日, 後天, 后天, 모레`.split(/,\s+/),
);

/** Whole words for the first and the last day. */
const EDGES: ReadonlyMap<string, number> = new Map([
  ['初日', 0],
  ['最終日', -1],
]);

/** Weekdays of three letters are also words: `ceph mon`, `sun`, `sat`, `wed`. These are hardly anything else. */
const SHORT_NAME = /^(?:tues?|weds?|thurs?|thu|fri)$/u;
/** `周三`, `水曜` */
const HAN_WEEKDAY = /^(?:[周週][一二三四五六日天]|[月火水木金土日]曜|.요일)$/u;
const RELATIVE = new Set(
  "today tomorrow tonight heute morgen demain aujourd'hui hoy manana hoje amanha oggi domani vandaag 明日 今日 本日 明天 今天 오늘 내일 모레".split(
    ' ',
  ),
);

/** `dienstags`, `Tuesdays` */
const PLURAL = /(?:day|tag|woch)$/u;

const BEYOND = firstWords(AFTER_TOMORROW);

/** `today`, `on wednesday`, `12 may`, `day 2`, `the second day`, `last day`. */
const readDayWords: ConstraintReader['read'] = (words, at, { calendar, lexicon }) => {
  let from = at;
  while (ON.has(words[from]?.form ?? '') && from < at + 2) from++;
  const edge = EDGES.get(words[from]?.form ?? '');
  const ofMonth = edge === undefined ? dayOfMonth(words, from, from > at, calendar) : calendar.days.at(edge);
  if (ofMonth !== undefined) return dayReading(ofMonth, from - at + 1);
  const numbered = numberedDay(words, from, calendar);
  if (numbered !== undefined)
    return { count: from - at + 2, constraints: [{ kind: 'day', day: numbered }], isSure: true };
  const first = dayName(words[from]?.form ?? '');
  if (!BEGINS_DATE.test(first) && !dayBeginnings().has(first) && !BEYOND.has(first)) return undefined;
  for (let count = Math.min(DAY_WORDS_MAX, words.length - from); count > 0; count--) {
    const text = dayName(formsFrom(words, from, count));
    if (AFTER_TOMORROW.has(text)) return dayReading(addDays(calendar.today, 2), from - at + count);
    // A day of several words has a figure; `do` and `so` are days in calendars only.
    if (count > 1 ? !/\d/u.test(text) : text.length <= 2 && !RELATIVE.has(text) && !HAN_WEEKDAY.test(text))
      continue;
    const typed = words[from]?.text ?? '';
    const day =
      readDay(text, calendar) ??
      (count === 1 && /^\d+[./]\d+\.?$/u.test(typed) ? readDay(typed, calendar) : undefined);
    const isTimed = /^\d{1,2}[:.h]\d\d/u.test(words[from + count]?.form ?? '');
    if (day === undefined || !(isTimed || isDayName(text, { calendar, lexicon }, day))) continue;
    // `thu 13th`
    const isDated = /^\d{1,2}(?:st|nd|rd|th)?$/u.test(words[from + count]?.form ?? '');
    const date = isDated ? Number.parseInt(words[from + count]?.form ?? '', 10) : undefined;
    return dayReading(day, from - at + count + (date === Number(day.slice(8)) ? 1 : 0));
  }
  return undefined;
};

/** `terca` of `terca-feira`, `dienstag` of `dienstags`. */
function dayName(form: string): string {
  return form.replace(/-feira$|(?<=^\p{L}*(?:day|tag|woch))s$/u, '');
}

export const dayReader: ConstraintReader = {
  begins: () => [
    ...[...ON, ...COUNTED, ...Object.keys(ORDINALS), ...BEYOND, ...EDGES.keys()],
    ...[...dayBeginnings()].flatMap(day => (PLURAL.test(day) ? [day, `${day}s`] : [day])),
    FIGURE,
  ],
  read: readDayWords,
};

/** `12`, `12th`, `12.5`, `2027-05-12`, `2027年5月12日` */
const BEGINS_DATE = /^(?:\d{1,2}(?!\d)|\d{4}[-年])/u;

/** Behind these a number is a day: `on 13`. `at 12` is an hour. */
const ON_THE = new Set('on am the el il le den op dia'.split(' '));

/** `13th`, `on the 13th`, `am 13.`, `13日`: the day of the conference with that date. */
function dayOfMonth(
  words: readonly TypedWord[],
  at: number,
  isLed: boolean,
  { days }: Calendar,
): string | undefined {
  const [, date, ordinal] = /^(\d{1,2})(st|nd|rd|th|e|日|号)?$/u.exec(words[at]?.form ?? '') ?? [];
  if (date === undefined || (ordinal === undefined && !(isLed && ON_THE.has(words[at - 1]?.form ?? ''))))
    return undefined;
  const next = words[at + 1]?.form;
  const isEnd = next === undefined || isPartOfDay(next) || /^(?:at|from|after|before|um|ab|a)$/u.test(next);
  if (!isEnd && ordinal !== 'th' && ordinal !== '日' && ordinal !== '号') return undefined;
  return days.find(day => Number(day.slice(8)) === Number(date));
}

function dayReading(day: string, count: number) {
  return { count, constraints: [{ kind: 'day' as const, day }], isSure: true };
}

/** A short name counts if the conference has that day and no talk has the word; a number alone is no day. */
function isDayName(
  text: string,
  { calendar, lexicon }: { calendar: Calendar; lexicon: { hasWord(form: string): boolean } },
  day: string,
): boolean {
  if (/^[\d./]+$/u.test(text))
    return calendar.days.includes(day) && /\d[./]\d/u.test(text) && !lexicon.hasWord(text);
  if (text.includes(' ') || RELATIVE.has(text)) return true;
  if (text.length > 4 || SHORT_NAME.test(text) || HAN_WEEKDAY.test(text)) return true;
  return calendar.days.includes(day) && !lexicon.hasWord(text);
}

/** `day 2`, `2nd day` */
function numberedDay(words: readonly TypedWord[], at: number, { days }: Calendar): string | undefined {
  const first = words[at]?.form ?? '';
  const second = words[at + 1]?.form ?? '';
  const number = COUNTED.has(first) ? ordinal(second) : COUNTED.has(second) ? ordinal(first) : undefined;
  if (number === undefined || OPERATIONS.test(formsFrom(words, at, 3))) return undefined;
  return days.at(number > 0 ? number - 1 : number);
}

/** "Day 2 operations" are those that follow an installation. */
const OPERATIONS = /^day (?:2|two) (?:operations|ops)$/u;

function ordinal(form: string): number | undefined {
  return /^[1-9]$/u.test(form)
    ? Number(form)
    : /^[1-9]\.?(?:er|te|ter|ten|o|a|e)$/u.test(form)
      ? Number(form[0])
      : ORDINALS[form];
}
