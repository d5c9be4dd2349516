import type { Index } from '../index/index-programme.ts';
import type { Term } from '../query/terms.ts';
import type { QueryWords } from '../search-result.ts';
import { beginsWord, formIn } from '../text/token-code.ts';
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

/** A word that has one form: no stemmer changes the letter with which it begins. */
const PLAIN = /^[A-Z]?[a-z]+$/;

/** Weighs the words of texts by a query: rare terms most, and their variants less than their own forms. */
export function weighQueryWords(index: Index, terms: readonly Term[]): QueryWords {
  const { wordForms, vocabulary } = index;
  const { stemOfForm } = vocabulary;
  // An unfinished term may be any word that begins with it.
  const unfinished = terms.filter(({ completions }) => completions.to > completions.from);
  let known: ReadonlyMap<number, number> | undefined;
  // Most answers show few texts or none, so this waits for the first word.
  const weights = () => {
    known ??= weighStems(index, terms);
    return known;
  };
  const weightOfStem = (stem: number) => weights().get(stem);
  let initials: ReadonlySet<string> | undefined;
  const mayBegin = (word: string) => {
    initials ??= new Set([
      ...[...weights().keys()].map(stem => vocabulary.stems[stem]?.charAt(0) ?? ''),
      ...unfinished.map(({ form }) => form.charAt(0)),
    ]);
    return initials.has(word.charAt(0).toLowerCase());
  };
  const weightOf = (word: string) => {
    if (PLAIN.test(word) && !mayBegin(word)) return 0;
    return wordForms.formsOf(word).reduce((most, { text, stem }) => {
      const completes = unfinished.some(({ form }) => text.startsWith(form));
      return Math.max(most, weightOfStem(stem) ?? (completes ? CERTAIN : 0));
    }, 0);
  };
  const weightOfForm = (form: number) => {
    const weight = weightOfStem(stemOfForm[form] ?? -1);
    if (weight !== undefined || unfinished.length === 0) return weight ?? 0;
    const completes = unfinished.some(({ completions: { from, to } }) => from <= form && form < to);
    return completes ? CERTAIN : 0;
  };
  return {
    weightOf,
    sumOf: words => {
      const codes = wordForms.codesOf(words);
      if (codes === undefined) return words.reduce((sum, word) => sum + weightOf(word), 0);
      let sum = 0;
      let most = 0;
      for (const code of codes) {
        if (beginsWord(code)) {
          sum += most;
          most = 0;
        }
        most = Math.max(most, weightOfForm(formIn(code)));
      }
      return sum + most;
    },
  };
}

/** The weights of stems by their numbers. */
function weighStems({ vocabulary, stems }: Index, terms: readonly Term[]): ReadonlyMap<number, number> {
  const weights = new Map<number, number>();
  const rarest = Math.max(...terms.map(term => term.idf));
  for (const term of terms) {
    const add = (stem: number | undefined, certainty: number) => {
      if (stem !== undefined)
        weights.set(stem, Math.max(weights.get(stem) ?? 0, (certainty * term.idf) / rarest));
    };
    add(vocabulary.stemNumber(vocabulary.lookUpStem(term.form)), 1);
    for (const { postings, range, certainty } of term.variants)
      if (postings === stems && certainty >= CERTAIN) add(range.from, certainty);
  }
  return weights;
}
