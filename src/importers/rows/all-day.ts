import { addDay, type RawSlot, readTime } from '../reading/times.ts';
import { hasClock, splitDateTime } from './cell-times.ts';
import { type DateReader, findLack } from './dates.ts';
import type { SlotResult } from './slot-cells.ts';

/** A row that names a day and no clock time: it lasts all day, or its hour is still to come. */
export function readDaySlot(
  {
    date,
    endText,
    rooms,
    allDay,
  }: Pick<RawSlot, 'rooms' | 'allDay'> & { readonly date: string; readonly endText: string },
  dates: DateReader,
): SlotResult {
  const text = date.slice(0, 60);
  const day = text === '' ? undefined : dates.read(text);
  if (day !== undefined) return { start: day, end: '', rooms, allDay };
  if (allDay) return text === '' ? 'no date' : findLack(text);
  if (date !== '' || endText !== '') return 'no start';
  return rooms.length > 0 ? 'unscheduled' : undefined;
}

/** A row whose column says that it lasts all day; its start and end are dates, or times of which the dates count. */
export function readAllDay(
  { date, from, end, rooms }: Record<'date' | 'from' | 'end', string> & Pick<RawSlot, 'rooms'>,
  dates: DateReader,
): SlotResult {
  const dayOf = (text: string) =>
    text === ''
      ? undefined
      : (readTime(text)?.slice(0, 10) ?? dates.read((splitDateTime(text).date || text).slice(0, 60)));
  const day = dayOf(date) ?? dayOf(from);
  if (day === undefined) return readDaySlot({ date, endText: end, rooms, allDay: true }, dates);
  const last = dayOf(end);
  // Outlook ends at the midnight after; 23:59 is in the last day.
  const isWithin = last !== undefined && hasClock(end) && !MIDNIGHT.test(end);
  return { start: day, end: (isWithin ? addDay(last) : last) ?? '', rooms, allDay: true };
}

const MIDNIGHT = /(?<![\d:])(?:0?0:00|12:00(?::00)? ?am)/i;

/** Marks of a time that is not known yet. */
export const NOT_YET =
  /^(?:tb[acd]|n\/?a|\?+|[-–—]+|to be (?:announced|confirmed|decided|defined)|(?:noch )?offen|folgt|wird noch bekannt ?gegeben|à (?:confirmer|définir|venir)|por (?:confirmar|definir|anunciar)|a (?:confirmar|definir|anunciar)|da (?:definire|confermare))\.?$/i;

const ALL_DAY =
  /^(?:(?:all|whole|full|entire)[- ]?day(?: long| event)?|(?:den )?ganzen tag|ganztags?|ganztägig|ganzer tag|toute la journée|journée entière|todo el día|día completo|tutto il giorno|o? ?dia (?:todo|inteiro)|hele dag(?:en)?|終日)(?:\s*\(.*\))?$/i;

export function isAllDay(text: string): boolean {
  return ALL_DAY.test(text);
}
