import { differentWords } from '../../src/search/index/word-forms.ts';
import type { QueryWords } from '../../src/search/search-result.ts';

/** The words of a query by the weight of each word of a text. */
export function queryWords(weightOf: (word: string) => number): QueryWords {
  return {
    weightOf,
    sumsOf: sentences =>
      sentences.map(({ text }) => [...differentWords(text)].reduce((sum, word) => sum + weightOf(word), 0)),
  };
}
