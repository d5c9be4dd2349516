import { Temporal } from 'temporal-polyfill';
import { programme, talk } from './conference.ts';
import { loadedWith } from './loaded.ts';

/** With and without daylight saving, by half an hour, in both halves of the world, by quarters of an hour, around the date line. */
export const ZONES = [
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'Asia/Tehran',
  'America/Sao_Paulo',
  'Asia/Kathmandu',
  'Europe/Madrid',
  'America/New_York',
  'Africa/Casablanca',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'America/St_Johns',
  'UTC',
];

/**
 * Every day of 2024 but Mondays; clocks change on Sundays. The year is a past one because new releases of tzdata change the
 * rules of future years: by 2025c Morocco's clocks change in 2028, by 2026c they do not.
 */
export const days = Array.from({ length: 366 }, (_, index) =>
  Temporal.PlainDate.from('2024-01-01').add({ days: index }),
)
  .filter(date => date.dayOfWeek !== 1)
  .map(String);

/** A session on each of these days; it begins before midnight and ends after it. */
export const leapYear = programme(
  days.map(day => {
    const next = Temporal.PlainDate.from(day).add({ days: 1 });
    const slot = { start: `${day}T23:30:00+00:00`, end: `${next}T01:00:00+00:00`, rooms: [], day };
    return talk({ id: day, slots: [slot] });
  }),
);
export const loaded = loadedWith(leapYear);

export const BEGIN = Date.parse('2023-12-30T00:00Z');
export const END = Date.parse('2025-01-03T00:00Z');

/** `2024-02-29T08:00` */
export function localTime(instant: number, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(instant)
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });
}
