import type { Index } from '../index/index-programme.ts';
import { formatFilter } from '../query/filters.ts';
import type { Query } from '../query/parse-query.ts';
import type { Term } from '../query/terms.ts';
import { findNearestForms } from './name-correction.ts';

/** An offer, not a list to read. */
const OFFERED_MAX = 3;

/**
 * Queries that find something after this one found nothing, nearest first: its known words without the filters, else the
 * filters without its words, else the words of names and titles that are spelt most like an unknown word.
 */
export function suggestQueries(
  index: Index,
  { filters }: Query,
  { terms, allowed }: { terms: readonly Term[]; allowed: Uint8Array | undefined },
): readonly string[] {
  const known = terms.filter(term => term.variants.length > 0).map(term => term.corrected ?? term.form);
  if (known.length > 0) return [known.join(' ')];
  if (filters.length > 0 && allowed?.includes(1)) return [filters.map(formatFilter).join(' ')];
  const unknown = terms.find(term => !term.word.asTyped);
  if (unknown === undefined) return [];
  return findNearestForms(index.spellings, index.headings, unknown.form).slice(0, OFFERED_MAX);
}
