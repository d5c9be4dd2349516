import { placeToCut } from '../../text/display.ts';
import type { QueryWords, WordMatch } from '../search-result.ts';
import type { TextSpan } from '../text/tokenizer.ts';
import { type Excerpt, GAP, textOf } from './excerpt.ts';
import { readSentences, type Sentences } from './read-sentences.ts';
import type { Subject } from './sentences.ts';

/** Above the weight of any place in the text: a second sentence has to say something. */
const WORTH_ADDING = 0.3;
/** How many characters of a long sentence are shown before the query's first word: in a short summary a third of it. */
const LEAD_LENGTH = 40;

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
  const sentences = readSentences[subject](text);
  return textOf(choose(sentences, words?.matchesIn(sentences) ?? [], length));
}

/** The same about a query, as parts of the text. */
export function summariseInParts(
  text: string,
  { words, length }: { readonly words: QueryWords; readonly length: number },
): Excerpt {
  const sentences = readSentences.talk(text);
  return choose(sentences, words.matchesIn(sentences), length);
}

function choose(sentences: Sentences, matches: readonly WordMatch[], length: number): Excerpt {
  const { text, starts, ends } = sentences;
  const scores = scoreSentences(sentences, matches);
  const best = findBest(scores);
  const start = starts[best] ?? 0;
  const end = ends[best] ?? 0;
  if (end - start <= length) {
    const parts = joinSentences(sentences, best, findSecond(scores, { sentences, best, length }));
    return { text, parts, before: '', after: '', matches };
  }
  const first = matches.find(match => match.sentence === best);
  return cutAround(first, { text, start, end, length, matches });
}

/** The sums of the weights of a query's words count twice. */
function scoreSentences({ ownScores }: Sentences, matches: readonly WordMatch[]): readonly number[] {
  if (matches.length === 0) return ownScores;
  const scores = ownScores.slice();
  let sum = 0;
  let scored = -1;
  for (const { sentence, adds } of matches) {
    sum = sentence === scored ? sum + adds : adds;
    scored = sentence;
    scores[sentence] = 2 * sum + (ownScores[sentence] ?? 0);
  }
  return scores;
}

/** The sentence of the highest score, the first of equal ones. */
function findBest(scores: readonly number[]): number {
  let best = 0;
  for (let at = 1; at < scores.length; at++) if ((scores[at] ?? 0) > (scores[best] ?? 0)) best = at;
  return best;
}

/** The best other sentence that has room beside the best one and says something; `best` itself if there is none. */
function findSecond(
  scores: readonly number[],
  {
    sentences,
    best,
    length,
  }: { readonly sentences: Sentences; readonly best: number; readonly length: number },
): number {
  const { starts, ends } = sentences;
  const room = length - ((ends[best] ?? 0) - (starts[best] ?? 0));
  let second = best;
  let most = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < scores.length; at++) {
    const score = scores[at] ?? 0;
    if (score <= most || at === best) continue;
    const gap = gapBetween(sentences, at, best);
    // The sentence that leads to the best one need only be a sentence; any other has to say something.
    if (score <= (at < best && gap === 1 ? 0 : WORTH_ADDING)) continue;
    if ((ends[at] ?? 0) - (starts[at] ?? 0) + gap > room) continue;
    second = at;
    most = score;
  }
  return second;
}

/** How many characters stand between two sentences of a summary. */
function gapBetween({ starts, ends }: Sentences, one: number, other: number): number {
  const first = Math.min(one, other);
  return Math.abs(one - other) === 1 ? (starts[first + 1] ?? 0) - (ends[first] ?? 0) : GAP.length;
}

/** One or two sentences in the order of the text. Neighbours are one part. */
function joinSentences({ starts, ends }: Sentences, one: number, other: number): readonly TextSpan[] {
  const [first, last] = one < other ? [one, other] : [other, one];
  const [start, end] = [starts[first] ?? 0, ends[last] ?? 0];
  if (last - first < 2) return [{ start, end }];
  return [
    { start, end: ends[first] ?? 0 },
    { start: starts[last] ?? 0, end },
  ];
}

/** The part of a long sentence around the query's first word in it. */
function cutAround(
  first: WordMatch | undefined,
  { text, start, end, length, matches }: TextSpan & { length: number } & Pick<Excerpt, 'text' | 'matches'>,
): Excerpt {
  const isNear = first === undefined || first.end - start < length - 1;
  const from = isNear ? start : beginAround(first, { text, start, end, length });
  const room = isNear ? length : length - 1;
  const isCut = end - from > room;
  const until = !isCut ? end : room < 1 ? from : placeToCut(text, room, from);
  return {
    text,
    parts: [{ start: from, end: until }],
    before: isNear ? '' : '…',
    after: isCut && room > 0 ? '…' : '',
    matches,
  };
}

/** The place where a long sentence begins, so that its first word of the query is shown. */
function beginAround(
  first: TextSpan,
  { text, start, end, length }: TextSpan & { readonly text: string; readonly length: number },
): number {
  const lead = Math.min(first.start - Math.min(LEAD_LENGTH, Math.floor(length / 3)), end - length + 1);
  const space = text.indexOf(' ', Math.max(start, lead, first.end - length + 2));
  return Math.min(space < 0 || space >= end ? start : space + 1, first.start);
}
