import type { QueryWords } from './answer.ts';
import { cueOf } from './cues.ts';
import { cut } from './cut.ts';
import { sentencesOf } from './sentences.ts';
import { wordsOf } from './words.ts';

/** A sentence of fewer characters is an exclamation or a heading. */
const TELLING_LENGTH = 30;
/** Above what a place in the text alone gives: a second sentence has to say something. */
const WORTH_ADDING = 0.3;
/** How much of a long sentence is shown before the first word that was asked for. */
const LEAD_LENGTH = 40;

interface Sentence {
  readonly text: string;
  readonly place: number;
  readonly score: number;
}

/**
 * The one or two sentences of a text that say most: about the query, where there are words of one, else by themselves.
 * At most `length` characters, cut at words, with "…" where something is left out of a sentence. For a bio without a
 * query they say who the person is now.
 */
export function summarise(
  text: string,
  options: { readonly words?: QueryWords; readonly length: number },
): string {
  const { words, length } = options;
  const sentences = sentencesOf(text).map((sentence, place) => ({
    text: sentence,
    place,
    score: asked(sentence, words) + told(sentence, place),
  }));
  const [best, ...others] = [...sentences].sort((a, b) => b.score - a.score || a.place - b.place);
  if (best === undefined) return '';
  if (best.text.length > length) return excerpt(best.text, words, length);
  const second = others.find(other => other.score > WORTH_ADDING && joined(best, other).length <= length);
  return second === undefined ? best.text : joined(best, second);
}

/** What the words of the query weigh that a sentence has, each counted once. */
function asked(sentence: string, words: QueryWords | undefined): number {
  if (words === undefined) return 0;
  const weights = new Map(
    wordsOf(sentence).map(word => [word.text.toLowerCase(), words.weightOf(word.text)]),
  );
  return 2 * [...weights.values()].reduce((sum, weight) => sum + weight, 0);
}

/** What a sentence says by itself; of two that say the same, the earlier one is kept. */
function told(sentence: string, place: number): number {
  const brief = sentence.length < TELLING_LENGTH ? 0.8 : 0;
  return cueOf(sentence) - brief + 0.2 / (1 + place);
}

/** In the order of the text; what stands between them is left out, and seen to be. */
function joined(one: Sentence, other: Sentence): string {
  const [first, second] = one.place < other.place ? [one, other] : [other, one];
  return `${first.text}${second.place === first.place + 1 ? ' ' : ' … '}${second.text}`;
}

/** The part of a long sentence around the first word that was asked for. */
function excerpt(sentence: string, words: QueryWords | undefined, length: number): string {
  const found = words && wordsOf(sentence).find(word => words.weightOf(word.text) > 0);
  if (found === undefined || found.end < length - 1) return cut(sentence, length);
  const lead = Math.min(found.start - LEAD_LENGTH, sentence.length - length + 1);
  const earliest = Math.max(0, lead, found.end - length + 2);
  const from = sentence.indexOf(' ', earliest) + 1;
  return `…${cut(sentence.slice(Math.min(from, found.start)), length - 1)}`;
}
