import { type Filter, type FilterName, formatFilter, quoteValue } from '../search/query/filters.ts';
import type { Query } from '../search/query/parse-query.ts';
import type { Search } from './search.ts';

/** A search that a person may have meant, and its name on a button. */
export interface Suggestion {
  readonly label: string;
  readonly query: string;
}

/** Constraints that are undone together, and the label of the button that does. */
export const WIDER: readonly { readonly names: readonly FilterName[]; readonly label: string }[] = [
  { names: ['day', 'time'], label: 'All days' },
  { names: ['room'], label: 'All rooms' },
  { names: ['track'], label: 'All tracks' },
  { names: ['lang'], label: 'All languages' },
  { names: ['level'], label: 'All levels' },
  { names: ['length'], label: 'All lengths' },
  { names: ['type'], label: 'All kinds of talks' },
  { names: ['speaker', 'company'], label: 'All speakers' },
];

/** The same topic without one of its constraints. */
export function widerSearches(search: Search): readonly Suggestion[] {
  const { filters, without } = search.query;
  // As most searches have.
  if (filters.length === 0 && without.length === 0) return [];
  const undone = WIDER.flatMap(({ names, label }) =>
    filters.some(({ name, value }) => names.includes(name) && value !== '')
      ? [
          {
            label,
            query: searchWords(search, { filters: filters.filter(({ name }) => !names.includes(name)) }),
          },
        ]
      : [],
  );
  const excluded = without.map(words => words.join(' ')).join(', ');
  const included =
    excluded === '' ? [] : [{ label: `With ${excluded}`, query: searchWords(search, { without: [] }) }];
  return [...undone, ...included].filter(({ query }) => query !== '');
}

/** The words that ask for a topic within these constraints, as explicit filters. */
export function searchWords(
  { query, topic }: Search,
  constraints: Partial<Pick<Query, 'without'>> & { readonly filters?: readonly Filter[] } = {},
): string {
  const { filters, without } = { ...query, ...constraints };
  const excluded = without.map(words => `-${quoteValue(words.join(' '))}`);
  const phrases = query.phrases.map(words => `"${words.join(' ')}"`);
  return [...filters.map(formatFilter), topic, ...phrases, ...excluded].filter(Boolean).join(' ');
}
