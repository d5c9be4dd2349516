import { sessionKey, sessionsWithin, type TimedSession } from '../../programme/sessions.ts';
import type { NewDelivery } from '../../store/delivery.ts';
import type { Digest } from '../../store/digests.ts';
import { groupByEach } from '../../text/keys.ts';
import type { DigestFaults } from '../deliver/faults.ts';
import type { DeliveryContext } from '../delivery-context.ts';
import { tellsOf } from './due.ts';
import { fingerprint, reminder } from './new-deliveries.ts';
import { sessionsByDay } from './sessions-by-day.ts';

const BEFORE_MS = 10 * 60 * 1000;

export interface ReminderPlanning {
  readonly context: DeliveryContext;
  /** The sessions whose reminders are claimed, by digest and session; they need no second look. */
  readonly reminded: Set<string>;
  readonly faults: DigestFaults;
}

/**
 * Claims reminders of the sessions that start within ten minutes, once for each session even if it is moved afterwards.
 * Sessions that start at the same time share a message.
 */
export async function planReminders(
  digests: readonly Digest[],
  { context, reminded, faults }: ReminderPlanning,
): Promise<void> {
  const wanted = digests.filter(({ reminders, paused }) => reminders && !paused);
  const bySeen = groupByEach(wanted, ({ workspace }) => [context.currentIn(workspace)]);
  for (const [{ programme }, those] of bySeen) {
    const coming = sessionsWithin(programme, context.now(), BEFORE_MS);
    if (coming.length === 0) continue;
    for (const digest of those)
      await faults.isolate(digest, () => planDigest(digest, coming, { context, reminded }));
  }
}

async function planDigest(
  digest: Digest,
  coming: readonly TimedSession[],
  { context, reminded }: Omit<ReminderPlanning, 'faults'>,
): Promise<void> {
  const byDay = sessionsByDay(digest.filters, context.currentIn(digest.workspace));
  const due = coming
    .filter(session => byDay.get(session.slot.day)?.includes(session))
    .filter(session => !reminded.has(`${digest.id} ${sessionKey(session)}`))
    // The dearest question is the last: that of a week counts days.
    .filter(({ slot }) => tellsOf(slot.day, digest));
  if (due.length === 0) return;
  const won = await context.store.deliveries.claim(await remindersFor(digest, due, context));
  // Another process was quicker, perhaps with a programme that had fewer of them: the next look finds the rest.
  if (won.includes(false)) return;
  for (const session of due) reminded.add(`${digest.id} ${sessionKey(session)}`);
}

/** Leaves out the sessions of which the channel was reminded before. */
async function remindersFor(
  digest: Digest,
  sessions: readonly TimedSession[],
  context: DeliveryContext,
): Promise<readonly (readonly NewDelivery[])[]> {
  const known = await context.store.deliveries.remindedSessions(digest);
  const fresh = sessions.filter(session => !known.has(sessionKey(session)));
  const groups = groupByEach<TimedSession, number>(fresh, ({ startsAt }) => [startsAt]);
  return [...groups].map(([startsAt, group]) => [reminderFor(digest, startsAt, { group, context })]);
}

function reminderFor(
  digest: Digest,
  startsAt: number,
  {
    group,
    context: { messages, now, rehearsal, currentIn },
  }: { readonly group: readonly TimedSession[]; readonly context: DeliveryContext },
): NewDelivery {
  const { folder } = currentIn(digest.workspace).programme.conference;
  const keys = group.map(sessionKey);
  return reminder(digest, {
    startsAt,
    sessions: fingerprint(keys),
    message: messages.reminder(digest, group, { folder, rehearsal }),
    talks: keys,
    dueAt: now(),
  });
}
