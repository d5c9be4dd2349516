import { formatDay } from '../../programme/moment.ts';
import type { Filter } from '../../search/query/filters.ts';
import type { Search } from '../search.ts';
import { type When, whenText } from '../when.ts';
import type { OtherTime } from './read-following.ts';

/** The new time, with the day or the time of day of the one before if it names none. */
export function mergeTimes({ when, search }: OtherTime, before: When | undefined): When {
  if (before === undefined) return when;
  if (when.kind === 'day' && before.kind === 'window') return { ...before, day: when.day };
  const isDayNamed = search.read.some(({ name }) => name === 'day');
  const isDayKept = when.kind === 'window' && !isDayNamed && 'day' in before;
  return isDayKept ? { ...when, day: before.day } : when;
}

/** The time that a search is narrowed down to; undefined if it names no one day. */
export function timeOfSearch({ query }: Search): When | undefined {
  const [day, another] = query.filters.filter(({ name }) => name === 'day');
  const [time] = query.filters.filter(({ name }) => name === 'time');
  if (day === undefined || another !== undefined) return undefined;
  if (time === undefined) return { kind: 'day', day: day.value };
  const [from = '', to = ''] = time.value.split('-');
  return { kind: 'window', day: day.value, from: from || undefined, to: to || undefined };
}

/** The search at any time. */
export function withoutTimes(search: Search): Search {
  const filters = search.query.filters.filter(isNoTime);
  return { ...search, query: { ...search.query, filters }, read: search.read.filter(isNoTime) };
}

function isNoTime({ name }: Filter): boolean {
  return name !== 'day' && name !== 'time';
}

/** `Wed 12 May 09:00-12:00`, for people to read, too. */
export function timeWords(when: When): string {
  if (when.kind === 'day') return formatDay(when.day);
  if (when.kind === 'days') return when.days.map(formatDay).join(' ');
  if (when.kind !== 'window') return whenText(when);
  const { from, to } = when;
  const hours = from === undefined ? `before ${to}` : to === undefined ? `after ${from}` : `${from}-${to}`;
  return `${formatDay(when.day)} ${hours}`;
}
