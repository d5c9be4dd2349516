import type { Talk } from '../../programme/talk.ts';
import { compare } from '../../text/keys.ts';
import type { Steps } from '../../text/steps.ts';

const AFTER_ALL_DATES = '~';

/** The numbers of all talks by when they first begin, those without a time last, equal ones by number. */
export function* orderBySchedule(talks: readonly Talk[]): Steps<Int32Array> {
  // Few talks begin at a time of their own, so nearly all are put in order without being compared.
  const byStart = new Map<string, number[]>();
  for (const [number, { slots }] of talks.entries()) {
    const start = slots[0]?.start ?? AFTER_ALL_DATES;
    const those = byStart.get(start);
    if (those === undefined) byStart.set(start, [number]);
    else those.push(number);
    yield;
  }
  const starts = [...byStart.keys()].sort(compare);
  return Int32Array.from(starts.flatMap(start => byStart.get(start) ?? []));
}
