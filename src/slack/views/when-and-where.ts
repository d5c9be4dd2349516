import { timesIn } from '../../programme/day-heading.ts';
import {
  dateOf,
  epochOf,
  formatDay,
  formatSlot,
  formatStart,
  formatTimes,
  placeMoment,
  timeOf,
} from '../../programme/moment.ts';
import type { Moment, Slot } from '../../programme/talk.ts';
import { shorten } from '../../text/display.ts';
import { weekdayOf } from '../../text/weekdays.ts';
import { ENGLISH } from '../../words/en.ts';
import type { Words } from '../../words/words.ts';
import { type Inline, plain } from './blocks/rich-text.ts';

const ROOMS_LENGTH = 80;

/** A slot in the conference's time, as the signs on its doors show it, with the reader's own beside it, and its rooms. */
export function slotParts(slot: Slot, readerZone: string | undefined): readonly (readonly Inline[])[] {
  return [
    [plain(formatSlot(slot)), ...ownTime(slot, readerZone)],
    [plain(shorten(slot.rooms.join(', '), ROOMS_LENGTH))],
  ];
}

/**
 * The reader's own time, if their zone is unknown or its clock differs from the conference's. Slack shows a `date` in the
 * time of the device on which it is read.
 */
export function ownTime(
  slot: Slot,
  readerZone: string | undefined,
  format = '{date_short_pretty} {time}',
  words: Words = ENGLISH,
): readonly Inline[] {
  if (readerZone !== undefined && placeMoment(slot.start, readerZone) === slot.start) return [];
  const epochMs = epochOf(slot.start);
  if (epochMs === undefined) return [];
  const timestamp = Math.floor(epochMs / 1000);
  const own: Inline = { type: 'date', timestamp, format, fallback: formatSlot(slot, words) };
  const [before, behind] = words.times.yours;
  return [plain(before), own, plain(behind)];
}

/**
 * The same for a message that comes by itself. It may be read on another day, so that it has the weekday and the date where
 * an answer has Slack's "today".
 */
export function ownDateAndTime(slot: Slot, readerZone: string | undefined): readonly Inline[] {
  const own = readerZone === undefined ? undefined : placeMoment(slot.start, readerZone);
  if (own === undefined) return ownTime(slot, undefined, '{date_long} {time}');
  if (own === slot.start) return [];
  const isSameDay = dateOf(own) === dateOf(slot.start);
  return [plain(` (${isSameDay ? timeOf(own) : formatDateAndTime(own)} your time)`)];
}

/** `Tue 11 May at 09:00` */
export function formatDateAndTime(moment: Moment): string {
  return `${formatDay(dateOf(moment))} at ${timeOf(moment)}`;
}

/**
 * How a list names the day of each talk: its heading does, by the weekday, or by the date if it is longer than a week. A
 * message that comes by itself has both.
 */
export type DayStyle = 'above' | 'weekday' | 'date' | 'weekday and date';

/**
 * The days of a list of talks, for the line above it, so that its rows stay short: `Tue 11 to Thu 13 May`. Where the
 * reader's clock differs or is not known, it shows both clocks once, by the first talk: `… · times in Europe/Madrid: Tue 09:00
 * (Tue 08:00 your time)`. `style` is how the rows then name their days. `named` is a date that stands above already.
 */
export function listedDays(
  slots: readonly Slot[],
  of: {
    readonly timeZone: string | undefined;
    readonly readerZone: string | undefined;
    readonly named?: string | undefined;
  },
): { readonly line: readonly Inline[]; readonly style: DayStyle } {
  let [first, last] = ['', ''];
  for (const { start } of slots) {
    const date = dateOf(start);
    if (first === '' || date < first) first = date;
    if (date > last) last = date;
  }
  if (first === '') return { line: [], style: 'above' };
  const style =
    first === last ? 'above' : Date.parse(last) - Date.parse(first) < WEEK_MS ? 'weekday' : 'date';
  const days = first === last && first === of.named ? '' : daysFrom(first, last);
  const times = bothClocks(slots, { timeZone: of.timeZone, readerZone: of.readerZone, style });
  return { line: joinParts([[plain(days)], times]), style };
}

/** `Tue 11 May`, `Tue 11 to Thu 13 May` */
function daysFrom(first: string, last: string): string {
  const from = formatDay(first);
  if (first === last) return from;
  const isOneMonth = first.slice(0, 7) === last.slice(0, 7);
  return `${isOneMonth ? from.slice(0, from.lastIndexOf(' ')) : from} to ${formatDay(last)}`;
}

const WEEK_MS = 7 * 24 * 3_600_000;

/** `times in Europe/Madrid: Tue 09:00 (Tue 08:00 your time)`, by the first slot whose time differs; empty if none does. */
export function bothClocks(
  slots: readonly Slot[],
  of: {
    readonly timeZone: string | undefined;
    readonly readerZone: string | undefined;
    readonly style: DayStyle;
  },
  words: Words = ENGLISH,
): readonly Inline[] {
  for (const slot of slots) {
    const own = ownTime(slot, of.readerZone, undefined, words);
    if (own.length === 0) continue;
    const listed = listedTime(slot, of.style, 'without end', words);
    return [plain(`${timesIn(of.timeZone, words)}${words.colon}${listed}`), ...own];
  }
  return [];
}

/** `Tue 09:00–09:40`; without its end `Tue 09:00`. What belongs to the evening before says so. */
export function listedTime(
  slot: Slot,
  style: DayStyle,
  end: 'with end' | 'without end',
  words: Words = ENGLISH,
): string {
  const times = end === 'with end' ? formatTimes(slot, words) : formatStart(slot, words);
  const evening = words.shortWeekday(weekdayOf(slot.day));
  const night = dateOf(slot.start) === slot.day ? '' : ` (${words.times.night(evening)})`;
  return `${dayWords(slot, style)}${times}${night}`;
}

/** `Tue `, `11 May `, `Tue 11 May ` or nothing; a comma comes before `all day`. */
function dayWords({ start, untimed }: Slot, style: DayStyle): string {
  if (style === 'above') return '';
  const [weekday = '', ...date] = formatDay(dateOf(start)).split(' ');
  const words = style === 'weekday' ? [weekday] : style === 'date' ? date : [weekday, ...date];
  return `${words.join(' ')}${untimed === undefined ? '' : ','} `;
}

/** Joins the parts that are not empty by dots. */
export function joinParts(parts: readonly (readonly Inline[])[]): Inline[] {
  const joined: Inline[] = [];
  for (const part of parts) {
    if (part.every(inline => inline.type === 'text' && inline.text === '')) continue;
    if (joined.length > 0) joined.push(plain(' · '));
    joined.push(...part);
  }
  return joined;
}
