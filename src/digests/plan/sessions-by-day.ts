import type { Session } from '../../programme/sessions.ts';
import { isHeld, type Slot, type Talk } from '../../programme/talk.ts';
import { compileFilters } from '../../search/filter/compile-filters.ts';
import type { Loaded } from '../../search/loaded.ts';
import { parseQuery } from '../../search/query/parse-query.ts';
import { groupByEach } from '../../text/keys.ts';
import { defaultToday } from '../../text/read-day.ts';

type ByDay = ReadonlyMap<string, readonly Session[]>;

/** Many digests ask the same, each second. */
const known = new WeakMap<Loaded, Map<string, ByDay>>();

/**
 * The sessions that pass these filters, by day, with breaks and cancelled ones. A day is missing if nothing is left of it
 * but these.
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

/** The instant at which the last of these sessions ends; undefined if the zone of their times is not known. */
export function lastEndOf(sessions: readonly Session[]): number | undefined {
  const ends = sessions.filter(({ talk }) => isHeld(talk)).flatMap(({ endsAt }) => endsAt ?? []);
  return ends.length === 0 ? undefined : Math.max(...ends);
}

/** The ids of the talks that pass these filters, scheduled or not. */
export function matchingTalks(filters: string, loaded: Loaded): ReadonlySet<string> {
  const passes = passesFilters(filters, loaded);
  return new Set(loaded.programme.talks.filter(talk => passes(talk, talk.slots)).map(talk => talk.id));
}

function matching(filters: string, loaded: Loaded): readonly Session[] {
  const passes = passesFilters(filters, loaded);
  return loaded.programme.sessions.filter(({ talk, slot }) => passes(talk, [slot]));
}

/** Tells the talks that pass, at these slots. A standing order has no today: its days are chosen separately. */
export function passesFilters(
  filters: string,
  { programme }: Loaded,
): (talk: Talk, slots: readonly Slot[]) => boolean {
  return compileFilters(parseQuery(filters).filters, programme, defaultToday(programme)).accepts;
}
