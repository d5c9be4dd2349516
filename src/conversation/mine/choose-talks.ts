import { arrangeMyTalks } from '../../people/my-talks.ts';
import { findToday, type Session } from '../../programme/sessions.ts';
import { speakerNames, type Talk } from '../../programme/talk.ts';
import { compileFilters } from '../../search/filter/compile-filters.ts';
import { ALL } from '../../search/find.ts';
import { parseQuery } from '../../search/query/parse-query.ts';
import { stemOf } from '../../search/text/stemmer.ts';
import { formsOf, tokenize } from '../../search/text/tokenizer.ts';
import { isSlip } from '../../text/edit-distance.ts';
import { type Agenda, agendaFor } from '../agenda/agenda.ts';
import { type Answering, starredBy } from '../context.ts';
import { findMeant } from '../results.ts';
import type { Search } from '../search.ts';
import type { MineRequest } from './mine-request.ts';

/** The talks among the reader's own that a request asks for. */
export function findOwn(request: MineRequest, context: Answering): readonly Talk[] {
  const { programme, reader } = context;
  const mine = arrangeMyTalks(starredBy(reader, programme), programme);
  const sessions = mine.sessions.map(({ session }) => session);
  const { agenda, talks } = ownAgenda(request, { sessions, context });
  const unscheduled =
    request.when.kind === 'any' ? unscheduledOf(mine.unscheduled, { request, talks, context }) : [];
  const scheduled = agenda.groups.flatMap(group => group.sessions.map(({ talk }) => talk));
  return [...new Set([...scheduled, ...unscheduled])];
}

/**
 * Whether a request names a talk: by a time, a link, or words that are all of its title or its speakers. The abstract of
 * another talk may have them, too, and a track has many talks.
 */
export function isNamedBy(talk: Talk, { topic, filters }: MineRequest): boolean {
  const { query, named } = topic ?? {};
  if (named !== undefined) return named.includes(talk.id);
  if ((query?.filters ?? filters).some(({ name }) => name === 'track')) return false;
  const called = wordsIn(`${talk.title} ${speakerNames(talk)}`);
  return (query?.words ?? []).every(({ text }) =>
    wordsIn(text).some(word =>
      called.some(one => one === word || stemOf(one) === stemOf(word) || isSlip(word, one)),
    ),
  );
}

function wordsIn(text: string): readonly string[] {
  return tokenize(text).flatMap(word => formsOf(word.text));
}

/** Those of the talks without a time that the filters and the topic leave. */
export function unscheduledOf(
  unscheduled: readonly Talk[],
  of: {
    readonly request: MineRequest;
    readonly talks: ReadonlySet<Talk> | undefined;
    readonly context: Answering;
  },
): readonly Talk[] {
  if (unscheduled.length === 0) return [];
  const { request, talks, context } = of;
  const today = findToday(context.now, context.programme);
  const sieve = compileFilters(request.topic?.query.filters ?? request.filters, context.programme, today);
  return unscheduled.filter(talk => sieve.accepts(talk) && (talks?.has(talk) ?? true));
}

/** The agenda of some sessions within the constraints and the topic of a request; `talks` are those of the topic. */
export function ownAgenda(
  { wish, when, filters, topic }: MineRequest,
  { sessions, context }: { readonly sessions: readonly Session[]; readonly context: Answering },
): { readonly agenda: Agenda; readonly talks: ReadonlySet<Talk> | undefined } {
  const { programme, now } = context;
  const talks = topic && findWithAllWords(topic, context);
  const those = talks === undefined ? sessions : sessions.filter(({ talk }) => talks.has(talk));
  const agenda = agendaFor(
    { when, filters: topic?.query.filters ?? filters, areOwn: wish !== 'fitting' },
    { programme: { ...programme, sessions: those }, now },
    findToday(now, programme),
  );
  return { agenda: those.length === 0 ? { ...agenda, notes: [] } : agenda, talks };
}

/**
 * The talks that have every word of a topic. A person's talks are few, and those with only `servers` of `craft servers` are
 * not what they ask for.
 */
export function findWithAllWords(
  topic: Pick<Search, 'query' | 'named'>,
  context: Answering,
): ReadonlySet<Talk> {
  const found = new Set(findMeant(topic, context, ALL).found.talks);
  const { words } = topic.query;
  if (topic.named !== undefined || words.length < 2) return found;
  return words.reduce((left, { text }) => {
    const { talks } = findMeant({ query: parseQuery(text), named: undefined }, context, ALL).found;
    return new Set(talks.filter(talk => left.has(talk)));
  }, found);
}
