import { formatDay } from '../programme/moment.ts';
import type { Filter } from '../search/query/filters.ts';
import { addMinutes } from '../text/clock-times.ts';
import type { Calendar } from '../text/read-day.ts';
import type { Constraint } from './constraints/reading.ts';

/**
 * The time that an agenda is about: days are dates, times are on the conference's clocks, `14:00`. A window holds the
 * talks that begin in it, `to` not included; `any` is every day.
 */
export type When =
  | { readonly kind: 'now' | 'next' | 'any' }
  | { readonly kind: 'day'; readonly day: string }
  /** Several days, in order. */
  | { readonly kind: 'days'; readonly days: readonly string[] }
  | { readonly kind: 'moment'; readonly day: string; readonly time: string }
  | {
      readonly kind: 'window';
      readonly day: string;
      readonly from: string | undefined;
      readonly to: string | undefined;
    }
  | { readonly kind: 'first' | 'last'; readonly day: string };

interface Context {
  readonly calendar: Calendar;
  readonly time: string;
}

/** The words that ask for the same time again. */
export function whenText(when: When): string {
  switch (when.kind) {
    case 'day':
      return when.day;
    case 'days':
      return when.days.join(' ');
    case 'moment':
      return `${when.day} ${when.time}`;
    case 'window':
      return `${when.day} ${windowWords(when)}`;
    case 'first':
    case 'last':
      return `${when.kind} talk ${when.day}`;
    case 'any':
      return '';
    default:
      return when.kind;
  }
}

function windowWords({ from, to }: Pick<Extract<When, { kind: 'window' }>, 'from' | 'to'>): string {
  if (from === undefined) return `before ${to ?? '24:00'}`;
  return to === undefined ? `after ${from}` : `${from}-${to}`;
}

/** The same for people to read: `Tue 11 May, 12:00–18:00`; empty for every day. */
export function whenLabel(when: When): string {
  switch (when.kind) {
    case 'day':
      return formatDay(when.day);
    case 'days':
      return when.days.map(formatDay).join(', ');
    case 'moment':
      return `${formatDay(when.day)}, ${when.time}`;
    case 'window':
      return `${formatDay(when.day)}, ${formatHours(when)}`;
    case 'first':
    case 'last':
      return `${when.kind} on ${formatDay(when.day)}`;
    case 'any':
      return '';
    default:
      return when.kind;
  }
}

/** `09:00–12:00`, `from 09:00` or `before 12:00` */
export function formatHours({ from, to }: Pick<Extract<When, { kind: 'window' }>, 'from' | 'to'>): string {
  if (from === undefined) return `before ${to}`;
  return to === undefined ? `from ${from}` : `${from}–${to}`;
}

/** The time of an agenda with these constraints; undefined if they name no time and no room. */
export function agendaOf(
  constraints: readonly Constraint[],
  context: Context & { readonly hasRoom: boolean },
): When | undefined {
  const { calendar, hasRoom } = context;
  const days = [...new Set(constraints.flatMap(one => (one.kind === 'day' ? one.day : [])))].sort();
  const [day] = days;
  const order = constraints.find(
    ({ kind }) => kind === 'now' || kind === 'next' || kind === 'first' || kind === 'last',
  );
  const [hour, until] = constraints.filter(one => one.kind === 'hour');
  const ahead = constraints.find(one => one.kind === 'ahead');
  const windows = constraints.filter(one => one.kind === 'window');
  // `I have 30 minutes at 10`
  if (ahead?.isWindow && hour !== undefined)
    return {
      kind: 'window',
      day: day ?? dayOfHour(hour, context),
      from: hour.time,
      to: addMinutes(hour.time, ahead.minutes),
    };
  // `20 minutes before lunch`
  if (ahead !== undefined && windows.length === 0) return momentAhead(ahead, context);
  if (hour !== undefined && until !== undefined)
    return { kind: 'window', day: day ?? dayOfWindow(calendar), from: hour.time, to: until.time };
  if (hour !== undefined) return { kind: 'moment', day: day ?? dayOfHour(hour, context), time: hour.time };
  if (windows.length > 0) return { kind: 'window', day: day ?? dayOfWindow(calendar), ...intersect(windows) };
  if (order !== undefined) {
    if (order.kind === 'first' || order.kind === 'last')
      return { kind: order.kind, day: day ?? dayOfWindow(calendar) };
    if (day === undefined || day === calendar.today) return { kind: order.kind as 'now' | 'next' };
    return { kind: 'first', day };
  }
  if (days.length > 1) return { kind: 'days', days };
  if (day !== undefined) return { kind: 'day', day };
  return hasRoom ? { kind: 'any' } : undefined;
}

/** The filters that a constraint is in a search, or for an agenda if there is no context: then times are apart. */
export function filtersOf(constraint: Constraint, context?: Context): readonly Filter[] {
  switch (constraint.kind) {
    case 'filter':
      return [{ name: constraint.name, value: constraint.value, not: constraint.not ?? false }];
    case 'day':
      return context === undefined ? [] : [{ name: 'day', value: constraint.day, not: false }];
    case 'window':
      return context === undefined ? [] : [timeFilter(constraint.from, constraint.to)];
    case 'hour':
      return context === undefined ? [] : [timeFilter(constraint.time, addMinutes(constraint.time, 60))];
    case 'ahead': {
      if (context === undefined) return [];
      const from = constraint.isWindow ? context.time : addMinutes(context.time, constraint.minutes);
      const to = addMinutes(from, constraint.isWindow ? constraint.minutes : 60);
      return [{ name: 'day', value: context.calendar.today, not: false }, timeFilter(from, to)];
    }
    case 'around':
    case 'audience':
    case 'without':
    case 'now':
    case 'next':
    case 'first':
    case 'last':
      return [];
  }
}

function timeFilter(from: string | undefined, to: string | undefined): Filter {
  return { name: 'time', value: `${from ?? ''}-${to ?? ''}`, not: false };
}

function momentAhead(
  { minutes, isWindow }: Extract<Constraint, { kind: 'ahead' }>,
  { calendar, time }: Context,
): When {
  const later = addMinutes(time, minutes);
  return isWindow
    ? { kind: 'window', day: calendar.today, from: time, to: later }
    : { kind: 'moment', day: calendar.today, time: later };
}

function intersect(windows: readonly Extract<Constraint, { kind: 'window' }>[]) {
  const from = windows
    .flatMap(one => one.from ?? [])
    .sort()
    .at(-1);
  const [to] = windows.flatMap(one => one.to ?? []).sort();
  return { from, to };
}

/** An hour without a day is the next such hour of the conference: today's, if it is to come. */
function dayOfHour(
  { time, isHalf }: Extract<Constraint, { kind: 'hour' }>,
  { calendar, time: now }: Context,
): string {
  const { today, days } = calendar;
  const [first = today] = days;
  if (today < first) return first;
  const isOver = !isHalf && time < now;
  return (isOver ? days.find(day => day > today) : undefined) ?? today;
}

/** A window without a day is today's, or before the conference one of its first day. */
function dayOfWindow({ today, days }: Calendar): string {
  return days.find(day => day >= today) ?? today;
}
