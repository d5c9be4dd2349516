import type { Filter } from '../../search/query/filters.ts';
import { splitTyped } from '../../search/query/parse-query.ts';
import { requestContext } from '../answer.ts';
import { isAgendaWord, isAsking, isTalkWord } from '../constraints/glue.ts';
import { type TypedWord, typedWords } from '../constraints/typed-words.ts';
import type { Answering } from '../context.ts';
import { readRequest } from '../request.ts';
import type { Request } from '../request-kinds.ts';
import type { Search } from '../search.ts';
import { type FollowUp, readFollowUp } from './follow-up.ts';
import { readSimilar, type SimilarWish } from './similar.ts';

/** The same topic at another time. */
export type OtherTime = Extract<Request, { readonly kind: 'agenda' }>;

/** A follow-up, or a time or an exclusion, which narrows the answer before it down. */
export type Following =
  | FollowUp
  | SimilarWish
  | { readonly kind: 'time'; readonly request: OtherTime }
  | { readonly kind: 'without'; readonly search: Search }
  /** A question about the one talk that is open: `where is it`. */
  | { readonly kind: 'about' }
  /** An instant, `now`, after the person's own talks. */
  | { readonly kind: 'instant'; readonly request: OtherTime }
  /** `any of those in spanish`: the same topic, narrowed down. */
  | { readonly kind: 'narrower'; readonly filters: readonly Filter[] }
  /** `ipv6 instead`: another topic. */
  | { readonly kind: 'other'; readonly words: string };

/** Reads what a person's words may do to the answer before; undefined if they stand for themselves. */
export function readFollowing(typed: string, context: Answering): Following | undefined {
  const { parts } = splitTyped(typed);
  const isBare = parts.every(({ kind, name }) => kind === 'words' && name === '');
  const said = typedWords(parts);
  const text = said
    .map(({ form }) => form)
    .join(' ')
    .trim();
  const followUp = isBare ? (readSimilar(text) ?? readFollowUp(said)) : undefined;
  if (followUp !== undefined) return followUp;
  if (ABOUT_TALK.test(text)) return { kind: 'about' };
  if (AFTER_THAT.test(text)) return { kind: 'page', to: 'more' };
  const { words, isReferring } = isBare ? withoutReference(typed) : { words: typed, isReferring: false };
  if (isWholeQuestion(typedWords(splitTyped(words).parts))) return undefined;
  const request = readRequest(words, requestContext(context));
  if (isReferring && request.kind === 'search') return atReference(request.search, typed);
  if (isBare && request.kind === 'search' && isExclusion(request.search))
    return { kind: 'without', search: request.search };
  if (request.kind !== 'agenda' || request.filters.length > 0) return undefined;
  switch (request.when.kind) {
    case 'day':
    case 'days':
    case 'window':
      return request.search.read.length > 0 ? { kind: 'time', request } : undefined;
    case 'any':
      return undefined;
    default:
      return { kind: 'instant', request };
  }
}

/** True if nothing is asked for, and something left out. */
function isExclusion({ query: { words, filters, without } }: Search): boolean {
  return words.length === 0 && without.length + filters.length > 0 && filters.every(({ not }) => not);
}

/** Folded, as all of a question. */
const ABOUT_TALK =
  /^(?:and )?(?:(?:who is|who's|whos) (?:the speaker|speaking|it by|giving it|presenting)|(?:when|where|when's|where's)(?: is (?:it|that|this))?|(?:which|what) room(?: is it(?: in)?)?|(?:what|which) (?:time|day) is it|how long(?: is it| does it (?:take|last))?|wer spricht(?: da)?|wann(?: ist (?:das|er|es))?|wo(?: ist (?:das|er|es))?|wie lange(?: (?:dauert|geht) (?:das|er|es))?|quand(?: est-ce)?|ou(?: est-ce)?|cuando(?: es)?|donde(?: es)?)$/u;
const AFTER_THAT =
  /^(?:(?:and|ok|und|et|y|e) )?(?:(?:what(?:'s| is)? )?after (?:that|this)|then|danach|apres(?: ca)?|despues(?: de eso)?|depois(?: disso)?|dopo|daarna)$/u;

const REFERENCE_BEFORE =
  /^(?:(?:and|but|or|ok|so)\s+)*(?:(?:is|are) there (?:any|one|some|ones|another(?: one)?)|(?:any|some|one|which|ones) of (?:those|them|these)|(?:are )?(?:any|some|ones)|only|just)(?: of (?:those|them|these))?(?: (?:is|are))?\s+/iu;
const REFERENCE_BEHIND = /\s+(?:instead|only|too|as well)[\s.!?]*$/iu;

/** The words without those that lean on the answer before: `thursday instead`, `is there one tomorrow`. */
function withoutReference(typed: string): { readonly words: string; readonly isReferring: boolean } {
  const words = typed.trim().replace(REFERENCE_BEFORE, '').replace(REFERENCE_BEHIND, '');
  return { words, isReferring: words !== typed.trim() };
}

/** Filters alone narrow the topic down; `instead` takes another one. */
function atReference({ query, read, typed: words }: Search, typed: string): Following | undefined {
  const isOnlyRead = query.words.length + query.phrases.length + query.without.length === 0;
  if (isOnlyRead && read.length > 0) return { kind: 'narrower', filters: read };
  return INSTEAD.test(typed) ? { kind: 'other', words } : undefined;
}

const INSTEAD = /\sinstead[\s.!?]*$/iu;

/** `what about thursday` asks for the same topic then, `what is on thursday` for all that is on. */
const WHAT_ABOUT =
  /^(?:and |or |but |ok |so |und |oder |y |et |e |en |ou |o )*(?:(?:what|how) about|what's about|was ist mit|wie ist es|que tal|qu'en est-il)(?= |$)/u;
const ASKING_WORDS = new Set(
  `what what's whats who who's which where when is are was wer wo welche welches alles gibt que quoi quels quelles tout hay cuales
  todo cosa che c'e quali tutto quais tudo wat welke alle all any anything everything happening running 何`.split(
    /\s+/,
  ),
);

function isWholeQuestion(words: readonly TypedWord[]): boolean {
  const text = words.map(({ form }) => form).join(' ');
  const rest = text.replace(WHAT_ABOUT, '').trim().split(' ');
  return rest.some(
    form => ASKING_WORDS.has(form) || isTalkWord(form) || isAgendaWord(form) || isAsking(form),
  );
}
