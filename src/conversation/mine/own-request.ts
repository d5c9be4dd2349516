import { splitTyped } from '../../search/query/parse-query.ts';
import type { Lexicon } from '../constraints/lexicon.ts';
import { trimGlue } from '../constraints/read-constraints.ts';
import { formsFrom } from '../constraints/reading.ts';
import { type TypedWord, typedWords } from '../constraints/typed-words.ts';
import type { Request } from '../request-kinds.ts';
import type { RequestContext, Search, TypedApart } from '../search.ts';
import type { MineRequest } from './mine-request.ts';
import { readOwnWords } from './own-words.ts';
import { readAdd, readUnstar } from './unstar-request.ts';

interface About {
  /** All of the words as a search. */
  readonly search: Search;
  readonly context: RequestContext;
  /** Reads the words beside those that mean the person's own talks. */
  readonly read: (text: string, context: RequestContext) => Request;
}

/** A request about the person's own talks: `mine tuesday`, `which of my talks clash`; undefined if it is another. */
export function readOwnRequest(
  { text, parts }: TypedApart,
  words: readonly TypedWord[],
  about: About,
): Request | undefined {
  const own = isPlain(parts) ? readOwnWords(words, about.context.lexicon.hasWord) : undefined;
  if (own === undefined || isInTitle(words, about.context.lexicon)) return undefined;
  const { search, context, read } = about;
  const asked = { kind: 'mine', wish: own.wish, search, topic: undefined } as const;
  const within = readWithin(leave(text, words, own.rest), about);
  const isEnough = !own.needsConstraint || (within !== undefined && !isEverything(within));
  if (within !== undefined && isEnough) return { ...asked, ...within };
  if (isOfProgramme(words, context.lexicon)) return undefined;
  const topic = read(leave(text, words, trimGlue(own.topic ?? own.rest)), context);
  // `does rook clash with my talks`: a star on its row tells.
  if (own.topic === undefined) return own.wish === 'clashes' && topic.kind === 'search' ? topic : undefined;
  return 'search' in topic
    ? { ...asked, when: { kind: 'any' }, filters: [], topic: topic.search }
    : undefined;
}

/** `unstar the workshop`, `remove the workshop from my talks`; undefined if it is another request. */
export function readUnstarRequest(
  { text }: Pick<TypedApart, 'text'>,
  words: readonly TypedWord[],
  { search, context, read }: About,
): Request | undefined {
  const topic = readUnstar(words);
  const [first, last] = [topic?.[0], topic?.at(-1)];
  if (first === undefined || last === undefined || isInTitle(words, context.lexicon)) return undefined;
  const of = read(`mine ${text.slice(first.start, last.end)}`, context);
  return of.kind === 'mine' ? { kind: 'unstar', of, search } : undefined;
}

/** `add the workshop to my talks` asks for it: each talk that is found has its *Star*. */
export function readAddRequest(
  { text }: Pick<TypedApart, 'text'>,
  words: readonly TypedWord[],
  { context, read }: Omit<About, 'search'>,
): Request | undefined {
  const topic = trimGlue(readAdd(words) ?? []);
  const [first, last] = [topic[0], topic.at(-1)];
  if (first === undefined || last === undefined || isInTitle(words, context.lexicon)) return undefined;
  const request = read(text.slice(first.start, last.end), context);
  return request.kind === 'search' || request.kind === 'agenda' ? request : undefined;
}

/** Words and named filters only: nothing in quotation marks asks for a person's own talks. */
function isPlain(parts: TypedApart['parts']): boolean {
  return parts.every(({ kind, name }) => kind !== 'phrase' && (kind !== 'words' || name === ''));
}

/** The typed text without the words that are not among these, and with those that were mended. */
function leave(text: string, words: readonly TypedWord[], kept: readonly TypedWord[]): string {
  const forms = new Map(kept.map(({ start, form }) => [start, form]));
  return words
    .filter(({ start, form }) => forms.get(start) !== form)
    .reduceRight(
      (left, { start, end }) => `${left.slice(0, start)} ${forms.get(start) ?? ''} ${left.slice(end)}`,
      text,
    )
    .trim();
}

type Within = Pick<MineRequest, 'when' | 'filters'>;

/** The constraints that a text is, all of it; undefined if it is a topic, too. */
function readWithin(text: string, about: About): Within | undefined {
  const everything: Within = { when: { kind: 'any' }, filters: [] };
  const typed = typedWords(splitTyped(text).parts);
  if (text === '' || (typed.length > 0 && trimGlue(typed).length === 0)) return everything;
  const request = about.read(text, about.context);
  switch (request.kind) {
    case 'agenda':
      return { when: request.when, filters: request.filters };
    case 'mine':
      return request.topic === undefined ? { when: request.when, filters: request.filters } : undefined;
    case 'help':
    case 'thanks':
    case 'unclear':
    case 'more':
      return everything;
    case 'search': {
      const { words, phrases, without, filters } = request.search.query;
      const isTopic =
        words.length + phrases.length + without.length > 0 || request.search.named !== undefined;
      if (!isTopic) return { ...everything, filters };
      const trimmed = leave(text, typed, trimGlue(typed));
      return trimmed === text ? undefined : readWithin(trimmed, about);
    }
    default:
      return undefined;
  }
}

function isEverything({ when, filters }: Within): boolean {
  return when.kind === 'any' && filters.length === 0;
}

const PHRASE_WORDS_MIN = 3;

/** `a mine of information`, if a talk is called so. */
function isInTitle(words: readonly TypedWord[], lexicon: Lexicon): boolean {
  return words.length >= PHRASE_WORDS_MIN && lexicon.isInTitle(formsFrom(words, 0, words.length));
}

/** `mine craft servers`, if a talk is about Minecraft or has these words. */
function isOfProgramme(words: readonly TypedWord[], lexicon: Lexicon): boolean {
  if (words.length < 2) return false;
  const [first, second] = [words[0]?.form ?? '', words[1]?.form ?? ''];
  const isPhrase = words.length >= PHRASE_WORDS_MIN && lexicon.isPhrase(formsFrom(words, 0, words.length));
  return isPhrase || lexicon.isInTitle(`${first} ${second}`) || lexicon.hasWord(first + second);
}
