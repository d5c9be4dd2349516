import type { Answering, Reader } from '../../src/conversation/context.ts';
import { ALL } from '../../src/search/find.ts';
import type { Loaded } from '../../src/search/loaded.ts';

/** The context of an answer: asked in a channel on the first morning, by somebody whose Slack is set to UTC. */
export function answeringFor(
  loaded: Loaded,
  {
    at = '2027-05-11T09:10Z',
    place = 'channel',
    zone = 'UTC',
    stars = new Map(),
  }: {
    readonly at?: string;
    readonly place?: Reader['place'];
    readonly zone?: string | undefined;
    readonly stars?: Reader['stars'];
  } = {},
): Answering {
  return { ...loaded, now: Date.parse(at), reader: { zone, place, stars }, prefix: '', resultsMax: ALL };
}
