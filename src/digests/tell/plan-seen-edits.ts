import { setImmediate as nextTurn } from 'node:timers/promises';
import { findProgrammeDay } from '../../programme/moment.ts';
import type { Programme } from '../../programme/programme.ts';
import { type Loaded, ownTalksOf } from '../../search/loaded.ts';
import type { DeliveryRepository } from '../../store/deliveries.ts';
import type { Digest } from '../../store/digests.ts';
import { groupByEach } from '../../text/keys.ts';
import { addDays } from '../../text/read-day.ts';
import { remember as rememberByText } from '../../text/remember.ts';
import type { ComposeDay } from '../compose/compose-day.ts';
import type { DayEdits } from '../day-edits.ts';
import type { DigestFaults } from '../deliver/faults.ts';
import type { DeliveryContext } from '../delivery-context.ts';
import { daysTold, WEEK } from '../plan/due.ts';
import type { Difference } from './difference.ts';
import { planAnnouncements } from './plan-announcements.ts';
import { type PostedDay, planEdits } from './plan-edits.ts';

export interface Telling {
  readonly context: DeliveryContext;
  readonly composeDay: ComposeDay;
  readonly faults: DigestFaults;
}

/** The edits of all channels, each with the first conference of which its workspace sees the talks. */
export async function planSeenEdits(
  digests: readonly Digest[],
  news: readonly Difference[],
  telling: Telling,
): Promise<ReadonlyMap<Difference, readonly DayEdits[]>> {
  const edits = new Map<Difference, readonly DayEdits[]>();
  const { deliveries } = telling.context.store;
  // The days of all workspaces, which each of them asks for.
  const daysFrom = rememberByText(day => deliveries.daysFrom(day));
  const bySeen = groupByEach(digests, ({ workspace }) => [telling.context.currentIn(workspace)]);
  for (const [loaded, those] of bySeen) {
    const shown = news.filter(({ programme, read }) => isShown(programme, loaded) || isShown(read, loaded));
    const [first] = shown;
    if (first === undefined) continue;
    const planned = await planAllEdits(
      those,
      { loaded, news: shown, version: first.version, daysFrom },
      telling,
    );
    edits.set(first, [...(edits.get(first) ?? []), ...planned]);
  }
  return edits;
}

/** Whether its talks are among those that answer. */
function isShown(programme: Programme, { programme: current, joined = [current] }: Loaded): boolean {
  return joined.includes(programme);
}

/** Edits for the talks that answer, by the ids that they have there; none for the days of digests that fail. */
async function planAllEdits(
  digests: readonly Digest[],
  {
    loaded,
    news,
    version,
    daysFrom,
  }: {
    readonly loaded: Loaded;
    readonly news: readonly Difference[];
    readonly version: number;
    readonly daysFrom: DeliveryRepository['daysFrom'];
  },
  { context, composeDay, faults }: Telling,
): Promise<readonly DayEdits[]> {
  const shown = new Map(ownTalksOf(loaded).map(({ talk }, place) => [talk, loaded.programme.talks[place]]));
  const changes = news.flatMap(each =>
    each.changes.map(change => ({ ...change, talk: shown.get(change.talk) ?? change.talk })),
  );
  if (changes.length === 0) return [];
  const change = { loaded, changes, version };
  const claims = await planAnnouncements(digests, change, { context, faults });
  const planned: DayEdits[] = [{ updates: [], claims }];
  for (const posted of await daysInChannels(digests, loaded, { now: context.now, daysFrom })) {
    const edits = await faults.isolate(posted.digest, () =>
      planEdits(posted, change, { context, composeDay }),
    );
    if (edits !== undefined) planned.push(edits);
    // A thousand digests take their time, and searches must not wait for them.
    await nextTurn();
  }
  return planned;
}

/** The days from today on that stand in channels, or will. */
async function daysInChannels(
  digests: readonly Digest[],
  { programme }: Loaded,
  { now, daysFrom }: Pick<DeliveryContext, 'now'> & Pick<DeliveryRepository, 'daysFrom'>,
): Promise<readonly PostedDay[]> {
  const today = findProgrammeDay(now(), programme.conference);
  const deliveries = await daysFrom(addDays(today, 1 - WEEK));
  const byDay = groupByEach(deliveries, ({ workspace, digestId, day }) => [
    `${workspace} ${digestId} ${day}`,
  ]);
  const byKey = new Map(digests.map(digest => [`${digest.workspace} ${digest.id}`, digest]));
  return [...byDay.values()].flatMap(parts => {
    const [first] = parts;
    const digest = first && byKey.get(`${first.workspace} ${first.digestId}`);
    if (digest === undefined || first === undefined) return [];
    const isAhead = daysTold(first.day, digest).some(day => day >= today);
    return isAhead ? [{ digest, day: first.day, parts }] : [];
  });
}
