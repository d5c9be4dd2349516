import { Temporal } from 'temporal-polyfill';
import { toClocks } from './zone-rules.ts';

/**
 * Arithmetic on times in their usual form, for what is done for every talk of a programme: Temporal takes thirty times as
 * long. Returns undefined for any other form and near a change of clocks, which is left to Temporal.
 */

/** Reads `2027-05-11T09:00:00` as milliseconds since 1970 on a clock without a zone; undefined if there is no such time. */
export function parseLocal(text: string): number | undefined {
  if (!LOCAL.test(text)) return undefined;
  const two = (at: number) => readTwoDigits(text, at);
  const ms = Date.UTC(two(0) * 100 + two(2), two(5) - 1, two(8), two(11), two(14), two(17));
  // Date.UTC reads 30 February as 2 March.
  return two(8) <= 28 || formatLocal(ms) === text ? ms : undefined;
}

const LOCAL = /^[1-9]\d{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d$/;

export function formatLocal(ms: number): string {
  return new Date(ms).toISOString().slice(0, 19);
}

/** Reads `Z`, `+02:00` or `+0200` as minutes. */
export function parseOffset(text: string): number | undefined {
  if (text === 'Z') return 0;
  if (!OFFSET.test(text)) return undefined;
  const minutes = readTwoDigits(text, 1) * 60 + readTwoDigits(text, text.length - 2);
  return text.startsWith('-') && minutes > 0 ? -minutes : minutes;
}

const OFFSET = /^[+-](?:[01]\d|2[0-3]):?[0-5]\d$/;

/** A fifth of the time that the groups of a regular expression take, and no garbage. */
function readTwoDigits(text: string, at: number): number {
  return text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - ZERO * 11;
}

const ZERO = '0'.charCodeAt(0);

export function formatOffset(minutes: number): string {
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${minutes < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
}

export const DAY_MS = 24 * 60 * 60 * 1000;

/** Days that are remembered of a zone: ten years. */
const DAYS_MAX = 4000;
const steadyDays = new Map<string, Map<number, number | undefined>>();

/**
 * The offset of a zone in minutes, at an instant or at a time on its own clocks; undefined if its clocks change within a
 * day of it. Throws a RangeError for an unknown zone.
 */
export function findSteadyOffset(timeZone: string, ms: number): number | undefined {
  const day = Math.floor(ms / DAY_MS);
  const known = steadyDays.get(timeZone) ?? new Map<number, number | undefined>();
  if (!known.has(day)) {
    const before = findOffset(timeZone, (day - 1) * DAY_MS);
    const isSteady = Number.isInteger(before) && before === findOffset(timeZone, (day + 2) * DAY_MS);
    if (known.size >= DAYS_MAX) known.clear();
    known.set(day, isSteady ? before : undefined);
    steadyDays.set(timeZone, known);
  }
  return known.get(day);
}

function findOffset(timeZone: string, epochMs: number): number {
  return toClocks(Temporal.Instant.fromEpochMilliseconds(epochMs), timeZone).offsetNanoseconds / 6e10;
}
