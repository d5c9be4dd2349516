import { z } from 'zod';
import type { Answering } from '../conversation/context.ts';
import { formatDay } from '../programme/moment.ts';
import { levelsOf, type Programme } from '../programme/programme.ts';
import { findToday } from '../programme/sessions.ts';
import { findNamesLike } from '../search/filter/names-like.ts';
import { readTypedTimes } from '../search/filter/typed-times.ts';
import type { Filter, FilterName } from '../search/query/filters.ts';
import { PLACE_DISTANCE_MAX } from '../search/rank/weights.ts';
import { listSome } from '../text/display.ts';
import { readDay } from '../text/read-day.ts';
import type { ToolRefusal } from './refusal.ts';

const name = z.string().trim().min(1).max(200);

const clock = (parameter: 'from' | 'to', times: string) =>
  z
    .string()
    .regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/, `${parameter} must be HH:MM, such as 14:00.`)
    .optional()
    .describe(`${times}, HH:MM on a 24-hour clock in the conference's time zone, such as 09:30.`);

/** Which conference is asked; every tool has it. */
export const WHICH = {
  conference: name
    .optional()
    .describe('An id or name from list_conferences. Leave it out for the current conference.'),
};

/** The id of one talk. */
export const TALK_ID = z.string().min(1).max(300).describe('The id of a talk, as another tool gave it.');

/** A day, and the times of it. */
export const WHEN = {
  day: z
    .string()
    .trim()
    .min(1)
    .max(40)
    .optional()
    .describe(
      "A day on the conference's calendar: a date such as 2027-05-12, a weekday in English, today or tomorrow.",
    ),
  from: clock('from', 'Only what begins at or after this time'),
  to: clock('to', 'Only what begins before this time'),
};

/** Names that narrow an answer down. */
export const PLACE = {
  room: name.optional().describe('A room, or a part of its name. list_conferences has all rooms.'),
  track: name.optional().describe('A track, or a part of its name. list_conferences has all tracks.'),
};

/** The part of a long answer. */
export const PART = {
  limit: z.int().min(1).max(50).default(10).describe('How many to give at most, 1 to 50.'),
  offset: z
    .int()
    .min(0)
    .max(1_000_000)
    .default(0)
    .describe('How many to leave out at the beginning: nextOffset of the answer before.'),
};

/** Tells which part of the whole an answer is. */
export const PART_GIVEN = {
  total: z.int().describe('How many there are in all.'),
  offset: z.int(),
  nextOffset: z.int().optional().describe('The offset of the next part; left out if this is the last one.'),
};

export interface Part {
  readonly limit: number;
  readonly offset: number;
}

/** Cuts the part out of a list, and tells which one it is. The list may end behind the part if `total` says so. */
export function partOf<Each>(all: readonly Each[], { limit, offset }: Part, total = all.length) {
  const those = all.slice(offset, offset + limit);
  const next = offset + those.length;
  const isLast = those.length === 0 || next >= total;
  return {
    those,
    given: { total, offset, ...(isLast ? {} : { nextOffset: next }) },
  };
}

/** Reads a day as a date, `2027-05-12`, or says which days there are. */
export function readDate(
  typed: string,
  { programme, now }: Pick<Answering, 'programme' | 'now'>,
): { readonly day: string } | ToolRefusal {
  const { days } = programme;
  const day = readDay(typed, { today: findToday(now, programme), days });
  if (day !== undefined) return { day };
  const listed = (nameOf: (date: string) => string) =>
    listSome(days.map(nameOf), DAYS_NAMED) || 'not known yet';
  return {
    refusal: `“${typed}” is not a day. Give a date or a weekday. The days of this conference are ${listed(date => `${date} (${formatDay(date)})`)}.`,
    says: `“${typed}” is not a day. The days of this conference are ${listed(formatDay)}.`,
  };
}

/** Whether the last day of the conference is over. */
export function isOver({ programme, now }: Pick<Answering, 'programme' | 'now'>): boolean {
  const last = programme.days.at(-1);
  return last !== undefined && last < findToday(now, programme);
}

export const OVER = 'The conference is over.';
/** Told where no day was named. */
export const FIRST_DAY_AGAIN = 'The conference is over: this is its first day.';

const DAYS_NAMED = 20;

export interface Narrowed {
  readonly day?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly room?: string | undefined;
  readonly track?: string | undefined;
  readonly speaker?: string | undefined;
  readonly language?: string | undefined;
  readonly level?: string | undefined;
}

/** Filters as they are called where a model gives them as parameters. */
export const PARAMETERS: Readonly<Record<FilterName, string>> = {
  speaker: 'speaker',
  track: 'track',
  room: 'room',
  day: 'day',
  time: 'time',
  lang: 'language',
  level: 'level',
  type: 'kind',
  length: 'length',
  company: 'company',
};

/** Reads the parameters that narrow an answer down, as filters. */
export function readFilters(
  { day, from, to, ...names }: Narrowed,
  answering: Pick<Answering, 'programme' | 'now'>,
): { readonly filters: readonly Filter[] } | ToolRefusal {
  const date = day === undefined ? undefined : readDate(day, answering);
  if (date !== undefined && 'refusal' in date) return date;
  const time = from === undefined && to === undefined ? undefined : `${from ?? ''}-${to ?? ''}`;
  const refused = refuseTimes(from, to) ?? refusePlace(names, answering.programme);
  if (refused !== undefined) return refused;
  const named = [
    ['day', date?.day],
    ['time', time],
    ['room', names.room],
    ['track', names.track],
    ['speaker', names.speaker],
    ['lang', names.language],
    ['level', names.level],
  ] as const satisfies readonly (readonly [FilterName, string | undefined])[];
  return {
    filters: named.flatMap(([filter, value]) =>
      value === undefined ? [] : { name: filter, value, not: false },
    ),
  };
}

/** From 22:00 to 02:00 is a night, but from 14:00 to 09:00 is nothing. */
function refuseTimes(from: string | undefined, to: string | undefined): ToolRefusal | undefined {
  if (from === undefined || readTypedTimes(`${from}-${to ?? ''}`).kind !== 'wrong') return undefined;
  return {
    refusal: `Nothing begins from ${from} and before ${to ?? '24:00'}: give an earlier from or a later to.`,
  };
}

/** A name that a person would see in a list. Those of people are too many to list. */
function refusePlace(given: Narrowed, programme: Programme): ToolRefusal | undefined {
  const choices = [
    ['room', () => programme.rooms],
    ['track', () => programme.tracks],
    ['level', () => levelsOf(programme)],
  ] as const;
  for (const [parameter, namesOf] of choices) {
    const value = given[parameter];
    if (value === undefined) continue;
    const names = namesOf();
    if (findNamesLike(value, names, PLACE_DISTANCE_MAX) !== undefined) continue;
    const known = listSome(names, PLACES_NAMED) || 'not known';
    const refusal = `There is no ${parameter} “${value}”. The ${parameter}s of this conference are ${known}.`;
    return { refusal, says: refusal };
  }
  return undefined;
}

const PLACES_NAMED = 20;
