import { isHeld } from '../../programme/talk.ts';
import type { Loaded } from '../../search/loaded.ts';
import type { Digest } from '../../store/digests.ts';
import { isChosenDay, nextDueDay } from './due.ts';
import { matchingTalks, sessionsByDay } from './sessions-by-day.ts';

/**
 * The other digests of a channel that tell of a session of this one. One for the evening before and one for the morning
 * belong together; those that are paused or over post nothing.
 */
export function overlapsOf(
  digest: Digest,
  others: readonly Digest[],
  { loaded, now }: { readonly loaded: Loaded; readonly now: number },
): readonly Digest[] {
  return others.filter(
    other =>
      other.id !== digest.id &&
      other.eve === digest.eve &&
      !other.paused &&
      nextDueDay(other, loaded, now) !== undefined &&
      overlap(digest, other, loaded),
  );
}

function overlap(a: Digest, b: Digest, loaded: Loaded): boolean {
  if (loaded.programme.days.length === 0) {
    const talks = matchingTalks(b.filters, loaded);
    return [...matchingTalks(a.filters, loaded)].some(id => talks.has(id));
  }
  const byDay = sessionsByDay(b.filters, loaded);
  return [...sessionsByDay(a.filters, loaded)].some(([day, sessions]) => {
    const those = new Set(byDay.get(day));
    const isOfBoth = isChosenDay(day, a) && isChosenDay(day, b);
    return isOfBoth && sessions.some(session => isHeld(session.talk) && those.has(session));
  });
}
