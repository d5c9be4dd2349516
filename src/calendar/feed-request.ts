import { agendaFor } from '../conversation/agenda/agenda.ts';
import { answerWithoutOrders, type DrawnAnswer } from '../conversation/answer.ts';
import type { Answering } from '../conversation/context.ts';
import { QUERY_LENGTH } from '../conversation/paging.ts';
import { findMeant } from '../conversation/results.ts';
import { type CalendarEntry, type CalendarEvent, eventsOf } from '../programme/calendar-entries.ts';
import { findToday, listSessions } from '../programme/sessions.ts';
import type { Talk } from '../programme/talk.ts';
import { compileFilters } from '../search/filter/compile-filters.ts';
import { ALL } from '../search/find.ts';
import type { Loaded } from '../search/loaded.ts';
import type { FeedSubject } from '../store/feeds.ts';
import { groupByEach } from '../text/keys.ts';

/**
 * The subject of a calendar with an answer's sessions; undefined if it has none that a calendar can follow: what is on
 * now is over before a calendar program looks.
 */
export function feedSubject(answer: DrawnAnswer): FeedSubject | undefined {
  if (answer.kind === 'mine') return answer.mine === undefined ? undefined : { kind: 'mine' };
  const asked = askedSessions(answer);
  if (asked === undefined || asked.length > QUERY_LENGTH) return undefined;
  return { kind: 'search', words: asked.slice(answer.context.prefix.length) };
}

/** The words that ask for the sessions again. */
function askedSessions(answer: DrawnAnswer): string | undefined {
  switch (answer.kind) {
    case 'results': {
      return hasSessions(answer) ? answer.results.asked : undefined;
    }
    case 'agenda': {
      const { request, agenda, asked } = answer;
      const isPassing = request.when.kind === 'now' || request.when.kind === 'next';
      return isPassing || agenda.groups.length === 0 || asked === '' ? undefined : asked;
    }
    default:
      return undefined;
  }
}

/** The talks that are shown nearly always tell; only if none of them has a time, all that match are looked at. */
function hasSessions({ results, context }: Extract<DrawnAnswer, { readonly kind: 'results' }>): boolean {
  const { found, search } = results;
  if (found.talks.some(isScheduled)) return true;
  if (found.talks.length === found.total || context.programme.sessions.length === 0) return false;
  return findMeant(search, context, ALL).found.talks.some(isScheduled);
}

function isScheduled({ slots }: Pick<Talk, 'slots'>): boolean {
  return slots.length > 0;
}

export interface FeedRequest {
  /** Words for the conference itself, as feedSubject gives them. */
  readonly words: string;
  /** When they were typed, in milliseconds since 1970: `today` stays that day. */
  readonly typedAt: number;
}

/** The events of all sessions that a request finds in the programme as it is now. */
export function findEvents(
  { words, typedAt }: FeedRequest,
  loaded: Loaded,
  entries: readonly CalendarEntry[],
): readonly CalendarEvent[] {
  const { programme } = loaded;
  const today = findToday(typedAt, programme);
  const context: Answering = {
    ...loaded,
    now: typedAt,
    reader: { zone: undefined, place: 'apart', stars: undefined },
    prefix: '',
    resultsMax: ALL,
  };
  const answer = answerWithoutOrders(words, context);
  const events = createEventList(loaded, entries);
  switch (answer.kind) {
    case 'results': {
      const { found, search } = answer.results;
      const sieve = compileFilters(search.query.filters, programme, today);
      return found.talks.flatMap(events).filter(({ talk, slot }) => sieve.accepts(talk, [slot]));
    }
    case 'agenda': {
      const changed = new Set(entries.flatMap(({ talkId }) => programme.talk(talkId) ?? []));
      const lost = [...changed].flatMap(events).filter(({ isLost }) => isLost);
      const lostSessions = lost.flatMap(({ talk, slot }) =>
        listSessions([{ ...talk, slots: [slot] }], programme.rooms),
      );
      const whole = { ...programme, sessions: [...programme.sessions, ...lostSessions] };
      const { groups } = agendaFor(answer.request, { programme: whole, now: typedAt }, today);
      const found = groups.flatMap(({ sessions }) => sessions);
      const slots = new Set(found.map(({ slot }) => slot));
      const talks = new Set(found.flatMap(({ talk }) => programme.talk(talk.id) ?? []));
      return [...talks].flatMap(events).filter(({ slot }) => slots.has(slot));
    }
    default:
      return [];
  }
}

/** Returns a function that lists the events of a talk. */
export function createEventList(
  { programme: { conference } }: Pick<Loaded, 'programme'>,
  entries: readonly CalendarEntry[],
): (talk: Talk) => readonly CalendarEvent[] {
  const byTalk = groupByEach(entries, ({ talkId }) => [talkId]);
  return talk => eventsOf(talk, conference, byTalk.get(talk.id));
}
