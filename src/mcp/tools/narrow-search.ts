import type { Answering } from '../../conversation/context.ts';
import type { Search } from '../../conversation/search.ts';
import { findToday } from '../../programme/sessions.ts';
import { compileFilters } from '../../search/filter/compile-filters.ts';
import type { Filter } from '../../search/query/filters.ts';
import { PARAMETERS } from '../parameters.ts';
import type { AnswerNote } from './notes.ts';

/** Takes misspelt names for those that the programme has. */
export function mendFilters(
  filters: readonly Filter[],
  { programme, now }: Answering,
): { readonly filters: readonly Filter[]; readonly notes: readonly string[] } {
  if (filters.length === 0) return { filters, notes: [] };
  const { corrected } = compileFilters(filters, programme, findToday(now, programme));
  return {
    filters: filters.map(filter => ({ ...filter, value: corrected.get(filter) ?? filter.value })),
    notes: [...corrected].map(
      ([{ name: which, value }, meant]) => `Showing ${PARAMETERS[which]} “${meant}” (“${value}” was given).`,
    ),
  };
}

/** A parameter says more surely than words which day or room is meant. As a filter, both would be alternatives. */
export function narrowSearch(search: Search, filters: readonly Filter[]) {
  const { query, read } = search;
  const isKept = ({ name, not }: Filter) => not || filters.every(given => given.name !== name);
  const replaced = query.filters.filter(
    filter => !isKept(filter) && filters.every(({ value }) => value !== filter.value),
  );
  const placed = filters.map(filter => ({ ...filter, start: 0, end: 0 }));
  return {
    search: {
      ...search,
      read: [...read.filter(isKept), ...filters],
      query: { ...query, filters: [...query.filters.filter(isKept), ...placed] },
    },
    // People see in the answer what was understood.
    replaced: replaced.map(
      ({ name, value }): AnswerNote => ({
        text: `The ${PARAMETERS[name]} in query (${value}) is left out, because the parameters say another.`,
      }),
    ),
  };
}
