import { Temporal } from 'temporal-polyfill';

const CLOCK = /^(\d{1,2})(?:[:.h](\d\d))?(?::(\d\d)(?:\.\d+)?)?\s*(a\.?m\.?|p\.?m\.?|uhr|h|hs|hrs)?$/i;

/**
 * Reads a time of day as people write it, `9:20`, `9.30 Uhr`, `9h30`, `2:30 PM`, into ISO 8601; undefined if it is not
 * one.
 */
export function readClock(text: string): string | undefined {
  const [, hour, minute, second = '00', suffix = ''] = CLOCK.exec(text.trim()) ?? [];
  if (hour === undefined || (minute === undefined && suffix === '')) return undefined;
  const hours = toTwentyFour(Number(hour), suffix.toLowerCase().replaceAll('.', ''));
  if (hours === undefined || Number(minute ?? 0) > 59 || Number(second) > 59) return undefined;
  return `${String(hours).padStart(2, '0')}:${minute ?? '00'}:${second}`;
}

function toTwentyFour(hour: number, suffix: string): number | undefined {
  if (suffix !== 'am' && suffix !== 'pm') return hour > 23 ? undefined : hour;
  if (hour < 1 || hour > 12) return undefined;
  return (hour % 12) + (suffix === 'pm' ? 12 : 0);
}

/** Reads a day that a spreadsheet stores as days since 1900; only from 2009 to 2064. */
export function readSerialDay(text: string): string | undefined {
  const [, days] = /^([45]\d{4})(?:[.,]0+)?$/.exec(text) ?? [];
  return days === undefined ? undefined : DAY_0.add({ days: Number(days) }).toString();
}

const DAY_0 = Temporal.PlainDate.from('1899-12-30');

/** Reads a time that a spreadsheet stores as a fraction of a day: `0.375` is nine o'clock. */
export function readSerialTime(text: string): string | undefined {
  if (!/^0?[.,]\d{1,20}$/.test(text)) return undefined;
  const minutes = Math.round(Number(text.replace(',', '.')) * 24 * 60);
  return minutes < 24 * 60
    ? `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
    : undefined;
}
