import { readMinutes } from '../../text/read-length.ts';

/**
 * A time of day in ISO 8601, `09:20:00`. Hours from 24 to 29 belong to the night after the day: `24:00:00` is its end,
 * and `25:30:00` half past one.
 */
export type Clock = string;

/** A time as it is written. */
interface WrittenClock {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly half: 'am' | 'pm' | undefined;
  /** True for "midnight", which ends a day where a talk ends, and else begins it. */
  readonly isMidnight: boolean;
  /** False for a number alone, which is an hour only beside another time: the 9 of `9-10am`. */
  readonly isMarked: boolean;
}

const HALF = String.raw`(?<half>[ap])\.?\s?m\.?`;
const PREFIX = String.raw`(?:(?:at|from|um|ab|von|à|de|dès|a\slas?|(?:de|desde)\slas?|(?:d?alle\s)?ore|d?alle|às|das|van|vanaf|om|kl\.?|ca\.?|circa|around|about|gegen|vers)\s+|~\s*)?`;
const CLOCK = new RegExp(
  String.raw`^${PREFIX}(?<hour>\d{1,2})(?:\s?(?:[:.]|h|u|uhr|uur)\s?(?<minute>\d\d)(?::(?<second>\d\d)(?:\.\d+)?|\s?min)?)?:?\s*(?:${HALF}|(?<unit>uhr|uur|u|h|hs|hrs?|hours|heures?|horas|ore|o'?clock))?\.?$`,
  'u',
);
/** `0900h`, `1430 hrs`; four digits alone may be a year. */
const MILITARY = /^(\d\d)(\d\d)\s*(h|hrs?|hours|uhr)?\.?$/;
const FOUR_DIGITS = /^\d{4}$/;
const YEAR = /^(?:19|20)\d\d$/;

const NOON =
  /^(?:12(?:[:.]00)?\s*)?(?:noon|midday|midi|mittag|mittags|mediod[ií]a|mezzogiorno|meio[ -]dia)$|^12 uhr mittags$/u;
const MIDNIGHT =
  /^(?:(?:12|0|00|24)(?:[:.]00)?\s*)?(?:midnight|minuit|mitternacht|medianoche|mezzanotte|meia[ -]noite)$/u;

/**
 * Reads a time of day as people write it: `9:20`, `9.30 Uhr`, `9h30`, `à 14h`, `2:30 PM`, `9:00: AM`, `noon`, `24:00`.
 * Undefined if it is not one. "midnight" is the beginning of a day; `readEndClock` reads it as the end.
 */
export function readClock(text: string): Clock | undefined {
  if (USUAL.test(text)) return `${text}:00`;
  const written = parseClock(text);
  return written?.isMarked ? printClock(minutesOf(written, written.half), written.second) : undefined;
}

/** Reads the time at which something ends: as `readClock`, but "midnight" ends the day. */
export function readEndClock(text: string): Clock | undefined {
  const clock = readClock(text);
  return clock === '00:00:00' && parseClock(text)?.isMidnight ? END_OF_DAY : clock;
}

/** Most files have this form, which needs no parsing. */
const USUAL = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

const END_OF_DAY: Clock = '24:00:00';

/** Reads `0900` and `1430`, which are times only where nothing else can stand. */
export function readBareClock(text: string): Clock | undefined {
  return FOUR_DIGITS.test(text) ? readClock(`${text}h`) : undefined;
}

/** A start and an end on the clock. */
export interface ClockRange {
  readonly start: Clock;
  readonly end: Clock;
}

/**
 * Reads a start and an end that explain each other. A unit, or am or pm, that only one of the two has holds for both:
 * `9-10h`, `22-24 Uhr`, `2:30-3:45pm`. If the start would then be behind the end, it is in the other half of the day:
 * `11:30-12:45pm`. Undefined if the two are not times.
 */
export function joinClocks(from: string, to: string): ClockRange | undefined {
  const [start, end] = [parseClock(from), parseClock(to)];
  if (start === undefined || end === undefined) return undefined;
  const isSure = [from, to].some(text => FOUR_DIGITS.test(text))
    ? areMilitary([from, to])
    : start.isMarked || end.isMarked;
  if (!isSure) return undefined;
  const halves = settleHalves(start, end);
  const ending = minutesOf(end, halves.end);
  return {
    start: printClock(minutesOf(start, halves.start), start.second),
    end: end.isMidnight && ending === 0 ? END_OF_DAY : printClock(ending, end.second),
  };
}

/** `0900-1030h`, but not `2026-2027`. */
function areMilitary(texts: readonly string[]): boolean {
  return texts.every(text => MILITARY.test(text)) && !texts.every(text => YEAR.test(text));
}

interface Halves {
  readonly start: WrittenClock['half'];
  readonly end: WrittenClock['half'];
}

function settleHalves(start: WrittenClock, end: WrittenClock): Halves {
  const isBefore = ({ start: first, end: last }: Halves) => minutesOf(start, first) <= minutesOf(end, last);
  if (end.isMidnight && !start.isMarked && hasHalves(start)) return { start: 'pm', end: undefined };
  if (start.half === undefined && end.half !== undefined && hasHalves(start)) {
    const same = { start: end.half, end: end.half };
    return isBefore(same) ? same : { start: end.half === 'am' ? 'pm' : 'am', end: end.half };
  }
  if (end.half === undefined && start.half !== undefined && hasHalves(end)) {
    const same = { start: start.half, end: start.half };
    return isBefore(same) ? same : { start: start.half, end: start.half === 'am' ? 'pm' : 'am' };
  }
  return { start: start.half, end: end.half };
}

/** Noon, midnight and hours such as 0 and 14 say which half of the day they are in. */
function hasHalves({ hour, isMidnight }: WrittenClock): boolean {
  return hour >= 1 && hour <= 12 && !isMidnight;
}

/** Reads `09:00-10:00`, `9 to 10am`, `von 9 bis 10 Uhr`; undefined if it is not two times. */
export function readClockRange(text: string): ClockRange | undefined {
  for (const [from, to] of splitAtDashes(text)) {
    const range = joinClocks(from, to);
    if (range !== undefined) return range;
  }
  return undefined;
}

/** Yields each way to split a text at a dash or at a word such as "to". */
export function* splitAtDashes(text: string): Generator<readonly [from: string, to: string]> {
  for (const { 0: mark, index } of text.matchAll(BETWEEN))
    yield [text.slice(0, index).trim(), text.slice(index + mark.length).trim()];
}

const BETWEEN =
  /\s*(?:[-‐-―−~〜～→]+>?)\s*|\s+(?:to|until|till|til|thru|through|bis|à|jusqu['’]à|a\slas?|a|hasta(?:\slas)?|al|alle\sore|alle|fino\salle|às|até(?:\sàs)?|tot|til)\s+/giu;

function parseClock(text: string): WrittenClock | undefined {
  if (text.length > 40) return undefined;
  const plain = nameHalf(dropLength(text.normalize('NFKC').trim().toLowerCase()));
  const named = NOON.test(plain) ? 12 : MIDNIGHT.test(plain) ? 0 : undefined;
  if (named !== undefined) {
    const half = named === 12 ? 'pm' : undefined;
    return { hour: named, minute: 0, second: 0, half, isMidnight: named === 0, isMarked: true };
  }
  const military = MILITARY.exec(plain);
  const found = CLOCK.exec(military === null ? plain : `${military[1]}:${military[2]}`)?.groups;
  if (found === undefined) return undefined;
  const { minute, second = '0', half, unit } = found;
  const written: WrittenClock = {
    hour: Number(found.hour),
    minute: Number(minute ?? 0),
    second: Number(second),
    half: half === undefined ? undefined : half === 'a' ? 'am' : 'pm',
    isMidnight: false,
    isMarked:
      !FOUR_DIGITS.test(plain) && ((minute ?? half ?? unit) !== undefined || /\d[hu]|uhr|uur/.test(plain)),
  };
  return isClock(written) ? written : undefined;
}

/** `09:30 (45 min)` says its length, too. */
function dropLength(text: string): string {
  const [all, length] = /\s*\(([^()]{1,20})\)$/.exec(text) ?? [];
  return all !== undefined && length !== undefined && readMinutes(length) !== undefined
    ? text.slice(0, -all.length)
    : text;
}

/** Says "am" or "pm" for the part of the day that people name: `9 Uhr abends`, `3 de la tarde`. */
function nameHalf(text: string): string {
  return text.replace(AM_WORDS, ' am').replace(PM_WORDS, ' pm');
}

const [AM_WORDS, PM_WORDS] = [
  String.raw`in\sthe\smorning|morgens|vormittags|du\smatin|(?:de|por)\sla\smañana|de\sla\smadrugada|da\smanhã|da\smadrugada|d[ei]l?\smattin[ao]|'s\s(?:ochtends|morgens)`,
  String.raw`in\sthe\s(?:afternoon|evening)|nachmittags|abends|de\sl['’]après-midi|du\ssoir|(?:de|por)\sla\s(?:tarde|noche)|da\s(?:tarde|noite)|del\spomeriggio|d[ei](?:lla)?\ssera|'s\s(?:middags|avonds)`,
].map(words => new RegExp(String.raw`(?<=\d)\s*(?:uhr|uur|h)?\s+(?:${words})$`, 'u')) as [RegExp, RegExp];

/** Television and clubs count on after midnight, to 29:59 at most. */
const HOUR_MAX = 29;

function isClock({ hour, minute, second, half }: WrittenClock): boolean {
  const isHour = half === undefined ? hour <= HOUR_MAX : half === 'am' ? hour <= 12 : hour <= 23;
  return isHour && minute <= 59 && second <= 59;
}

/** `13:30 PM` says twice that it is in the afternoon. */
function minutesOf({ hour, minute }: WrittenClock, half: WrittenClock['half']): number {
  if (half === undefined || hour > 12) return hour * 60 + minute;
  return ((hour % 12) + (half === 'pm' ? 12 : 0)) * 60 + minute;
}

function printClock(minutes: number, second: number): Clock {
  return [Math.floor(minutes / 60), minutes % 60, second]
    .map(part => String(part).padStart(2, '0'))
    .join(':');
}
