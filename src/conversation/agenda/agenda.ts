import type { Programme } from '../../programme/programme.ts';
import type { Session } from '../../programme/sessions.ts';
import { compileFilters } from '../../search/filter/compile-filters.ts';
import { type Filter, formatFilter } from '../../search/query/filters.ts';
import type { Answering } from '../context.ts';
import { SESSIONS_A_PAGE } from '../paging.ts';
import { type When, whenText } from '../when.ts';
import { type Suggestion, WIDER } from '../widening.ts';
import { findNearest } from './nearest-sessions.ts';
import { type SessionGroup, sessionsAt } from './sessions-at.ts';

/** The sessions of a time, in groups. */
export interface Agenda {
  readonly title: string;
  /** The date that the title names, `2027-05-11`; a session on another one says so. */
  readonly date: string | undefined;
  readonly groups: readonly SessionGroup[];
  readonly notes: readonly string[];
  /** The sessions just before the time and just after it, if there is nothing in it. */
  readonly nearest: readonly SessionGroup[];
  /** Days to choose from if there is nothing to show, and the words that ask for them. */
  readonly days: readonly { readonly day: string; readonly query: string }[];
  /** The session with which a first page begins: a long today begins with what is to come. */
  readonly first: number;
}

export interface AgendaRequest {
  readonly when: When;
  readonly filters: readonly Filter[];
  /** True if the programme's sessions are those of the reader's own talks alone. */
  readonly areOwn?: boolean;
}

/** Tells what runs now or at a moment, what is next, or what a day holds. `today` is the conference's date. */
export function agendaFor(
  { when, filters, areOwn = false }: AgendaRequest,
  { programme, now }: Pick<Answering, 'programme' | 'now'>,
  today: string,
): Agenda {
  const sieve = compileFilters(filters, programme, today);
  const sessions = programme.sessions.filter(({ talk, slot }) => sieve.accepts(talk, [slot]));
  const { note, ...asked } = sessionsAt(when, sessions, { programme, now, filters, areOwn });
  const groups = asked.groups.filter(group => group.sessions.length > 0);
  // If no name fits a filter, nothing could fit: that says enough.
  const problems = sieve.notes.length > 0 || note === undefined ? sieve.notes : [note];
  const notes = [...[...sieve.corrected].map(mendedNote), ...problems];
  const isToday =
    when.kind === 'any' ||
    (when.kind === 'day' && when.day === today) ||
    (when.kind === 'days' && when.days.includes(today));
  return {
    ...asked,
    groups,
    notes,
    nearest: groups.length > 0 ? [] : findNearest(when, sessions),
    days: groups.length > 0 ? [] : otherDays({ when, filters }, sessions, programme),
    first: isToday
      ? firstToCome(
          groups.flatMap(group => group.sessions),
          now,
        )
      : 0,
  };
}

/** The words that ask for the same agenda again. */
export function agendaQuery({ when, filters }: AgendaRequest): string {
  return [whenText(when), ...filters.map(formatFilter)].filter(words => words !== '').join(' ');
}

/** The agendas without one of the constraints, on all days or in all rooms, with the number of their sessions. */
export function widerAgendas(
  { when, filters }: AgendaRequest,
  context: Pick<Answering, 'programme' | 'now' | 'prefix'>,
  today: string,
): readonly Suggestion[] {
  const full = filters.filter(({ value }) => value !== '');
  if (full.length === 0) return [];
  const undone = WIDER.filter(({ names }) => full.some(({ name }) => names.includes(name))).map(
    ({ names, label }) => ({
      label,
      request: { when, filters: full.filter(({ name }) => !names.includes(name)) },
    }),
  );
  const allDays = { label: 'All days', request: { when: { kind: 'any' as const }, filters: full } };
  return [...(when.kind === 'any' ? [] : [allDays]), ...undone].flatMap(({ label, request }) => {
    const query = agendaQuery(request);
    const count = countSessions(agendaFor(request, context, today));
    return query === '' || count === 0
      ? []
      : [{ label: `${label} (${count})`, query: context.prefix + query }];
  });
}

function countSessions({ groups }: Pick<Agenda, 'groups'>): number {
  return groups.reduce((sum, { sessions }) => sum + sessions.length, 0);
}

/** In the afternoon people want what is to come; what is over is a page back. */
function firstToCome(sessions: readonly Session[], now: number): number {
  if (sessions.length <= SESSIONS_A_PAGE) return 0;
  const first = sessions.findIndex(({ endsAt }) => endsAt !== undefined && endsAt > now);
  return Math.max(0, first);
}

/** Says which name a misspelt one was taken for. */
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
