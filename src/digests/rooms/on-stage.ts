import type { Session, TimedSession } from '../../programme/sessions.ts';
import { isHeld } from '../../programme/talk.ts';

/** The talks of a room that its channel's topic names; neither if the day is over there. */
export interface OnStage {
  readonly now: TimedSession | undefined;
  readonly next: TimedSession | undefined;
}

/** The topic names the day's first talk so long before it begins. */
const AHEAD_MS = 60 * 60 * 1000;
/** So long after the day's last talk the topic may be cleared. */
const CLEARED_MS = 60 * 60 * 1000;

/** How a room is at an instant, and since when and until when; undefined while no topic is due there. */
export function onStageAt(
  { sessions }: { readonly sessions: readonly Session[] },
  now: number,
): (OnStage & { readonly from: number; readonly until: number }) | undefined {
  const held = sessions
    .filter((each): each is TimedSession => each.startsAt !== undefined && isHeld(each.talk))
    .toSorted((a, b) => a.startsAt - b.startsAt);
  const last = held.findLast(each => each.startsAt <= now);
  const running = held.findLast(each => each.startsAt <= now && now < each.endsAt);
  const coming = held.find(each => each.startsAt > now);
  const isSoon = coming !== undefined && coming.startsAt - AHEAD_MS <= now;
  const next = isSoon || coming?.slot.day === last?.slot.day ? coming : undefined;
  const ends = held.filter(each => each.endsAt <= now).map(({ endsAt }) => endsAt);
  const clearUntil = Math.max(...ends) + CLEARED_MS;
  if (running === undefined && next === undefined && now >= clearUntil) return undefined;
  const edges = [...ends, ...(last === undefined ? [] : [last.startsAt])];
  const from = Math.max(...edges, ...(isSoon ? [coming.startsAt - AHEAD_MS] : []));
  const until = Math.min(...[running?.endsAt, next?.startsAt].filter(edge => edge !== undefined));
  return { now: running, next, from, until: Number.isFinite(until) ? until : clearUntil };
}
