import type { Talk } from '../../programme/talk.ts';
import { fold } from '../../text/fold.ts';
import { hasLength } from './lengths.ts';

/** Kinds of talks by what a folded title or track says: `Workshop: build a cluster`. */
const WORDS: Readonly<Record<string, RegExp>> = {
  workshop: /^\W*(?:workshop|atelier|taller|oficina|hands[- ]on)\b|\b(?:workshop|hands[- ]on)\b/,
  keynote: /\bkeynotes?\b|基調講演/,
  panel: /^\W*(?:panel|podium|table ronde|mesa redonda)\b|\bpanel(?: discussion)?\W*$/,
  tutorial: /\btutorial\b/,
  lightning: /\blightning (?:talk|session)s?\b/,
  poster: /\bposters?\b/,
  bof: /\bbof\b|\bbirds of a feather\b/,
};

/** A short talk is at most so long, a long one at least, in minutes. */
const SHORT_MAX = 30;
const LONG_MIN = 60;

const TESTS: ReadonlyMap<string, (talk: Talk) => boolean> = new Map([
  ...Object.entries(WORDS).map(
    ([type, words]) =>
      [type, ({ title, track }: Talk) => words.test(fold(title)) || words.test(fold(track ?? ''))] as const,
  ),
  ['short', (talk: Talk) => hasLength({ sign: '<=', minutes: SHORT_MAX }, talk.slots)],
  ['long', (talk: Talk) => hasLength({ sign: '>=', minutes: LONG_MIN }, talk.slots)],
]);

/** Kinds of talks that people ask for. */
export const TALK_TYPES: readonly string[] = [...TESTS.keys()];

/** Whether a talk is of a kind, in the singular or plural; undefined for a word that is no kind. */
export function talkTypeTest(type: string): ((talk: Talk) => boolean) | undefined {
  return TESTS.get(type) ?? TESTS.get(type.replace(/s$/u, ''));
}
