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
  const pieces = new Pieces();
  pieces.addPart(text, { start: 0, end: text.length }, words.wordsIn(text));
  return pieces.list;
}

/** The same for an excerpt. */
export function highlightExcerpt(excerpt: Excerpt, words: QueryWords): readonly HighlightedPiece[] {
  if (!isOfWholeWords(excerpt)) return highlight(textOf(excerpt), words);
  const { text, parts, before, after, matches } = excerpt;
  const pieces = new Pieces();
  pieces.add(before, false);
  for (const [at, part] of parts.entries()) {
    if (at > 0) pieces.add(GAP, false);
    pieces.addPart(text, part, matches);
  }
  pieces.add(after, false);
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

  /** Adds a part of a text; the words that stand in it are strong. */
  addPart(text: string, { start, end }: TextSpan, words: readonly TextSpan[]): void {
    let from = start;
    for (const word of words) {
      if (word.start < start || word.end > end) continue;
      this.add(text.slice(from, word.start), false);
      this.add(text.slice(word.start, word.end), true);
      from = word.end;
    }
    this.add(text.slice(from, end), false);
  }
}
