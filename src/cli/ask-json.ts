import type { AgendaAnswer, Answer } from '../conversation/answer.ts';
import type { Answering } from '../conversation/context.ts';
import { practicalNote } from '../conversation/practical.ts';
import type { Results } from '../conversation/results.ts';
import { type Understood, understoodIn } from '../conversation/understood.ts';
import type { List } from '../conversation/verbs.ts';
import type { When } from '../conversation/when.ts';
import { timeOf, toMoment } from '../programme/moment.ts';
import type { Programme } from '../programme/programme.ts';
import { findToday } from '../programme/sessions.ts';
import type { Filter, FilterName } from '../search/query/filters.ts';
import { speakerJson } from './search/search-json.ts';
import { talkJson } from './talk-json.ts';

/** An answer for programs, in the same shape whatever was asked; fields that say nothing are null or empty. */
export function askJson(typed: string, answer: Answer, limit: number) {
  return { typed, ...contentOf(answer, limit) };
}

/** All that the command line says of an answer besides the words. */
function contentOf(answer: Answer, limit: number): Content {
  switch (answer.kind) {
    case 'help':
    case 'digest':
      return filled(answer.kind, {});
    case 'more':
      return filled('none', {});
    case 'practical':
      return filled('none', { notes: [practicalNote(answer.topic, answer.context.programme)] });
    case 'facts':
      return filled('facts', { notes: [answer.fact] });
    case 'list':
      return filled('list', listJson(answer.list, answer.context.programme));
    case 'agenda':
      return filled('agenda', { ...agendaJson(answer, limit), understood: understoodIn(answer) });
    case 'results':
    case 'none': {
      const kind = answer.kind === 'none' ? 'none' : 'search';
      return filled(kind, { ...resultsJson(answer, limit), understood: understoodIn(answer) });
    }
  }
}

interface Content extends Window {
  readonly kind: Exclude<Answer['kind'], 'results' | 'practical' | 'more'> | 'search';
  readonly understood: readonly Understood[];
  readonly correction: string | null;
  readonly notes: readonly string[];
  readonly total: number;
  readonly talks: readonly ReturnType<typeof talkJson>[];
  readonly speakers: readonly ReturnType<typeof speakerJson>[];
}

/** The programme day and the times of it that were asked about, on the conference's clocks; null if none was. */
interface Window {
  readonly day: string | null;
  readonly from: string | null;
  readonly to: string | null;
}

function filled(kind: Content['kind'], content: Partial<Content>): Content {
  return {
    kind,
    day: null,
    from: null,
    to: null,
    understood: [],
    correction: null,
    notes: [],
    total: 0,
    talks: [],
    speakers: [],
    ...content,
  };
}

function agendaJson({ agenda, request, context }: AgendaAnswer & InContext, limit: number) {
  const sessions = agenda.groups.flatMap(group => group.sessions);
  const talks = sessions.slice(0, limit).map(({ talk, slot }) => talkJson(talk, { slot }));
  return { ...windowOf(request.when, context), notes: agenda.notes, total: sessions.length, talks };
}

function resultsJson({ results, context }: { readonly results: Results } & InContext, limit: number) {
  const { found, notes, search } = results;
  const { words, scores, correction = null } = found;
  return {
    ...windowOfFilters(search.read),
    correction,
    notes,
    total: found.talks.length,
    talks: found.talks
      .slice(0, limit)
      .map((talk, place) => talkJson(talk, { words, score: scores[place] ?? 0 })),
    speakers: found.speakers.map(match => speakerJson(match, context.programme, words)),
  };
}

interface InContext {
  readonly context: Answering;
}

function windowOf(when: When, { now, programme }: Answering): Window {
  switch (when.kind) {
    case 'day':
    case 'first':
    case 'last':
      return { day: when.day, from: null, to: null };
    case 'moment':
      return { day: when.day, from: when.time, to: null };
    case 'now': {
      const moment = toMoment(now, programme.conference.timeZone);
      return { day: findToday(now, programme), from: timeOf(moment), to: null };
    }
    case 'window':
      return { day: when.day, from: when.from ?? null, to: when.to ?? null };
    case 'any':
    case 'next':
      return { day: null, from: null, to: null };
  }
}

function windowOfFilters(filters: readonly Filter[]): Window {
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
