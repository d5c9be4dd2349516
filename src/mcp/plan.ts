import type { TimedSession } from '../programme/sessions.ts';
import type { Talk } from '../programme/talk.ts';

/** A session that a person may want to see, and how much. */
export interface Wish {
  readonly session: TimedSession;
  /** Above 0. */
  readonly worth: number;
}

/** A day without overlaps, and the wishes that it has no time for. */
export interface DayPlan {
  readonly chosen: readonly TimedSession[];
  readonly leftOut: readonly TimedSession[];
}

/**
 * Plans a day: first the sessions that a person has decided for, then of the wishes those that are worth most together. Of
 * decided sessions that overlap it keeps those that are worth most together too, and the earlier one of two that are worth
 * the same. Each talk is seen once, at the time that leaves most room for others. The same wishes always make the same plan.
 */
export function planDay(decided: readonly Wish[], wishes: readonly Wish[]): DayPlan {
  const kept = new Set(pickOnce(decided).map(({ talk }) => talk));
  const others = wishes.filter(({ session }) => !kept.has(session.talk));
  // All that is kept fits together, so that any one of it has to be worth more than all others.
  const most = 1 + Math.ceil(others.reduce((sum, { worth }) => sum + worth, 0));
  const chosen = pickOnce([
    ...decided.filter(({ session }) => kept.has(session.talk)).map(wish => ({ ...wish, worth: most })),
    ...others,
  ]);
  const talks = new Set(chosen.map(({ talk }) => talk));
  const leftOut = new Map(
    [...decided, ...wishes]
      .map(({ session }) => session)
      .filter(({ talk }) => !talks.has(talk))
      .reverse()
      .map(session => [session.talk, session]),
  );
  return { chosen, leftOut: [...leftOut.values()].reverse() };
}

interface Picked {
  readonly sessions: readonly TimedSession[];
  readonly worth: number;
}

/** As many plans as are weighed before the best one so far is taken. */
const PLANS_MAX = 300;

/**
 * Picks what is worth most, each talk once. A talk that is held several times may be picked several times: then each of its
 * times is tried, the best first, as long as it can still be worth more than the best plan so far.
 */
function pickOnce(wishes: readonly Wish[]): readonly TimedSession[] {
  const found: { plans: number; best?: Picked } = { plans: 0 };
  const search = (left: readonly Wish[], picked: Picked) => {
    const { best, plans } = found;
    if (best !== undefined && (picked.worth <= best.worth || plans > PLANS_MAX)) return;
    const repeated = findRepeated(picked);
    if (repeated === undefined) {
      found.best = picked;
      return;
    }
    const tried = left
      .filter(({ session }) => session.talk === repeated)
      .map(time => left.filter(wish => wish.session.talk !== repeated || wish === time))
      .map(narrowed => ({ narrowed, next: pickMostWorth(narrowed) }))
      .sort((a, b) => b.next.worth - a.next.worth);
    found.plans += tried.length;
    for (const { narrowed, next } of tried) search(narrowed, next);
  };
  const inOrder = [...wishes].sort((a, b) => byTime(a.session, b.session));
  search(inOrder, pickMostWorth(inOrder));
  return found.best?.sessions ?? [];
}

function findRepeated({ sessions }: Picked): Talk | undefined {
  const seen = new Set<Talk>();
  for (const { talk } of sessions) {
    if (seen.has(talk)) return talk;
    seen.add(talk);
  }
  return undefined;
}

/** Weighted interval scheduling. Of plans that are worth the same, the one that ends earlier is taken. */
function pickMostWorth(wishes: readonly Wish[]): Picked {
  const byEnd = [...wishes].sort(
    (a, b) => a.session.endsAt - b.session.endsAt || byTime(a.session, b.session),
  );
  // worth[n] is the most that the first n can be worth together.
  const worth = [0];
  for (const [place, wish] of byEnd.entries())
    worth.push(Math.max(worth[place] ?? 0, wish.worth + (worth[countEndedBefore(wish, byEnd, place)] ?? 0)));
  const picked: TimedSession[] = [];
  for (let count = byEnd.length; count > 0; ) {
    const wish = byEnd[count - 1];
    if (wish === undefined || worth[count] === worth[count - 1]) {
      count -= 1;
      continue;
    }
    picked.unshift(wish.session);
    count = countEndedBefore(wish, byEnd, count - 1);
  }
  return { sessions: picked, worth: worth[byEnd.length] ?? 0 };
}

/** How many of the first `max` are over when the wish begins. */
function countEndedBefore({ session }: Wish, byEnd: readonly Wish[], max: number): number {
  let [low, high] = [0, max];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((byEnd[middle]?.session.endsAt ?? 0) <= session.startsAt) low = middle + 1;
    else high = middle;
  }
  return low;
}

function byTime(a: TimedSession, b: TimedSession): number {
  return a.startsAt - b.startsAt || a.endsAt - b.endsAt || (a.talk.id < b.talk.id ? -1 : 1);
}
