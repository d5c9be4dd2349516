import { shorten } from '../../text/display.ts';
import { remember } from '../../text/remember.ts';
import type { QueryWords } from '../search-result.ts';
import { tokenize } from '../text/tokenizer.ts';
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
  /** How much it says by itself; see scoreSentence. */
  readonly ownScore: number;
  /** Each of its words once. */
  readonly words: readonly string[];
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
  const sentences = sentencesOf[subject](text);
  const scores = sentences.map(sentence => scoreWords(sentence, words) + sentence.ownScore);
  const best = pickBest(sentences, scores, () => true);
  if (best === undefined) return '';
  if (best.text.length > length) return excerpt(best.text, words, length);
  // The sentence that leads to the best one need only be a sentence; any other has to say something.
  const second = pickBest(
    sentences,
    scores,
    (other, score) =>
      other !== best &&
      score > (other.place === best.place - 1 ? 0 : WORTH_ADDING) &&
      joinSentences(best, other).length <= length,
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
  for (const [place, sentence] of sentences.entries()) {
    const score = scores[place] ?? 0;
    if (score <= most || !mayBe(sentence, score)) continue;
    best = sentence;
    most = score;
  }
  return best;
}

/** The abstracts and bios of several large conferences. */
const REMEMBERED = 5000;

/** The sentences of a text, split and scored once: this costs most of a summary and is the same for each query. */
const sentencesOf: Readonly<Record<Subject, (text: string) => readonly Sentence[]>> = {
  talk: remember(text => readSentences(text, 'talk'), REMEMBERED),
  person: remember(text => readSentences(text, 'person'), REMEMBERED),
};

function readSentences(text: string, subject: Subject): readonly Sentence[] {
  const placed = splitSentences(text).map((sentence, place) => ({ text: sentence, place }));
  const telling = placed.filter(sentence => !isAddress(sentence.text));
  const told = telling.length > 0 ? telling : placed;
  return told.map(sentence => ({
    ...sentence,
    ownScore: scoreSentence(sentence.text, {
      place: sentence.place,
      isLast: sentence === told.at(-1),
      subject,
    }),
    words: [...new Set(tokenize(sentence.text).map(word => word.text))],
  }));
}

function scoreSentence(
  sentence: string,
  { place, isLast, subject }: { place: number; isLast: boolean; subject: Subject },
): number {
  // The last sentence of a text often lacks its mark.
  const isSentence = sentence.length >= TELLING_LENGTH && (isLast || ENDED.test(sentence));
  return scoreCues(sentence, subject) - (isSentence ? 0 : NO_SENTENCE) + EARLY / (1 + place);
}

/** The weight of the query's words in a sentence, each counted once. */
function scoreWords(sentence: Sentence, words: QueryWords | undefined): number {
  if (words === undefined) return 0;
  return 2 * words.sumOf(sentence.words);
}

/** Joins two sentences in the order of the text, with "…" if others are between them. */
function joinSentences(one: Sentence, other: Sentence): string {
  const [first, second] = one.place < other.place ? [one, other] : [other, one];
  return `${first.text}${second.place === first.place + 1 ? ' ' : ' … '}${second.text}`;
}

/** The part of a long sentence around the query's first word in it. */
function excerpt(sentence: string, words: QueryWords | undefined, length: number): string {
  const found = words && tokenize(sentence).find(word => words.weightOf(word.text) > 0);
  if (found === undefined || found.end < length - 1) return shorten(sentence, length);
  const lead = Math.min(
    found.start - Math.min(LEAD_LENGTH, Math.floor(length / 3)),
    sentence.length - length + 1,
  );
  const earliest = Math.max(0, lead, found.end - length + 2);
  const from = sentence.indexOf(' ', earliest) + 1;
  return `…${shorten(sentence.slice(Math.min(from, found.start)), length - 1)}`;
}
