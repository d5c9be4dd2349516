import { differentWords } from '../../src/search/index/word-forms.ts';
import type { QueryWords } from '../../src/search/search-result.ts';
import { tokenize } from '../../src/search/text/tokenizer.ts';

/** The words of a query by the weight of each word of a text. */
export function queryWords(weightOf: (word: string) => number): QueryWords {
  const wordsIn = (text: string) => tokenize(text).filter(word => weightOf(word.text) > 0);
  return {
    weightOf,
    wordsIn,
    firstIn: (sentences, place) => wordsIn(sentences[place]?.text ?? '')[0],
    sumsOf: sentences =>
      sentences.map(({ text }) => differentWords(text).reduce((sum, word) => sum + weightOf(word.text), 0)),
  };
}
