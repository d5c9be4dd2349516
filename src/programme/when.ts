import { Temporal } from 'temporal-polyfill';
import { dateOf, timeOf } from './moment.ts';
import type { Slot } from './talk.ts';

/** `Tue 11 May` */
export function dayWords(day: string): string {
  return Temporal.PlainDate.from(day)
    .toLocaleString('en-GB', { weekday: 'short', day: 'numeric', month: 'short' })
    .replace(',', '');
}

/**
 * `Tue 11 May 09:00–09:40`, on the conference's clocks. What belongs to the evening before, as a talk at 01:30 does,
 * says so: `Wed 12 May 01:30–02:00 (Tuesday night)`.
 */
export function whenWords(slot: Slot): string {
  const date = dateOf(slot.start);
  const until = slot.end === undefined ? '' : `–${timeOf(slot.end)}`;
  const night = date === slot.day ? '' : ` (${weekday(slot.day)} night)`;
  return `${dayWords(date)} ${timeOf(slot.start)}${until}${night}`;
}

function weekday(day: string): string {
  return Temporal.PlainDate.from(day).toLocaleString('en-GB', { weekday: 'long' });
}
