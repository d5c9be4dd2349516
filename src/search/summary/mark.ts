import type { QueryWords } from '../answer.ts';
import { wordsOf } from '../text/words.ts';

/** A piece of a text; strong where the query asked for it. */
export interface MarkedPiece {
  readonly text: string;
  readonly strong: boolean;
}

/** Emphasises the words of a query in a text. The pieces joined are the text. */
export function mark(text: string, words: QueryWords): readonly MarkedPiece[] {
  const pieces: { text: string; strong: boolean }[] = [];
  const add = (piece: string, strong: boolean) => {
    const last = pieces.at(-1);
    if (last?.strong === strong) last.text += piece;
    else if (piece !== '') pieces.push({ text: piece, strong });
  };
  let end = 0;
  for (const word of wordsOf(text)) {
    if (words.weightOf(word.text) <= 0) continue;
    add(text.slice(end, word.start), false);
    add(word.text, true);
    end = word.end;
  }
  add(text.slice(end), false);
  return pieces;
}
