import { isHeld } from '../../programme/pauses.ts';
import type { Session } from '../../programme/session.ts';
import type { Slot, Talk } from '../../programme/talk.ts';
import { compileFilters } from '../../search/filter/compile-filters.ts';
import type { Loaded } from '../../search/loaded.ts';
import { parseQuery } from '../../search/query/parse-query.ts';
import { groupByEach } from '../../text/group.ts';
import { defaultToday } from '../../text/read-day.ts';

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
      each.some(({ talk }) => isHeld(talk)),
    ),
  );
  ofProgramme.set(filters, byDay);
  return byDay;
}

/** When the last of these sessions is over; nothing where the zone of their times is not known. */
export function lastEndOf(sessions: readonly Session[]): number | undefined {
  const ends = sessions.filter(({ talk }) => isHeld(talk)).flatMap(({ endsAt }) => endsAt ?? []);
  return ends.length === 0 ? undefined : Math.max(...ends);
}

/** The ids of the talks that these filters let through, scheduled or not. */
export function matchingTalks(filters: string, loaded: Loaded): ReadonlySet<string> {
  const passes = sieveFor(filters, loaded);
  return new Set(loaded.programme.talks.filter(talk => passes(talk, talk.slots)).map(talk => talk.id));
}

function matching(filters: string, loaded: Loaded): readonly Session[] {
  const passes = sieveFor(filters, loaded);
  return loaded.programme.sessions.filter(({ talk, slot }) => passes(talk, [slot]));
}

/** A standing order has no today: its days are chosen apart. */
function sieveFor(filters: string, { programme }: Loaded): (talk: Talk, slots: readonly Slot[]) => boolean {
  return compileFilters(parseQuery(filters).filters, programme, defaultToday(programme)).accepts;
}
