import { nextAfter, runningAt, sessionsOn } from '../programme/agenda.ts';
import { dateOf, momentAt, timeOf } from '../programme/moment.ts';
import type { Programme } from '../programme/programme.ts';
import type { Session } from '../programme/session.ts';
import { dayWords } from '../programme/when.ts';
import { sieveOf } from '../search/filter.ts';
import type { Page } from './page.ts';
import type { ReplySetting } from './reply.ts';
import type { Request } from './request.ts';
import { type Agenda, agenda, type Group } from './views/agenda.ts';
import type { Message } from './views/message.ts';

export type AgendaRequest = Exclude<Request, { readonly kind: 'help' | 'search' }>;

/** What runs now, what is next, or what a day holds, narrowed down by filters. */
export function agendaReply(
  request: AgendaRequest,
  {
    page,
    today,
    setting,
  }: {
    readonly page: Page;
    readonly today: string;
    readonly setting: ReplySetting & { readonly notes: readonly string[] };
  },
): Message {
  const shown = agendaOf(request, { programme: setting.loaded.programme, today, now: setting.now });
  return agenda({ ...shown, notes: [...setting.notes, ...shown.notes] }, page, setting);
}

/** The same as a value. `now` is in milliseconds since 1970, `today` the conference's date. */
export function agendaOf(
  request: AgendaRequest,
  { programme, today, now }: { readonly programme: Programme; readonly today: string; readonly now: number },
): Agenda {
  const sieve = sieveOf(request.filters, programme, today);
  const sessions = programme.sessions.filter(({ talk, slot }) => sieve.accepts(talk, [slot]));
  const { title, groups, note } = asked(request, sessions, { programme, now });
  const found = groups.filter(group => group.sessions.length > 0);
  const notes = [...sieve.notes, ...(note === undefined ? [] : [note])];
  return { title, groups: found, notes, days: found.length === 0 ? programme.days : [] };
}

interface Asked {
  readonly title: string;
  readonly groups: readonly Group[];
  readonly note: string | undefined;
}

function asked(
  request: AgendaRequest,
  sessions: readonly Session[],
  { programme, now }: { readonly programme: Programme; readonly now: number },
): Asked {
  if (programme.sessions.length === 0)
    return { title: 'Agenda', groups: [], note: 'This programme has no times yet.' };
  if (request.kind === 'day') return onDay(request.day, sessions);
  if (programme.sessions.every(session => session.startsAt === undefined)) {
    return {
      title: 'Agenda',
      groups: [],
      note: 'The programme does not say in which time zone its times are, so what runs now cannot be told.',
    };
  }
  const next = nextAfter(now, sessions);
  const running = request.kind === 'now' ? runningAt(now, sessions) : [];
  const none = next.length === 0 ? 'Nothing more is to come.' : undefined;
  return {
    title: request.kind === 'now' ? `Now, ${clockOf(now, programme)}` : 'Next',
    groups: [
      { heading: 'Running', sessions: running },
      { heading: request.kind === 'now' ? 'Next' : '', sessions: next },
    ],
    note:
      request.kind === 'now' && running.length === 0 ? ['Nothing runs now.', none].join(' ').trim() : none,
  };
}

function onDay(day: string, sessions: readonly Session[]): Asked {
  const those = sessionsOn(day, sessions);
  const count = those.length === 1 ? '1 session' : `${those.length} sessions`;
  return {
    title: `${dayWords(day)}: ${count}`,
    groups: [{ heading: '', sessions: those }],
    note: those.length === 0 ? 'Nothing is scheduled then.' : undefined,
  };
}

/** `Tue 11 May 08:55`, where the conference is. */
function clockOf(epochMs: number, { conference }: Programme): string {
  const moment = momentAt(epochMs, conference.timeZone);
  return `${dayWords(dateOf(moment))} ${timeOf(moment)}`;
}
