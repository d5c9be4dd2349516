import { FIELDS, TITLE } from '../index/fields.ts';
import type { Index } from '../index/index-programme.ts';
import { formatFilter } from '../query/filters.ts';
import type { Query } from '../query/parse-query.ts';
import type { Term } from '../query/terms.ts';
import { formIn } from '../text/token-code.ts';
import { findNearestNames } from './name-correction.ts';

/** More would be a list to read and not an offer. */
const OFFERED_MAX = 3;

/**
 * Queries that find something where this one found nothing, nearest first: its words without what narrows them down,
 * what narrows it down without its words, or the words of names and titles that are spelt most like them.
 */
export function suggestQueries(
  index: Index,
  { filters }: Query,
  { terms, allowed }: { terms: readonly Term[]; allowed: Uint8Array | undefined },
): readonly string[] {
  const known = terms.filter(term => term.variants.length > 0).map(term => term.corrected ?? term.form);
  if (known.length > 0) return [known.join(' ')];
  if (filters.length > 0 && allowed?.includes(1)) return [filters.map(formatFilter).join(' ')];
  const lost = terms.find(term => !term.word.asTyped);
  if (lost === undefined) return [];
  const words = [...index.people.byWord.keys(), ...titleWords(index)];
  return findNearestNames(words, lost.form).slice(0, OFFERED_MAX);
}

/** The words of all titles, each once. */
function titleWords({ tokens, vocabulary, talks, isStopWord }: Index): string[] {
  const forms = new Set<number>();
  talks.forEach((_, talk) => {
    const field = talk * FIELDS.length + TITLE;
    for (let token = tokens.starts[field] ?? 0; token < (tokens.starts[field + 1] ?? 0); token++) {
      const form = formIn(tokens.codes[token] ?? 0);
      if (isStopWord[form] === 0) forms.add(form);
    }
  });
  return [...forms].map(form => vocabulary.forms[form] ?? '');
}
