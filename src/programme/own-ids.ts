import type { Programme } from './programme.ts';
import type { Talk } from './talk.ts';

/** Gives talks that come in beside a programme's own a number where their id is taken. */
export function idsBeside({ talks }: Programme): (talk: Talk) => Talk {
  const taken = new Set(talks.map(talk => talk.id));
  return talk => {
    const id = taken.has(talk.id) ? numberedId(talk.id, taken) : talk.id;
    taken.add(id);
    return id === talk.id ? talk : { ...talk, id };
  };
}

/** `7-2`, or the first number after it with which nothing is taken. */
export function numberedId(id: string, taken: ReadonlySet<string>): string {
  let times = 2;
  while (taken.has(`${id}-${times}`)) times++;
  return `${id}-${times}`;
}
