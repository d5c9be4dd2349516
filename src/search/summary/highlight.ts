import type { Index } from '../index/index-programme.ts';
import type { Term } from '../query/terms.ts';
import type { QueryWords } from '../search-result.ts';
import { tokenize } from '../text/tokenizer.ts';

/** A piece of a text; `strong` if it is a word of the query. */
export interface HighlightedPiece {
  readonly text: string;
  readonly strong: boolean;
}

/** Emphasises a query's words in a text. The pieces joined are the text. */
export function highlight(text: string, words: QueryWords): readonly HighlightedPiece[] {
  const pieces: { text: string; strong: boolean }[] = [];
  const add = (piece: string, strong: boolean) => {
    const last = pieces.at(-1);
    if (last?.strong === strong) last.text += piece;
    else if (piece !== '') pieces.push({ text: piece, strong });
  };
  let end = 0;
  for (const word of tokenize(text)) {
    if (words.weightOf(word.text) <= 0) continue;
    add(text.slice(end, word.start), false);
    add(word.text, true);
    end = word.end;
  }
  add(text.slice(end), false);
  return pieces;
}

/** A relative of a word is emphasised, a second best correction is not; see Variant. */
const CERTAIN = 0.5;

/** Weighs the words of texts by a query: rare terms most, and their variants less than their own forms. */
export function weighQueryWords(index: Index, terms: readonly Term[]): QueryWords {
  let stems: ReadonlyMap<string, number> | undefined;
  return {
    weightOf: word => {
      // Most answers show few texts or none, so this waits for the first word.
      stems ??= weighStems(index, terms);
      return index
        .formsOfWord(word)
        .reduce(
          (most, form) =>
            Math.max(most, stems?.get(index.vocabulary.lookUpStem(form)) ?? completionWeight(form, terms)),
          0,
        );
    },
  };
}

function weighStems(index: Index, terms: readonly Term[]): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  const rarest = Math.max(...terms.map(term => term.idf));
  for (const term of terms) {
    const add = (stem: string, certainty: number) =>
      weights.set(stem, Math.max(weights.get(stem) ?? 0, (certainty * term.idf) / rarest));
    add(index.vocabulary.lookUpStem(term.form), 1);
    for (const { postings, range, certainty } of term.variants) {
      if (postings === index.stems && certainty >= CERTAIN)
        add(index.vocabulary.stems[range.from] ?? '', certainty);
    }
  }
  return weights;
}

/** An unfinished term may be any word that begins with it. */
function completionWeight(form: string, terms: readonly Term[]): number {
  return terms.some(term => term.completions.to > term.completions.from && form.startsWith(term.form))
    ? CERTAIN
    : 0;
}
