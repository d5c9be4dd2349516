import { fold } from '../../text/fold.ts';
import {
  completePrefix,
  correctSpelling,
  findRelatives,
  matchShortForms,
  matchTyped,
  type Variant,
} from '../correction/variants.ts';
import type { Index, Work } from '../index/index-programme.ts';
import { documentFrequency } from '../index/postings.ts';
import { findPrefixRange, type Range } from '../index/vocabulary.ts';
import { CORRECTION, DOUBT, DOUBTED_TALKS_MAX, FORM_CORRECTION } from '../rank/weights.ts';
import { FOREIGN_STOP_WORDS, STOP_WORDS } from '../text/stop-words.ts';
import { formsOf } from '../text/tokenizer.ts';
import type { Query, QueryWord } from './parse-query.ts';

/** A word of a query as the index knows it, with everything that a talk may have in its place. */
export interface Term {
  readonly word: QueryWord;
  readonly form: string;
  /** The number of its form; undefined if no text has it. */
  readonly number: number | undefined;
  /** Inverse document frequency: how rare the term is among the talks, and so how much it tells. */
  readonly idf: number;
  readonly variants: readonly Variant[];
  /** The number of its stem, or of the stem it was corrected to; -1 if no text has one. */
  readonly stem: number;
  /** The forms that begin with it, if more of it may follow. */
  readonly completions: Range;
  /** The form that it was taken for, if no text has its own. */
  readonly corrected: string | undefined;
}

/** More terms tell nothing more, and each costs a walk through its postings. Proximity keeps a bit for each. */
const TERMS_MAX = 32;

const NO_CORRECTIONS = { forms: [], variants: [] };
const NO_RANGE: Range = { from: 0, to: 0 };

/** Looks up the words of a query. */
export function lookUpTerms(index: Index, query: Query, work: Work): Term[] {
  const { words, unfinished } = query;
  const last = unfinished ? words.at(-1) : undefined;
  const all: Lookup[] = [];
  const kept: Lookup[] = [];
  for (const word of words) {
    for (const form of splitWord(index, word)) {
      const lookup = { word, form, isUnfinished: word === last };
      all.push(lookup);
      if (!isForeignStopWord(index, lookup)) kept.push(lookup);
    }
  }
  const terms: Term[] = [];
  for (const lookup of kept.length > 0 ? kept : all) {
    if (terms.length === TERMS_MAX) break;
    terms.push(lookUpTerm(index, lookup, work));
  }
  return terms;
}

interface Lookup {
  readonly word: QueryWord;
  readonly form: string;
  /** True if more of the word may follow. */
  readonly isUnfinished: boolean;
}

/** A compound is looked up whole if a text has it so, else part by part. */
function splitWord(index: Index, word: QueryWord): string[] {
  const forms = formsOf(word.text);
  if (forms.length < 2) return forms;
  const [whole = '', ...parts] = forms;
  if (index.vocabulary.formNumber(whole) !== undefined) return [whole];
  const kept = parts.filter(part => !STOP_WORDS.has(part));
  return kept.length > 0 ? kept : parts;
}

/** True for a stop word of a language in which no text is written, unless it may be the beginning of another word. */
function isForeignStopWord({ vocabulary }: Index, { word, form, isUnfinished }: Lookup): boolean {
  if (!FOREIGN_STOP_WORDS.has(form) || fold(word.text) !== form) return false;
  if (vocabulary.formNumber(form) !== undefined) return false;
  const { from, to } = isUnfinished ? findPrefixRange(vocabulary.forms, form) : NO_RANGE;
  return from === to;
}

/** Looks up one word of a query. */
export function lookUpTerm(index: Index, { word, form, isUnfinished }: Lookup, work: Work): Term {
  const { vocabulary } = index;
  const number = vocabulary.formNumber(form);
  const known = number === undefined ? undefined : vocabulary.stemOfForm[number];
  const stemText = known === undefined ? vocabulary.lookUpStem(form) : (vocabulary.stems[known] ?? '');
  const ownStem = known ?? vocabulary.stemNumber(stemText);
  const relatives = findRelatives(index, stemText, ownStem);
  for (const short of matchShortForms(index, form)) relatives.push(short);
  const isUnknown = number === undefined && !word.asTyped;
  const sureness = ownStem === undefined ? CORRECTION : FORM_CORRECTION;
  const corrections = isUnknown
    ? correctSpelling(index, { text: form, stem: ownStem }, { sureness, work })
    : NO_CORRECTIONS;
  const completions = isUnfinished || isUnknown ? findPrefixRange(vocabulary.forms, form, number) : NO_RANGE;
  const longer = { from: completions.from + (number === undefined ? 0 : 1), to: completions.to };
  const isPrefix = longer.to > longer.from;
  const best = corrections.forms[0];
  const stem = ownStem ?? (best === undefined ? relatives[0]?.range.from : vocabulary.stemOfForm[best]);
  const prefixIdf = isPrefix ? inverseDocumentFrequency(index, countTalks(index, completions)) : 0;
  const stemTalks = stem === undefined ? 0 : documentFrequency(index.stems, stem);
  const idf = ownStem === undefined && isPrefix ? prefixIdf : inverseDocumentFrequency(index, stemTalks);
  const isMisspelt = ownStem === undefined && !isPrefix && relatives.length === 0;
  const variants = matchTyped(index, number, ownStem);
  if (isPrefix) variants.push(completePrefix(index, longer, prefixIdf / idf));
  for (const variant of corrections.variants) variants.push(variant);
  for (const variant of relatives) variants.push(variant);
  return {
    word,
    form,
    number,
    idf,
    variants,
    stem: stem ?? -1,
    completions,
    corrected: isMisspelt && best !== undefined ? vocabulary.forms[best] : undefined,
  };
}

/** BM25's inverse document frequency, in the form that is positive however many talks have the term. */
function inverseDocumentFrequency(index: Index, talks: number): number {
  return Math.log(1 + (index.talks.length - talks + 0.5) / (talks + 0.5));
}

/** How many talks have one of these forms. A talk that has two counts twice, which is exact enough for an idf. */
function countTalks({ forms: { starts, ends }, talks }: Index, { from, to }: Range): number {
  return from === to ? 0 : Math.min(talks.length, (ends[to - 1] ?? 0) - (starts[from] ?? 0));
}

/**
 * Gives rare terms corrections besides themselves: a word that hardly a text has may be somebody's slip. Returns the same
 * array if no term is rare.
 */
export function doubtRareTerms(index: Index, terms: readonly Term[], work: Work): readonly Term[] {
  const doubted: Term[] = [];
  let isAnyRare = false;
  for (const term of terms) {
    const one = doubtTerm(index, term, work);
    if (one !== term) isAnyRare = true;
    doubted.push(one);
  }
  return isAnyRare ? doubted : terms;
}

function doubtTerm(index: Index, term: Term, work: Work): Term {
  const { number } = term;
  if (number === undefined || term.word.asTyped || documentFrequency(index.forms, number) > DOUBTED_TALKS_MAX)
    return term;
  const { variants } = correctSpelling(
    index,
    { text: term.form, stem: term.stem },
    { sureness: DOUBT, work },
  );
  return variants.length === 0 ? term : withVariants(term, [...term.variants, ...variants]);
}

/** Written out, because a copy of an object is of another class to V8, and all that reads terms is compiled for both. */
function withVariants(term: Term, variants: readonly Variant[]): Term {
  const { word, form, number, idf, stem, completions, corrected } = term;
  return { word, form, number, idf, variants, stem, completions, corrected };
}
