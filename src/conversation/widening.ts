import { type Filter, type FilterName, formatFilter, quoteValue } from '../search/query/filters.ts';
import type { Search } from './request.ts';

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
  { names: ['type'], label: 'All kinds of talks' },
  { names: ['speaker', 'company'], label: 'All speakers' },
];

/** The same topic without one of the constraints that were read from words. */
export function widerSearches(search: Search): readonly Suggestion[] {
  const { read, topic } = search;
  return WIDER.flatMap(({ names, label }) => {
    if (!read.some(({ name }) => names.includes(name))) return [];
    const rest = read.filter(({ name }) => !names.includes(name));
    const query = searchWords(search, rest);
    return topic === '' && rest.length === 0 ? [] : [{ label, query }];
  });
}

/** The words that ask for a topic within these constraints, as explicit filters. */
export function searchWords({ query, topic, read }: Search, constraints: readonly Filter[] = read): string {
  const typed = query.filters.filter(
    filter => !read.some(one => one.name === filter.name && one.value === filter.value),
  );
  const without = query.without.map(words => `-${quoteValue(words.join(' '))}`);
  const phrases = query.phrases.map(words => `"${words.join(' ')}"`);
  return [...[...typed, ...constraints].map(formatFilter), topic, ...phrases, ...without]
    .filter(Boolean)
    .join(' ');
}
