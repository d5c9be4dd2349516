import { shorten } from '../../text/shorten.ts';
import type { QueryWords } from '../search-result.ts';
import { tokenize } from '../text/tokenizer.ts';
import { type Subject, scoreCues, splitSentences } from './sentences.ts';

/** A sentence of fewer characters is an exclamation or a heading. */
const TELLING_LENGTH = 30;
/** A heading ends without a mark, and more follows; a list is announced by a colon. */
const ENDED = /[.!?…。！？]["'”“’»)\]]*$/u;
/** Takes away most of what a cue gives. */
const NO_SENTENCE = 0.8;
/** Of two sentences that say the same, the earlier one is kept. */
const EARLY = 0.2;
/** Above what a place in the text alone gives: a second sentence has to say something. */
const WORTH_ADDING = 0.3;
/** How much of a long sentence is shown before the first word that was asked for. */
const LEAD_LENGTH = 40;

/** What a sentence is, whatever is asked of it. */
interface ReadSentence {
  readonly text: string;
  readonly place: number;
  /** How much it says by itself. */
  readonly says: number;
  /** Each of its words once. */
  readonly words: readonly string[];
}

interface ScoredSentence extends ReadSentence {
  readonly score: number;
}

/**
 * The one or two sentences of a text that say most: about the query, where there are words of one, else by themselves.
 * At most `length` characters, cut at words, with "…" where something is left out of a sentence. Of a person without
 * a query they say who that is now.
 */
export function summarise(
  text: string,
  options: { readonly words?: QueryWords; readonly length: number; readonly subject?: Subject },
): string {
  const { words, length, subject = 'talk' } = options;
  const sentences = readSentences(text, subject).map(told => ({
    ...told,
    score: scoreWords(told, words) + told.says,
  }));
  const [best, ...others] = [...sentences].sort((a, b) => b.score - a.score || a.place - b.place);
  if (best === undefined) return '';
  if (best.text.length > length) return excerpt(best.text, words, length);
  const second = others.find(
    other => isWorthAdding(other, best) && joinSentences(best, other).length <= length,
  );
  return second === undefined ? best.text : joinSentences(best, second);
}

/** What leads to the best sentence need only be a sentence; any other has to say something. */
function isWorthAdding(other: ScoredSentence, best: ScoredSentence): boolean {
  return other.score > (other.place === best.place - 1 ? 0 : WORTH_ADDING);
}

/** So many texts are remembered: those of a large conference, several times over. */
const REMEMBERED = 5000;
const remembered = {
  talk: new Map<string, readonly ReadSentence[]>(),
  person: new Map<string, readonly ReadSentence[]>(),
};

/** Taking a text apart costs most of a summary and is the same for every query, so it is done once a text. */
function readSentences(text: string, subject: Subject): readonly ReadSentence[] {
  const known = remembered[subject].get(text);
  if (known !== undefined) return known;
  const sentences = splitSentences(text);
  const told = sentences.map((sentence, place) => ({
    text: sentence,
    place,
    says: scoreSentence(sentence, { place, isLast: place === sentences.length - 1, subject }),
    words: [...new Set(tokenize(sentence).map(word => word.text))],
  }));
  if (remembered[subject].size >= REMEMBERED) remembered[subject].clear();
  remembered[subject].set(text, told);
  return told;
}

function scoreSentence(
  sentence: string,
  { place, isLast, subject }: { place: number; isLast: boolean; subject: Subject },
): number {
  // The end of a text may lack its mark and is a sentence all the same.
  const isSentence = sentence.length >= TELLING_LENGTH && (isLast || ENDED.test(sentence));
  return scoreCues(sentence, subject) - (isSentence ? 0 : NO_SENTENCE) + EARLY / (1 + place);
}

/** What the words of the query weigh that a sentence has, each counted once. */
function scoreWords({ words: said }: ReadSentence, words: QueryWords | undefined): number {
  if (words === undefined) return 0;
  return 2 * said.reduce((sum, word) => sum + words.weightOf(word), 0);
}

/** In the order of the text; what stands between them is left out, and seen to be. */
function joinSentences(one: ScoredSentence, other: ScoredSentence): string {
  const [first, second] = one.place < other.place ? [one, other] : [other, one];
  return `${first.text}${second.place === first.place + 1 ? ' ' : ' … '}${second.text}`;
}

/** The part of a long sentence around the first word that was asked for. */
function excerpt(sentence: string, words: QueryWords | undefined, length: number): string {
  const found = words && tokenize(sentence).find(word => words.weightOf(word.text) > 0);
  if (found === undefined || found.end < length - 1) return shorten(sentence, length);
  const lead = Math.min(found.start - LEAD_LENGTH, sentence.length - length + 1);
  const earliest = Math.max(0, lead, found.end - length + 2);
  const from = sentence.indexOf(' ', earliest) + 1;
  return `…${shorten(sentence.slice(Math.min(from, found.start)), length - 1)}`;
}
