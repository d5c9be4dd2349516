import type { Session, TimedSession } from '../../programme/sessions.ts';
import { isHeld } from '../../programme/talk.ts';

/** The talks that a channel's topic names; none if the day is over there. */
export interface OnStage {
  /** The one that began last is the first. */
  readonly now: readonly TimedSession[];
  readonly next: TimedSession | undefined;
}

/** The topic names the day's first talk so long before it begins. */
const AHEAD_MS = 60 * 60 * 1000;

/** The talks that are on at an instant, and until when that holds; undefined if there is nothing to name. */
export function onStageAt(
  sessions: readonly Session[],
  now: number,
): (OnStage & { readonly until: number }) | undefined {
  const held = sessions
    .filter((each): each is TimedSession => each.startsAt !== undefined && isHeld(each.talk))
    .toSorted((a, b) => a.startsAt - b.startsAt);
  const running = held
    .filter(each => each.startsAt <= now && now < each.endsAt)
    .toSorted((a, b) => b.startsAt - a.startsAt);
  const last = held.findLast(each => each.startsAt <= now);
  const coming = held.find(each => each.startsAt > now);
  const isSoon = coming !== undefined && coming.startsAt - AHEAD_MS <= now;
  const next = isSoon || coming?.slot.day === last?.slot.day ? coming : undefined;
  const edges = [...running.map(({ endsAt }) => endsAt), ...(next === undefined ? [] : [next.startsAt])];
  return edges.length === 0 ? undefined : { now: running, next, until: Math.min(...edges) };
}
