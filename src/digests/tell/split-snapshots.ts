import { conferenceKey } from '../../programme/conference.ts';
import { matchTalks } from '../../programme/joining/counterparts.ts';
import { createIdResolver, createProgramme, type Programme } from '../../programme/programme.ts';
import type { Talk } from '../../programme/talk.ts';
import { conferencesOf, type OwnTalk, ownTalksOf } from '../../search/loaded.ts';
import type { SnapshotSplit, SplitConference } from '../../store/snapshots/split.ts';
import { groupByEach } from '../../text/keys.ts';
import { finishInSlices } from '../../text/steps.ts';
import type { DeliveryContext } from '../delivery-context.ts';
import { isUndated, toldId } from '../mine/tell-alerts.ts';

/**
 * Gives conferences without dates their first snapshots. Before they had any, their talks, with the stars on them, were
 * kept with whichever conference answered: those would now be missing there, and people told that they are cancelled.
 */
export async function splitSnapshots(
  programmes: readonly Programme[],
  { store, current }: Pick<DeliveryContext, 'store' | 'current'>,
): Promise<void> {
  const lastOf = ({ conference, talks }: Programme) => store.snapshots.last(conferenceKey(conference), talks);
  const unknown = new Set<Programme>();
  for (const programme of programmes.filter(isUndated))
    if ((await lastOf(programme)) === undefined) unknown.add(programme);
  if (unknown.size === 0) return;
  const conferences = conferencesOf(current());
  const splits: SnapshotSplit[] = [];
  for (const programme of conferences) {
    const snapshot = unknown.has(programme) ? undefined : await lastOf(programme);
    if (snapshot === undefined) continue;
    const joined: readonly [Programme, ...Programme[]] = [
      programme,
      ...conferences.filter(each => each !== programme && isUndated(each)),
    ];
    const ownOf = await matchOwnTalks(snapshot.talks, joined);
    const moving = snapshot.talks.flatMap(former => {
      const own = ownOf.get(former);
      const isMoving = own !== undefined && unknown.has(own.programme) && former.slots.length === 0;
      return isMoving ? [{ former, own }] : [];
    });
    if (moving.length === 0) continue;
    const gone = new Set(moving.map(({ former }) => former));
    const conference = conferenceKey(programme.conference);
    splits.push({
      conference,
      replaces: snapshot.version,
      talks: snapshot.talks.filter(talk => !gone.has(talk)),
      others: [...groupByEach(moving, ({ own }) => [own.programme])].map(([other, those]) =>
        splitOff(other, those, conference),
      ),
    });
  }
  if (splits.length > 0) await store.snapshots.split(splits);
}

/** A talk as the snapshot has it, and as its own conference has it now. */
interface Moving {
  readonly former: Talk;
  readonly own: OwnTalk;
}

function splitOff(other: Programme, moving: readonly Moving[], from: string): SplitConference {
  return {
    conference: conferenceKey(other.conference),
    talks: moving.map(({ former, own }) => ({ ...former, id: own.talk.id })),
    ids: new Map(moving.map(({ former, own }) => [former.id, own.talk.id])),
    toldIds: new Map(moving.map(({ former, own }) => [former.id, toldId(own, from)])),
  };
}

/** The same talk as its own conference has it now, for each of these that any of the joined conferences has. */
async function matchOwnTalks(
  talks: readonly Talk[],
  joined: readonly [Programme, ...Programme[]],
): Promise<ReadonlyMap<Talk, OwnTalk>> {
  const [first, ...along] = joined;
  const others = along.flatMap(each => each.talks).map(createIdResolver(first));
  const programme = createProgramme(first.conference, [...first.talks, ...others]);
  const pairs = await finishInSlices(matchTalks(createProgramme(first.conference, talks), programme));
  const own = new Map(ownTalksOf({ programme, joined }).map((each, place) => [programme.talks[place], each]));
  return new Map(
    [...pairs].flatMap(([former, talk]) => {
      const each = own.get(talk);
      return each === undefined ? [] : [[former, each] as const];
    }),
  );
}
