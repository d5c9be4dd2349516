import type { PostTime } from '../../src/digests/compose/relative-day.ts';
import { dueInstant, WORTH_MS } from '../../src/digests/plan/due.ts';
import type { Digest } from '../../src/store/digests.ts';

/** The instants at which a digest of a day is posted if it is in time. */
export function inTime(digest: Digest, day: string): PostTime {
  const from = dueInstant(day, digest);
  return { from, until: from + WORTH_MS };
}
