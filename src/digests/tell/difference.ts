import { type CalendarEntry, nextEntries } from '../../programme/calendar-entries.ts';
import { compareWithKnown } from '../../programme/changes.ts';
import { conferenceKey } from '../../programme/conference.ts';
import type { Programme } from '../../programme/programme.ts';
import type { Talk } from '../../programme/talk.ts';
import { finishInSlices } from '../../text/steps.ts';
import type { DeliveryContext } from '../delivery-context.ts';
import type { AlertedConference } from '../mine/tell-alerts.ts';
import type { StarredChange } from '../mine/tell-starred.ts';

/** How a conference differs from the snapshot that people know. */
export interface Difference extends AlertedConference, StarredChange {
  /** The programme before the talks were added that vanished. */
  readonly read: Programme;
  /** False if the snapshot is the first, or if another event has taken the place of the former one. */
  readonly isSameEvent: boolean;
  /** False if there is nothing new, not even for calendars and stars. */
  readonly isNews: boolean;
  readonly entries: readonly CalendarEntry[];
}

/** Returns none if there is no difference. */
export async function findDifference(
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
