import { arrangeMyTalks, type MySession, type MyTalks } from '../../people/my-talks.ts';
import type { Programme } from '../../programme/programme.ts';
import { findToday, type Session } from '../../programme/sessions.ts';
import { compileFilters } from '../../search/filter/compile-filters.ts';
import { listSome, shorten } from '../../text/display.ts';
import { agendaFor, agendaQuery } from '../agenda/agenda.ts';
import { constraintsLine, understoodLine } from '../constraints/constraints-line.ts';
import { type Answering, starredBy } from '../context.ts';
import { findMeant } from '../results.ts';
import type { Search } from '../search.ts';
import { whenLabel } from '../when.ts';
import { type Suggestion, searchWords } from '../widening.ts';
import { findWithAllWords, ownAgenda, unscheduledOf } from './choose-talks.ts';
import { findFitting, freeNotes } from './free-time.ts';
import type { MineRequest } from './mine-request.ts';
import { OWN_WORDS, type OwnWish } from './own-words.ts';

export interface MineAnswer {
  readonly kind: 'mine';
  readonly request: MineRequest;
  /** The words that ask for this answer again. */
  readonly asked: string;
  /** `My talks, Tue 11 May` */
  readonly title: string;
  /** Sentences that answer a question, or say why nothing is shown. */
  readonly notes: readonly string[];
  /** Undefined if nobody can star, or if the stars are not known now. */
  readonly mine: ShownTalks | undefined;
  /** The line with which a first page begins: during the conference, with what is to come. */
  readonly first: number;
  /** Other requests that may have been meant. */
  readonly wider: readonly Suggestion[];
  /** The ids of talks that it still shows, though they were unstarred in it. */
  readonly kept?: readonly string[];
}

/** The sessions that answer, in groups; a group without a name has an empty heading. */
export interface ShownTalks extends Omit<MyTalks, 'sessions'> {
  readonly groups: readonly { readonly heading: string; readonly sessions: readonly MySession[] }[];
}

/** The words that ask for the same of a person's own talks. */
export function mineQuery({ wish, when, filters, topic }: Omit<MineRequest, 'kind' | 'search'>): string {
  const others = topic === undefined ? agendaQuery({ when, filters }) : searchWords(topic);
  return [OWN_WORDS[wish], others].filter(Boolean).join(' ');
}

/** Answers from the talks that the reader starred. */
export function answerMine(request: MineRequest, notes: readonly string[], context: Answering): MineAnswer {
  const { reader, programme, prefix } = context;
  const blank = {
    kind: 'mine' as const,
    request,
    asked: prefix + mineQuery(request),
    title: titleOf(request, programme),
    notes,
    first: 0,
    wider: [],
  };
  if (reader.stars === undefined || reader.stars === 'unavailable') return { ...blank, mine: undefined };
  const starred = starredBy(reader, programme);
  const mine = arrangeMyTalks(starred, programme);
  if (starred.size === 0 && request.wish !== 'fitting') return { ...blank, mine: { ...mine, groups: [] } };
  const chosen = choose(request, mine, context);
  return {
    ...blank,
    ...chosen,
    notes: [...notes, ...chosen.notes],
    wider: widerThan(request, { shown: chosen.mine, starred: starred.size, context }),
  };
}

const TITLES: Readonly<Record<OwnWish, string>> = {
  talks: 'My talks',
  clashes: 'My talks that overlap',
  free: 'My free time',
  fitting: 'Talks that fit around mine',
  calendar: 'My talks',
};

function titleOf({ wish, when, filters, topic }: MineRequest, programme: Programme): string {
  const line =
    topic === undefined
      ? [whenLabel(when), constraintsLine(filters, programme)].filter(Boolean).join(' · ')
      : (understoodLine(topic, programme) ?? topic.topic);
  return line === '' ? TITLES[wish] : `${TITLES[wish]}, ${line}`;
}

type Chosen = Pick<MineAnswer, 'mine' | 'notes' | 'first'> & { readonly mine: ShownTalks };

function choose(request: MineRequest, mine: MyTalks, context: Answering): Chosen {
  const times = request.filters.filter(({ name }) => name === 'time');
  const { notes: wrong } = compileFilters(
    times,
    context.programme,
    findToday(context.now, context.programme),
  );
  // Nobody is free at 25:00, and nobody is busy.
  if (wrong.length > 0) return nothing(...wrong);
  switch (request.wish) {
    case 'fitting':
      return chooseFitting(request, mine, context);
    case 'free':
      return { ...chooseTalks(request, mine, context), notes: freeNotes(request.when, mine, context) };
    case 'clashes': {
      const sessions = mine.sessions.filter(({ overlaps }) => overlaps.length > 0);
      if (sessions.length === 0) return nothing('None of your talks overlap.');
      return chooseTalks(request, { sessions, unscheduled: [], missing: 0 }, context);
    }
    case 'talks':
    case 'calendar':
      return chooseTalks(request, mine, context);
  }
}

function nothing(...notes: readonly string[]): Chosen {
  return { mine: { groups: [], unscheduled: [], missing: 0 }, notes, first: 0 };
}

/** Those of these talks that the constraints and the topic leave. */
function chooseTalks(request: MineRequest, mine: MyTalks, context: Answering): Chosen {
  const { topic, filters, when, wish } = request;
  const bySession = new Map(mine.sessions.map(each => [each.session, each]));
  const arrange = (sessions: readonly Session[]) => sessions.flatMap(each => bySession.get(each) ?? []);
  const { agenda, talks } = ownAgenda(request, { sessions: [...bySession.keys()], context });
  const isAnyTime = when.kind === 'any' && wish !== 'free';
  const unscheduled = isAnyTime ? unscheduledOf(mine.unscheduled, { request, talks, context }) : [];
  const isWhole = isAnyTime && topic === undefined && filters.length === 0;
  const shown = agenda.groups.length > 0 || unscheduled.length > 0 ? agenda.groups : agenda.nearest;
  const isNone = agenda.groups.length === 0 && unscheduled.length === 0;
  const narrowed = topic?.topic || topic?.typed || constraintsLine(filters, context.programme);
  const isTimeAsked = topic === undefined && !isAnyTime;
  const why = narrowed === undefined || isTimeAsked ? agenda.notes : [noneMatches(narrowed, mine)];
  return {
    mine: {
      groups: shown.map(({ heading, sessions }) => ({ heading, sessions: arrange(sessions) })),
      unscheduled,
      missing: isWhole ? mine.missing : 0,
    },
    notes: isNone && !isWhole ? why : agenda.groups.length === 0 ? [] : agenda.notes,
    first: agenda.first,
  };
}

const TITLES_SAID = 3;
const TITLE_LENGTH = 60;
const TOPIC_LENGTH = 80;

/** `None of your talks matches cilium. You have Fog and Lamps.` */
function noneMatches(asked: string, { sessions, unscheduled }: MyTalks): string {
  const talks = new Set([...sessions.map(({ session }) => session.talk), ...unscheduled]);
  const titles = Array.from(talks, ({ title }) => `“${shorten(title, TITLE_LENGTH)}”`);
  return `None of your talks matches “${shorten(asked, TOPIC_LENGTH)}”. You have ${listSome(titles, TITLES_SAID)}.`;
}

/** All talks that people can go to without missing one of their own. */
function chooseFitting(request: MineRequest, mine: MyTalks, context: Answering): Chosen {
  const { agenda } = ownAgenda(request, { sessions: findFitting(mine, context.programme), context });
  const groups = agenda.groups.map(({ heading, sessions }) => ({
    heading,
    sessions: sessions.map((session): MySession => ({ session, overlaps: [], free: undefined })),
  }));
  const isFree = mine.sessions.length === 0;
  return {
    mine: { groups, unscheduled: [], missing: 0 },
    notes: [
      ...(isFree ? ['You have no talks yet, so all of them fit.'] : []),
      ...(groups.length === 0 ? ['Every other talk then is at the time of one of yours.'] : []),
    ],
    first: agenda.first,
  };
}

function widerThan(
  request: MineRequest,
  of: { readonly shown: ShownTalks; readonly starred: number; readonly context: Answering },
): readonly Suggestion[] {
  const { wish, when, filters, topic } = request;
  const { context, starred } = of;
  const isWhole = when.kind === 'any' && filters.length === 0 && topic === undefined;
  const all =
    (isWhole && (wish === 'talks' || wish === 'calendar')) || starred === 0
      ? []
      : [{ label: `All my talks (${starred})`, query: 'mine' }];
  const fits =
    wish === 'free' ? [{ label: 'Talks that fit', query: mineQuery({ ...request, wish: 'fitting' }) }] : [];
  const others =
    wish === 'clashes'
      ? []
      : topic === undefined
        ? othersThen(request, context)
        : othersAbout(topic, context);
  return [...fits, ...all, ...others].map(({ label, query }) => ({
    label,
    query: context.prefix + query,
  }));
}

/** The sessions of everybody then, with their number. */
function othersThen({ when, filters }: MineRequest, context: Answering): readonly Suggestion[] {
  const query = agendaQuery({ when, filters });
  if (query === '') return [];
  const { groups } = agendaFor({ when, filters }, context, findToday(context.now, context.programme));
  const count = groups.reduce((sum, { sessions }) => sum + sessions.length, 0);
  return count === 0 ? [] : [{ label: `In all talks (${count})`, query }];
}

function othersAbout(topic: Search, context: Answering): readonly Suggestion[] {
  const count = findMeant(topic, context, 0).found.total;
  return count === 0 ? [] : [{ label: `In all talks (${count})`, query: searchWords(topic) }];
}

/** Whether a talk is called by these words, `Mine clearance drones`, so that they hardly ask for a person's own. */
export function isCalledMine({ search, topic }: MineRequest, context: Answering): boolean {
  if (topic === undefined || !/^mine\b/iu.test(search.typed)) return false;
  return [...findWithAllWords(search, context)].some(({ title }) => /\bmine/iu.test(title));
}
