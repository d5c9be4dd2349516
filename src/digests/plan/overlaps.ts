import type { Session } from '../../programme/sessions.ts';
import { isHeld } from '../../programme/talk.ts';
import type { Loaded } from '../../search/loaded.ts';
import type { Digest } from '../../store/digests.ts';
import { dueInstant, nextDueDay, tellsOf } from './due.ts';
import { matchingTalks, sessionsByDay } from './sessions-by-day.ts';

/**
 * The other digests of a channel that tell of a session that this one is still to tell of, unless the digest was like that
 * `before` a change. One for the evening before and one for the morning belong together, as a week and its days do; those that are paused or over post
 * nothing, and those of changes only no sessions.
 */
export function overlapsOf(
  digest: Digest,
  others: readonly Digest[],
  {
    loaded,
    now,
    before,
  }: { readonly loaded: Loaded; readonly now: number; readonly before: Digest | undefined },
): readonly Digest[] {
  if (digest.paused || digest.onlyChanges) return [];
  const isAsBefore =
    before?.channel === digest.channel &&
    before.eve === digest.eve &&
    before.span === digest.span &&
    !before.paused &&
    !before.onlyChanges;
  const told = isAsBefore ? toldBy(before, loaded) : new Set();
  const tells = [...toldBy(digest, loaded, day => dueInstant(day, digest) > now)];
  return others.filter(other => {
    if (other.id === digest.id || other.paused) return false;
    if (other.eve !== digest.eve || other.span !== digest.span) return false;
    if (nextDueDay(other, loaded, now) === undefined) return false;
    const those = toldBy(other, loaded);
    return tells.some(each => those.has(each) && !told.has(each));
  });
}

/** The sessions that a digest tells of, or the ids of its talks if the conference has no times. */
function toldBy(
  digest: Digest,
  loaded: Loaded,
  isToCome: (day: string) => boolean = () => true,
): ReadonlySet<Session | string> {
  if (loaded.programme.days.length === 0) return matchingTalks(digest.filters, loaded);
  const byDay = [...sessionsByDay(digest.filters, loaded)];
  const chosen = byDay.filter(([day]) => tellsOf(day, digest) && isToCome(day));
  return new Set(chosen.flatMap(([, sessions]) => sessions.filter(({ talk }) => isHeld(talk))));
}
