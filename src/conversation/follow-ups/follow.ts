import type { Filter } from '../../search/query/filters.ts';
import { pluralise } from '../../text/display.ts';
import { agendaQuery } from '../agenda/agenda.ts';
import { answerWithoutOrders, type DrawnAnswer, requestContext } from '../answer.ts';
import { readConference } from '../conference.ts';
import type { Answering } from '../context.ts';
import { mineQuery } from '../mine/my-talks.ts';
import { OWN_WORDS } from '../mine/own-words.ts';
import { type Page, resultsUpTo } from '../paging.ts';
import { readRequest } from '../request.ts';
import type { Request } from '../request-kinds.ts';
import type { Search } from '../search.ts';
import { searchWords } from '../widening.ts';
import type { FollowUp, TalkWish } from './follow-up.ts';
import type { Following, OtherTime } from './read-following.ts';
import { answerSimilar } from './similar.ts';
import { mergeTimes, timeOfSearch, timeWords, withoutTimes } from './times.ts';

/** The answer before, as far as its message tells. */
export interface LastAnswer {
  /** The words that ask for it again; undefined if they are too long for a message to tell. */
  readonly asked: string | undefined;
  /** The pages after and before, if there are any. */
  readonly more: Page | undefined;
  readonly back: Page | undefined;
  /** The talks that it shows, in order, as the buttons tell. */
  readonly shown: readonly string[];
  /** The talk that was shown by itself since. */
  readonly opened: string | undefined;
  /** Milliseconds since it was given. */
  readonly ageMs: number;
}

/** The result of a follow-up. */
export type Followed =
  | { readonly kind: 'answer'; readonly answer: DrawnAnswer; readonly offset: number | undefined }
  /** `talk` is one of those shown; `note` says so if another one may be meant. */
  | {
      readonly kind: 'talk';
      readonly talk: string;
      readonly wish: TalkWish;
      readonly note: string | undefined;
    }
  /** A sentence that says why nothing follows. */
  | { readonly kind: 'note'; readonly note: string };

/** A later `tomorrow` asks for the day, and not for the topic of long ago. */
const TOPIC_MS = 10 * 60 * 1000;

/** Carries a follow-up out; undefined if the answer before has nothing to do with it. */
export function follow(following: Following, last: LastAnswer, context: Answering): Followed | undefined {
  switch (following.kind) {
    case 'page':
      return turnPage(following.to, last, context);
    case 'talk':
      return pickTalk(following, last);
    case 'similar':
      return findLike(following.place, last, context);
    case 'about':
      return aboutOpen(last);
    case 'other':
      return {
        kind: 'answer',
        answer: answerWithoutOrders(following.words, context),
        offset: undefined,
      };
    case 'narrower':
      return last.ageMs > TOPIC_MS ? undefined : narrower(following.filters, last, context);
    case 'time':
      return last.ageMs > TOPIC_MS ? undefined : atTime(following.request, last, context);
    case 'instant':
      return last.ageMs > TOPIC_MS
        ? undefined
        : mineAt(following.request, readBefore(last, context), context);
    case 'without':
      return last.ageMs > TOPIC_MS ? undefined : leaveOut(following.search, last, context);
  }
}

function turnPage(to: 'more' | 'back', last: LastAnswer, context: Answering): Followed {
  const page = last[to];
  if (page !== undefined) {
    const answer = answerWithoutOrders(page.query, { ...context, resultsMax: resultsUpTo(page) });
    return { kind: 'answer', answer, offset: page.offset };
  }
  if (to === 'back') return { kind: 'note', note: 'There is no page before that.' };
  const [only, ...others] = last.shown;
  return only !== undefined && others.length === 0 && last.opened === undefined
    ? { kind: 'talk', talk: only, wish: 'details', note: undefined }
    : { kind: 'note', note: 'That was all.' };
}

function pickTalk(
  { place, wish }: Extract<FollowUp, { readonly kind: 'talk' }>,
  { shown, opened }: LastAnswer,
): Followed {
  const count = pluralise(shown.length, 'talk');
  if (place === undefined) {
    const talk = opened ?? shown[0];
    if (talk === undefined) return { kind: 'note', note: 'The last answer shows no talk.' };
    const isFirst = opened === undefined && shown.length > 1;
    const note = isFirst
      ? `This is the first of ${count}. For another one, type its number, such as 2.`
      : undefined;
    return { kind: 'talk', talk, wish, note };
  }
  const talk = place < 0 ? shown.at(place) : shown[place - 1];
  return talk === undefined
    ? { kind: 'note', note: noSuchPlace(shown.length) }
    : { kind: 'talk', talk, wish, note: undefined };
}

/** Talks like one of those that are shown. */
function findLike(place: number | undefined, last: LastAnswer, context: Answering): Followed | undefined {
  const picked = pickTalk({ kind: 'talk', place, wish: 'details' }, last);
  if (picked.kind !== 'talk') return picked;
  const note = picked.note && 'These are like the first of those talks. For another one, type like 2.';
  const answer = answerSimilar(picked.talk, note, context);
  return answer && { kind: 'answer', answer, offset: undefined };
}

/** Says how many talks there are to choose from. */
export function noSuchPlace(shown: number): string {
  return `The last answer shows ${shown === 0 ? 'no talk' : pluralise(shown, 'talk')}.`;
}

/** The one talk that a question without a name is about: the one opened since, or the only one shown. */
function aboutOpen({ shown: [only, ...others], opened }: LastAnswer): Followed | undefined {
  const talk = opened ?? (others.length === 0 ? only : undefined);
  return talk === undefined ? undefined : { kind: 'talk', talk, wish: 'details', note: undefined };
}

/** The request before, and the words that name its conference. */
interface Before {
  readonly request: Request;
  readonly prefix: string;
}

/** Undefined if the message of the answer before does not tell what was asked. */
function readBefore({ asked }: LastAnswer, current: Answering): Before | undefined {
  if (asked === undefined) return undefined;
  const { context, words } = readConference(asked, current);
  return { request: readRequest(words, requestContext(context)), prefix: context.prefix };
}

/** The topic that was asked for; undefined if there was none. */
function topicOf({ request }: Before): Search | undefined {
  return request.kind === 'search' && request.search.named === undefined ? request.search : undefined;
}

/** A person's own talks within more filters. */
function mineWithin(
  filters: readonly Filter[],
  { request, prefix }: Before,
  current: Answering,
): Followed | undefined {
  if (request.kind !== 'mine' || request.topic !== undefined) return undefined;
  const query = mineQuery({ ...request, filters: [...request.filters, ...filters] });
  return { kind: 'answer', answer: answerWithoutOrders(prefix + query, current), offset: undefined };
}

/** The same topic within more filters, each in the place of one of its name. */
function narrower(filters: readonly Filter[], last: LastAnswer, current: Answering): Followed | undefined {
  const before = readBefore(last, current);
  if (before === undefined) return undefined;
  const mine = mineWithin(filters, before, current);
  const topic = topicOf(before);
  if (mine !== undefined || topic === undefined) return mine;
  const kept = topic.query.filters.filter(({ name }) => filters.every(one => one.name !== name));
  const query = searchWords(topic, { filters: [...kept, ...filters] });
  return { kind: 'answer', answer: answerWithoutOrders(before.prefix + query, current), offset: undefined };
}

/** The person's own talks at another time; undefined if the answer before was none of those. */
function mineAt(time: OtherTime, before: Before | undefined, current: Answering): Followed | undefined {
  if (before?.request.kind !== 'mine') return undefined;
  const { request, prefix } = before;
  const { topic } = request;
  const when = mergeTimes(time, topic === undefined ? request.when : timeOfSearch(topic));
  const query =
    topic === undefined
      ? mineQuery({ ...request, when })
      : `${OWN_WORDS[request.wish]} ${searchWords(withoutTimes(topic))} ${timeWords(when)}`;
  return { kind: 'answer', answer: answerWithoutOrders(prefix + query, current), offset: undefined };
}

/** The same topic, track or room at another time, with a button to all that is on then. */
function atTime(time: OtherTime, last: LastAnswer, context: Answering): Followed | undefined {
  const before = readBefore(last, context);
  const mine = mineAt(time, before, context);
  if (mine !== undefined || before === undefined) return mine;
  const words = wordsAt(time, before);
  if (words === undefined) return undefined;
  const answer = answerWithoutOrders(words, context);
  const all = { label: 'All talks then', query: agendaQuery({ when: time.when, filters: [] }) };
  if (answer.kind === 'results' || answer.kind === 'none') {
    const { results } = answer;
    return {
      kind: 'answer',
      answer: { ...answer, results: { ...results, wider: [...results.wider, all] } },
      offset: undefined,
    };
  }
  return answer.kind === 'agenda'
    ? { kind: 'answer', answer: { ...answer, wider: [...answer.wider, all] }, offset: undefined }
    : undefined;
}

/** The same topic without something; undefined if the answer before has no topic. */
function leaveOut({ query }: Search, last: LastAnswer, current: Answering): Followed | undefined {
  const before = readBefore(last, current);
  const topic = before && topicOf(before);
  if (before === undefined || topic === undefined) return undefined;
  const { filters, without } = topic.query;
  const narrowed = searchWords(topic, {
    filters: [...filters, ...query.filters],
    without: [...without, ...query.without],
  });
  const answer = answerWithoutOrders(before.prefix + narrowed, current);
  return { kind: 'answer', answer, offset: undefined };
}

/**
 * The words of the answer before with another time; undefined if it has no topic and no filter. A day alone keeps the time
 * of day that was asked for, and a time of day the day.
 */
function wordsAt(time: OtherTime, before: Before): string | undefined {
  const { request, prefix } = before;
  if (request.kind === 'agenda')
    return request.filters.length === 0
      ? undefined
      : prefix + agendaQuery({ when: mergeTimes(time, request.when), filters: request.filters });
  const topic = topicOf(before);
  if (topic === undefined) return undefined;
  return `${prefix}${searchWords(withoutTimes(topic))} ${timeWords(mergeTimes(time, timeOfSearch(topic)))}`;
}
