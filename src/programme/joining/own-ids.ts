import type { Programme } from '../programme.ts';
import type { Talk } from '../talk.ts';

/** Gives talks that come in beside a programme's own a number where their id is taken. */
export function idsBeside({ talks }: Programme): (talk: Talk) => Talk {
  const taken = new Set(talks.map(talk => talk.id));
  const numbered = numberedIds(taken);
  return talk => {
    const id = taken.has(talk.id) ? numbered(talk.id) : talk.id;
    taken.add(id);
    return id === talk.id ? talk : { ...talk, id };
  };
}

/** Makes `7-2` of `7`, or the first number after it with which nothing is taken. What was taken has to stay so. */
export function numberedIds(taken: ReadonlySet<string>): (id: string) => string {
  const reached = new Map<string, number>();
  return id => {
    let times = reached.get(id) ?? 2;
    while (taken.has(`${id}-${times}`)) times++;
    reached.set(id, times);
    return `${id}-${times}`;
  };
}
