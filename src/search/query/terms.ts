import { fold } from '../../text/fold.ts';
import {
  CORRECTION,
  completePrefix,
  correctSpelling,
  FORM_CORRECTION,
  findRelatives,
  matchShortForms,
  matchTyped,
  type Variant,
} from '../correction/variants.ts';
import type { Index, Work } from '../index/index-programme.ts';
import { documentFrequency } from '../index/postings.ts';
import { findPrefixRange, type Range } from '../index/vocabulary.ts';
import { FOREIGN_STOP_WORDS, STOP_WORDS } from '../text/stop-words.ts';
import { formsOf } from '../text/tokenizer.ts';
import type { Query, QueryWord } from './parse-query.ts';

/** A word of a query, as the index knows it. */
export interface Term {
  readonly word: QueryWord;
  readonly form: string;
  /** How rare it is among the talks, and so how much it tells. */
  readonly idf: number;
  readonly variants: readonly Variant[];
  /** The stem that it has in a text, its own or a mended one; -1 where no text has one. */
  readonly stem: number;
  /** The forms that it begins, where it may be still being typed. */
  readonly completions: Range;
  /** What it was taken for, where no text has it. */
  readonly corrected: string | undefined;
}

/** More words than this tell nothing more, and each costs a walk through its talks; it is also the bits of a number. */
const TERMS_MAX = 32;

const NO_CORRECTIONS = { forms: [], variants: [] };
const NONE: Range = { from: 0, to: 0 };

/** Looks up the words of a query. */
export function lookUpTerms(index: Index, query: Query, work: Work): Term[] {
  const { words, unfinished } = query;
  const last = unfinished ? words.at(-1) : undefined;
  const all: Lookup[] = [];
  for (const word of words)
    for (const form of splitWord(index, word)) all.push({ word, form, last: word === last });
  const telling = all.filter(lookup => !isForeignStopWord(index, lookup));
  return (telling.length > 0 ? telling : all)
    .slice(0, TERMS_MAX)
    .map(lookup => lookUpTerm(index, lookup, work));
}

/** What is looked up for a word of a query; `last` where more of it may still be typed. */
interface Lookup {
  readonly word: QueryWord;
  readonly form: string;
  readonly last: boolean;
}

/** A small word of a language in which nothing is written here, and no beginning of another word. */
function isForeignStopWord({ vocabulary }: Index, { word, form, last }: Lookup): boolean {
  if (!FOREIGN_STOP_WORDS.has(form) || fold(word.text) !== form) return false;
  if (vocabulary.formNumber(form) !== undefined) return false;
  const { from, to } = last ? findPrefixRange(vocabulary.forms, form) : NONE;
  return from === to;
}

/** A word that is put together is looked up as a whole where a text has it so, else part by part. */
function splitWord(index: Index, word: QueryWord): string[] {
  const forms = formsOf(word.text);
  if (forms.length < 2) return forms;
  const [whole = '', ...parts] = forms;
  if (index.vocabulary.formNumber(whole) !== undefined) return [whole];
  const telling = parts.filter(part => !STOP_WORDS.has(part));
  return telling.length > 0 ? telling : parts;
}

/** Looks up one word of a query. */
export function lookUpTerm(index: Index, { word, form, last }: Lookup, work: Work): Term {
  const { vocabulary } = index;
  const number = vocabulary.formNumber(form);
  const stem =
    number === undefined
      ? vocabulary.lookUpStem(form)
      : (vocabulary.stems[vocabulary.stemOfForm[number] ?? 0] ?? '');
  const stemNumber = vocabulary.stemNumber(stem);
  const kin = findRelatives(index, stem);
  kin.push(...matchShortForms(index, form));
  const close =
    number === undefined && !word.asTyped
      ? correctSpelling(
          index,
          { text: form, stem: stemNumber },
          { sureness: stemNumber === undefined ? CORRECTION : FORM_CORRECTION, work },
        )
      : NO_CORRECTIONS;
  const begins =
    last || (number === undefined && !word.asTyped) ? findPrefixRange(vocabulary.forms, form, number) : NONE;
  const rest = { from: begins.from + (number === undefined ? 0 : 1), to: begins.to };
  const isUnfinished = rest.to > rest.from;
  const isMended = stemNumber === undefined && !isUnfinished && kin.length === 0;
  const best = close.forms[0];
  const meant = best === undefined ? kin[0]?.range.from : vocabulary.stemOfForm[best];
  const seen = stemNumber ?? meant;
  const rarityBegun = inverseDocumentFrequency(index, countTalks(index, begins));
  const rarity =
    stemNumber === undefined && isUnfinished
      ? rarityBegun
      : inverseDocumentFrequency(index, seen === undefined ? 0 : documentFrequency(index.stems, seen));
  const whole = isUnfinished ? [completePrefix(index, rest, rarityBegun / rarity)] : [];
  return {
    word,
    form,
    idf: rarity,
    stem: seen ?? -1,
    completions: begins,
    corrected: isMended && best !== undefined ? vocabulary.forms[best] : undefined,
    variants: [...matchTyped(index, number, stemNumber), ...whole, ...close.variants, ...kin],
  };
}

/** BM25's inverse document frequency: positive however many talks have the word. */
function inverseDocumentFrequency(index: Index, talks: number): number {
  return Math.log(1 + (index.talks.length - talks + 0.5) / (talks + 0.5));
}

/** How many talks have one of these forms, at most: a talk that has two of them is counted twice, which is as well. */
function countTalks({ forms: { offsets }, talks }: Index, forms: Range): number {
  return Math.min(talks.length, (offsets[forms.to] ?? 0) - (offsets[forms.from] ?? 0));
}

/** A word that texts have, but hardly: it may be a slip that somebody made before. */
const DOUBTED = { weight: 0.1, certainty: 0.3 };
/** A word that more talks have than this is no slip. */
const DOUBTED_TALKS_MAX = 5;

/** Gives rare words what they may have been meant for as well; the same terms where none is rare. */
export function doubtRareTerms(index: Index, terms: readonly Term[], work: Work): readonly Term[] {
  const doubted = terms.map(term => doubtTerm(index, term, work));
  return doubted.some((term, place) => term !== terms[place]) ? doubted : terms;
}

function doubtTerm(index: Index, term: Term, work: Work): Term {
  const form = index.vocabulary.formNumber(term.form);
  if (form === undefined || term.word.asTyped || documentFrequency(index.forms, form) > DOUBTED_TALKS_MAX)
    return term;
  const { variants } = correctSpelling(
    index,
    { text: term.form, stem: term.stem },
    { sureness: DOUBTED, work },
  );
  return variants.length === 0 ? term : { ...term, variants: [...term.variants, ...variants] };
}
