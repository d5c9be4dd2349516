import type { TypedFilter } from '../search/query/filters.ts';
import { readFilters, splitTyped } from '../search/query/parse-query.ts';
import { removeChatMarks } from '../text/chat-marks.ts';
import { dayToCome } from '../text/read-day.ts';
import { readAlert } from './alert.ts';
import { isFiller, isGlue } from './constraints/glue.ts';
import type { Lexicon } from './constraints/lexicon.ts';
import { mendWords } from './constraints/mended-words.ts';
import { talksNamed } from './constraints/named-talks.ts';
import { type Constrained, readConstraints } from './constraints/read-constraints.ts';
import { type TypedWord, typedWords } from './constraints/typed-words.ts';
import { readAboutDigest } from './digest/asked/about-digest.ts';
import { readDigestRequest } from './digest/request.ts';
import { readAddRequest, readOwnRequest, readUnstarRequest } from './mine/own-request.ts';
import { readPersonalRequest } from './mine/personal-request.ts';
import { QUERY_LENGTH } from './paging.ts';
import { readPracticalTopic, readUnsaidTopic } from './practical.ts';
import type { Request } from './request-kinds.ts';
import { type RequestContext, type Search, searchFor, type TypedApart } from './search.ts';
import { nameAsProgramme } from './synonyms.ts';
import { readPlainTopic } from './topic/plain-topic.ts';
import { isEmoji, readCounting, readVerb } from './verbs.ts';
import { agendaOf, filtersOf } from './when.ts';

/** Reads any text. What is not surely a verb or a constraint is searched. */
export function readRequest(typed: string, context: RequestContext): Request {
  const text = cutToFit(removeChatMarks(typed.trim()));
  const plain = readPlainTopic(text, context);
  return plain === undefined ? readEveryWay(text, context) : { kind: 'search', search: plain };
}

/** The same with every reader, whatever the words are. */
export function readEveryWay(text: string, context: RequestContext): Request {
  const { calendar, lexicon } = context;
  const apart = splitTyped(trimEndOfSentence(text));
  if (apart.text === '') return { kind: 'help' };
  if (isEmoji(apart.text)) return { kind: 'thanks' };
  const named = talksNamed(text, lexicon);
  const isTitle = named !== undefined;
  const typedOnes = typedWords(apart.parts);
  const begun = readDigestRequest(apart, calendar, text);
  // A talk may be called Digest changes.
  const isTalk =
    begun?.kind === 'mistake' ? isOfTalk(typedOnes, isTitle, lexicon) : begun?.kind === 'order' && isTitle;
  const order = isTalk ? undefined : begun;
  // V8 is slow to add properties to a copy of an object; field by field this takes a third less.
  const asTyped: TypedApart = {
    text: apart.text,
    parts: apart.parts,
    isCut: apart.isCut,
    words: isTitle ? typedOnes : nameAsProgramme(typedOnes, lexicon),
    typedWords: typedOnes,
  };
  const { words, mended } = mendWords(asTyped.words, lexicon);
  const plain = { constraints: [], topic: words, notes: [] };
  const read =
    isTitle || order !== undefined
      ? plain
      : resolveOccasions(readConstraints(words, { calendar, lexicon }), context);
  const searched = searchFor(asTyped, isTitle ? plain : read, context);
  const search: Search = {
    query: searched.query,
    read: searched.read,
    topic: searched.topic,
    typed: text,
    named,
    mended: [
      ...(read.constraints.length > 0 ? mended.filter(({ taken }) => !isGlue(taken)) : []),
      ...renamed(asTyped),
    ],
    notes: read.notes,
  };
  const isBare = apart.parts.every(({ kind, name }) => kind === 'words' && name === '');
  const awaited = isTitle ? undefined : readAlert(text, isBare ? typedOnes : undefined, lexicon);
  if (awaited !== undefined) return { kind: 'alert', ...awaited, search };
  if (order !== undefined) return { kind: 'digest', digest: order, search };
  if (isTitle) return { kind: 'search', search };
  if (isMistypedDigest(words, mended)) return { kind: 'digest', digest: { kind: 'form' }, search };
  const asked = isBare ? readAboutDigest(typedOnes, text, lexicon) : undefined;
  if (asked !== undefined) return { kind: 'digest', digest: asked, search };
  const personal = isBare ? readPersonalRequest(words, calendar) : undefined;
  if (personal !== undefined) return { ...personal, search };
  const counted = isBare ? readCounting(words) : undefined;
  if (counted === 'talks') return { kind: 'agenda', when: { kind: 'any' }, filters: [], search };
  const verb = counted ?? (isBare ? readVerb(words, lexicon) : undefined);
  // A speaker may be called More, and `13th` is a day.
  const isMeant = verb !== 'more' || !(lexicon.isSpeaker(text) || isDay(read));
  if (verb !== undefined && isMeant) return requestFor(verb, { search, context, filters: [] });
  const about = { search, context, read: readRequest };
  const moved = isBare
    ? (readUnstarRequest(asTyped, words, about) ?? readAddRequest(asTyped, words, about))
    : undefined;
  if (moved !== undefined) return moved;
  const own = readOwnRequest(asTyped, words, about);
  if (own !== undefined) return own;
  const filters = readFilters(apart.parts);
  const agenda = asAgenda(asTyped, read, { search, context, filters });
  if (agenda !== undefined) return agenda;
  const topic = isBare
    ? (readUnsaidTopic(words, lexicon) ?? readPracticalTopic(read.topic, lexicon))
    : undefined;
  if (topic !== undefined) return { kind: 'practical', topic, search };
  return isBare && isNoTopic(read, lexicon) ? { kind: 'unclear' } : { kind: 'search', search };
}

/** `digest authentication` is no order if a talk is about it. */
function isOfTalk(words: readonly TypedWord[], isTitle: boolean, lexicon: Lexicon): boolean {
  return isTitle || (words.length > 1 && lexicon.isPhrase(words.map(({ form }) => form).join(' ')));
}

/** A speaker may be called Will, and a longer quotation of a title is one. */
function isNoTopic({ constraints, topic }: Constrained, lexicon: Lexicon): boolean {
  if (constraints.length > 0 || !topic.every(({ form }) => isFiller(form))) return false;
  const text = topic.map(({ form }) => form).join(' ');
  return !lexicon.isSpeaker(text) && !(topic.length > 2 && lexicon.isInTitle(text));
}

function isDay({ constraints, topic }: Constrained): boolean {
  return topic.length === 0 && constraints.some(({ kind }) => kind === 'day');
}

const UNKNOWN_AUDIENCE = 'The programme does not say for whom talks are.';

/** Takes `after lunch` for the time at which lunch is over on that day. */
function resolveOccasions(
  { constraints, topic }: Constrained,
  { calendar, lexicon, time }: RequestContext,
): Constrained & Pick<Search, 'notes'> {
  if (!constraints.some(({ kind }) => kind === 'around' || kind === 'audience'))
    return { constraints, topic, notes: [] };
  const named = constraints.find(({ kind }) => kind === 'day');
  const day = named?.kind === 'day' ? named.day : dayToCome(calendar);
  const asked = { day, time: day === calendar.today ? time : '', isDayNamed: named !== undefined };
  const notes: string[] = [];
  const resolved = constraints.flatMap((one): Constrained['constraints'] => {
    if (one.kind === 'audience') {
      notes.push(UNKNOWN_AUDIENCE);
      // Without a topic these are the talks of the day.
      return constraints.length === 1 && topic.length === 0 ? [{ kind: 'day', day }] : [];
    }
    if (one.kind !== 'around') return [one];
    const found = lexicon.occasion(one.title, asked);
    const note = found === undefined ? `The programme of that day names no ${one.title}.` : found.note;
    if (note !== undefined) notes.push(note);
    const days = asked.isDayNamed ? [] : [{ kind: 'day' as const, day: found?.day ?? day }];
    return found === undefined ? days : [windowBeside(one.side, found), ...days];
  });
  return { constraints: resolved, topic, notes };
}

function windowBeside(
  side: 'after' | 'before' | 'during',
  { from, to }: { readonly from: string; readonly to: string },
): Constrained['constraints'][number] {
  return {
    kind: 'window',
    from: side === 'before' ? undefined : side === 'after' ? to : from,
    to: side === 'after' ? undefined : side === 'before' ? from : to,
  };
}

/** The words that are searched by another name. */
function renamed({ words, typedWords: typed }: TypedApart): Search['mended'] {
  return words.flatMap((word, at) => {
    const one = typed[at];
    return one === undefined || one === word ? [] : [{ typed: one.text, taken: word.text }];
  });
}

/** `digets` by itself. */
function isMistypedDigest(words: readonly TypedWord[], mended: Search['mended']): boolean {
  return words.length === 1 && mended.length === 1 && words[0]?.form === 'digest';
}

interface About {
  readonly search: Search;
  readonly context: RequestContext;
  readonly filters: readonly TypedFilter[];
}

function requestFor(
  verb: NonNullable<ReturnType<typeof readVerb>>,
  { search, context, filters }: About,
): Request {
  switch (verb) {
    case 'tracks':
    case 'rooms':
    case 'speakers':
      return { kind: 'list', list: verb };
    case 'now':
      return { kind: 'agenda', when: { kind: 'now' }, filters, search };
    case 'mine':
      return { kind: 'mine', wish: 'talks', when: { kind: 'any' }, filters, topic: undefined, search };
    case 'agenda':
      return { kind: 'agenda', when: { kind: 'day', day: dayToCome(context.calendar) }, filters, search };
    default:
      return { kind: verb };
  }
}

/** Constraints without a topic are an agenda where they name a time or a room. */
function asAgenda(apart: TypedApart, { constraints, topic }: Constrained, about: About): Request | undefined {
  const { search, context, filters } = about;
  const isSearch = apart.parts.some(
    ({ kind, name }) => kind === 'phrase' || kind === 'without' || (kind === 'words' && name !== ''),
  );
  const leavesOut = constraints.some(({ kind }) => kind === 'without');
  if (isSearch || leavesOut || topic.length > 0) return undefined;
  const all = constraints.flatMap(constraint => filtersOf(constraint));
  const when = agendaOf(constraints, {
    ...context,
    hasRoom: [...all, ...filters].some(({ name }) => name === 'room'),
  });
  const verb = when === undefined && filters.length > 0 ? readVerb(apart.words, context.lexicon) : undefined;
  if (verb === 'now' || verb === 'agenda') return requestFor(verb, about);
  return when && { kind: 'agenda', when, filters: [...filters, ...all], search };
}

/** The text without `?`, `!` and dots at its end. A dot after a figure stays: `12.5.` is a date. */
function trimEndOfSentence(text: string): string {
  let end = text.length;
  for (;;) {
    const last = text.charAt(end - 1);
    if (last === '?' || last === '!') end = text.slice(0, end - 1).trimEnd().length;
    else if ((last === '.' || last === '…') && /[\p{L}.…]$/u.test(text.slice(Math.max(0, end - 3), end - 1)))
      end--;
    else return text.slice(0, end);
  }
}

/** Cuts a query to what a button can carry of it, at the last whole word. */
function cutToFit(words: string): string {
  if (words.length <= QUERY_LENGTH) return words;
  const cut = words.slice(0, QUERY_LENGTH);
  let end = cut.length;
  while (end > 0 && /\S/u.test(cut.charAt(end - 1))) end--;
  return cut.slice(0, end).trim() || cut;
}
