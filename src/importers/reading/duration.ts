import { Temporal } from 'temporal-polyfill';

/**
 * The minutes of `0:45`, `00:45` or `00:45:00`; nothing where the text is no length. EMF wrote `6944:11:40` for some and
 * meant days, hours and minutes; as it stands it is longer than anything lasts, which its reader reports.
 */
export function readMinutes(duration: string): number | undefined {
  const [, hours, minutes, seconds = '0'] = /^(\d{1,6}):([0-5]?\d)(?::([0-5]?\d))?$/.exec(duration) ?? [];
  return hours === undefined ? undefined : Number(hours) * 60 + Number(minutes) + Number(seconds) / 60;
}

/** The date that comes after a date, `2027-05-12` after `2027-05-11`. */
export function dateAfter(date: string): string {
  return Temporal.PlainDate.from(date).add({ days: 1 }).toString();
}
