import type { QueryWords } from '../../src/search/search-result.ts';
import { matchWords } from '../../src/search/summary/query-words.ts';
import { tokenize } from '../../src/search/text/tokenizer.ts';

/** The words of a query by the weight of each word of a text. */
export function queryWords(weightOf: (word: string) => number): QueryWords {
  return {
    weightOf,
    wordsIn: text => tokenize(text).filter(word => weightOf(word.text) > 0),
    matchesIn: sentences => matchWords(sentences, weightOf),
  };
}
