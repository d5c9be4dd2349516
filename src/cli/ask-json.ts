import type { Answer, DrawnAnswer } from '../conversation/answer.ts';
import { practicalNote } from '../conversation/practical.ts';
import { understoodIn } from '../conversation/understood.ts';
import type { List } from '../conversation/verbs.ts';
import { timeOf, toMoment } from '../programme/moment.ts';
import type { Programme } from '../programme/programme.ts';
import { findToday } from '../programme/sessions.ts';
import type { Filter, FilterName } from '../search/query/filters.ts';
import { speakerJson } from './search/search-json.ts';
import { talkJson } from './talk-json.ts';

/** An answer for programs, in the same shape whatever was asked; fields that say nothing are null or empty. */
export function askJson(typed: string, answer: Answer, limit: number) {
  return {
    typed,
    kind: kindOf(answer),
    ...windowOf(answer),
    understood: answer.kind === 'digest' ? [] : understoodIn(answer),
    ...(answer.kind === 'digest' ? NOTHING : contentOf(answer, limit)),
  };
}

function kindOf({ kind }: Answer) {
  switch (kind) {
    case 'results':
      return 'search' as const;
    case 'practical':
    case 'more':
      return 'none' as const;
    default:
      return kind;
  }
}

const NOTHING = { correction: null, notes: [], total: 0, talks: [], speakers: [] };

function contentOf(answer: DrawnAnswer, limit: number) {
  switch (answer.kind) {
    case 'help':
    case 'more':
      return NOTHING;
    case 'practical':
      return { ...NOTHING, notes: [practicalNote(answer.topic, answer.context.programme)] };
    case 'facts':
      return { ...NOTHING, notes: [answer.fact] };
    case 'list':
      return { ...NOTHING, ...listJson(answer.list, answer.context.programme) };
    case 'agenda': {
      const { groups, notes } = answer.agenda;
      const sessions = groups.flatMap(group => group.sessions);
      const talks = sessions.slice(0, limit).map(({ talk, slot }) => talkJson(talk, { slot }));
      return { correction: null, notes, total: sessions.length, talks, speakers: [] };
    }
    case 'results':
    case 'none': {
      const { found, notes } = answer.results;
      const { words, scores, correction = null } = found;
      return {
        correction,
        notes,
        total: found.talks.length,
        talks: found.talks
          .slice(0, limit)
          .map((talk, place) => talkJson(talk, { words, score: scores[place] ?? 0 })),
        speakers: found.speakers.map(match => speakerJson(match, answer.context.programme, words)),
      };
    }
  }
}

/** The programme day and the times of it that were asked about, on the conference's clocks; null if none was. */
function windowOf(answer: Answer): {
  readonly day: string | null;
  readonly from: string | null;
  readonly to: string | null;
} {
  if (answer.kind === 'results' || answer.kind === 'none') return windowOfFilters(answer.results.search.read);
  if (answer.kind !== 'agenda') return { day: null, from: null, to: null };
  const { when } = answer.request;
  const { now, programme } = answer.context;
  switch (when.kind) {
    case 'day':
      return { day: when.day, from: null, to: null };
    case 'moment':
      return { day: when.day, from: when.time, to: null };
    case 'now': {
      const moment = toMoment(now, programme.conference.timeZone);
      return { day: findToday(now, programme), from: timeOf(moment), to: null };
    }
    case 'window':
      return { day: when.day, from: when.from ?? null, to: when.to ?? null };
    case 'first':
    case 'last':
      return { day: when.day, from: null, to: null };
    case 'any':
    case 'next':
      return { day: null, from: null, to: null };
  }
}

function windowOfFilters(filters: readonly Filter[]) {
  const valueFor = (name: FilterName) => filters.find(filter => filter.name === name)?.value;
  const [from = '', to = ''] = (valueFor('time') ?? '').split('-');
  return { day: valueFor('day') ?? null, from: from || null, to: to || null };
}

/** A list for programs: names of tracks and rooms are notes, people are speakers. */
function listJson(list: List, programme: Programme) {
  if (list !== 'speakers') return { total: programme[list].length, notes: programme[list] };
  const speakers = programme.speakers.map(speaker => speakerJson({ speaker }, programme));
  return { total: speakers.length, speakers };
}
