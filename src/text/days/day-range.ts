import { addDays, type Calendar, readDay } from '../read-day.ts';

/** Days in a row as somebody typed them, and how many words they take. */
export interface DayRange {
  /** Those of the conference; if it is on none of them, the first and the last. */
  readonly days: readonly string[];
  readonly count: number;
  /** True if a date is named, and not weekdays alone. */
  readonly isDated: boolean;
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/));
}

const LEADS = words('from vom von du de del dal des van on between zwischen entre tra fra tussen');
/** Behind them `and` stands for `to`. */
const BETWEEN = words('between zwischen entre tra fra tussen');
/** Folded, in the languages in which people type. */
const UNTIL = words(
  "to until till through thru bis au a al ao jusqu'au jusqua hasta ate fino tot t/m から 至 到 - – — 〜 ~",
);
const AND = words('and und et y e en &');
const ARTICLES = words('the zum dem le el il o the den de au al on');
/** Folded: まで */
const UNTIL_BEHIND = 'まて';

/** The words with which a range may begin besides the names of days and figures. */
export const RANGE_LEADS: ReadonlySet<string> = LEADS;

/** `from the`, `vom` */
const LEADS_MAX = 3;
/** `martes 11 de mayo 2027` */
const END_MAX = 5;
const RANGE_DAYS_MAX = 31;

/**
 * Reads `11 to 13 may`, `11.-13. Mai`, `du 11 au 13 mai`, `may 11-13`, `wed-fri`, `5月11日から13日` at the beginning of folded
 * words.
 */
export function readDayRange(forms: readonly string[], calendar: Calendar): DayRange | undefined {
  const pieces = splitRanges(forms);
  const form = (place: number) => pieces[place]?.form ?? '';
  const isUntil = (place: number, isBetween: boolean) =>
    UNTIL.has(form(place)) || (isBetween && AND.has(form(place)));
  if (!pieces.some((_, place) => isUntil(place, true))) return undefined;
  let at = 0;
  while ((LEADS.has(form(at)) || (at > 0 && ARTICLES.has(form(at)))) && at < LEADS_MAX) at++;
  const first = readEnd(pieces, at, calendar);
  if (first === undefined || !isUntil(at + first.count, BETWEEN.has(form(0)))) return undefined;
  let next = at + first.count + 1;
  while (ARTICLES.has(form(next)) || UNTIL.has(form(next))) next++;
  const second = readEnd(pieces, next, calendar);
  if (second === undefined) return undefined;
  const end = next + second.count + (form(next + second.count) === UNTIL_BEHIND ? 1 : 0);
  const days = daysBetween(first, second, calendar);
  const last = pieces[end - 1];
  if (days === undefined || last === undefined || pieces[end]?.word === last.word) return undefined;
  return { days, count: last.word + 1, isDated: first.isDated || second.isDated };
}

/** A word, or a part of `11-13`, with the number of its word. */
interface Piece {
  readonly form: string;
  readonly word: number;
}

function splitRanges(forms: readonly string[]): readonly Piece[] {
  return forms.flatMap((form, word) =>
    (ISO.test(form) ? [form] : form.split(SIGN)).filter(Boolean).map(part => ({ form: part, word })),
  );
}

const SIGN = /([-–—〜~至到]|から|まて)/u;
const ISO = /^\d{4}-\d\d-\d\d$/u;

/** A day, or the number of one whose month stands at the other end. */
interface End {
  readonly day: string | undefined;
  readonly date: number;
  readonly isDated: boolean;
  /** True for `11th`, which is a day without its month, too. */
  readonly isOrdinal: boolean;
  readonly count: number;
}

function readEnd(pieces: readonly Piece[], at: number, calendar: Calendar): End | undefined {
  for (let count = Math.min(END_MAX, pieces.length - at); count > 0; count--) {
    const text = pieces
      .slice(at, at + count)
      .map(({ form }) => form)
      .join(' ');
    const isDated = /\d/u.test(text);
    if (count > 1 ? !isDated : text.length < 2) continue;
    const [, date, suffix] = /^(\d{1,2})(\.|st|nd|rd|th|er|e|o|日|号)?$/u.exec(text) ?? [];
    if (date !== undefined)
      return {
        day: undefined,
        date: Number(date),
        isDated,
        isOrdinal: suffix !== undefined && suffix !== '.',
        count,
      };
    const day = readDay(text, calendar) ?? readWeekdayOfMonth(text, calendar);
    if (day !== undefined) return { day, date: Number(day.slice(8)), isDated, isOrdinal: false, count };
  }
  return undefined;
}

/** `tuesday the 11th` */
function readWeekdayOfMonth(text: string, { days }: Calendar): string | undefined {
  const [, date] = /^\p{L}+ (?:the |den |le |el |il )?(\d{1,2})(?:st|nd|rd|th|\.)$/u.exec(text) ?? [];
  return date === undefined ? undefined : days.find(day => Number(day.slice(8)) === Number(date));
}

function daysBetween(first: End, second: End, calendar: Calendar): readonly string[] | undefined {
  const { days } = calendar;
  const ofConference = ({ date, isOrdinal }: End) =>
    isOrdinal ? days.find(day => Number(day.slice(8)) === date) : undefined;
  const from =
    first.day ??
    (second.day === undefined
      ? ofConference(first)
      : second.isDated
        ? nearestDate(second.day, first.date, -1)
        : undefined);
  const to =
    second.day ??
    (first.day === undefined
      ? ofConference(second)
      : first.isDated
        ? nearestDate(first.day, second.date, 1)
        : undefined);
  if (from === undefined || to === undefined || from >= to || to > addDays(from, RANGE_DAYS_MAX))
    return undefined;
  const held = days.filter(day => from <= day && day <= to);
  // `1 to 3 may fail`
  if (held.length === 0 && first.day === undefined) return undefined;
  return held.length > 0 ? held : [from, to];
}

/** The nearest day before or after another one with such a date. */
function nearestDate(day: string, date: number, step: 1 | -1): string | undefined {
  for (let ahead = 1; ahead <= RANGE_DAYS_MAX; ahead++) {
    const other = addDays(day, ahead * step);
    if (Number(other.slice(8)) === date) return other;
  }
  return undefined;
}
