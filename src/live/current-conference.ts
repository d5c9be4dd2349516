import { findProgrammeDay } from '../programme/moment.ts';
import { createIdResolver, createProgramme, type Programme } from '../programme/programme.ts';
import { compare } from '../text/keys.ts';

/** Which conference answers at an instant, and what becomes of the others. */
export interface Choice {
  /** Nothing only where there is no programme at all. */
  readonly current: Programme | undefined;
  /** Those without dates, which count along with any other. */
  readonly undated: readonly Programme[];
  readonly others: readonly Programme[];
}

/**
 * The conference that people mean at an instant: one that is running, else the next, else the latest. Of two that run,
 * the one that began last. Days are those of each conference's own clocks.
 */
export function currentConference(programmes: readonly Programme[], nowMs: number): Choice {
  const undated = programmes.filter(({ days }) => days.length === 0);
  const dated = programmes.filter(({ days }) => days.length > 0);
  const ranked = dated
    .map(programme => ({ programme, ...placeInTime(programme, nowMs) }))
    .sort((a, b) => a.rank - b.rank || compare(a.by, b.by));
  const [current = undated[0]] = ranked.map(({ programme }) => programme);
  const isOther = (programme: Programme) => programme !== current;
  return { current, undated: undated.filter(isOther), others: dated.filter(isOther) };
}

/** Running before coming before past; `by` sorts within each, the one that is meant first. */
function placeInTime(
  { conference, days }: Programme,
  nowMs: number,
): { readonly rank: 0 | 1 | 2; readonly by: string } {
  const [first = '', last = first] = [days[0], days.at(-1)];
  const today = findProgrammeDay(nowMs, conference);
  if (today < first) return { rank: 1, by: first };
  if (today > last) return { rank: 2, by: reverseDay(last) };
  return { rank: 0, by: reverseDay(first) };
}

/** Sorts the later day first. */
function reverseDay(day: string): string {
  return day.replace(/\d/g, digit => String(9 - Number(digit)));
}

/**
 * One programme of a conference and of what counts along with it. Ids are each conference's own: where two meet, that of
 * what counts along gets a number.
 */
export function joinProgrammes(first: Programme, along: readonly Programme[]): Programme {
  if (along.length === 0) return first;
  const talks = along.flatMap(programme => programme.talks).map(createIdResolver(first));
  return createProgramme(first.conference, [...first.talks, ...talks]);
}
