import { dateOf, formatDay, timeOf, toMoment } from '../programme/moment.ts';
import { findToday } from '../programme/sessions.ts';
import { conferencesOf } from '../search/loaded.ts';
import { type Agenda, agendaFor, agendaQuery, widerAgendas } from './agenda/agenda.ts';
import { awaitedWords } from './awaited-words.ts';
import { inConference, readConference } from './conference.ts';
import { constraintsLine } from './constraints/constraints-line.ts';
import { lexiconOf } from './constraints/lexicon.ts';
import type { Answering } from './context.ts';
import { ORDER_ELSEWHERE, orderMistakeNote } from './digest/order-mistakes.ts';
import type { DigestRequest } from './digest/request.ts';
import { findFact } from './facts.ts';
import { answerMine, isCalledMine, type MineAnswer } from './mine/my-talks.ts';
import { PERSONAL_ELSEWHERE, type PersonalAnswer } from './mine/personal-answer.ts';
import { readRequest } from './request.ts';
import type { Request } from './request-kinds.ts';
import { type Results, resultsFor } from './results.ts';
import type { RequestContext, Search } from './search.ts';
import type { List } from './verbs.ts';
import type { Suggestion } from './widening.ts';

/** The answer to a person's words, before anybody draws it. */
export type Answer =
  | DrawnAnswer
  | PersonalAnswer
  /** To be carried out by whoever knows the channel and the store. */
  | { readonly kind: 'digest'; readonly context: Answering; readonly digest: DigestRequest };

export function isPersonal(answered: Answer): answered is PersonalAnswer {
  return answered.kind in PERSONAL_ELSEWHERE;
}

/** An answer that can be drawn without doing anything first. */
export type DrawnAnswer = { readonly context: Answering } & (
  | { readonly kind: 'help' }
  /** At least one talk or speaker. */
  | { readonly kind: 'results'; readonly results: Results }
  /** The same for words that nothing matches. */
  | { readonly kind: 'none'; readonly results: Results }
  | AgendaAnswer
  | MineAnswer
  | { readonly kind: 'list'; readonly list: List }
  /** A question that no talk answers. `topic` is what it is about. */
  | { readonly kind: 'practical'; readonly topic: string }
  /** The organiser's own answer to such a question, a plain text. */
  | { readonly kind: 'facts'; readonly fact: string }
  /** Words that act on an answer that is already there, where none is. */
  | { readonly kind: 'more' }
  | { readonly kind: 'thanks' }
  /** How the person wants to be told about their talks. */
  | { readonly kind: 'settings' }
  /** Words that nobody searches for. */
  | { readonly kind: 'unclear' }
);

const ALERT_ELSEWHERE = 'To set an alert, type `/talk alert` and a topic, without conference:.';

/** The answer to words that nobody searches for. */
export const UNCLEAR = 'To find talks, type a topic, a name, a room or a time, such as tomorrow morning.';

export interface AgendaAnswer {
  readonly kind: 'agenda';
  readonly request: Extract<Request, { readonly kind: 'agenda' }>;
  /** The words that ask for this answer again. */
  readonly asked: string;
  readonly agenda: Agenda;
  /** The constraints besides the time, in one line; undefined if there are none. */
  readonly understood: string | undefined;
  /** The same agenda on all days or in all rooms. */
  readonly wider: readonly Suggestion[];
}

/** Answers a person's words, whichever way they came. Pure: the same words in the same context are answered alike. */
export function answer(typed: string, current: Answering): Answer {
  const asked = understand(typed, current);
  const { context, request } = asked;
  if (request.kind === 'insight' || (request.kind === 'feedback' && isAnswered(request, context))) {
    const { unknown, isNamed } = asked;
    return {
      ...request,
      context: isNamed ? itAlone(context) : context,
      ...(unknown !== undefined && { unknown }),
    };
  }
  if (
    request.kind === 'undo' ||
    request.kind === 'news' ||
    request.kind === 'reminders' ||
    request.kind === 'unstar'
  )
    return { ...request, context };
  if (request.kind === 'alert' && !asked.isNamed)
    return {
      kind: 'alert',
      context,
      isStop: request.wish === 'stop',
      awaited:
        request.words === ''
          ? undefined
          : awaitedWords(request.words, requestContext(context), context.index),
    };
  if (request.kind !== 'digest') return draw(asked, current);
  const { digest, search } = request;
  return { kind: 'digest', context, digest: asked.isNamed ? orderElsewhere(search.typed) : digest };
}

/** Where nobody asks for feedback the word is searched; a person's own ratings may be there from before. */
function isAnswered({ of }: Extract<Request, { readonly kind: 'feedback' }>, context: Answering): boolean {
  return of === 'own' || conferencesOf(context).some(({ conference }) => conference.feedback === true);
}

/** The conference that was named, without all others. */
function itAlone(context: Answering): Answering {
  const { name = '' } = context.programme.conference;
  return { ...context, others: [], prefix: context.prefix || inConference(name) };
}

/** A digest is about the current conference: an order that names one is refused. */
function orderElsewhere(typed: string): DigestRequest {
  const order = typed.replace(/^\S+\s*/u, '');
  const nearest = order === '' ? ['list', 'preview', 'help'] : [order, 'list', 'preview'];
  return { kind: 'mistake', typed, mistake: { kind: 'elsewhere', nearest } };
}

/** The same for places that take no orders, such as a field that searches or a button: an order is searched there. */
export function answerWithoutOrders(typed: string, current: Answering): DrawnAnswer {
  return draw(understand(typed, current), current);
}

interface Understood {
  readonly context: Answering;
  readonly request: Request;
  readonly today: string;
  /** Whether the words name a conference. */
  readonly isNamed: boolean;
  readonly unknown: string | undefined;
  readonly notes: readonly string[];
}

function understand(typed: string, current: Answering): Understood {
  const { context, words, notes, unknown } = readConference(typed, current);
  const about = requestContext(context);
  const request = readRequest(words, about);
  const { today } = about.calendar;
  const age = ageNotes(context);
  const all = age.length === 0 ? notes : [...notes, ...age];
  return { context, request, today, isNamed: words !== typed, unknown, notes: all };
}

/** Gives the calendar, the time and the names that a request depends on. */
export function requestContext({
  programme,
  index,
  now,
}: Pick<Answering, 'programme' | 'index' | 'now'>): RequestContext {
  return {
    calendar: { today: findToday(now, programme), days: programme.days },
    time: timeOf(toMoment(now, programme.conference.timeZone)),
    lexicon: lexiconOf(index),
  };
}

function draw({ context, request, today, notes }: Understood, current: Answering): DrawnAnswer {
  switch (request.kind) {
    case 'help':
      return { kind: 'help', context };
    case 'agenda': {
      const agenda = agendaFor(request, context, today);
      const asked = context.prefix + agendaQuery(request);
      const noted = { ...agenda, notes: [...notes, ...mendedNotes(request.search), ...agenda.notes] };
      const understood = constraintsLine(request.filters, context.programme);
      const suggests = agenda.groups.length === 0 || context.reader.place !== 'thread';
      const wider = suggests ? widerAgendas(request, context, today) : [];
      return { kind: 'agenda', context, request, asked, agenda: noted, understood, wider };
    }
    case 'mine':
      return isCalledMine(request, context)
        ? searchAnswer(request.search, notes, { context, current })
        : { ...answerMine(request, notes, context), context };
    case 'list':
      return { kind: 'list', context, list: request.list };
    case 'practical': {
      const fact = findFact(request.topic, context.programme);
      if (fact !== undefined) return { kind: 'facts', context, fact: fact.answer };
      return { kind: 'practical', context, topic: request.topic };
    }
    case 'more':
    case 'thanks':
    case 'settings':
    case 'unclear':
      return { kind: request.kind, context };
    case 'digest': {
      const { digest } = request;
      const note = digest.kind === 'mistake' ? orderMistakeNote(digest.mistake) : ORDER_ELSEWHERE;
      return searchAnswer(request.search, [...notes, note], { context, current });
    }
    case 'alert':
      return searchAnswer(request.search, [...notes, ALERT_ELSEWHERE], { context, current });
    case 'insight':
    case 'news':
    case 'reminders':
    case 'unstar':
      return searchAnswer(request.search, [...notes, PERSONAL_ELSEWHERE[request.kind]], { context, current });
    case 'feedback':
    case 'undo':
    case 'search':
      return searchAnswer(request.search, notes, { context, current });
  }
}

function searchAnswer(
  search: Search,
  notes: readonly string[],
  { context, current }: { readonly context: Answering; readonly current: Answering },
): DrawnAnswer {
  const results = resultsFor(search, [...notes, ...mendedNotes(search)], { context, current });
  const { total, speakers } = results.found;
  if (total + speakers.length > 0) return { kind: 'results', context, results };
  const name = WHO.exec(search.typed)?.groups?.name;
  const nobody = name === undefined ? [] : [`No speaker is called “${name}”.`];
  return { kind: 'none', context, results: { ...results, notes: [...results.notes, ...nobody] } };
}

/** `who is ines`, in the languages in which people type. */
const WHO =
  /^(?:who(?:['’]?s| is)|wer ist|qui est|qui[eé]n es|quem [eé]|chi [eè]|wie is)\s+(?<name>\S.{0,60}?)[\s?]*$/iu;

/** Tells which words were taken for others, and what else is not plain. */
function mendedNotes({ mended, notes }: Search): readonly string[] {
  return [...mended.map(({ typed, taken }) => `Showing ${taken} (you typed ${typed}).`), ...notes];
}

/** A source that cannot be reached does not stop an answer, but the answer says how old it is. */
function ageNotes({ asOf, programme }: Answering): readonly string[] {
  if (asOf === undefined) return [];
  const moment = toMoment(asOf, programme.conference.timeZone);
  return [`Programme as of ${formatDay(dateOf(moment))} ${timeOf(moment)}.`];
}
