import { Temporal } from 'temporal-polyfill';

/** The day that a spreadsheet keeps as the number of days since 1900, of the years from 2009 to 2064. */
export function serialDay(text: string): string | undefined {
  const [, days] = /^([45]\d{4})(?:[.,]0+)?$/.exec(text) ?? [];
  return days === undefined ? undefined : DAY_0.add({ days: Number(days) }).toString();
}

const DAY_0 = Temporal.PlainDate.from('1899-12-30');

/** The time of day that it keeps as a part of a day: `0.375` is nine o'clock. */
export function serialTime(text: string): string | undefined {
  if (!/^0?[.,]\d{1,20}$/.test(text)) return undefined;
  const minutes = Math.round(Number(text.replace(',', '.')) * 24 * 60);
  return minutes < 24 * 60
    ? `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
    : undefined;
}
