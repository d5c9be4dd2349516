import { createHash } from 'node:crypto';
import { isHeld } from '../../programme/pauses.ts';
import type { Session } from '../../programme/session.ts';
import type { NewDelivery } from '../../store/delivery.ts';
import type { Digest } from '../../store/digests.ts';
import { groupByEach } from '../../text/group.ts';
import type { Mistakes } from '../deliver/faults.ts';
import type { DeliveryContext } from '../delivery-context.ts';
import { sessionsByDay } from './sessions-by-day.ts';

const BEFORE_MS = 10 * 60 * 1000;

interface Noticing {
  readonly setting: DeliveryContext;
  /** The notices that were claimed, by digest and session; they need no second look. */
  readonly noticed: Set<string>;
  readonly mistakes: Mistakes;
}

/**
 * Claims a notice before what begins in ten minutes, once a session of a talk, also where it is moved afterwards. What
 * begins at the same time is one message.
 */
export async function planSoon(
  digests: readonly Digest[],
  { setting, noticed, mistakes }: Noticing,
): Promise<void> {
  const coming = comingSessions(setting);
  if (coming.length === 0) return;
  for (const digest of digests.filter(({ reminders, paused }) => reminders && !paused))
    await mistakes.apart(digest, () => noticeSoon(digest, coming, { setting, noticed }));
}

async function noticeSoon(
  digest: Digest,
  coming: readonly Timed[],
  { setting, noticed }: Omit<Noticing, 'mistakes'>,
): Promise<void> {
  const byDay = sessionsByDay(digest.filters, setting.current());
  const soon = coming
    .filter(session => byDay.get(session.slot.day)?.includes(session))
    .filter(session => !noticed.has(`${digest.id} ${reminderKey(session)}`));
  if (soon.length === 0) return;
  const won = await setting.store.deliveries.claim(await noticesBefore(digest, soon, setting));
  // Another process was quicker, perhaps with a programme that had fewer of them: it is looked at once more.
  if (won.includes(false)) return;
  for (const session of soon) noticed.add(`${digest.id} ${reminderKey(session)}`);
}

type Timed = Extract<Session, { startsAt: number }>;

function comingSessions({ current, now }: DeliveryContext): readonly Timed[] {
  return current()
    .programme.sessions.filter((session): session is Timed => session.startsAt !== undefined)
    .filter(({ talk, startsAt }) => isHeld(talk) && startsAt > now() && startsAt <= now() + BEFORE_MS);
}

/** A message for all that begin at the same time and of which the channel has not been told. */
async function noticesBefore(
  digest: Digest,
  sessions: readonly Timed[],
  setting: DeliveryContext,
): Promise<readonly (readonly NewDelivery[])[]> {
  const before = await setting.store.deliveries.noticesOf(digest.id);
  const known = new Set(before.flatMap(({ talks }) => talks));
  const fresh = sessions.filter(session => !known.has(reminderKey(session)));
  const groups = groupByEach(fresh, ({ startsAt }) => [String(startsAt)]);
  return [...groups.values()].map(group => [noticeBefore(digest, group, setting)]);
}

/** A talk and which of its times: a session keeps its name when it is moved. */
function reminderKey({ talk, slot }: Session): string {
  return `${talk.id}#${talk.slots.indexOf(slot)}`;
}

/** Short enough for a button, and the same in every process that tells of the same sessions. */
function fingerprint(names: readonly string[]): string {
  return createHash('sha256').update(names.join('\n')).digest('hex').slice(0, 16);
}

function noticeBefore(
  digest: Digest,
  sessions: readonly Timed[],
  { messages: words, now, rehearsal, current }: DeliveryContext,
): NewDelivery {
  const { folder } = current().programme.conference;
  const startsAt = Math.min(...sessions.map(session => session.startsAt));
  return {
    digestId: digest.id,
    // Not of a day: it stays the same notice where the talk is moved to another.
    day: '',
    part: `soon ${startsAt} ${fingerprint(sessions.map(reminderKey))}`,
    kind: 'soon',
    position: 0,
    channel: digest.channel,
    inThread: false,
    message: words.reminder(digest, sessions, { folder, rehearsal }),
    talks: sessions.map(reminderKey),
    dueAt: now(),
    until: startsAt,
  };
}
