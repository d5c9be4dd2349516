import { RANGE_LEADS, readDayRange } from '../../../text/days/day-range.ts';
import { type Calendar, dayBeginnings } from '../../../text/read-day.ts';
import { type ConstraintReader, FIGURE, type Reading } from '../reading.ts';
import type { TypedWord } from '../typed-words.ts';

/** `from Tuesday the 11th of May to Thursday the 13th of May` is hardly typed longer. */
const RANGE_WORDS_MAX = 12;

/** `11 to 13 may`, `wed-fri`, `days 1 and 2`. */
const readRange: ConstraintReader['read'] = (words, at, { calendar }) => {
  const numbered = readNumbered(words, at, calendar);
  if (numbered !== undefined) return numbered;
  const forms = words.slice(at, at + RANGE_WORDS_MAX).map(({ form }) => form);
  const range = readDayRange(forms, calendar);
  return range && reading(range.days, range.count);
};

const COUNTED = new Set('day days tag tage jour jours dia dias giorno giorni dag dagen'.split(' '));
const TO = new Set('to until till through bis a al ate au tot - – —'.split(' '));
const AND = new Set('and und et y e en & +'.split(' '));

/** `day 1 and 2`, `days 2-3`, `Tag 1 bis 3`. */
function readNumbered(words: readonly TypedWord[], at: number, { days }: Calendar): Reading | undefined {
  if (!COUNTED.has(words[at]?.form ?? '')) return undefined;
  const form = (place: number) => words[place]?.form ?? '';
  const joined = /^([1-9])[-–—+&]([1-9])$/u.exec(form(at + 1));
  const sign = words[at + 2]?.text ?? '';
  const isJoined = joined !== null || TO.has(form(at + 2)) || TO.has(sign);
  if (!isJoined && !AND.has(form(at + 2)) && !AND.has(sign)) return undefined;
  const [first, last] = joined === null ? [form(at + 1), form(at + 3)] : [joined[1], joined[2]];
  if (!/^[1-9]$/u.test(first ?? '') || !/^[1-9]$/u.test(last ?? '')) return undefined;
  const [from, to] = [Number(first) - 1, Number(last) - 1];
  const named = isJoined ? days.slice(from, to + 1) : [days[from], days[to]].flatMap(day => day ?? []);
  return named.length === 0 ? undefined : reading(named, joined === null ? 4 : 2);
}

function reading(days: readonly string[], count: number): Reading {
  return { count, constraints: days.map(day => ({ kind: 'day' as const, day })), isSure: true };
}

export const dayRangeReader: ConstraintReader = {
  begins: () => [...RANGE_LEADS, ...COUNTED, ...dayBeginnings(), FIGURE],
  read: readRange,
};
