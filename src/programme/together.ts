import { type Programme, programmeOf } from './programme.ts';
import type { Talk } from './talk.ts';

/**
 * One programme of a conference and of what counts along with it. Ids are each conference's own: where two meet, that of
 * what counts along gets a number.
 */
export function together(first: Programme, along: readonly Programme[]): Programme {
  if (along.length === 0) return first;
  const taken = new Set(first.talks.map(talk => talk.id));
  const withOwnId = (talk: Talk): Talk => {
    let id = talk.id;
    for (let times = 2; taken.has(id); times++) id = `${talk.id}-${times}`;
    taken.add(id);
    return id === talk.id ? talk : { ...talk, id };
  };
  const talks = along.flatMap(programme => programme.talks.map(withOwnId));
  return programmeOf(first.conference, [...first.talks, ...talks]);
}
