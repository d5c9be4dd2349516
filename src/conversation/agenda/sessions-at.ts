import { dateOf, formatDay, instantOf, timeOf, toMoment } from '../../programme/moment.ts';
import type { Programme } from '../../programme/programme.ts';
import { filterByDay, findNext, findRunning, findToday, type Session } from '../../programme/sessions.ts';
import { isHeld } from '../../programme/talk.ts';
import type { Filter } from '../../search/query/filters.ts';
import { pluralise, shorten } from '../../text/display.ts';
import { addDays } from '../../text/read-day.ts';
import { constraintsLine } from '../constraints/constraints-line.ts';
import type { When } from '../when.ts';

/** Sessions under a heading of their own: those that run, those of a day. */
export interface SessionGroup {
  readonly heading: string;
  readonly sessions: readonly Session[];
}

/** The sessions of a time under a title. `date` is the one that the title names, if it names one. */
export interface SessionsAt {
  readonly title: string;
  readonly date: string | undefined;
  readonly groups: readonly SessionGroup[];
  readonly note: string | undefined;
}

interface Around {
  readonly programme: Programme;
  readonly now: number;
  /** Those that the sessions have passed. */
  readonly filters: readonly Filter[];
  /** True if these are sessions of the reader's own talks alone. */
  readonly areOwn?: boolean;
}

/** Picks the sessions of a time, in groups, from those that filters let through. */
export function sessionsAt(when: When, sessions: readonly Session[], around: Around): SessionsAt {
  const offset = findNearestOffset(around);
  if (offset === undefined || when.kind === 'day') return sessionsOnClocks(when, sessions, around);
  const { programme } = around;
  const conference = { ...programme.conference, timeZone: offset };
  const found = sessionsOnClocks(when, sessions, { ...around, programme: { ...programme, conference } });
  const zoneless = `Nothing says in which time zone the conference is; the clock here is at UTC${offset}. An organiser can set timeZone in conference.yml.`;
  return { ...found, note: [found.note ?? '', zoneless].join(' ').trim() };
}

/** The offset of the session nearest to now, if the conference's zone is not known. */
export function findNearestOffset({ programme, now }: Pick<Around, 'programme' | 'now'>): string | undefined {
  if (programme.conference.timeZone !== undefined) return undefined;
  const apart = ({ startsAt }: Session) =>
    startsAt === undefined ? Number.POSITIVE_INFINITY : Math.abs(startsAt - now);
  let nearest: Session | undefined;
  for (const session of programme.sessions)
    if (nearest === undefined || apart(session) < apart(nearest)) nearest = session;
  return nearest?.startsAt === undefined ? undefined : nearest.slot.start.slice(19);
}

function sessionsOnClocks(when: When, sessions: readonly Session[], around: Around): SessionsAt {
  const { programme } = around;
  if (programme.sessions.length === 0) return nothing('This programme has no times yet.');
  if (when.kind === 'day') return onDay(when.day, sessions, around);
  if (when.kind === 'days') return onDays(when.days, sessions, around);
  if (when.kind === 'any') return onAnyDay(sessions, around);
  if (when.kind === 'window') return within(when, sessions, around);
  if (when.kind === 'first' || when.kind === 'last') return atEdge(when, sessions, around);
  const word = when.kind === 'moment' ? 'then' : 'now';
  const timed = programme.sessions.filter(({ slot }) => slot.untimed === undefined);
  if (timed.length > 0 && timed.every(session => session.startsAt === undefined))
    return nothing(
      `The programme does not say in which time zone its times are, so Lectern cannot tell what runs ${word}. An organiser can set timeZone in conference.yml.`,
    );
  switch (when.kind) {
    case 'next':
      return comingNext(sessions, around);
    case 'now':
      return running('now', sessions, around);
    case 'moment':
      return running('then', sessions, { ...around, now: instantOf(when, programme.conference) });
  }
}

function nothing(note: string): SessionsAt {
  return { title: 'Agenda', date: undefined, groups: [], note };
}

function running(when: 'now' | 'then', sessions: readonly Session[], around: Around): SessionsAt {
  const { now, programme } = around;
  const at = { epochMs: now, today: findToday(now, programme) };
  const those = findRunning(at, sessions);
  const next = findNext(at, sessions);
  const moment = toMoment(now, programme.conference.timeZone);
  const none = those.length > 0 ? [] : [`Nothing${fitting(around)} runs ${when}.`];
  const over =
    next.length > 0 ? [] : [`Nothing else${around.areOwn === true ? ' of yours' : ''} is scheduled.`];
  return {
    title: `${when === 'now' ? 'Now, ' : ''}${formatDay(dateOf(moment))} ${timeOf(moment)}`,
    date: dateOf(moment),
    groups: [
      { heading: 'Running', sessions: those },
      { heading: 'Next', sessions: next },
    ],
    note: [...none, ...over].join(' ') || undefined,
  };
}

function comingNext(sessions: readonly Session[], around: Around): SessionsAt {
  const { now, programme } = around;
  const next = findNext({ epochMs: now, today: findToday(now, programme) }, sessions);
  return {
    title: 'Next',
    date: undefined,
    groups: [{ heading: '', sessions: next }],
    note: next.length > 0 ? undefined : `Nothing else${fitting(around)} is scheduled.`,
  };
}

function onDay(day: string, sessions: readonly Session[], around: Around): SessionsAt {
  const ofDay = filterByDay(day, sessions);
  // The last night of a programme is on a date of its own.
  const those = ofDay.length > 0 ? ofDay : sessions.filter(({ slot }) => dateOf(slot.start) === day);
  const count = those.length === 1 ? '1 session' : `${those.length} sessions`;
  return {
    title: `${formatDay(day)}: ${count}`,
    date: day,
    groups: [{ heading: '', sessions: those }],
    note: those.length > 0 ? undefined : `Nothing${fitting(around)} is scheduled then.`,
  };
}

/** Several days; those that follow each other are named by the first and the last. */
function onDays(days: readonly string[], sessions: readonly Session[], around: Around): SessionsAt {
  const those = sessions.filter(({ slot }) => days.includes(slot.day));
  const [first = '', last = ''] = [days[0], days.at(-1)];
  const isRun = addDays(first, days.length - 1) === last;
  const named = isRun ? `${formatDay(first)} to ${formatDay(last)}` : days.map(formatDay).join(', ');
  return {
    title: `${named}: ${pluralise(those.length, 'session')}`,
    date: undefined,
    groups: [{ heading: '', sessions: those }],
    note: those.length > 0 ? undefined : `Nothing${fitting(around)} is scheduled then.`,
  };
}

function onAnyDay(sessions: readonly Session[], around: Around): SessionsAt {
  return {
    title: pluralise(sessions.length, 'session'),
    date: undefined,
    groups: [{ heading: '', sessions }],
    note: sessions.length > 0 ? undefined : `Nothing${fitting(around)} is scheduled.`,
  };
}

/** Sessions that begin within a window. */
function within(
  { day, from, to }: Extract<When, { readonly kind: 'window' }>,
  sessions: readonly Session[],
  around: Around,
): SessionsAt {
  const those = filterByDay(day, sessions).filter(({ slot }) => {
    if (slot.untimed !== undefined) return false;
    const time = timeOf(slot.start);
    return (from ?? '') <= time && (to === undefined || time < to);
  });
  const hours = from === undefined ? `before ${to}` : to === undefined ? `from ${from}` : `${from}–${to}`;
  return {
    title: `${formatDay(day)} ${hours}: ${pluralise(those.length, 'session')}`,
    date: day,
    groups: [{ heading: '', sessions: those }],
    note: those.length > 0 ? undefined : `Nothing${fitting(around)} begins then.`,
  };
}

/** The sessions with which a day begins or ends, all at the same time. */
function atEdge(
  { kind, day }: Extract<When, { readonly kind: 'first' | 'last' }>,
  sessions: readonly Session[],
  around: Around,
): SessionsAt {
  const those = filterByDay(day, sessions).filter(
    ({ talk, slot }) => isHeld(talk) && slot.untimed === undefined,
  );
  const edge = kind === 'first' ? those[0] : those.at(-1);
  return {
    title: `${kind === 'first' ? 'First' : 'Last'}, ${formatDay(day)}`,
    date: day,
    groups: [{ heading: '', sessions: those.filter(({ slot }) => slot.start === edge?.slot.start) }],
    note: those.length > 0 ? undefined : `Nothing${fitting(around)} is scheduled then.`,
  };
}

/** ` of yours in Quay Hall`, between `Nothing` and its verb. */
function fitting(around: Around): string {
  return `${around.areOwn === true ? ' of yours' : ''}${fittingFilters(around)}`;
}

function fittingFilters({ filters, programme }: Around): string {
  const full = filters.filter(({ value }) => value !== '');
  if (full.length === 0) return '';
  const arePlaces = full.every(({ name, not }) => !not && (name === 'room' || name === 'track'));
  const line = arePlaces ? constraintsLine(full, programme) : undefined;
  return line === undefined ? ' that fits your filters' : ` in ${shorten(line, PLACES_LENGTH)}`;
}

const PLACES_LENGTH = 100;
