import { groupByEach } from '../programme/group.ts';
import type { Session } from '../programme/session.ts';
import type { Owed } from '../store/delivery.ts';
import type { Digest } from '../store/digests.ts';
import { sessionsByDay } from './sessions-by-day.ts';
import type { Setting } from './setting.ts';

const BEFORE_MS = 10 * 60 * 1000;

/** The notices that were claimed, by digest and session; they need no second look. */
export type Noticed = Set<string>;

/**
 * Claims a notice before what begins in ten minutes, once a session of a talk, also where it is moved afterwards. What
 * begins at the same time is one message.
 */
export async function planSoon(
  digests: readonly Digest[],
  { setting, noticed }: { readonly setting: Setting; readonly noticed: Noticed },
): Promise<void> {
  const coming = comingSessions(setting);
  if (coming.length === 0) return;
  for (const digest of digests.filter(({ reminders, paused }) => reminders && !paused)) {
    const byDay = sessionsByDay(digest.filters, setting.current());
    const soon = coming
      .filter(session => byDay.get(session.slot.day)?.includes(session))
      .filter(session => !noticed.has(`${digest.id} ${nameOf(session)}`));
    if (soon.length === 0) continue;
    await setting.store.deliveries.claim(await noticesBefore(digest, soon, setting));
    for (const session of soon) noticed.add(`${digest.id} ${nameOf(session)}`);
  }
}

type Timed = Extract<Session, { startsAt: number }>;

function comingSessions({ current, now }: Setting): readonly Timed[] {
  return current()
    .programme.sessions.filter((session): session is Timed => session.startsAt !== undefined)
    .filter(({ talk, startsAt }) => isAttended(talk) && startsAt > now() && startsAt <= now() + BEFORE_MS);
}

/** A message for all that begin at the same time and of which the channel has not been told. */
async function noticesBefore(
  digest: Digest,
  sessions: readonly Timed[],
  setting: Setting,
): Promise<readonly (readonly Owed[])[]> {
  const before = await setting.store.deliveries.noticesOf(digest.id);
  const known = new Set(before.flatMap(({ talks }) => talks));
  const fresh = sessions.filter(session => !known.has(nameOf(session)));
  const groups = groupByEach(fresh, ({ startsAt }) => [String(startsAt)]);
  return [...groups.values()].map(group => [noticeBefore(digest, group, setting)]);
}

function isAttended({ kind, status }: Session['talk']): boolean {
  return status === 'confirmed' && kind !== 'break' && kind !== 'service';
}

/** A talk and which of its times: a session keeps its name when it is moved. */
function nameOf({ talk, slot }: Session): string {
  return `${talk.id}#${talk.slots.indexOf(slot)}`;
}

function noticeBefore(digest: Digest, sessions: readonly Timed[], { words, now, rehearsal }: Setting): Owed {
  const startsAt = Math.min(...sessions.map(session => session.startsAt));
  return {
    digest: digest.id,
    // Not of a day: it stays the same notice where the talk is moved to another.
    day: '',
    part: `soon ${startsAt} ${sessions.map(nameOf).join(' ')}`,
    kind: 'soon',
    position: 0,
    channel: digest.channel,
    inThread: false,
    message: words.soon(digest, sessions, rehearsal),
    talks: sessions.map(nameOf),
    dueAt: now(),
    until: startsAt,
  };
}
