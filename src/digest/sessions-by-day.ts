import { groupByEach } from '../programme/group.ts';
import type { Session } from '../programme/session.ts';
import { find } from '../search/find.ts';
import type { Loaded } from '../search/loaded.ts';

type ByDay = ReadonlyMap<string, readonly Session[]>;

/** Many digests ask the same of one programme, each second. */
const known = new WeakMap<Loaded, Map<string, ByDay>>();

/**
 * The days on which a digest with these filters has something to tell, and their sessions with breaks and what was
 * cancelled. A day of breaks alone is none.
 */
export function sessionsByDay(filters: string, loaded: Loaded): ByDay {
  const ofProgramme = known.get(loaded) ?? new Map<string, ByDay>();
  known.set(loaded, ofProgramme);
  const before = ofProgramme.get(filters);
  if (before !== undefined) return before;
  const byDay = new Map(
    [...groupByEach(matching(filters, loaded), ({ slot }) => [slot.day])].filter(([, each]) =>
      each.some(isSaid),
    ),
  );
  ofProgramme.set(filters, byDay);
  return byDay;
}

/** When the last of these sessions is over; nothing where the zone of their times is not known. */
export function lastEndOf(sessions: readonly Session[]): number | undefined {
  const ends = sessions.filter(isSaid).flatMap(({ endsAt }) => endsAt ?? []);
  return ends.length === 0 ? undefined : Math.max(...ends);
}

function matching(filters: string, { programme, index }: Loaded): readonly Session[] {
  if (filters.trim() === '') return programme.sessions;
  const wanted = new Set(find(index, filters).talks.map(({ talk }) => talk.id));
  return programme.sessions.filter(({ talk }) => wanted.has(talk.id));
}

function isSaid({ talk }: Session): boolean {
  return talk.status === 'confirmed' && talk.kind !== 'break' && talk.kind !== 'service';
}
