import type { ClockRun } from '../../serving/contract.ts';
import { offsetSecondsOf } from '../../time-zone.ts';

/** The time on the app's clock at a real instant. Before its first run it was the real time. */
export function readAppTime(runs: readonly ClockRun[], real: number): number {
  const run = runs.findLast(({ from }) => from <= real) ?? runs[0];
  return run === undefined ? real : run.shows + (real - run.from) * run.speed;
}

/** The real instant of a message's `ts`, which is in seconds. */
export function instantOf(ts: string): number {
  return Number(ts) * 1000;
}

/** Parses a date and time such as 2027-05-11T08:55 on the clocks of a zone. */
export function parseLocalTime(timeZone: string, local: string): number {
  const asUtc = Date.parse(`${local}Z`);
  const nearly = asUtc - offsetSecondsOf(timeZone, asUtc) * 1000;
  return asUtc - offsetSecondsOf(timeZone, nearly) * 1000;
}

/** Formats an instant as the date and time on the clocks of a zone, such as 2027-05-11T08:55. */
export function formatLocalTime(timeZone: string, instant: number): string {
  return new Date(instant + offsetSecondsOf(timeZone, instant) * 1000).toISOString().slice(0, 16);
}

/** Such as 08:55. */
export function formatClock(timeZone: string, instant: number): string {
  return format(instant, { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
}

/** Such as Tuesday 11 May, for the lines between days. */
export function formatDay(timeZone: string, instant: number): string {
  return format(instant, { timeZone, weekday: 'long', month: 'long', day: 'numeric' });
}

/** Such as Tue, 11 May 2027. */
export function formatShortDay(timeZone: string, instant: number): string {
  return format(instant, { timeZone, weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });
}

function format(instant: number, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat('en-GB', options).format(instant);
}
