import { areAtOnce } from '../conversation/mine/free-time.ts';
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
 * Plans a day: first the sessions that a person has decided for, the earlier one if two overlap, then of the wishes those
 * that are worth most together. Each talk is seen once. The same wishes always make the same plan.
 */
export function planDay(decided: readonly TimedSession[], wishes: readonly Wish[]): DayPlan {
  const kept = keepWithoutOverlaps(decided);
  const seen = new Set(kept.map(({ talk }) => talk));
  const free = wishes.filter(
    ({ session }) => !seen.has(session.talk) && !kept.some(each => areAtOnce(each, session)),
  );
  const picked = pickOnce(free);
  const chosen = [...kept, ...picked].sort(byTime);
  const talks = new Set(chosen.map(({ talk }) => talk));
  const leftOut = new Map(
    [...decided, ...wishes.map(({ session }) => session)]
      .filter(({ talk }) => !talks.has(talk))
      .reverse()
      .map(session => [session.talk, session]),
  );
  return { chosen, leftOut: [...leftOut.values()].reverse() };
}

function keepWithoutOverlaps(sessions: readonly TimedSession[]): readonly TimedSession[] {
  const kept: TimedSession[] = [];
  for (const session of [...sessions].sort(byTime))
    if (!kept.some(each => each.talk === session.talk || areAtOnce(each, session))) kept.push(session);
  return kept;
}

/** A talk that is held twice may be picked twice: then it is left that one of its times with which most else is worth seeing. */
function pickOnce(wishes: readonly Wish[]): readonly TimedSession[] {
  for (let left = wishes; ; ) {
    const picked = pickMostWorth(left).sessions;
    const repeated = picked.find((session, place) =>
      picked.slice(place + 1).some(({ talk }) => talk === session.talk),
    );
    if (repeated === undefined) return picked;
    left = keepOneTime(repeated.talk, left);
  }
}

function keepOneTime(talk: Talk, wishes: readonly Wish[]): readonly Wish[] {
  const others = wishes.filter(({ session }) => session.talk !== talk);
  const plans = wishes
    .filter(({ session }) => session.talk === talk)
    .map(wish => ({ wishes: [...others, wish], worth: pickMostWorth([...others, wish]).worth }));
  const [first] = plans;
  const best = plans.reduce((a, b) => (b.worth > a.worth ? b : a), first ?? { wishes: others, worth: 0 });
  return best.wishes;
}

/** Weighted interval scheduling. Of plans that are worth the same, the one that ends earlier is taken. */
function pickMostWorth(wishes: readonly Wish[]): {
  readonly sessions: readonly TimedSession[];
  readonly worth: number;
} {
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
