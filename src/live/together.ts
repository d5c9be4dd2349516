import { idsBeside } from '../programme/joining/own-ids.ts';
import { type Programme, programmeOf } from '../programme/programme.ts';

/**
 * One programme of a conference and of what counts along with it. Ids are each conference's own: where two meet, that of
 * what counts along gets a number.
 */
export function together(first: Programme, along: readonly Programme[]): Programme {
  if (along.length === 0) return first;
  const talks = along.flatMap(programme => programme.talks).map(idsBeside(first));
  return programmeOf(first.conference, [...first.talks, ...talks]);
}
