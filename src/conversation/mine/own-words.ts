import { isGlue, isTalkWord } from '../constraints/glue.ts';
import { followsDay } from '../constraints/times/day-parts.ts';
import type { TypedWord } from '../constraints/typed-words.ts';
import { findOwnTalks, type OwnTalks } from './find-own-talks.ts';
import { joinPairs, PAIR_BEGINS } from './mend-own-words.ts';
import { isIn, NO_WORD, type WordClass, wordsOf } from './word-classes.ts';

/**
 * A person's wish about their own schedule. `clashes`: those of their talks that are at the same time. `free`: when they
 * have none. `fitting`: all talks that are at the time of none of theirs. `calendar`: theirs, to be taken along.
 */
export type OwnWish = 'talks' | 'clashes' | 'free' | 'fitting' | 'calendar';

/** The words that ask for each wish again. */
export const OWN_WORDS: Readonly<Record<OwnWish, string>> = {
  talks: 'mine',
  clashes: 'mine clashes',
  free: 'mine free',
  fitting: 'beside my talks',
  calendar: 'my calendar',
};

/** Words that speak of a person's own talks, and what else is said. */
export interface OwnWords {
  readonly wish: OwnWish;
  /** The other words, which must be constraints, in order. */
  readonly rest: readonly TypedWord[];
  /** True for `my tuesday`: without a constraint it asks for nothing. */
  readonly needsConstraint: boolean;
  /** The other words if they may be a topic, as in `my talks about ceph`; not in `what do I have to know`. */
  readonly topic: readonly TypedWord[] | undefined;
}

/** A text about own talks has a word of one of these; this tells most texts far sooner. */
const HINTS = ['mine', 'my', 'stars', 'starred', 'i', 'clash', 'calendar', 'free'] as const;

/** Words about own talks have one of these, or one of OWN_HINTS, or one that isMistypedMine. */
export const OWN_TRIGGERS: readonly string[] = [...wordsOf('mine', 'my', 'i', 'forMe')];

/** They are about own talks only if readOwnWords says so. */
export const OWN_HINTS: readonly string[] = [
  ...wordsOf('stars', 'starred', 'clash', 'calendar', 'free'),
  ...PAIR_BEGINS,
];

/** More words are a text, and no question. */
const WORDS_MAX = 24;

/** Reads words about a person's own talks; undefined if they are about something else. Known words are not mistyped. */
export function readOwnWords(
  typed: readonly TypedWord[],
  isKnown: (form: string) => boolean,
): OwnWords | undefined {
  if (typed.length > WORDS_MAX) return undefined;
  const words = joinPairs(typed, isKnown);
  if (!words.some(word => isIn(word, ...HINTS, 'forMe'))) return undefined;
  const has = (...names: readonly WordClass[]) => words.some(word => isIn(word, ...names));
  const named = findOwnTalks(words);
  const left = (...used: readonly WordClass[]) => ({
    rest: words.filter(
      (word, at) =>
        word.form !== '' &&
        !named?.places.has(at) &&
        (!isIn(word, 'around', ...used) || isMorning(words, at)),
    ),
    needsConstraint: false,
    topic: undefined,
  });
  const isOwn = named !== undefined || has('i') || (has('my') && has('free'));
  if (isOwn && asksForFitting(words, named)) {
    const fitting = left('i', 'clash', 'not', 'fit', 'beside', 'free', 'my', 'see');
    // `how do i avoid conflicts without locks` is about something else.
    const isSure = isSaidFree(words) || (named !== undefined && (!has('clash') || clashesWith(words, named)));
    return { ...fitting, wish: 'fitting', topic: isSure ? fitting.rest : undefined };
  }
  const isOnly = (...names: readonly WordClass[]) =>
    words.every(word => isIn(word, 'my', 'around', ...names) || isGlue(word.form));
  if (has('clash') && (isOwn || has('my') || (isOnly('clash') && isQuestion(words))))
    return { ...left('i', 'have', 'clash', 'my', 'mine'), wish: 'clashes' };
  if (
    (has('free') && (named !== undefined || has('am', 'have', 'my') || isSaidFree(words)) && isOwn) ||
    (has('i') && hasTime(words))
  )
    return { ...left('i', 'have', 'free', 'my', 'mine'), wish: 'free' };
  if (named === undefined ? isOnly('calendar', 'take') && has('calendar') : has('calendar', 'take'))
    return { ...left('calendar', 'take', 'i', 'my'), wish: 'calendar' };
  if (named !== undefined) return { ...left('i', 'have'), wish: 'talks', topic: topicBeside(words, named) };
  const asksWhere = isIn(words[0] ?? NO_WORD, 'where') && !has('can', 'see');
  if (has('i') && (has('have') || asksWhere))
    return { ...left('i', 'have', 'where'), wish: 'talks', needsConstraint: words.length < 2 };
  const [first, second] = words.filter(({ form }) => !isGlue(form) || isTalkWord(form));
  if (FREE_FIRST.has(first?.form ?? '') && !isTalkWord(second?.form ?? '') && !KINDS.test(second?.form ?? ''))
    return { ...left('free'), wish: 'free', needsConstraint: true };
  if (has('forMe')) return { ...left('forMe'), wish: 'talks', needsConstraint: true };
  return has('my') ? { ...left('my'), wish: 'talks', needsConstraint: true } : undefined;
}

/** `mine thu am`; but `what day am I free` */
function isMorning(words: readonly TypedWord[], at: number): boolean {
  return words[at]?.form === 'am' && followsDay(words, at) && !isIn(words[at + 1] ?? NO_WORD, 'i');
}

/** `conflicts` by itself is a topic, `any conflicts` is none. */
function isQuestion(words: readonly TypedWord[]): boolean {
  return words.length > 1 || /^(?:clash|double)/u.test(words[0]?.form ?? '');
}

/** With these a question for free time may begin; `available today` asks for talks. */
const FREE_FIRST: ReadonlySet<string> = new Set(
  'free busy gap gaps frei lucke lucken libre hueco huecos livre libero libera vrij'.split(' '),
);

/** `free workshops tuesday` asks for workshops. */
const KINDS = /^(?:workshops?|tutorials?|keynotes?|panels?|demos?)$/u;

/** `that do not clash with my talks`, but not `my session conflicts without locks`. */
function clashesWith(words: readonly TypedWord[], { places }: OwnTalks): boolean {
  const before = words[Math.min(...places) - 1] ?? NO_WORD;
  return isIn(before, 'clash') || /^(?:with|mit|avec|con|com|met)$/u.test(before.form);
}

/** `am I free`, `when I have time`, `my free time`; not `can I see free software`. */
function isSaidFree(words: readonly TypedWord[]): boolean {
  return words.some((word, at) => {
    if (!isIn(word, 'free')) return false;
    const [before, sooner] = [words[at - 1] ?? NO_WORD, words[at - 2] ?? NO_WORD];
    const after = words[at + 1] ?? NO_WORD;
    const isMine = isIn(before, 'my') && (isIn(after, 'free') || /^(?:slot|hour|time)s?$/u.test(after.form));
    if (isMine || isIn(before, 'am') || (isIn(before, 'have') && isIn(sooner, 'i'))) return true;
    return isIn(before, 'i') && (isIn(sooner, 'am') || isIn(after, 'am', 'have'));
  });
}

/** `do I have time`, but not `what time`. */
function hasTime(words: readonly TypedWord[]): boolean {
  return words.some(({ form }, at) => form === 'time' && isIn(words[at - 1] ?? NO_WORD, 'have'));
}

/** `that doesn't clash with my talks`, `between my talks`, `to see when I am free`. */
function asksForFitting(words: readonly TypedWord[], named: OwnTalks | undefined): boolean {
  const has = (...names: readonly WordClass[]) => words.some(word => isIn(word, ...names));
  if (has('clash') && has('not')) return true;
  const isTalks = has('see') || (has('my') && words.some(({ form }) => isTalkWord(form)));
  if (isTalks && isSaidFree(words)) return true;
  const first = named === undefined ? -1 : Math.min(...named.places);
  return (
    named !== undefined && has('my', 'mine') && (has('fit') || isIn(words[first - 1] ?? NO_WORD, 'beside'))
  );
}

function topicBeside(words: readonly TypedWord[], { places, isSure }: OwnTalks) {
  return isSure ? words.filter((_, at) => !places.has(at)) : undefined;
}
