import { remember } from '../../text/remember.ts';
import { GAP } from './excerpt.ts';
import { isAddress, type Subject, scoreCues, splitSentences } from './sentences.ts';

/** A shorter sentence is an exclamation or a heading. */
const TELLING_LENGTH = 30;
/** A sentence ends with a mark; a heading has none, and a colon announces a list. */
const ENDED = /[.!?…。！？]["'”“’»)\]]*$/u;
/** Takes away most of the weight of a cue. */
const NO_SENTENCE = 0.8;
/** The first sentence has an advantage over others that say as much. */
const EARLY = 0.2;

/**
 * The sentences of a text, and what is known of them before a query. Numbers lie side by side: to fetch them from many
 * objects takes longest.
 */
export interface Sentences {
  /** All of them, with a space in between, or with a gap where an address is left out. */
  readonly text: string;
  /** Where each begins and ends there. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** How much each says by itself. */
  readonly ownScores: readonly number[];
}

/** The abstracts and bios of several large conferences. */
const REMEMBERED = 5000;

/** Splits and scores a text once: this costs most of a summary and is the same for each query. */
export const readSentences: Readonly<Record<Subject, (text: string) => Sentences>> = {
  talk: remember(text => splitAndScore(text, 'talk'), REMEMBERED),
  person: remember(text => splitAndScore(text, 'person'), REMEMBERED),
};

function splitAndScore(text: string, subject: Subject): Sentences {
  const placed = splitSentences(text).map((sentence, place) => ({ text: sentence, place }));
  const telling = placed.filter(sentence => !isAddress(sentence.text));
  const told = telling.length > 0 ? telling : placed;
  let joined = '';
  const starts = told.map((sentence, at) => {
    if (at > 0) joined += sentence.place - (told[at - 1]?.place ?? 0) === 1 ? ' ' : GAP;
    joined += sentence.text;
    return joined.length - sentence.text.length;
  });
  return {
    // Most texts are one line of sentences, so they need not be kept twice.
    text: joined === text ? text : joined,
    starts,
    ends: told.map((sentence, at) => (starts[at] ?? 0) + sentence.text.length),
    ownScores: told.map(sentence =>
      scoreSentence(sentence.text, { place: sentence.place, isLast: sentence === told.at(-1), subject }),
    ),
  };
}

function scoreSentence(
  sentence: string,
  { place, isLast, subject }: { place: number; isLast: boolean; subject: Subject },
): number {
  // The last sentence of a text often lacks its mark.
  const isSentence = sentence.length >= TELLING_LENGTH && (isLast || ENDED.test(sentence));
  return scoreCues(sentence, subject) - (isSentence ? 0 : NO_SENTENCE) + EARLY / (1 + place);
}
