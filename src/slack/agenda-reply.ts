import type { Request } from '../conversation/request.ts';
import { nextAfter, runningAt, sessionsOn } from '../programme/agenda.ts';
import { dateOf, instantOf, momentAt, timeOf } from '../programme/moment.ts';
import type { Programme } from '../programme/programme.ts';
import type { Session } from '../programme/session.ts';
import { dayWords } from '../programme/when.ts';
import { sieveOf } from '../search/filter/compile-filters.ts';
import { type Filter, filterText } from '../search/query/filters.ts';
import { pluralise } from '../text/plural.ts';
import { type Agenda, agenda, SESSIONS_A_PAGE } from './views/agenda.ts';
import type { Message } from './views/blocks/message.ts';
import type { ResultsSetting } from './views/results-setting.ts';

export type AgendaRequest = Exclude<Request, { readonly kind: 'help' | 'search' }>;

/** What runs now or at a moment, what is next, or what a day holds, narrowed down by filters. */
export function agendaReply(
  request: AgendaRequest,
  {
    query,
    offset,
    today,
    setting,
  }: {
    /** What asks for this page and for the others. */
    readonly query: string;
    readonly offset: number | undefined;
    readonly today: string;
    readonly setting: AgendaReplySetting;
  },
): Message {
  const { programme } = setting.loaded;
  const { now } = setting;
  const shown = agendaOf(request, { programme, today, now });
  const isToday = request.kind === 'day' && request.day === today;
  const page = { query, offset: offset ?? (isToday ? firstToCome(shown, now) : 0) };
  const { folder } = programme.conference;
  return agenda({ ...shown, notes: [...setting.notes, ...shown.notes] }, page, { ...setting, folder });
}

/** Who asks in the afternoon what is on today wants what is to come; what is over is a page back. */
function firstToCome({ groups }: Agenda, now: number): number {
  const sessions = groups.flatMap(group => group.sessions);
  if (sessions.length <= SESSIONS_A_PAGE) return 0;
  return Math.max(
    0,
    sessions.findIndex(({ endsAt }) => endsAt !== undefined && endsAt > now),
  );
}

type AgendaReplySetting = Pick<ResultsSetting, 'loaded' | 'readerZone' | 'paged' | 'notes' | 'prefix'> & {
  readonly now: number;
};

/** The same as a value. `now` is in milliseconds since 1970, `today` the conference's date. */
export function agendaOf(
  request: AgendaRequest,
  { programme, today, now }: { readonly programme: Programme; readonly today: string; readonly now: number },
): Agenda {
  const sieve = sieveOf(request.filters, programme, today);
  const sessions = programme.sessions.filter(({ talk, slot }) => sieve.accepts(talk, [slot]));
  const isNarrowed = request.filters.length > 0;
  const { note, ...shown } = asked(request, sessions, { programme, now, isNarrowed });
  const groups = shown.groups.filter(group => group.sessions.length > 0);
  // That nothing has a name says enough: nothing could fit it.
  const problems = sieve.notes.length > 0 || note === undefined ? sieve.notes : [note];
  const notes = [...[...sieve.mended].map(mendedWords), ...problems];
  return { ...shown, groups, notes, days: groups.length > 0 ? [] : otherDays(request, sessions, programme) };
}

function mendedWords([typed, meant]: readonly [Filter, string]): string {
  return `Showing ${filterText({ ...typed, value: meant })} (you typed ${filterText(typed)}).`;
}

/** Where there is nothing to show: the days on which there is, with the same filters if they leave anything. */
function otherDays(
  { typed }: AgendaRequest,
  sessions: readonly Session[],
  { days }: Programme,
): Agenda['days'] {
  if (sessions.length === 0) return days.map(day => ({ day, query: day }));
  const filters = typed.replace(/^\S+(?: \d\d:\d\d)?/, '');
  const those = new Set(sessions.map(({ slot }) => slot.day));
  return days.filter(day => those.has(day)).map(day => ({ day, query: `${day}${filters}` }));
}

interface Asked extends Pick<Agenda, 'title' | 'date' | 'groups'> {
  readonly note: string | undefined;
}

interface Circumstances {
  readonly programme: Programme;
  readonly now: number;
  readonly isNarrowed: boolean;
}

function asked(request: AgendaRequest, sessions: readonly Session[], around: Circumstances): Asked {
  const { programme } = around;
  if (programme.sessions.length === 0) return nothing('This programme has no times yet.');
  if (request.kind === 'day') return onDay(request.day, sessions, around);
  const when = request.kind === 'moment' ? 'then' : 'now';
  if (programme.sessions.every(session => session.startsAt === undefined))
    return nothing(
      `The programme does not say in which time zone its times are, so what runs ${when} cannot be told. An organiser can set timeZone in conference.yml.`,
    );
  if (request.kind === 'next') return comingNext(sessions, around);
  const now = request.kind === 'moment' ? instantOf(request, programme.conference) : around.now;
  return running(when, sessions, { ...around, now });
}

function nothing(note: string): Asked {
  return { title: 'Agenda', date: undefined, groups: [], note };
}

function running(when: 'now' | 'then', sessions: readonly Session[], around: Circumstances): Asked {
  const { now, programme } = around;
  const those = runningAt(now, sessions);
  const next = nextAfter(now, sessions);
  const moment = momentAt(now, programme.conference.timeZone);
  const none = those.length > 0 ? [] : [`Nothing${fitting(around)} runs ${when}.`];
  const over = next.length > 0 ? [] : ['Nothing more is to come.'];
  return {
    title: `${when === 'now' ? 'Now, ' : ''}${dayWords(dateOf(moment))} ${timeOf(moment)}`,
    date: dateOf(moment),
    groups: [
      { heading: 'Running', sessions: those },
      { heading: 'Next', sessions: next },
    ],
    note: [...none, ...over].join(' ') || undefined,
  };
}

function comingNext(sessions: readonly Session[], around: Circumstances): Asked {
  const next = nextAfter(around.now, sessions);
  return {
    title: 'Next',
    date: undefined,
    groups: [{ heading: '', sessions: next }],
    note: next.length > 0 ? undefined : `Nothing more${fitting(around)} is to come.`,
  };
}

function onDay(day: string, sessions: readonly Session[], around: Circumstances): Asked {
  const those = sessionsOn(day, sessions);
  const count = pluralise(those.length, 'session');
  return {
    title: `${dayWords(day)}: ${count}`,
    date: day,
    groups: [{ heading: '', sessions: those }],
    note: those.length > 0 ? undefined : `Nothing${fitting(around)} is scheduled then.`,
  };
}

function fitting({ isNarrowed }: Circumstances): string {
  return isNarrowed ? ' that fits your filters' : '';
}
