import { nextNews } from '../../programme/news.ts';
import type { Programme } from '../../programme/programme.ts';
import { conferencesOf } from '../../search/loaded.ts';
import type { Digest } from '../../store/digests.ts';
import type { DayEdits } from '../day-edits.ts';
import type { DeliveryContext } from '../delivery-context.ts';
import { claimNotices } from '../mine/claim-notices.ts';
import { tellAlerts } from '../mine/tell-alerts.ts';
import { planStarred, type StarredNotices } from '../mine/tell-starred.ts';
import { planRoomEdits } from '../rooms/plan-room-edits.ts';
import { type Difference, findDifference } from './difference.ts';
import { planSeenEdits, type Telling } from './plan-seen-edits.ts';
import { splitSnapshots } from './split-snapshots.ts';

/**
 * Tells people of these programmes as they are now, once, whichever process tries: edits the days that were posted and
 * replies to them, and writes to those who starred talks or wait for some. In the same step the stars of talks with new ids
 * move along. Each conference is told by itself, whichever of them answers.
 */
export async function tellChanges(
  programmes: readonly Programme[],
  digests: readonly Digest[],
  telling: Telling,
): Promise<void> {
  const { context } = telling;
  await splitSnapshots(programmes, context);
  const found: Difference[] = [];
  for (const programme of programmes) found.push(...(await findDifference(programme, context)));
  const loaded = context.current();
  const present = new Set(conferencesOf(loaded));
  // A programme that was swapped meanwhile is told of in its turn.
  const differences = found.filter(({ programme, read }) => present.has(programme) || present.has(read));
  const starred = new Map<string, StarredNotices>();
  for (const each of differences) starred.set(each.conference, await planStarred(each, context));
  const changed = differences.filter(({ isSameEvent }) => isSameEvent);
  await tellAlerts({ changed, loaded }, (member, key) => starred.get(key)?.toldTo(member), context);
  const news = differences.filter(({ isNews }) => isNews);
  const edits = await planSeenEdits(digests, news, telling);
  for (const each of news) {
    const inRooms = await planRoomEdits(each, digests, context);
    const people = await claimNotices(starred.get(each.conference)?.notices ?? [], context);
    await replaceSnapshot(each, { edits: [...(edits.get(each) ?? []), ...inRooms], people, context });
  }
}

async function replaceSnapshot(
  { conference, programme, version, changes, newIds, isSameEvent, entries }: Difference,
  {
    edits,
    people,
    context: { store, now, log },
  }: {
    readonly edits: readonly DayEdits[];
    /** How many people are told. */
    readonly people: number;
    readonly context: DeliveryContext;
  },
): Promise<void> {
  const isFirst = await store.snapshots.replace({
    conference,
    replaces: version - 1,
    talks: programme.talks,
    newIds,
    claims: edits.flatMap(({ claims }) => claims.map(claim => [claim])),
    updates: edits.flatMap(({ updates }) => updates),
    entries,
    news: isSameEvent
      ? nextNews(await store.news.of(conference), {
          changes,
          newIds,
          now: now(),
          timeZone: programme.conference.timeZone,
        })
      : [],
  });
  if (isFirst && changes.length > 0)
    log.info(
      { conference, changes: changes.length, people },
      'The programme changed; channels and people are being told.',
    );
}
