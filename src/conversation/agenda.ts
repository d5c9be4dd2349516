import { dateOf, formatDay, instantOf, timeOf, toMoment } from '../programme/moment.ts';
import type { Programme } from '../programme/programme.ts';
import { filterByDay, findNext, findRunning, findToday, type Session } from '../programme/sessions.ts';
import { isHeld } from '../programme/talk.ts';
import { compileFilters } from '../search/filter/compile-filters.ts';
import { type Filter, formatFilter } from '../search/query/filters.ts';
import { pluralise } from '../text/display.ts';
import type { Answering } from './context.ts';
import { SESSIONS_A_PAGE } from './paging.ts';
import type { Search } from './request.ts';
import { type When, whenText } from './when.ts';
import { type Suggestion, WIDER } from './widening.ts';

/** The sessions of a time, in groups. */
export interface Agenda {
  readonly title: string;
  /** The date that the title names, `2027-05-11`; a session on another one says so. */
  readonly date: string | undefined;
  readonly groups: readonly SessionGroup[];
  readonly notes: readonly string[];
  /** Days to choose from if there is nothing to show, and the words that ask for them. */
  readonly days: readonly { readonly day: string; readonly query: string }[];
  /** The session with which a first page begins: a long today begins with what is to come. */
  readonly first: number;
}

/** Sessions under a heading of their own: those that run, those of a day. */
interface SessionGroup {
  readonly heading: string;
  readonly sessions: readonly Session[];
}

export interface AgendaRequest {
  readonly when: When;
  readonly filters: readonly Filter[];
}

/** Tells what runs now or at a moment, what is next, or what a day holds. `today` is the conference's date. */
export function agendaFor(
  { when, filters }: AgendaRequest,
  { programme, now }: Pick<Answering, 'programme' | 'now'>,
  today: string,
): Agenda {
  const sieve = compileFilters(filters, programme, today);
  const sessions = programme.sessions.filter(({ talk, slot }) => sieve.accepts(talk, [slot]));
  const { note, ...asked } = sessionsAt(when, sessions, { programme, now, isNarrowed: filters.length > 0 });
  const groups = asked.groups.filter(group => group.sessions.length > 0);
  // If no name fits a filter, nothing could fit: that says enough.
  const problems = sieve.notes.length > 0 || note === undefined ? sieve.notes : [note];
  const notes = [...[...sieve.corrected].map(mendedNote), ...problems];
  const isToday = when.kind === 'any' || (when.kind === 'day' && when.day === today);
  return {
    ...asked,
    groups,
    notes,
    days: groups.length > 0 ? [] : otherDays({ when, filters }, sessions, programme),
    first: isToday ? firstToCome(groups, now) : 0,
  };
}

/** The words that ask for the same agenda again. */
export function agendaQuery({ when, filters }: AgendaRequest): string {
  return [whenText(when), ...filters.map(formatFilter)].filter(words => words !== '').join(' ');
}

/** The agendas without one of the constraints that were read from words: on all days, in all rooms. */
export function widerAgendas({
  when,
  filters,
  search,
}: AgendaRequest & { readonly search: Pick<Search, 'read'> }): readonly Suggestion[] {
  const isRead = (filter: Filter) =>
    search.read.some(({ name, value }) => name === filter.name && value === filter.value);
  const read = new Set(filters.filter(isRead).map(({ name }) => name));
  const without = WIDER.filter(({ names }) => names.some(name => read.has(name))).map(({ names, label }) => ({
    label,
    query: agendaQuery({ when, filters: filters.filter(({ name }) => !names.includes(name)) }),
  }));
  const isAnyDay = when.kind === 'any' || filters.length === 0;
  const allDays = isAnyDay
    ? []
    : [{ label: 'All days', query: agendaQuery({ when: { kind: 'any' }, filters }) }];
  return [...allDays, ...without].filter(({ query }) => query !== '');
}

/** In the afternoon people want what is to come; what is over is a page back. */
function firstToCome(groups: readonly SessionGroup[], now: number): number {
  const sessions = groups.flatMap(group => group.sessions);
  if (sessions.length <= SESSIONS_A_PAGE) return 0;
  const first = sessions.findIndex(({ endsAt }) => endsAt !== undefined && endsAt > now);
  return Math.max(0, first);
}

function mendedNote([typed, meant]: readonly [Filter, string]): string {
  return `Showing ${formatFilter({ ...typed, value: meant })} (you typed ${formatFilter(typed)}).`;
}

/** The days that have sessions, with the same filters if they leave anything. */
function otherDays(
  { filters }: AgendaRequest,
  sessions: readonly Session[],
  { days }: Programme,
): Agenda['days'] {
  const kept = sessions.length === 0 ? [] : filters;
  const those = new Set(sessions.map(({ slot }) => slot.day));
  return days
    .filter(day => sessions.length === 0 || those.has(day))
    .map(day => ({ day, query: agendaQuery({ when: { kind: 'day', day }, filters: kept }) }));
}

interface SessionsAt extends Pick<Agenda, 'title' | 'date' | 'groups'> {
  readonly note: string | undefined;
}

interface Around {
  readonly programme: Programme;
  readonly now: number;
  readonly isNarrowed: boolean;
}

function sessionsAt(when: When, sessions: readonly Session[], around: Around): SessionsAt {
  const offset = findNearestOffset(around);
  if (offset === undefined || when.kind === 'day') return sessionsOnClocks(when, sessions, around);
  const { programme } = around;
  const conference = { ...programme.conference, timeZone: offset };
  const found = sessionsOnClocks(when, sessions, { ...around, programme: { ...programme, conference } });
  const zoneless = `Nothing says in which time zone the conference is; the clock here is at UTC${offset}. An organiser can set timeZone in conference.yml.`;
  return { ...found, note: [found.note ?? '', zoneless].join(' ').trim() };
}

/** The offset of the session nearest to now, if the conference's zone is not known. */
function findNearestOffset({ programme, now }: Around): string | undefined {
  if (programme.conference.timeZone !== undefined) return undefined;
  const apart = ({ startsAt }: Session) =>
    startsAt === undefined ? Number.POSITIVE_INFINITY : Math.abs(startsAt - now);
  const [nearest] = [...programme.sessions].sort((a, b) => apart(a) - apart(b));
  return nearest?.startsAt === undefined ? undefined : nearest.slot.start.slice(19);
}

function sessionsOnClocks(when: When, sessions: readonly Session[], around: Around): SessionsAt {
  const { programme } = around;
  if (programme.sessions.length === 0) return nothing('This programme has no times yet.');
  if (when.kind === 'day') return onDay(when.day, sessions, around);
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
  const over = next.length > 0 ? [] : ['Nothing else is scheduled.'];
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
  const those = filterByDay(day, sessions);
  const count = those.length === 1 ? '1 session' : `${those.length} sessions`;
  return {
    title: `${formatDay(day)}: ${count}`,
    date: day,
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

function fitting({ isNarrowed }: Around): string {
  return isNarrowed ? ' that fits your filters' : '';
}
