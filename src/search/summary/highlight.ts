import type { Index } from '../index/index-programme.ts';
import type { Term } from '../query/terms.ts';
import type { QueryWords } from '../search-result.ts';
import { tokenize } from '../text/tokenizer.ts';

/** A piece of a text; strong where the query asked for it. */
export interface HighlightedPiece {
  readonly text: string;
  readonly strong: boolean;
}

/** Emphasises the words of a query in a text. The pieces joined are the text. */
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

/** A relative of a word is worth emphasis, a second best correction is not. */
const CERTAIN = 0.5;

/** Tells what a query's words weigh in a text: rare ones most, and their relatives less than their own forms. */
export function weighQueryWords(index: Index, terms: readonly Term[]): QueryWords {
  let stems: ReadonlyMap<string, number> | undefined;
  return {
    weightOf: word => {
      // Most answers are counted or listed; only what is shown is summed up, so this waits until it is asked.
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

/** A word that is still being typed is in every word that it begins. */
function completionWeight(form: string, terms: readonly Term[]): number {
  return terms.some(term => term.completions.to > term.completions.from && form.startsWith(term.form))
    ? CERTAIN
    : 0;
}
