import type { QueryWords } from '../search-result.ts';
import type { TextSpan } from '../text/tokenizer.ts';
import { type Excerpt, GAP, isOfWholeWords, textOf } from './excerpt.ts';

/** A piece of a text; `strong` if it is a word of the query. */
export interface HighlightedPiece {
  readonly text: string;
  readonly strong: boolean;
}

/** Emphasises a query's words in a text. The pieces joined are the text. */
export function highlight(text: string, words: QueryWords): readonly HighlightedPiece[] {
  return splitAt(text, words.wordsIn(text));
}

/** The same for an excerpt. */
export function highlightExcerpt(excerpt: Excerpt, words: QueryWords): readonly HighlightedPiece[] {
  if (!isOfWholeWords(excerpt)) return highlight(textOf(excerpt), words);
  const { text, parts, before, after, matches } = excerpt;
  const pieces = new Pieces();
  pieces.add(before, false);
  for (const [at, { start, end }] of parts.entries()) {
    if (at > 0) pieces.add(GAP, false);
    let from = start;
    for (const match of matches) {
      if (match.start < start || match.end > end) continue;
      pieces.add(text.slice(from, match.start), false);
      pieces.add(text.slice(match.start, match.end), true);
      from = match.end;
    }
    pieces.add(text.slice(from, end), false);
  }
  pieces.add(after, false);
  return pieces.list;
}

function splitAt(text: string, words: readonly TextSpan[]): readonly HighlightedPiece[] {
  const pieces = new Pieces();
  let end = 0;
  for (const word of words) {
    pieces.add(text.slice(end, word.start), false);
    pieces.add(text.slice(word.start, word.end), true);
    end = word.end;
  }
  pieces.add(text.slice(end), false);
  return pieces.list;
}

/** Pieces of one kind one after the other become one. */
class Pieces {
  readonly list: { text: string; strong: boolean }[] = [];

  add(text: string, strong: boolean): void {
    const last = this.list.at(-1);
    if (last?.strong === strong) last.text += text;
    else if (text !== '') this.list.push({ text, strong });
  }
}
