import { setImmediate as nextTurn } from 'node:timers/promises';
import { type CalendarEntry, nextEntries } from '../../programme/calendar-entries.ts';
import { compareWithKnown } from '../../programme/changes.ts';
import { conferenceKey } from '../../programme/conference.ts';
import { findProgrammeDay } from '../../programme/moment.ts';
import { nextNews } from '../../programme/news.ts';
import type { Programme } from '../../programme/programme.ts';
import type { Talk } from '../../programme/talk.ts';
import { conferencesOf, type Loaded, ownTalksOf } from '../../search/loaded.ts';
import type { DeliveryRepository } from '../../store/deliveries.ts';
import type { Digest } from '../../store/digests.ts';
import { groupByEach } from '../../text/keys.ts';
import { addDays } from '../../text/read-day.ts';
import { remember as rememberByText } from '../../text/remember.ts';
import { finishInSlices } from '../../text/steps.ts';
import type { ComposeDay } from '../compose/compose-day.ts';
import type { DigestFaults } from '../deliver/faults.ts';
import type { DeliveryContext } from '../delivery-context.ts';
import { claimNotices } from '../mine/claim-notices.ts';
import { type AlertedConference, tellAlerts } from '../mine/tell-alerts.ts';
import { planStarred, type StarredChange, type StarredNotices } from '../mine/tell-starred.ts';
import { daysTold, WEEK } from '../plan/due.ts';
import { planRoomEdits } from '../rooms/plan-room-edits.ts';
import { planAnnouncements } from './plan-announcements.ts';
import { type DayEdits, type PostedDay, planEdits } from './plan-edits.ts';
import { splitSnapshots } from './split-snapshots.ts';

interface Telling {
  readonly context: DeliveryContext;
  readonly composeDay: ComposeDay;
  readonly faults: DigestFaults;
}

/** How a conference differs from the snapshot that people know. */
interface Difference extends AlertedConference, StarredChange {
  /** The programme before the talks were added that vanished. */
  readonly read: Programme;
  /** False if the snapshot is the first, or if another event has taken the place of the former one. */
  readonly isSameEvent: boolean;
  /** False if there is nothing new, not even for calendars and stars. */
  readonly isNews: boolean;
  readonly entries: readonly CalendarEntry[];
}

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

/** The edits of all channels, each with the first conference of which its workspace sees the talks. */
async function planSeenEdits(
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

/** Returns none if there is no difference. */
async function findDifference(
  read: Programme,
  { store, remember, now }: DeliveryContext,
): Promise<readonly Difference[]> {
  const conference = conferenceKey(read.conference);
  const snapshot = await store.snapshots.last(conference, read.talks);
  // An empty programme is not another event: its talks may be back with the next look.
  if (snapshot !== undefined && (read.talks.length === 0 || areSame(snapshot.talks, read.talks))) return [];
  const { programme, changes, formerOf, isSameEvent } =
    snapshot === undefined
      ? { programme: read, changes: [], formerOf: new Map<Talk, Talk>(), isSameEvent: false }
      : await finishInSlices(compareWithKnown(snapshot.talks, read));
  if (programme !== read) await remember(read, programme);
  const known = await store.calendarEntries.of(conference);
  const succession = { conference: read.conference, talks: programme.talks, formerOf };
  const entries = isSameEvent ? nextEntries(known, succession, now()) : [];
  const newIds = findNewIds(formerOf);
  // Nobody is told of another abstract or number, but calendars and stars have it.
  const isSameToAll = changes.length + newIds.size === 0 && JSON.stringify(entries) === JSON.stringify(known);
  const added = new Set(changes.flatMap(({ kind, talk }) => (kind === 'added' ? talk.id : [])));
  const version = (snapshot?.version ?? 0) + 1;
  const isNews = !isSameEvent || !isSameToAll;
  const difference = { conference, read, programme, version, changes, formerOf, newIds, added };
  return [{ ...difference, isSameEvent, isNews, entries }];
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

/** Whether its talks are among those that answer. */
function isShown(programme: Programme, { programme: current, joined = [current] }: Loaded): boolean {
  return joined.includes(programme);
}

/** The present ids of the talks that have another id than before, by the former one. */
function findNewIds(formerOf: ReadonlyMap<Talk, Talk>): ReadonlyMap<string, string> {
  return new Map(
    [...formerOf].flatMap(([talk, former]) => (talk.id === former.id ? [] : [[former.id, talk.id] as const])),
  );
}

/** Nearly always nothing has changed, and to compare the talks of a large conference takes seconds. */
function areSame(known: readonly Talk[], talks: readonly Talk[]): boolean {
  return known.length === talks.length && known.every((talk, place) => talk === talks[place]);
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
