import { Temporal } from 'temporal-polyfill';
import { timeOf } from './moment.ts';
import type { Slot } from './talk.ts';

/** `Tue 11 May` */
export function dayWords(day: string): string {
  return Temporal.PlainDate.from(day)
    .toLocaleString('en-GB', { weekday: 'short', day: 'numeric', month: 'short' })
    .replace(',', '');
}

/** `Tue 11 May 09:00–09:40`, on the conference's clocks. */
export function whenWords(slot: Slot): string {
  const until = slot.end === undefined ? '' : `–${timeOf(slot.end)}`;
  return `${dayWords(slot.day)} ${timeOf(slot.start)}${until}`;
}
