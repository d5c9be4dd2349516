import { compare } from '../programme/compare.ts';
import type { TalkMatch } from './answer.ts';
import type { Index } from './index-programme.ts';

/** All talks that a filter leaves, by when they begin; those without a time come last. Nothing tells them apart, so all score 1. */
export function inSchedule(index: Index, allowed: Uint8Array): TalkMatch[] {
  return index.talks
    .flatMap((talk, number) =>
      allowed[number] === 1 ? [{ talk, number, start: talk.slots[0]?.start ?? LAST }] : [],
    )
    .sort((a, b) => compare(a.start, b.start) || a.number - b.number)
    .map(({ talk }) => ({ talk, score: 1 }));
}

/** Behind every date. */
const LAST = '~';
