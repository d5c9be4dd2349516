import { epochOf, placeMoment } from '../../programme/moment.ts';
import { dateAfter } from './duration.ts';

const DATE_AND_TIME =
  /^(\d{4})-(\d{1,2})-(\d{1,2})[T ]+(\d{1,2}):(\d\d)(?::(\d\d)(?:\.\d+)?)? ?(Z|[+-]\d\d:?\d\d)?$/i;
const TIME = /^(\d{1,2}):(\d\d)(?::(\d\d))?$/;

/** What ends earlier than it starts goes on past midnight, but not until the next noon: then it is a mistake. */
const NIGHT_HOURS = 12;

/** A date and time as spreadsheets write it, `2027-05-11 9:00`, in the form of ISO 8601; nothing where it is none. */
export function readTime(text: string): string | undefined {
  const parts = DATE_AND_TIME.exec(text);
  if (parts === null) return undefined;
  const [, year, month = '', day = '', hour = '', minute, second = '00', offset = ''] = parts;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return existing(`${date}T${hour.padStart(2, '0')}:${minute}:${second}${offset.toUpperCase()}`);
}

/** A date, `2027-05-11`; nothing where it is none. */
export function readDate(text: string): string | undefined {
  return readTime(`${text} 00:00`)?.slice(0, 10);
}

/** The same as `readTime` for an end, which may be a time alone; then it is the first such time after the start. */
export function readTimeAfter(text: string, start: string): string | undefined {
  const [, hour, minute, second = '00'] = TIME.exec(text) ?? [];
  if (hour === undefined) {
    const end = readTime(text);
    return end !== undefined && isAfter(end, start) ? end : undefined;
  }
  const time = `${hour.padStart(2, '0')}:${minute}:${second}`;
  const sameDay = existing(`${start.slice(0, 10)}T${time}${start.slice(19)}`);
  if (sameDay === undefined || sameDay > start) return sameDay;
  const hours = 24 + Number(hour) - Number(start.slice(11, 13));
  return hours > NIGHT_HOURS
    ? undefined
    : existing(`${dateAfter(start.slice(0, 10))}T${time}${start.slice(19)}`);
}

function existing(time: string): string | undefined {
  return placeMoment(time, undefined) === undefined ? undefined : time;
}

/** Times on clocks of two kinds, one with an offset and one without, cannot be compared; then the file is believed. */
function isAfter(end: string, start: string): boolean {
  const [from, to] = [epochOf(start), epochOf(end)];
  if (from === undefined && to === undefined) return end > start;
  return from === undefined || to === undefined || to > from;
}
