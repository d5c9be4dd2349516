import type { QueryWords } from './answer.ts';
import { cut } from './cut.ts';
import { wordsOf } from './words.ts';

/** The sentence of a text that says most about a query, cut to `length` characters. */
export function summarise(text: string, options: { words?: QueryWords; length: number }): string {
  const segmenter = new Intl.Segmenter('und', { granularity: 'sentence' });
  const sentences = [...segmenter.segment(text)].map(part => part.segment.replace(/\s+/gu, ' ').trim());
  let best = { text: '', score: -1 };
  for (const sentence of sentences) {
    const score = wordsOf(sentence).reduce((sum, word) => sum + (options.words?.weightOf(word.text) ?? 0), 0);
    if (sentence !== '' && score > best.score) best = { text: sentence, score };
  }
  return cut(best.text, options.length);
}
