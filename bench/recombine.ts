import { createProgramme, type Programme } from '../src/programme/programme.ts';
import type { Talk } from '../src/programme/talk.ts';

/**
 * A programme of any size with the words of a real one: each talk has the title of one talk, sentences of many others,
 * and somebody else's speakers. The same size gives the same programme.
 */
export function recombined({ conference, talks }: Programme, size: number): Programme {
  const random = randomFrom(2027);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const sentences = talks.flatMap(talk => talk.abstract.split(/(?<=[.!?])\s+/));
  const made = Array.from({ length: size }, (_, place): Talk => {
    const abstract = Array.from({ length: 6 }, () => pick(sentences)).join(' ');
    return {
      ...pick(talks),
      id: `${place}`,
      title: titleOf(pick(talks), pick(talks)),
      abstract,
      speakers: pick(talks).speakers,
    };
  });
  return createProgramme(conference, made);
}

/** The beginning of one title and the end of another: twenty thousand talks do not share a thousand titles. */
function titleOf(one: Talk, other: Talk): string {
  const head = one.title.split(' ');
  const tail = other.title.split(' ');
  return [...head.slice(0, Math.ceil(head.length / 2)), ...tail.slice(Math.ceil(tail.length / 2))].join(' ');
}

/** A linear congruential generator: chance that is the same in each run. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
