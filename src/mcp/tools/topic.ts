import type { Request } from '../../conversation/request-kinds.ts';
import type { Search } from '../../conversation/search.ts';
import type { CallContext } from '../tool.ts';
import { NOBODY_KNOWN } from './busy.ts';

/** Tells which tool was meant by words that have nothing to search. Returns undefined if they have, or there are none. */
export function missingTopic(
  { typed, query, named }: Search,
  request: Request | undefined,
  person: CallContext['person'],
): string | undefined {
  if (request === undefined) return undefined;
  if (request.kind === 'agenda' && (request.when.kind === 'now' || request.when.kind === 'next'))
    return `“${typed}” names no topic. For the present moment use get_agenda with when: ${request.when.kind}.`;
  if (request.kind === 'mine' && request.topic === undefined)
    return person === undefined
      ? NOBODY_KNOWN
      : `“${typed}” names no topic. For the talks that the person has starred use my_talks.`;
  const isSearched = query.words.length + query.filters.length + query.without.length > 0;
  if (named !== undefined || isSearched) return undefined;
  return `“${typed}” has no word that can be searched. Leave query out to list all talks that fit the other parameters.`;
}
