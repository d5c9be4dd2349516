import type { Index } from '../search/index/index-programme.ts';
import { lookUpTerms } from '../search/query/terms.ts';
import { isSlip } from '../text/edit-distance.ts';
import { fold } from '../text/fold.ts';
import type { MendedWord } from './constraints/mended-words.ts';
import { readRequest } from './request.ts';
import type { RequestContext, Search } from './search.ts';
import { searchWords } from './widening.ts';

/** The words of an alert, as searchWords writes them. */
export interface AwaitedWords {
  readonly words: string;
  /** The same without corrections, as an alert may be kept. */
  readonly asTyped: string;
  readonly mended: readonly MendedWord[];
}

/**
 * Constraints are kept as filters, so that `ceph on tuesday` waits for that Tuesday. `now` leaves nothing to wait for. A word
 * that the programme does not have yet is kept, unless two of its letters are swapped, or one is missing or too many.
 */
export function awaitedWords(typed: string, context: RequestContext, index: Index): AwaitedWords | undefined {
  const request = readRequest(typed, context);
  if (!('search' in request)) return { words: typed, asTyped: typed, mended: [] };
  const { search } = request;
  const asTyped = wordsOf(search);
  if (asTyped === '') return undefined;
  const slips = findSlips(search, index);
  if (slips.length === 0) return { words: asTyped, asTyped, mended: [] };
  const right = slips.reduceRight(
    (text, { start, end, taken }) => text.slice(0, start) + taken + text.slice(end),
    search.query.text,
  );
  const corrected = readRequest(right, context);
  const words = 'search' in corrected ? wordsOf(corrected.search) : '';
  return words === '' ? { words: asTyped, asTyped, mended: [] } : { words, asTyped, mended: slips };
}

function wordsOf(search: Search): string {
  return searchWords(search, { filters: search.query.filters.filter(({ value }) => value !== '') });
}

interface Slip extends MendedWord {
  readonly start: number;
  readonly end: number;
}

function findSlips({ query }: Search, index: Index): readonly Slip[] {
  return lookUpTerms(index, query, { postings: 0, comparisons: 0 }).flatMap(({ word, form, corrected }) =>
    corrected !== undefined && form === fold(word.text) && isSlip(form, corrected)
      ? [{ typed: word.text, taken: corrected, start: word.start, end: word.end }]
      : [],
  );
}
