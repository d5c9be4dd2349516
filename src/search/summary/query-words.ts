import type { Index } from '../index/index-programme.ts';
import { codeAt, countForms, fourStemBits, placeAt, type SentenceForms } from '../index/word-forms.ts';
import type { Term } from '../query/terms.ts';
import type { QueryWords, WordMatch } from '../search-result.ts';
import { type Initials, tokenize, type Word } from '../text/tokenizer.ts';
import type { Sentences } from './read-sentences.ts';
import {
  CERTAIN,
  mayAnyWeigh,
  mayWeigh,
  type TermWeights,
  weighTerms,
  weightOfForm,
} from './term-weights.ts';

/** Weighs the words of texts by a query: rare terms most, and their variants less than their own forms. */
export function weighQueryWords(index: Index, terms: readonly Term[]): QueryWords {
  return new WeighedWords(index, terms);
}

class WeighedWords implements QueryWords {
  readonly #index: Index;
  readonly #terms: readonly Term[];
  /** Most answers show few texts or none, so these wait for the first word. */
  #knownWeights: TermWeights | undefined;
  #knownInitials: Initials | undefined;

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
    this.#knownInitials ??= listInitials(this.#weights(), this.#index);
    return tokenize(text, this.#knownInitials).filter(word => this.weightOf(word.text) > 0);
  }

  matchesIn(sentences: Sentences): readonly WordMatch[] {
    const forms = this.#index.wordForms.formsIn(sentences);
    return forms === undefined
      ? matchWords(sentences, word => this.weightOf(word))
      : matchForms(forms, sentences, this.#weights());
  }

  #weights(): TermWeights {
    this.#knownWeights ??= weighTerms(this.#index, this.#terms);
    return this.#knownWeights;
  }
}

/** The first letters of all words that weigh something: no stemmer changes the letter with which a word begins. */
function listInitials({ stems, unfinished }: TermWeights, { vocabulary }: Index): Initials {
  const initials = new Uint8Array(128);
  for (const stem of stems.keys()) initials[vocabulary.stems[stem]?.charCodeAt(0) ?? 0] = 1;
  for (const { form } of unfinished) initials[form.charCodeAt(0)] = 1;
  return initials;
}

/** The words of sentences that weigh something. */
function matchForms(forms: SentenceForms, { starts }: Sentences, weights: TermWeights): readonly WordMatch[] {
  const matches: GrowingMatch[] = [];
  const count = countForms(forms);
  for (let at = 0; at < count; at += 4) {
    const four = fourStemBits(forms, at);
    if (mayAnyWeigh(four, weights)) matchFour({ forms, four, at, starts }, weights, matches);
  }
  return matches;
}

type GrowingMatch = { -readonly [Part in keyof WordMatch]: WordMatch[Part] };

/** Adds those of four forms that weigh something; a word with several forms weighs what its best form does. */
function matchFour(
  {
    forms,
    four,
    at: from,
    starts,
  }: { forms: SentenceForms; four: number; at: number } & Pick<Sentences, 'starts'>,
  weights: TermWeights,
  matches: GrowingMatch[],
): void {
  const end = Math.min(from + 4, countForms(forms));
  for (let at = from; at < end; at++) {
    if (!mayWeigh((four >>> (8 * (at - from))) & 0xff, weights)) continue;
    const code = codeAt(forms, at);
    const weight = weightOfForm(code >> 1, weights);
    if (weight === 0) continue;
    const place = placeAt(forms, at);
    const start = place >>> 16;
    const adds = (code & 1) === 1 ? 0 : weight;
    const last = matches.at(-1);
    let sentence = last?.sentence ?? 0;
    while (start >= (starts[sentence + 1] ?? Number.POSITIVE_INFINITY)) sentence++;
    if (last?.start === start) last.adds = Math.max(last.adds, adds);
    else matches.push({ start, end: place & 0xffff, sentence, adds });
  }
}

/** The same by the texts of words. */
export function matchWords(
  { text, starts, ends }: Sentences,
  weightOf: (word: string) => number,
): readonly WordMatch[] {
  return starts.flatMap((from, sentence) => {
    const seen = new Set<string>();
    return tokenize(text.slice(from, ends[sentence])).flatMap(({ text: word, start, end }) => {
      const weight = weightOf(word);
      const adds = seen.has(word) ? 0 : weight;
      seen.add(word);
      return weight > 0 ? [{ start: from + start, end: from + end, sentence, adds }] : [];
    });
  });
}
