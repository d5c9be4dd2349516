import { shorten } from '../../text/display.ts';
import { remember } from '../../text/remember.ts';
import type { QueryWords } from '../search-result.ts';
import type { Word } from '../text/tokenizer.ts';
import { isAddress, type Subject, scoreCues, splitSentences } from './sentences.ts';

/** A shorter sentence is an exclamation or a heading. */
const TELLING_LENGTH = 30;
/** A sentence ends with a mark; a heading has none, and a colon announces a list. */
const ENDED = /[.!?…。！？]["'”“’»)\]]*$/u;
/** Takes away most of the weight of a cue. */
const NO_SENTENCE = 0.8;
/** The first sentence has an advantage over others that say as much. */
const EARLY = 0.2;
/** Above the weight of any place in the text: a second sentence has to say something. */
const WORTH_ADDING = 0.3;
/** How many characters of a long sentence are shown before the query's first word: in a short summary a third of it. */
const LEAD_LENGTH = 40;

/** A sentence of a text, whatever the query is. */
interface Sentence {
  readonly text: string;
  readonly place: number;
}

/** Everything that is known of a text before a query. Its numbers lie side by side: to fetch them from many objects takes longest. */
interface Told {
  readonly sentences: readonly Sentence[];
  /** How much each sentence says by itself; see scoreSentence. */
  readonly ownScores: readonly number[];
}

/**
 * Summarises a text by the one or two of its sentences that say most, in at most `length` characters: about the query if
 * there is one, else about the subject. "…" stands for text left out in between or of a long sentence, which is cut
 * between words.
 */
export function summarise(
  text: string,
  options: { readonly words?: QueryWords; readonly length: number; readonly subject?: Subject },
): string {
  const { words, length, subject = 'talk' } = options;
  const { sentences, ownScores } = toldBy[subject](text);
  const said = words?.sumsOf(sentences);
  const scores = said === undefined ? ownScores : ownScores.map((own, at) => 2 * (said[at] ?? 0) + own);
  const best = pickBest(sentences, scores, () => true);
  if (best === undefined) return '';
  if (best.text.length > length)
    return excerpt(best.text, words?.firstIn(sentences, sentences.indexOf(best)), length);
  // The sentence that leads to the best one need only be a sentence; any other has to say something.
  const second = pickBest(
    sentences,
    scores,
    (other, score) =>
      other !== best &&
      score > (other.place === best.place - 1 ? 0 : WORTH_ADDING) &&
      other.text.length + gapBetween(best, other).length + best.text.length <= length,
  );
  return second === undefined ? best.text : joinSentences(best, second);
}

/** The sentence of the highest score that may be taken, the first of equal ones. */
function pickBest(
  sentences: readonly Sentence[],
  scores: readonly number[],
  mayBe: (sentence: Sentence, score: number) => boolean,
): Sentence | undefined {
  let best: Sentence | undefined;
  let most = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < sentences.length; at++) {
    const score = scores[at] ?? 0;
    if (score <= most) continue;
    const sentence = sentences[at];
    if (sentence === undefined || !mayBe(sentence, score)) continue;
    best = sentence;
    most = score;
  }
  return best;
}

/** The abstracts and bios of several large conferences. */
const REMEMBERED = 5000;

/** The sentences of a text, split and scored once: this costs most of a summary and is the same for each query. */
const toldBy: Readonly<Record<Subject, (text: string) => Told>> = {
  talk: remember(text => readSentences(text, 'talk'), REMEMBERED),
  person: remember(text => readSentences(text, 'person'), REMEMBERED),
};

function readSentences(text: string, subject: Subject): Told {
  const placed = splitSentences(text).map((sentence, place) => ({ text: sentence, place }));
  const telling = placed.filter(sentence => !isAddress(sentence.text));
  const told = telling.length > 0 ? telling : placed;
  const ownScores = told.map(sentence =>
    scoreSentence(sentence.text, { place: sentence.place, isLast: sentence === told.at(-1), subject }),
  );
  return { sentences: told, ownScores };
}

function scoreSentence(
  sentence: string,
  { place, isLast, subject }: { place: number; isLast: boolean; subject: Subject },
): number {
  // The last sentence of a text often lacks its mark.
  const isSentence = sentence.length >= TELLING_LENGTH && (isLast || ENDED.test(sentence));
  return scoreCues(sentence, subject) - (isSentence ? 0 : NO_SENTENCE) + EARLY / (1 + place);
}

/** Joins two sentences in the order of the text, with "…" if others are between them. */
function joinSentences(one: Sentence, other: Sentence): string {
  const [first, second] = one.place < other.place ? [one, other] : [other, one];
  return first.text + gapBetween(first, second) + second.text;
}

function gapBetween(one: Sentence, other: Sentence): string {
  return Math.abs(one.place - other.place) === 1 ? ' ' : ' … ';
}

/** The part of a long sentence around the query's first word in it. */
function excerpt(sentence: string, found: Pick<Word, 'start' | 'end'> | undefined, length: number): string {
  if (found === undefined || found.end < length - 1) return shorten(sentence, length);
  const lead = Math.min(
    found.start - Math.min(LEAD_LENGTH, Math.floor(length / 3)),
    sentence.length - length + 1,
  );
  const earliest = Math.max(0, lead, found.end - length + 2);
  const from = sentence.indexOf(' ', earliest) + 1;
  return `…${shorten(sentence.slice(Math.min(from, found.start)), length - 1)}`;
}
