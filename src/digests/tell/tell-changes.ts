import { setImmediate as nextTurn } from 'node:timers/promises';
import { changesSince } from '../../programme/changes.ts';
import { dayAt } from '../../programme/moment.ts';
import type { Digest } from '../../store/digests.ts';
import { groupByEach } from '../../text/group.ts';
import { type ComposeDay, conferenceKey } from '../compose/compose-day.ts';
import type { DigestFaults } from '../deliver/faults.ts';
import type { DeliveryContext } from '../delivery-context.ts';
import { type DayEdits, type PostedDay, planEdits } from './plan-edits.ts';

/**
 * Tells people of the programme as it is now, once, whichever process tries: edits the days that were posted and replies
 * to them.
 */
export async function tellChanges(
  digests: readonly Digest[],
  {
    context,
    composeDay,
    faults,
  }: {
    readonly context: DeliveryContext;
    readonly composeDay: ComposeDay;
    readonly faults: DigestFaults;
  },
): Promise<void> {
  const { store, current, log } = context;
  const { programme: read } = current();
  const conference = conferenceKey(read);
  const snapshot = await store.snapshots.last(conference);
  // An empty programme is not another event: its talks may be back with the next look.
  if (snapshot !== undefined && read.talks.length === 0) return;
  const { programme, changes, isSameEvent } =
    snapshot === undefined
      ? { programme: read, changes: [], isSameEvent: false }
      : changesSince(snapshot.talks, read);
  if (programme !== read) context.remember(read, programme);
  if (isSameEvent && changes.length === 0) return;
  const replaces = snapshot?.version ?? 0;
  const change = { loaded: current(), changes, version: replaces + 1 };
  const edits: DayEdits[] = [];
  for (const posted of changes.length === 0 ? [] : await daysInChannels(digests, context)) {
    const made = await faults.isolate(posted.digest, () =>
      planEdits(posted, change, { context, composeDay }),
    );
    if (made !== undefined) edits.push(made);
    // A thousand digests take their time, and searches must not wait for them.
    await nextTurn();
  }
  const isFirst = await store.snapshots.replace({
    conference,
    replaces,
    talks: programme.talks,
    claims: edits.flatMap(({ claims }) => claims.map(claim => [claim])),
    updates: edits.flatMap(({ updates }) => updates),
  });
  if (isFirst && changes.length > 0)
    log.info({ conference, changes: changes.length }, 'The programme changed; channels are being told.');
}

/** The days from today on that stand in channels, or will. */
async function daysInChannels(
  digests: readonly Digest[],
  { store, current, now }: DeliveryContext,
): Promise<readonly PostedDay[]> {
  const today = dayAt(now(), current().programme.conference);
  const deliveries = await store.deliveries.daysFrom(today);
  const byDay = groupByEach(deliveries, ({ digestId, day }) => [`${digestId} ${day}`]);
  return [...byDay.values()].flatMap(parts => {
    const [first] = parts;
    const digest = digests.find(({ id }) => id === first?.digestId);
    return digest === undefined || first === undefined ? [] : [{ digest, day: first.day, parts }];
  });
}
