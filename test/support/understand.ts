import { agendaQuery } from '../../src/conversation/agenda/agenda.ts';
import { requestContext } from '../../src/conversation/answer.ts';
import { readRequest } from '../../src/conversation/request.ts';
import type { RequestContext } from '../../src/conversation/search.ts';
import { searchWords } from '../../src/conversation/widening.ts';
import { load } from '../../src/live/load.ts';

/** A request in explicit words. */
export function understand(typed: string, about: RequestContext): string {
  const request = readRequest(typed, about);
  switch (request.kind) {
    case 'agenda':
      return `agenda ${agendaQuery(request)}`;
    case 'search':
      return `search ${searchWords(request.search)}`;
    case 'list':
      return `list ${request.list}`;
    default:
      return request.kind;
  }
}

/** The sample, as it is asked at an instant. */
export async function sampleContext(at: string): Promise<RequestContext> {
  const sample = await load(new URL('../../data', import.meta.url).pathname);
  return requestContext({ ...sample, now: Date.parse(at) });
}
