import { starredBy } from '../../conversation/context.ts';
import { areAtOnce } from '../../conversation/mine/free-time.ts';
import { formatSlot } from '../../programme/moment.ts';
import type { TimedSession } from '../../programme/sessions.ts';
import { isHeld, isPause, type Talk } from '../../programme/talk.ts';
import { shownTalk } from '../../search/loaded.ts';
import { compare } from '../../text/keys.ts';
import type { Asked } from '../conferences.ts';
import type { ToolRefusal } from '../refusal.ts';
import { findTalk } from '../talk-ids.ts';
import type { CallContext } from '../tool.ts';
import { STARS_AWAY } from './busy.ts';
import { unknownTalk } from './get-talk.ts';

/** Why a talk has to be in a plan. */
export type DecidedReason = 'starred' | 'must_see';

interface Decisions {
  readonly must_see: readonly string[];
  readonly use_my_talks: boolean;
}

/** The talks that have to be in the plan, with the reason. */
export function readDecided(
  { must_see: mustSee, use_my_talks: useMine }: Decisions,
  asked: Asked,
  { answering, person }: CallContext,
): { readonly reasons: ReadonlyMap<Talk, DecidedReason> } | ToolRefusal {
  const { programme, reader } = asked;
  const reasons = new Map<Talk, DecidedReason>();
  if (useMine && person !== undefined) {
    if (reader.stars === 'unavailable') return STARS_AWAY;
    for (const id of starredBy(reader, programme)) {
      const talk = programme.talk(id);
      if (talk !== undefined) reasons.set(talk, 'starred');
    }
  }
  for (const id of mustSee) {
    const found = findTalk(id, answering);
    if (found === undefined) return unknownTalk(id, answering);
    const talk = shownTalk(found.talk, asked);
    if (talk === undefined)
      return { refusal: `“${found.talk.title}” belongs to another conference than the plan.` };
    reasons.set(talk, 'must_see');
  }
  return { reasons };
}

/** The day on which most of these talks are held, of several the first; days to come go before those that are over. */
export function findDayOf(talks: readonly Talk[], today: string): string | undefined {
  const held = talks.filter(isHeld).flatMap(({ slots }) => {
    const timed = slots.filter(({ untimed }) => untimed === undefined);
    return [...new Set(timed.map(({ day }) => day))];
  });
  const toCome = held.filter(day => day >= today);
  const those = toCome.length > 0 ? toCome : held;
  const countOf = (day: string) => those.filter(each => each === day).length;
  return [...those].sort((a, b) => countOf(b) - countOf(a) || compare(a, b))[0];
}

/** Says why a talk that has to be seen is not in the plan. */
export function droppedNote(
  talk: Talk,
  ofDay: readonly TimedSession[],
  chosen: readonly TimedSession[],
): string {
  const title = `“${talk.title}”`;
  if (talk.status === 'cancelled') return `${title} is cancelled.`;
  if (isPause(talk)) return `${title} is a break or a service, which plans do not have.`;
  if (talk.slots.length === 0) return `${title} has no time yet.`;
  const own = ofDay.filter(session => session.talk === talk);
  if (own.length === 0) return `${title} is on ${talk.slots.map(slot => formatSlot(slot)).join(' and ')}.`;
  const others = chosen.filter(each => own.some(session => areAtOnce(each, session)));
  return `${title} overlaps ${others.map(each => `“${each.talk.title}”`).join(' and ')}.`;
}
