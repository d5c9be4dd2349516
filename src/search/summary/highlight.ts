import type { Index } from '../index/index-programme.ts';
import { differentWords, type SentenceCodes } from '../index/word-forms.ts';
import type { Term } from '../query/terms.ts';
import type { QueryWords } from '../search-result.ts';
import { beginsWord, formIn } from '../text/token-code.ts';
import { type Initials, tokenize, type Word } from '../text/tokenizer.ts';

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
  for (const word of words.wordsIn(text)) {
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
  return new WordWeights(index, terms);
}

class WordWeights implements QueryWords {
  readonly #index: Index;
  readonly #terms: readonly Term[];
  /** Most answers show few texts or none, so this waits for the first word. */
  #known: KnownWeights | undefined;

  constructor(index: Index, terms: readonly Term[]) {
    this.#index = index;
    this.#terms = terms;
  }

  weightOf(word: string): number {
    const { unfinished, stems } = this.#weights();
    return this.#index.wordForms.formsOf(word).reduce((most, { text, stem }) => {
      const completes = unfinished.some(({ form }) => text.startsWith(form));
      return Math.max(most, stems.get(stem) ?? (completes ? CERTAIN : 0));
    }, 0);
  }

  wordsIn(text: string): readonly Word[] {
    return tokenize(text, this.#weights().initials).filter(word => this.weightOf(word.text) > 0);
  }

  firstIn(
    sentences: readonly { readonly text: string }[],
    place: number,
  ): Pick<Word, 'start' | 'end'> | undefined {
    const known = this.#index.wordForms.codesOf(sentences);
    if (known === undefined) return this.wordsIn(sentences[place]?.text ?? '')[0];
    const { codes, from, to, ends } = known;
    const weights = this.#weights();
    for (let at = place === 0 ? 0 : (ends[place - 1] ?? 0); at < (ends[place] ?? 0); at++)
      if (weightOfForm(formIn(codes[at] ?? 0), weights) > 0)
        return { start: from[at] ?? 0, end: to[at] ?? 0 };
    return undefined;
  }

  sumsOf(sentences: readonly { readonly text: string }[]): readonly number[] {
    const known = this.#index.wordForms.codesOf(sentences);
    if (known !== undefined) return sumCodes(known, this.#weights());
    return sentences.map(({ text }) =>
      differentWords(text).reduce((sum, word) => sum + this.weightOf(word.text), 0),
    );
  }

  #weights(): KnownWeights {
    this.#known ??= weighTerms(this.#index, this.#terms);
    return this.#known;
  }
}

/** For each sentence, the sum of the weights of its words; a word weighs what its best form does. */
function sumCodes({ codes, ends }: SentenceCodes, weights: KnownWeights): readonly number[] {
  const sums: number[] = [];
  let at = 0;
  for (let sentence = 0; sentence < ends.length; sentence++) {
    const end = ends[sentence] ?? 0;
    let sum = 0;
    let most = 0;
    for (; at < end; at++) {
      const code = codes[at] ?? 0;
      if (beginsWord(code)) {
        sum += most;
        most = 0;
      }
      const weight = weightOfForm(formIn(code), weights);
      if (weight > most) most = weight;
    }
    sums.push(sum + most);
  }
  return sums;
}

function weightOfForm(form: number, { stemOfForm, unfinished, stems, mayHave }: KnownWeights): number {
  const stem = stemOfForm[form] ?? -1;
  const weight = mayHave[stem & FILTER_MASK] === 1 ? stems.get(stem) : undefined;
  if (weight !== undefined) return weight;
  for (const { completions } of unfinished)
    if (completions.from <= form && form < completions.to) return CERTAIN;
  return 0;
}

interface KnownWeights {
  readonly stemOfForm: Int32Array;
  /** The terms that may be any word that begins with them. */
  readonly unfinished: readonly Term[];
  /** The weights of stems by their numbers. */
  readonly stems: ReadonlyMap<number, number>;
  /** A Bloom filter of these stems with one hash: most words of a text have none of them, and it says so at once. */
  readonly mayHave: Uint8Array;
  /** The first letters of all words that weigh something: no stemmer changes the letter with which a word begins. */
  readonly initials: Initials;
}

/** Stems that differ in these bits are told apart by the filter. */
const FILTER_MASK = 1023;

function weighTerms(index: Index, terms: readonly Term[]): KnownWeights {
  const unfinished = terms.filter(({ completions }) => completions.to > completions.from);
  const stems = weighStems(index, terms);
  const mayHave = new Uint8Array(FILTER_MASK + 1);
  for (const stem of stems.keys()) mayHave[stem & FILTER_MASK] = 1;
  const initials = new Uint8Array(128);
  for (const stem of stems.keys()) initials[index.vocabulary.stems[stem]?.charCodeAt(0) ?? 0] = 1;
  for (const { form } of unfinished) initials[form.charCodeAt(0)] = 1;
  return { stemOfForm: index.vocabulary.stemOfForm, unfinished, stems, mayHave, initials };
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
