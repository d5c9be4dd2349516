import type { Index } from './index-programme.ts';
import { occurrences } from './postings.ts';
import type { Query } from './read-query.ts';
import { stemOf } from './stem.ts';
import { STOP_WORDS } from './stop-words.ts';
import { completions, corrections, itself, relatives, type Variant } from './variants.ts';
import { beginning, type Range } from './vocabulary.ts';
import { formsOf, type Word } from './words.ts';
import type { Work } from './work.ts';

/** A word of a query, as the index knows it. */
export interface Term {
  readonly word: Word;
  readonly form: string;
  /** How rare it is among the talks, and so how much it tells. */
  readonly rarity: number;
  readonly variants: readonly Variant[];
  /** The stem that it has in a text, its own or a mended one; -1 where no text has any. */
  readonly stem: number;
  /** The forms that it begins, where it may be still being typed. */
  readonly begins: Range;
  /** What it was taken for, where no text has it. */
  readonly mended: string | undefined;
}

/** More words than this tell nothing more, and each costs a walk through its talks; it is also the bits of a number. */
export const TERMS_MAX = 32;

const KNOWN = { forms: [], variants: [] };
const NONE: Range = { from: 0, to: 0 };

/** Looks up the words of a query. */
export function termsOf(index: Index, query: Query, work: Work): Term[] {
  const { words, unfinished } = query;
  const lookups = words.flatMap(word => lookupsOf(index, word).map(form => ({ word, form })));
  return lookups
    .slice(0, TERMS_MAX)
    .map(({ word, form }) => termFor(index, { word, form, last: unfinished && word === words.at(-1) }, work));
}

/** A word that is put together is looked up as a whole where a text has it so, else part by part. */
function lookupsOf(index: Index, word: Word): string[] {
  const [whole, ...parts] = formsOf(word.text);
  if (whole === undefined) return [];
  if (parts.length === 0 || index.vocabulary.formNumber(whole) !== undefined) return [whole];
  const telling = parts.filter(part => !STOP_WORDS.has(part));
  return telling.length > 0 ? telling : parts;
}

/** Looks up one word of a query; `last` where more of it may still be typed. */
export function termFor(
  index: Index,
  { word, form, last }: { word: Word; form: string; last: boolean },
  work: Work,
): Term {
  const { vocabulary } = index;
  const formNumber = vocabulary.formNumber(form);
  const stemNumber =
    formNumber === undefined ? vocabulary.stemNumber(stemOf(form)) : vocabulary.stemOfForm[formNumber];
  const begins = last ? beginning(vocabulary.forms, form) : NONE;
  const unfinished = begins.to - begins.from > (formNumber === undefined ? 0 : 1);
  const rarityUnfinished = unfinished ? rarityOf(index, talksOf(index, begins, work)) : undefined;
  const close = formNumber === undefined ? corrections(index, { text: form, stem: stemNumber }, work) : KNOWN;
  const mendedStem = close.forms[0] === undefined ? undefined : vocabulary.stemOfForm[close.forms[0]];
  const stem = stemNumber ?? mendedStem;
  const rarity =
    stemNumber === undefined
      ? (rarityUnfinished ?? rarityOf(index, stem === undefined ? 0 : occurrences(index.stems, stem)))
      : rarityOf(index, occurrences(index.stems, stemNumber));
  return {
    word,
    form,
    rarity,
    stem: stem ?? -1,
    begins,
    mended:
      stemNumber === undefined && !unfinished && close.forms[0] !== undefined
        ? vocabulary.forms[close.forms[0]]
        : undefined,
    variants: [
      ...itself(index, formNumber, stemNumber),
      ...(rarityUnfinished === undefined
        ? []
        : [
            completions(
              index,
              { from: begins.from + (formNumber === undefined ? 0 : 1), to: begins.to },
              rarity,
              rarityUnfinished,
            ),
          ]),
      ...close.variants,
      ...(stemNumber === undefined ? [] : relatives(index, stemNumber)),
    ],
  };
}

/** BM25's inverse document frequency: positive however many talks have the word. */
function rarityOf(index: Index, talks: number): number {
  return Math.log(1 + (index.talks.length - talks + 0.5) / (talks + 0.5));
}

/** How many talks have at least one of these forms. */
function talksOf(index: Index, forms: Range, work: Work): number {
  const { offsets, talks } = index.forms;
  const seen = new Uint8Array(index.talks.length);
  const end = offsets[forms.to] ?? 0;
  let count = 0;
  for (let place = offsets[forms.from] ?? 0; place < end; place++) {
    const talk = talks[place] ?? 0;
    if (seen[talk] === 0) count++;
    seen[talk] = 1;
  }
  work.postings += end - (offsets[forms.from] ?? 0);
  return count;
}
