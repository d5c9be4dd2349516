import type { SessionGroup } from '../conversation/agenda/sessions-at.ts';
import { type AgendaAnswer, type Answer, UNCLEAR } from '../conversation/answer.ts';
import type { Answering } from '../conversation/context.ts';
import { orderMistakeNote } from '../conversation/digest/order-mistakes.ts';
import { PERSONAL_ELSEWHERE, type PersonalAnswer } from '../conversation/mine/personal-answer.ts';
import { practicalNote } from '../conversation/practical.ts';
import type { Results } from '../conversation/results.ts';
import { type Understood, understoodIn } from '../conversation/understood.ts';
import type { List } from '../conversation/verbs.ts';
import type { When } from '../conversation/when.ts';
import { formatSlot, timeOf, toMoment } from '../programme/moment.ts';
import type { Programme } from '../programme/programme.ts';
import { findToday } from '../programme/sessions.ts';
import type { Filter, FilterName } from '../search/query/filters.ts';
import { speakerJson, talkJson } from '../search/talk-json.ts';
import { newsText, selectNews } from '../slack/views/news.ts';
import { pluralise } from '../text/display.ts';
import type { AnsweredNews, NewsRead } from './ask-news.ts';

/** An answer for programs, in the same shape whatever was asked; fields that say nothing are null or empty. */
export function askJson(typed: string, answer: Answer, limit: number) {
  return { typed, ...contentOf(answer, limit) };
}

/** The same for the changes that a database has. */
export function newsJson(
  typed: string,
  { context, ...request }: AnsweredNews,
  read: NewsRead,
  limit: number,
) {
  if ('why' in read) return { typed, ...filled('none', { notes: [read.why] }) };
  const { heading, known } = selectNews(read.news, request, context);
  const shown = known.slice(0, limit);
  const talks = shown.map(({ talk }) => talkJson(talk, {}));
  return {
    typed,
    ...filled('list', { notes: [heading, ...shown.map(newsText)], total: known.length, talks }),
  };
}

/** All that the command line says of an answer besides the words. */
function contentOf(answer: Answer, limit: number): Content {
  switch (answer.kind) {
    case 'help':
      return filled('help', {});
    case 'digest': {
      const { digest } = answer;
      return filled('digest', digest.kind === 'mistake' ? { notes: [orderMistakeNote(digest.mistake)] } : {});
    }
    case 'alert':
    case 'feedback':
    case 'insight':
    case 'reminders':
    case 'undo':
    case 'unstar':
    case 'news':
      return filled('none', { notes: [PERSONAL_ELSEWHERE[answer.kind]] });
    case 'more':
    case 'thanks':
      return filled('none', {});
    case 'settings':
      return filled('none', { notes: [SETTINGS_ELSEWHERE] });
    case 'unclear':
      return filled('none', { notes: [UNCLEAR] });
    case 'practical':
      return filled('none', { notes: [practicalNote(answer.topic, answer.context.programme)] });
    case 'facts':
      return filled('facts', { notes: [answer.fact] });
    case 'list':
      return filled('list', listJson(answer.list, answer.context.programme));
    case 'mine':
      return filled('mine', {
        understood: understoodIn(answer),
        notes: ['On the command line nobody has stars: /talk mine shows them in Slack.'],
      });
    case 'agenda':
      return filled('agenda', { ...agendaJson(answer, limit), understood: understoodIn(answer) });
    case 'results':
    case 'none': {
      const kind = answer.kind === 'none' ? 'none' : 'search';
      return filled(kind, { ...resultsJson(answer, limit), understood: understoodIn(answer) });
    }
  }
}

const SETTINGS_ELSEWHERE = 'On the command line nobody has settings: /talk settings opens them in Slack.';

interface Content extends Window {
  readonly kind:
    | Exclude<
        Answer['kind'],
        'results' | 'practical' | 'more' | 'thanks' | 'settings' | 'unclear' | PersonalAnswer['kind']
      >
    | 'search';
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
  const notes = [...agenda.notes, ...agenda.nearest.map(nearestNote)];
  return { ...windowOf(request.when, context), notes, total: sessions.length, talks };
}

/** `Last before: Rook on Kubernetes, Tue 11 May 14:00–14:40, Quay Hall.` */
function nearestNote({ heading, sessions }: SessionGroup): string {
  const those = sessions.map(({ talk, slot }) => [talk.title, formatSlot(slot), ...slot.rooms].join(', '));
  return `${heading}: ${those.join('; ')}.`;
}

function resultsJson({ results, context }: { readonly results: Results } & InContext, limit: number) {
  const { found, notes, search, also } = results;
  const apart = also && `Also ${pluralise(also.total, 'talk')} ${also.which}.`;
  const { words, scores, correction = null } = found;
  return {
    ...windowOfFilters(search.read),
    correction,
    notes: [...notes, ...(apart === undefined ? [] : [apart])],
    total: found.total,
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
    case 'days':
    case 'next':
      return { day: null, from: null, to: null };
  }
}

function windowOfFilters(filters: readonly Filter[]): Window {
  const valueFor = (name: FilterName) => filters.find(filter => filter.name === name && !filter.not)?.value;
  const [from = '', to = ''] = (valueFor('time') ?? '').split('-');
  return { day: valueFor('day') ?? null, from: from || null, to: to || null };
}

/** A list for programs: names of tracks and rooms are notes, people are speakers. */
function listJson(list: List, programme: Programme) {
  if (list !== 'speakers') return { total: programme[list].length, notes: programme[list] };
  const speakers = programme.speakers.map(speaker => speakerJson({ speaker }, programme));
  return { total: speakers.length, speakers };
}
