import { compare } from '../../text/compare.ts';
import type { Index } from '../index/index-programme.ts';

/**
 * The numbers of all talks that a filter leaves, by when they begin; those without a time come last. Nothing tells them
 * apart, so all score 1.
 */
export function inSchedule({ talks, tables }: Index, allowed: Uint8Array): Int32Array {
  tables.scores.fill(1);
  const start = (number: number) => talks[number]?.slots[0]?.start ?? LAST;
  return Int32Array.from(talks.keys())
    .filter(number => allowed[number] === 1)
    .sort((a, b) => compare(start(a), start(b)) || a - b);
}

/** Behind every date. */
const LAST = '~';
