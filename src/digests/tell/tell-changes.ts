import { setImmediate as nextTurn } from 'node:timers/promises';
import { nextEntries } from '../../programme/calendar-entries.ts';
import { compareWithKnown } from '../../programme/changes.ts';
import { conferenceKey } from '../../programme/conference.ts';
import { findProgrammeDay } from '../../programme/moment.ts';
import { nextNews } from '../../programme/news.ts';
import type { Talk } from '../../programme/talk.ts';
import type { Digest } from '../../store/digests.ts';
import { groupByEach } from '../../text/keys.ts';
import { finishInSlices } from '../../text/steps.ts';
import type { ComposeDay } from '../compose/compose-day.ts';
import type { DigestFaults } from '../deliver/faults.ts';
import type { DeliveryContext } from '../delivery-context.ts';
import { claimNotices } from '../mine/claim-notices.ts';
import { tellAlerts } from '../mine/tell-alerts.ts';
import { planStarred } from '../mine/tell-starred.ts';
import { type DayEdits, type PostedDay, type ProgrammeChange, planEdits } from './plan-edits.ts';

interface Telling {
  readonly context: DeliveryContext;
  readonly composeDay: ComposeDay;
  readonly faults: DigestFaults;
}

/**
 * Tells people of the programme as it is now, once, whichever process tries: edits the days that were posted and replies
 * to them. In the same step the stars of talks with new ids move along.
 */
export async function tellChanges(digests: readonly Digest[], telling: Telling): Promise<void> {
  const { store, current, remember, now, log } = telling.context;
  const { programme: read } = current();
  const conference = conferenceKey(read.conference);
  const snapshot = await store.snapshots.last(conference, read.talks);
  // An empty programme is not another event: its talks may be back with the next look.
  if (snapshot !== undefined && (read.talks.length === 0 || areSame(snapshot.talks, read.talks))) return;
  const { programme, changes, formerOf, isSameEvent } =
    snapshot === undefined
      ? { programme: read, changes: [], formerOf: new Map<Talk, Talk>(), isSameEvent: false }
      : await finishInSlices(compareWithKnown(snapshot.talks, read));
  if (programme !== read) await remember(read, programme);
  const known = await store.calendarEntries.of(conference);
  const succession = { conference: read.conference, talks: programme.talks, formerOf };
  const entries = isSameEvent ? nextEntries(known, succession, now()) : [];
  const newIds = findNewIds(formerOf);
  const loaded = current();
  // A programme that was swapped meanwhile is told of in its turn.
  if (loaded.programme !== programme && loaded.programme !== read) return;
  const version = (snapshot?.version ?? 0) + 1;
  const { notices, toldTo } = await planStarred({ conference, changes, formerOf, version }, telling.context);
  const added = new Set(changes.flatMap(({ kind, talk }) => (kind === 'added' ? talk.id : [])));
  if (isSameEvent) await tellAlerts([{ loaded, conference, newIds, added }], toldTo, telling.context);
  // Nobody is told of another abstract or number, but calendars and stars have it.
  const isSameToAll = changes.length + newIds.size === 0 && JSON.stringify(entries) === JSON.stringify(known);
  if (isSameEvent && isSameToAll) return;
  const people = await claimNotices(notices, telling.context);
  const edits = await planAllEdits(digests, { loaded, changes, version }, telling);
  const isFirst = await store.snapshots.replace({
    conference,
    replaces: version - 1,
    talks: programme.talks,
    newIds,
    claims: edits.flatMap(({ claims }) => claims.map(claim => [claim])),
    updates: edits.flatMap(({ updates }) => updates),
    entries,
    news: isSameEvent ? nextNews(await store.news.of(conference), { changes, newIds, now: now() }) : [],
  });
  if (isFirst && changes.length > 0)
    log.info(
      { conference, changes: changes.length, people },
      'The programme changed; channels and people are being told.',
    );
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

/** Without the days of digests that fail. */
async function planAllEdits(
  digests: readonly Digest[],
  change: ProgrammeChange,
  { context, composeDay, faults }: Telling,
): Promise<readonly DayEdits[]> {
  if (change.changes.length === 0) return [];
  const planned: DayEdits[] = [];
  for (const posted of await daysInChannels(digests, context)) {
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
  { store, current, now }: DeliveryContext,
): Promise<readonly PostedDay[]> {
  const today = findProgrammeDay(now(), current().programme.conference);
  const deliveries = await store.deliveries.daysFrom(today);
  const byDay = groupByEach(deliveries, ({ workspace, digestId, day }) => [
    `${workspace} ${digestId} ${day}`,
  ]);
  const byKey = new Map(digests.map(digest => [`${digest.workspace} ${digest.id}`, digest]));
  return [...byDay.values()].flatMap(parts => {
    const [first] = parts;
    const digest = first && byKey.get(`${first.workspace} ${first.digestId}`);
    return digest === undefined || first === undefined ? [] : [{ digest, day: first.day, parts }];
  });
}
