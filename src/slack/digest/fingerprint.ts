import type { Digest } from '../../store/digests.ts';
import { compare, hashId } from '../../text/keys.ts';

/** Tells what was ordered from what is ordered by now. Owner and pauses do not count: no form sets them. */
export function fingerprintOf(digest: Digest): string {
  const { workspace, owner, paused, since, failures, ...order } = digest;
  return hashId(JSON.stringify(Object.entries(order).sort(([a], [b]) => compare(a, b))));
}
