import type { types } from '@slack/bolt';
import { agendaFor } from '../../../conversation/agenda/agenda.ts';
import { starredBy } from '../../../conversation/context.ts';
import { formatDay } from '../../../programme/moment.ts';
import type { Programme } from '../../../programme/programme.ts';
import { findToday, type Session } from '../../../programme/sessions.ts';
import { shorten } from '../../../text/display.ts';
import { agendaClocks, sessionList } from '../agenda.ts';
import { aside, header, richText } from '../blocks/rich-text.ts';
import type { HomeContext } from './home-context.ts';

/** `none`: the programme has no times yet. */
export type Phase = 'none' | 'before' | 'during' | 'after';

/** Whether the conference is to come, runs or is over, on its own clocks. */
export function phaseAt(now: number, programme: Programme): Phase {
  const { days, sessions } = programme;
  const [first] = days;
  if (first === undefined) return 'none';
  const today = findToday(now, programme);
  if (today < first) return 'before';
  const isOver = ({ endsAt, slot }: Session) => (endsAt === undefined ? slot.day < today : endsAt <= now);
  return sessions.every(isOver) ? 'after' : 'during';
}

/** So many sessions of those that run, and of those that come next. */
const SESSIONS = 4;
const TITLE_LENGTH = 150;

/** Before the conference the sessions that open it; during it those that run and that come next; then that it is over. */
export function whatIsOn(context: HomeContext): types.KnownBlock[] {
  const { programme, now, reader } = context;
  const phase = phaseAt(now, programme);
  const [first] = programme.days;
  if (phase === 'after') return [aside('The conference is over. Its talks can still be found here.')];
  if (phase === 'none' || first === undefined) return [];
  const isBefore = phase === 'before';
  const when = isBefore ? ({ kind: 'first', day: first } as const) : ({ kind: 'now' } as const);
  const agenda = agendaFor({ when, filters: [] }, context, findToday(now, programme));
  const starred = starredBy(reader, programme);
  const groups = agenda.groups.map(({ heading, sessions }) =>
    chooseSessions(sessions, starred).map(session => ({ session, heading })),
  );
  const shown = groups.flat();
  const left = agenda.groups.reduce((sum, { sessions }) => sum + sessions.length, 0) - shown.length;
  const clocks = agendaClocks(agenda, shown, context);
  return [
    header(shorten(isBefore ? `It begins on ${formatDay(first)}` : agenda.title, TITLE_LENGTH)),
    ...(clocks.length === 0 ? [] : [richText([clocks])]),
    ...agenda.notes.map(note => aside(note)),
    ...sessionList(shown, { named: isBefore ? first : agenda.date, context }),
    ...(left === 0 ? [] : [aside(`${left} more: press ${isBefore ? 'Next' : 'Now'}.`)]),
  ];
}

/** Those that are starred have a place before all others. They stay in order, so that a star moves none of them. */
function chooseSessions(sessions: readonly Session[], starred: ReadonlySet<string>): readonly Session[] {
  const isStarred = ({ talk }: Session) => starred.has(talk.id);
  const first = [...sessions.filter(isStarred), ...sessions.filter(session => !isStarred(session))];
  const chosen = new Set(first.slice(0, SESSIONS));
  return sessions.filter(session => chosen.has(session));
}
