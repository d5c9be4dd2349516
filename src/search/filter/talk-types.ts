import type { Talk } from '../../programme/talk.ts';
import { fold } from '../../text/fold.ts';

/** Kinds of talks that people ask for. Programmes say them in titles: `Workshop: build a cluster`. */
export const TALK_TYPES = [
  ...(['workshop', 'keynote', 'panel', 'tutorial', 'lightning', 'poster', 'bof', 'short', 'long'] as const),
] as const;

/** Other words for the same, folded. */
const WORDS: Readonly<Record<(typeof TALK_TYPES)[number], RegExp>> = {
  workshop: /^\W*(?:workshop|atelier|taller|oficina|hands[- ]on)\b|\b(?:workshop|hands[- ]on)\b/,
  keynote: /\bkeynote\b/,
  panel: /^\W*(?:panel|podium|table ronde|mesa redonda)\b|\bpanel(?: discussion)?\W*$/,
  tutorial: /\btutorial\b/,
  lightning: /\blightning (?:talk|session)s?\b/,
  poster: /\bposters?\b/,
  bof: /\bbof\b|\bbirds of a feather\b/,
  short: /(?!)/,
  long: /(?!)/,
};

const MINUTE = 60_000;
/** A short talk is at most so long, a long one at least, in minutes. */
const SHORT_MAX = 30;
const LONG_MIN = 60;

/** Whether a talk is of a kind; undefined for a word that is no kind. */
export function talkTypeTest(type: string): ((talk: Talk) => boolean) | undefined {
  const known = TALK_TYPES.find(one => one === type || `${one}s` === type);
  if (known === undefined) return undefined;
  if (known === 'short') return talk => minutesOf(talk).some(minutes => minutes <= SHORT_MAX);
  if (known === 'long') return talk => minutesOf(talk).some(minutes => minutes >= LONG_MIN);
  return talk => WORDS[known].test(fold(talk.title)) || WORDS[known].test(fold(talk.track ?? ''));
}

function minutesOf({ slots }: Talk): readonly number[] {
  return slots.flatMap(({ start, end }) =>
    end === undefined ? [] : (Date.parse(end) - Date.parse(start)) / MINUTE,
  );
}
